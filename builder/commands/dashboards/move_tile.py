"""Moving a tile of a dashboard, or giving it another size."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.dashboards.tiles import tile_in, tile_label
from builder.commands.documents import label_of, open_document, replaced
from builder.commands.grid import require_place
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The place in columns of 24 and in rows."""

    dashboard: str
    tile: str
    x: int
    y: int
    w: int
    h: int


def _apply(documents: Documents, params: Params) -> Documents:
    path, dashboard = open_document(documents, "dashboard", params.dashboard)
    _, tile = tile_in(dashboard, params.tile)
    require_place(params.x, params.y, params.w, params.h)
    tile.update({"x": params.x, "y": params.y, "w": params.w, "h": params.h})
    return replaced(documents, path, dashboard)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "tile": tile_label(documents, params.dashboard, params.tile),
        "dashboard": label_of(documents, params.dashboard),
    }


COMMAND = EditCommand("move_tile", Params, _apply, _describe)
