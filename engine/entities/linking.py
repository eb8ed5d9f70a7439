"""The records and people a prepared record newly links to: whether they exist and fit, the repository asks.

A link that stays may stay, though its target would no longer be offered.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.entities.field_types.person import PEOPLE
from engine.entities.record import Prepared
from engine.entities.values import Line, RecordValue, RecordValues
from engine.kernel.path import Path
from engine.metadata.model import Entity, Field, LinesOptions, LinkOptions, PersonOptions

_LINKING = (LinkOptions, PersonOptions)


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """What a link newly leads to: a record of an entity that meets the filter of the link, or a person."""

    field: Field
    path: Path
    target: str
    id: str
    filter: str | None = None


def link_targets(
    entity: Entity, prepared: Prepared, existing: RecordValues | None = None
) -> Iterator[LinkTarget]:
    """Yield what is newly linked, by the record and by its lines."""
    before = existing or {}
    for field in entity.fields:
        if field.name not in prepared.changed:
            continue
        if isinstance(field.options, LinesOptions):
            yield from _in_lines(field, field.options, prepared, _lines(before.get(field.name)))
        elif isinstance(field.options, _LINKING):
            yield from _target((field.name,), field, prepared.values, before)


def _lines(value: RecordValue) -> tuple[Line, ...]:
    return tuple(each for each in value if isinstance(each, Line)) if isinstance(value, tuple) else ()


def _in_lines(
    field: Field, options: LinesOptions, prepared: Prepared, before: tuple[Line, ...]
) -> Iterator[LinkTarget]:
    known = {line.id: line.values for line in before}
    linking = [column for column in options.fields if isinstance(column.options, _LINKING)]
    for index, line in enumerate(_lines(prepared.values[field.name])):
        for column in linking:
            path = (field.name, index, column.name)
            yield from _target(path, column, line.values, known.get(line.id, {}))


def _target(path: Path, field: Field, values: RecordValues, before: RecordValues) -> Iterator[LinkTarget]:
    id = values.get(field.name)
    if not isinstance(id, str) or id == before.get(field.name):
        return
    match field.options:
        case LinkOptions(entity=entity, filter=condition):
            yield LinkTarget(field, path, entity, id, condition)
        case PersonOptions():
            yield LinkTarget(field, path, PEOPLE, id)
