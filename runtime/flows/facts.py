"""What a flow sees of records: values by dotted path, and detail lines, as they are at this moment.

Reads for the installation, like everything computed: what a flow looks at is its author's choice, and is
shown to whoever may publish it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from engine.dependencies.resolve import Standpoint, columns
from engine.entities.computed import is_live
from engine.entities.values import Line
from engine.entities.working import Fetch, Linked, Working, fetch_at
from engine.flows.events import LineValues
from engine.kernel.values import Value
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import Entity, LinesOptions
from runtime.storage.asking import whole_question
from runtime.storage.linked import LinkedValues
from runtime.storage.plans import plans_of
from runtime.storage.reading import add_lines
from runtime.storage.statement import run
from runtime.storage.viewer import Viewer

Lines = Mapping[str, tuple[LineValues, ...]]


@dataclass(frozen=True, slots=True)
class Seen:
    """A record that is looked at: its values with those of its lines, and how linked ones are asked for."""

    viewer: Viewer
    entity: Entity
    working: Working

    def values(self, names: Iterable[str]) -> dict[str, Value]:
        """Return values by dotted path."""
        where = Standpoint(self.entity)
        return {name: self._fetch(where, name)(self.working) for name in names}

    def lines(self, wanted: Mapping[str, Iterable[str]]) -> dict[str, tuple[LineValues, ...]]:
        """Return detail lines by field id, each with the columns asked for by dotted path."""
        return {id: self._lines(id, tuple(names)) for id, names in wanted.items()}

    def _lines(self, id: str, names: tuple[str, ...]) -> tuple[LineValues, ...]:
        place = self.viewer.definition.field(id)
        if place is None:
            return ()
        where = Standpoint(self.entity, place.field)
        fetches = {name: self._fetch(where, name) for name in names}
        return tuple(
            LineValues(id=line.id or "", values={name: fetch(line) for name, fetch in fetches.items()})
            for line in self.working.lines.get(place.field.name, ())
        )

    def _fetch(self, where: Standpoint, name: str) -> Fetch:
        definition, path = self.viewer.definition, tuple(name.split("."))
        key = ("fact", self.entity.id, where.lines.id if where.lines else "", name)
        return plans_of(definition).get(key, lambda: fetch_at(definition, where, path))


def look(viewer: Viewer, connection: Connection, entity: str, id: str, names: Iterable[str]) -> Seen | None:
    """Look at a record as it is stored, in the trash or not; None where there is none."""
    question = whole_question(viewer, entity, live_among(viewer.definition, entity, names))
    statement = question.plan.statement
    rows = run(connection, statement, {"id": id, **viewer.bound(statement)})
    if not rows:
        return None
    item = question.plan.read["values"](rows[0])
    add_lines(viewer, connection, question.lines, [item], "values")
    return seen(viewer, viewer.definition.entities[entity], item, LinkedValues(viewer, connection))


def seen(viewer: Viewer, entity: Entity, values: Mapping[str, Any], linked: Linked) -> Seen:
    """Look at a record whose stored values are at hand."""
    record = Working(dict(values), values, viewer.context, linked, values.get("id"))
    for field in entity.fields:
        if isinstance(field.options, LinesOptions):
            found: tuple[Line, ...] = values.get(field.name) or ()
            record.lines[field.name] = [
                Working(dict(line.values), line.values, viewer.context, linked, line.id, parent=record)
                for line in found
            ]
    return Seen(viewer, entity, record)


def live_among(definition: Definition, entity: str, names: Iterable[str]) -> frozenset[str]:
    """Return the live fields of an entity itself among paths, by id."""
    roots = {name.partition(".")[0] for name in names}
    found = definition.entities[entity]
    return frozenset(
        field.id
        for field in found.fields
        if field.name in roots
        and not columns(field.options)
        and is_live(definition, FieldPlace(field, found))
    )
