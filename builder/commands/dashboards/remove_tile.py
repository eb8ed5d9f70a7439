"""Taking a tile off a dashboard; its report stays."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.dashboards.tiles import tile_in, tile_label
from builder.commands.documents import label_of, open_document, replaced
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The dashboard and its tile."""

    dashboard: str
    tile: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, dashboard = open_document(documents, "dashboard", params.dashboard)
    index, _ = tile_in(dashboard, params.tile)
    del dashboard["tiles"][index]
    return replaced(documents, path, dashboard)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "tile": tile_label(documents, params.dashboard, params.tile),
        "dashboard": label_of(documents, params.dashboard),
    }


COMMAND = EditCommand("remove_tile", Params, _apply, _describe)
