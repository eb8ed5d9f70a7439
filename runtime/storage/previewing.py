"""What saving would give, while somebody types: defaults, formulas, look-ups and checks; stores nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from engine.entities.conversion import json_of
from engine.entities.record import preview
from engine.entities.values import Line
from engine.kernel.issue import Issue
from engine.metadata.model import LinesOptions
from runtime.storage.authorized import shown_fields
from runtime.storage.linked import LinkedValues
from runtime.storage.reading import get
from runtime.storage.rows import Item
from runtime.storage.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Computed:
    """Values as they are sent, and everything found wrong."""

    values: Item
    issues: tuple[Issue, ...]


def compute(
    viewer: Viewer, connection: Connection, entity_id: str, values: Mapping[str, object], id: str | None
) -> Computed:
    """Work out a new record, or a change of an existing one."""
    decision = viewer.require("create" if id is None else "update", entity_id)
    entity = viewer.definition.entities[entity_id]
    reading = viewer.require("read", entity_id)
    existing = get(viewer, connection, entity_id, id, "values") if id else None
    made = preview(
        viewer.definition,
        entity,
        values,
        existing,
        viewer.context,
        writable=decision.writable,
        visible=reading.readable | reading.masked,
        linked=LinkedValues(viewer, connection),
    )
    shown = {
        each.name: _sent(each.field, made.values.get(each.name), reading.readable)
        for each in shown_fields(viewer.definition, reading)
        if not each.is_masked
    }
    return Computed(shown, made.issues)


def _sent(field: Any, value: Any, readable: frozenset[str]) -> Any:
    if not isinstance(field.options, LinesOptions):
        return json_of(field.options, value)
    shown = [each for each in field.options.fields if each.id in readable]
    lines: tuple[Line, ...] = value or ()
    return [
        {"id": line.id} | {each.name: json_of(each.options, line.values.get(each.name)) for each in shown}
        for line in lines
    ]
