"""What saving would give, while somebody types: defaults, formulas, look-ups and checks; stores nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from engine.entities.conversion import json_of
from engine.entities.linking import link_targets
from engine.entities.record import Prepared, Preview, preview
from engine.entities.values import Line, RecordValues
from engine.entities.working import Linked
from engine.kernel.issue import Issue
from engine.metadata.model import LinesOptions
from runtime.storage.authorized import shown_fields
from runtime.storage.link_checks import check_links
from runtime.storage.linked import LinkedValues, without
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
    viewer.require("create" if id is None else "update", entity_id)
    existing = get(viewer, connection, entity_id, id, "values") if id else None
    made, _ = work_out(viewer, connection, entity_id, values, existing)
    reading = viewer.require("read", entity_id)
    shown = {
        each.name: _sent(each.field, made.values.get(each.name), reading.readable)
        for each in shown_fields(viewer.definition, reading)
        if not each.is_masked
    }
    return Computed(shown, made.issues)


def work_out(
    viewer: Viewer,
    connection: Connection,
    entity_id: str,
    values: Mapping[str, object],
    existing: RecordValues | None,
) -> tuple[Preview, Linked]:
    """Return the record as it would be, and the linked values it was worked out with.

    What is newly linked counts as blank where the viewer may not read it: saving would refuse it, so typing
    its id tells nothing of it either.
    """
    decision = viewer.require("create" if existing is None else "update", entity_id)
    reading = viewer.require("read", entity_id)
    entity = viewer.definition.entities[entity_id]
    every = LinkedValues(viewer, connection)

    def made_with(linked: Linked) -> Preview:
        return preview(
            viewer.definition,
            entity,
            values,
            existing,
            viewer.context,
            writable=decision.writable,
            visible=reading.readable | reading.masked,
            linked=linked,
        )

    made = made_with(every)
    prepared = Prepared(made.values, frozenset(made.values), {})
    new = [replace(each, filter=None) for each in link_targets(entity, prepared, existing)]
    refused = {issue.path for issue in check_links(viewer, connection, new)}
    unseen = frozenset((each.target, each.id) for each in new if each.path in refused)
    if not unseen:
        return made, every
    seen = without(every, unseen)
    return made_with(seen), seen


def _sent(field: Any, value: Any, readable: frozenset[str]) -> Any:
    if not isinstance(field.options, LinesOptions):
        return json_of(field.options, value)
    shown = [each for each in field.options.fields if each.id in readable]
    lines: tuple[Line, ...] = value or ()
    return [
        {"id": line.id} | {each.name: json_of(each.options, line.values.get(each.name)) for each in shown}
        for line in lines
    ]
