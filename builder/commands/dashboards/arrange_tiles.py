"""Arranging tiles of a dashboard: one that is dragged pushes others aside, and all of it is one edit."""

from dataclasses import dataclass, field

from builder.commands.command import EditCommand
from builder.commands.dashboards.tiles import arranged
from builder.commands.documents import label_of, open_document, replaced
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """By tile its place `[x, y, w, h]` in columns of 24 and in rows; others stay where they are."""

    dashboard: str
    places: dict[str, list[int]] = field(default_factory=dict)


def _apply(documents: Documents, params: Params) -> Documents:
    path, dashboard = open_document(documents, "dashboard", params.dashboard)
    return replaced(documents, path, arranged(dashboard, params.places))


def _describe(documents: Documents, params: Params) -> Words:
    return {"dashboard": label_of(documents, params.dashboard)}


COMMAND = EditCommand("arrange_tiles", Params, _apply, _describe)
