"""Setting what a tile of a dashboard shows: its heading, its words, its report, whether it filters others."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.dashboards.tiles import tile_in, tile_label
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label", "text", "report", "cross_filter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    dashboard: str
    tile: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, dashboard = open_document(documents, "dashboard", params.dashboard)
    _, tile = tile_in(dashboard, params.tile)
    assign(tile, params.property, params.value)
    return replaced(documents, path, dashboard)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "property": word(f"property.{params.property}"),
        "tile": tile_label(documents, params.dashboard, params.tile),
        "dashboard": label_of(documents, params.dashboard),
    }


COMMAND = EditCommand("set_tile", Params, _apply, _describe)
