"""Many rows in one unit of work: new ones, changes of known ones, or whichever it is by a key."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from sqlalchemy import select

from engine.entities.field_type import surroundings
from engine.entities.field_types._index import FIELD_TYPES
from engine.kernel.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.model import Entity, Field
from engine.text.labels import label_params
from runtime.storage.binding import column_parameter, kept
from runtime.storage.clashes import Refusal
from runtime.storage.columns.families import KEY
from runtime.storage.creating import create_all
from runtime.storage.database import savepoint
from runtime.storage.plans import plans_of
from runtime.storage.record_ids import is_record_id
from runtime.storage.statement import Statement, compile_statement, run
from runtime.storage.together import may_be_judged_together
from runtime.storage.unit import Unit, Written
from runtime.storage.updating import update

BulkMode = Literal["create", "update", "upsert"]
MOST = 10_000

_REFUSALS = (Invalid, Conflict, Forbidden, NotFound)
_Numbered: TypeAlias = tuple[int, Mapping[str, object]]
_Key: TypeAlias = tuple[Value, ...]
_Known: TypeAlias = tuple[str, int]


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
    numbered = list(enumerate(rows))
    if mode == "create":
        results = _created(unit, entity_id, numbered)
    else:
        results = sorted(_by_key(unit, entity_id, mode, keys, numbered), key=lambda each: each.index)
    refused = [issue.under("records", each.index) for each in results if not each.id for issue in each.issues]
    if refused and not partial:
        raise Invalid(refused)
    return results


def _created(unit: Unit, entity: str, rows: Sequence[_Numbered]) -> list[RowResult]:
    """Create records together; where that cannot be, one by one, so that each has its own answer."""
    if rows and may_be_judged_together(unit, unit.entity(entity)):
        with suppress(*_REFUSALS, *Refusal):
            return _created_together(unit, entity, rows)
    return [_created_alone(unit, entity, each) for each in rows]


def _created_together(unit: Unit, entity: str, rows: Sequence[_Numbered]) -> list[RowResult]:
    with savepoint(unit.connection):
        outcomes = create_all(unit, entity, [row for _, row in rows])
    return [_result(index, outcome, True) for (index, _), outcome in zip(rows, outcomes, strict=True)]


def _created_alone(unit: Unit, entity: str, row: _Numbered) -> RowResult:
    try:
        return _created_together(unit, entity, [row])[0]
    except _REFUSALS as refusal:
        return _result(row[0], refusal)


def _by_key(
    unit: Unit, entity: str, mode: BulkMode, keys: Sequence[Field], rows: Sequence[_Numbered]
) -> Iterator[RowResult]:
    """Save rows by key. New ones wait to be created together, but never beyond a row that may meet them."""
    new: dict[_Key, _Numbered] = {}
    for index, row in rows:
        try:
            key = _key_of(unit, keys, row) or (index,)
            if key in new:
                yield from _created(unit, entity, list(new.values()))
                new.clear()
            known = _found(unit, entity, keys, key, row)
        except _REFUSALS as refusal:
            yield _result(index, refusal)
            continue
        if known is None and mode == "upsert":
            new[key] = (index, row)
            continue
        yield from _created(unit, entity, list(new.values()))
        new.clear()
        yield _updated(unit, entity, known, (index, row))
    yield from _created(unit, entity, list(new.values()))


def _updated(unit: Unit, entity: str, known: _Known | None, row: _Numbered) -> RowResult:
    """Change one record behind a savepoint, so that a refused row leaves nothing."""
    index, sent = row
    if known is None:
        return _result(index, NotFound.of("record.absent"))
    values = {name: value for name, value in sent.items() if name not in ("id", "version")}
    try:
        with savepoint(unit.connection):
            return _result(index, update(unit, entity, known[0], values, known[1]))
    except _REFUSALS as refusal:
        return _result(index, refusal)


def _result(index: int, outcome: Written | DomainError, is_new: bool = False) -> RowResult:
    if isinstance(outcome, DomainError):
        return RowResult(index, issues=outcome.issues)
    return RowResult(index, outcome.id, outcome.version, outcome.warnings, is_new)


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


def _key_of(unit: Unit, keys: Sequence[Field], row: Mapping[str, object]) -> _Key:
    """Return the values that tell which record a row is; none where its `id` does."""
    around = surroundings(unit.viewer.definition)
    values: list[Value] = []
    for field in keys:
        value = FIELD_TYPES[field.type].reader(field.options, around)(row.get(field.name))
        if isinstance(value, Issue) or value is None:
            raise Invalid([Issue("record.key.blank", (field.name,), label_params("field", field.label))])
        values.append(cast(Value, value))  # detail lines are never a key: they are not stored in the row
    return tuple(values)


def _found(
    unit: Unit, entity: str, keys: Sequence[Field], key: _Key, row: Mapping[str, object]
) -> _Known | None:
    stored, dialect = unit.tables(entity).stored, unit.connection.dialect
    fields = [stored[field.id] for field in keys]
    given = {
        each.column.name: kept(value, each.storage, dialect) for each, value in zip(fields, key, strict=False)
    }
    if not keys:
        id = str(row.get("id", ""))
        if not is_record_id(id):
            return None
        given = {"id": kept(id, KEY, dialect)}
    question = (dialect.name, "key", entity, tuple(given))
    statement = plans_of(unit.viewer.definition).get(question, lambda: _finding(unit, entity, tuple(given)))
    matching = run(unit.connection, statement, given)
    if len(matching) > 1:
        raise Conflict.of("record.key.ambiguous")
    return (str(matching[0][0]), matching[0][1]) if matching else None


def _finding(unit: Unit, entity: str, names: Sequence[str]) -> Statement:
    columns, dialect = unit.tables(entity).table.c, unit.connection.dialect
    same = (columns[name] == column_parameter(columns[name], dialect) for name in names)
    found = select(columns.id, columns.version).where(columns.deleted_at.is_(None), *same)
    return compile_statement(found.limit(2), dialect)
