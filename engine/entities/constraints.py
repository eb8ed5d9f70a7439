"""What only the database can answer about a prepared record: is a combination taken, does a link fit.

Here the questions are made; the repository asks them in the transaction of the write.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.entities.record import Prepared
from engine.entities.values import Line, RecordValue, RecordValues
from engine.kernel.issue import Issue, Scalar
from engine.kernel.path import Path
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, Field, LinesOptions, LinkOptions, Unique
from engine.text.labels import label_params


@dataclass(frozen=True, slots=True)
class UniqueKey:
    """A combination of values that no other record may have."""

    rule: Unique
    names: tuple[str, ...]
    values: tuple[RecordValue, ...]


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """A record that was newly linked: it must exist, be readable, and meet the filter of the link."""

    path: Path
    entity: str
    id: str
    filter: str | None


def unique_keys(definition: Definition, entity: Entity, prepared: Prepared) -> tuple[UniqueKey, ...]:
    """Return the combinations that changed; one with a blank value collides with nothing."""
    return tuple(
        key
        for key in (_key(definition, rule, prepared.values) for rule in entity.unique)
        if not prepared.changed.isdisjoint(key.names) and None not in key.values
    )


def taken(key: UniqueKey) -> Issue:
    """Return the refusal of a combination, in the author's words where there are any."""
    if key.rule.message:
        return Issue("entity.check.failed", key.names[:1], label_params("message", key.rule.message))
    params: dict[str, Scalar] = {"fields": ", ".join(key.names)}
    return Issue("entity.unique.broken", key.names[:1], params)


def link_targets(
    entity: Entity, prepared: Prepared, existing: RecordValues | None = None
) -> Iterator[LinkTarget]:
    """Yield the records that were newly linked, by the record and by its lines; links that stay may stay."""
    before = existing or {}
    for field in entity.fields:
        if field.name not in prepared.changed:
            continue
        if isinstance(field.options, LinesOptions):
            yield from _in_lines(field, field.options, prepared, _lines(before.get(field.name)))
        else:
            yield from _target((field.name,), field, prepared.values, before)


def _key(definition: Definition, rule: Unique, values: RecordValues) -> UniqueKey:
    places = [definition.field(id) for id in rule.fields]
    names = tuple(place.field.name for place in places if place)
    return UniqueKey(rule, names, tuple(values.get(name) for name in names))


def _lines(value: RecordValue) -> tuple[Line, ...]:
    return tuple(each for each in value if isinstance(each, Line)) if isinstance(value, tuple) else ()


def _in_lines(
    field: Field, options: LinesOptions, prepared: Prepared, before: tuple[Line, ...]
) -> Iterator[LinkTarget]:
    known = {line.id: line.values for line in before}
    for index, line in enumerate(_lines(prepared.values[field.name])):
        for column in options.fields:
            path = (field.name, index, column.name)
            yield from _target(path, column, line.values, known.get(line.id, {}))


def _target(path: Path, field: Field, values: RecordValues, before: RecordValues) -> Iterator[LinkTarget]:
    id = values.get(field.name)
    if isinstance(field.options, LinkOptions) and isinstance(id, str) and id != before.get(field.name):
        yield LinkTarget(path, field.options.entity, id, field.options.filter)
