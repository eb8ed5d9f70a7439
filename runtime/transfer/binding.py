"""A mapping bound to the columns of a table and the fields of an entity, or everything wrong with it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from engine.access.decision import Decision
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, Field, ImportColumn, ImportMapping
from runtime.transfer.headers import Table
from runtime.transfer.targets import Target, match_field, targets

BY_ID = "id"
Mode = Literal["create", "update", "upsert"]


@dataclass(frozen=True, slots=True)
class BoundColumn:
    """A column with its field; for links, the field that linked records are found by (none: by their id)."""

    index: int
    header: str
    target: Target
    match: Field | None
    create_missing: bool


@dataclass(frozen=True, slots=True)
class Binding:
    """How rows become records: columns of the record, columns of its lines, and what identifies it."""

    entity: Entity
    mode: Mode
    key: tuple[str, ...]
    head: tuple[BoundColumn, ...]
    detail: tuple[BoundColumn, ...]
    lines: Field | None


def bind(
    definition: Definition, decision: Decision, mapping: ImportMapping, table: Table
) -> Binding | list[Issue]:
    """Bind a mapping; every fault is reported, under its place in the mapping."""
    entity = definition.entities[mapping.entity]
    known = targets(entity, decision)
    issues = [*_column_issues(definition, known, mapping, table), *_key_issues(known, mapping)]
    if issues:
        return issues
    headers = {column.header: column.index for column in table.columns}
    bound = [_bound(definition, known[each.field], each, headers[each.column]) for each in mapping.columns]
    detail = tuple(each for each in bound if each.target.lines)
    return Binding(
        entity=entity,
        mode=mapping.mode,
        key=mapping.key,
        head=tuple(each for each in bound if not each.target.lines),
        detail=detail,
        lines=detail[0].target.lines if detail else None,
    )


def _bound(definition: Definition, target: Target, column: ImportColumn, index: int) -> BoundColumn:
    by_field = target.linked is not None and column.match != BY_ID
    match = match_field(definition, target.linked, column.match) if by_field and target.linked else None
    return BoundColumn(index, column.column, target, match, column.create_missing)


def _column_issues(
    definition: Definition, known: dict[str, Target], mapping: ImportMapping, table: Table
) -> Iterator[Issue]:
    if not mapping.columns:
        yield Issue("transfer.mapping.empty", ("columns",))
    headers = {column.header for column in table.columns}
    times = Counter(column.field for column in mapping.columns)
    for index, column in enumerate(mapping.columns):
        place = ("columns", index)
        if column.column not in headers:
            yield Issue("transfer.mapping.column_unknown", (*place, "column"), {"column": column.column})
        if column.field not in known:
            yield Issue("transfer.mapping.field_unknown", (*place, "field"), {"field": column.field})
        elif times[column.field] > 1:
            yield Issue("transfer.mapping.field_twice", (*place, "field"), {"field": column.field})
        elif not _is_matchable(definition, known[column.field], column.match):
            yield Issue("transfer.mapping.match_unknown", (*place, "match"), {"match": column.match})
    lines = (known[name].lines for name in times if name in known)
    if len({each.id for each in lines if each}) > 1:
        yield Issue("transfer.mapping.lines_mixed", ("columns",))


def _is_matchable(definition: Definition, target: Target, match: str | None) -> bool:
    if target.linked is None or match == BY_ID:
        return True
    return match_field(definition, target.linked, match) is not None


def _key_issues(known: dict[str, Target], mapping: ImportMapping) -> Iterator[Issue]:
    mapped = {column.field for column in mapping.columns}
    if mapping.mode != "create" and not mapping.key:
        yield Issue("transfer.mapping.key_missing", ("key",), {"mode": mapping.mode})
    for index, name in enumerate(mapping.key):
        if name not in mapped or name not in known or known[name].lines:
            yield Issue("transfer.mapping.key_unmapped", ("key", index), {"field": name})
