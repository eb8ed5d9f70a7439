"""The history of one record out of the change log, in names, without what the viewer may not read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, select

from engine.access.decision import Decision
from engine.access.mask import mask
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.metadata.model import Field, LinesOptions
from runtime.storage.columns.families import instant_wire
from runtime.storage.expanding import people
from runtime.storage.rows import Item
from runtime.storage.system_tables import sys_change
from runtime.storage.viewer import Viewer

PAGE = 50


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Changes of a record, newest first."""

    items: list[Item]
    next_cursor: str | None = None


def read_history(
    viewer: Viewer, connection: Connection, decision: Decision, id: str, cursor: str | None, limit: int = PAGE
) -> HistoryPage:
    """Return what happened to a record that the viewer may read."""
    change = sys_change.c
    found = select(sys_change).where(change.entity_id == decision.entity, change.record_id == id)
    if cursor is not None:
        found = found.where(change.sequence < _sequence(cursor))
    rows = connection.execute(found.order_by(change.sequence.desc()).limit(limit + 1)).mappings().all()
    names = people(viewer, connection, {row["actor"] for row in rows if row["actor"]})
    items = [_item(viewer, decision, row, names) for row in rows[:limit]]  # type: ignore[arg-type]
    return HistoryPage(items, str(rows[limit - 1]["sequence"]) if len(rows) > limit else None)


def _sequence(cursor: str) -> int:
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 19):
        raise Invalid([Issue("query.cursor.unreadable", ("cursor",))])
    return int(cursor)


def _item(viewer: Viewer, decision: Decision, row: Mapping[str, Any], names: Mapping[str, Item]) -> Item:
    by = names.get(row["actor"]) or {"id": row["actor"], "title": None}
    return {
        "id": str(row["sequence"]),
        "at": instant_wire(row["at"]),
        "by": by if row["actor"] else None,
        "action": row["action"],
        "version": row["version"],
        "source": row["source"],
        "reason": row["reason"],
        "changes": _changes(viewer, decision, orjson.loads(row["changes"])),
    }


def _changes(viewer: Viewer, decision: Decision, changes: Mapping[str, Any]) -> list[Item]:
    told: list[Item] = []
    for id, change in changes.items():
        place = viewer.definition.field(id)
        if place is None or id not in decision.readable | decision.masked:
            continue
        if isinstance(place.field.options, LinesOptions):
            told += [_line(viewer, decision, place.field, each) for each in change]
        else:
            told.append(_pair(decision, place.field, change))
    return told


def _line(viewer: Viewer, decision: Decision, field: Field, change: Mapping[str, Any]) -> Item:
    return {
        "field": field.name,
        "line": change["line"],
        "changes": _changes(viewer, decision, change["changes"]),
    }


def _pair(decision: Decision, field: Field, change: list[Any]) -> Item:
    before, after = change
    if field.id not in decision.readable:
        before, after = mask(before), mask(after)
    return {"field": field.name, "before": before, "after": after}
