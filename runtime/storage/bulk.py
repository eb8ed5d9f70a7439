"""Many rows in one unit of work: new ones, changes of known ones, or whichever it is by a key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select

from engine.entities.field_type import surroundings
from engine.entities.field_types._index import FIELD_TYPES
from engine.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from engine.kernel.issue import Issue
from engine.metadata.model import Entity, Field
from engine.text.labels import label_params
from runtime.storage.database import savepoint
from runtime.storage.saving import create, update
from runtime.storage.unit import Unit, Written

BulkMode = Literal["create", "update", "upsert"]
MOST = 10_000


@dataclass(frozen=True, slots=True)
class RowResult:
    """What became of one row; `id` is missing where it was refused."""

    index: int
    id: str | None = None
    version: int | None = None
    issues: tuple[Issue, ...] = ()
    is_new: bool = False


def save_rows(
    unit: Unit,
    entity_id: str,
    mode: BulkMode,
    key: Sequence[str],
    rows: Sequence[Mapping[str, object]],
    *,
    partial: bool,
) -> list[RowResult]:
    """Save rows in order. Without `partial` one bad row refuses all, every issue under its row."""
    if len(rows) > MOST:
        raise Invalid([Issue("query.size.too_much", ("records",), {"count": len(rows), "limit": MOST})])
    keys = _key_fields(unit, unit.entity(entity_id), mode, key)
    results = [_saved(unit, entity_id, mode, keys, index, row) for index, row in enumerate(rows)]
    refused = [issue.under("records", each.index) for each in results if not each.id for issue in each.issues]
    if refused and not partial:
        raise Invalid(refused)
    return results


def _saved(
    unit: Unit, entity: str, mode: BulkMode, keys: Sequence[Field], index: int, row: Mapping[str, object]
) -> RowResult:
    """Save one row behind a savepoint, so that a refused row leaves nothing."""
    try:
        with savepoint(unit.connection):
            written, is_new = _save(unit, entity, mode, keys, row)
    except (Invalid, Conflict, Forbidden, NotFound) as refusal:
        return RowResult(index, issues=refusal.issues)
    return RowResult(index, written.id, written.version, written.warnings, is_new)


def _save(
    unit: Unit, entity: str, mode: BulkMode, keys: Sequence[Field], row: Mapping[str, object]
) -> tuple[Written, bool]:
    if mode == "create":
        return create(unit, entity, row), True
    found = _found(unit, entity, keys, row)
    if found is None and mode == "upsert":
        return create(unit, entity, row), True
    if found is None:
        raise NotFound.of("record.absent")
    id, version = found
    values = {name: value for name, value in row.items() if name not in ("id", "version")}
    return update(unit, entity, id, values, version), False


def _key_fields(unit: Unit, entity: Entity, mode: BulkMode, key: Sequence[str]) -> list[Field]:
    """Return the fields that tell which record a row is; without any, rows tell it by `id`."""
    if mode == "create":
        return []
    reading = unit.viewer.require("read", entity.id)
    known = {each.name: each for each in entity.fields if each.id in reading.readable}
    stored = unit.tables(entity.id).stored
    unknown = [name for name in key if name not in known or known[name].id not in stored]
    if unknown:
        raise Invalid(Issue("query.field.unknown", ("key",), {"field": name}) for name in unknown)
    return [known[name] for name in key]


def _found(
    unit: Unit, entity: str, keys: Sequence[Field], row: Mapping[str, object]
) -> tuple[str, int] | None:
    table = unit.tables(entity)
    found = select(table.table.c.id, table.table.c.version).where(table.table.c.deleted_at.is_(None))
    if not keys:
        id = row.get("id")
        matching = unit.connection.execute(found.where(table.table.c.id == id)).all() if id else []
    else:
        around = surroundings(unit.viewer.definition)
        for field in keys:
            value = FIELD_TYPES[field.type].reader(field.options, around)(row.get(field.name))
            if isinstance(value, Issue) or value is None:
                raise Invalid([Issue("record.key.blank", (field.name,), label_params("field", field.label))])
            found = found.where(table.stored[field.id].column == value)
        matching = unit.connection.execute(found.limit(2)).all()
    if len(matching) > 1:
        raise Conflict.of("record.key.ambiguous")
    return (matching[0][0], matching[0][1]) if matching else None
