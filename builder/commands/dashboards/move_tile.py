"""Moving a tile of a dashboard, or giving it another size; others may give way in the same edit."""

from dataclasses import dataclass, field

from builder.commands.command import EditCommand
from builder.commands.dashboards.tiles import arrange_tiles, tile_label
from builder.commands.documents import label_of, open_document, replaced
from builder.commands.grid import place_of
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The place in columns of 24 and in rows; `places` are those of tiles that give way, by their ids."""

    dashboard: str
    tile: str
    x: int
    y: int
    w: int
    h: int
    places: dict[str, dict[str, int]] = field(default_factory=dict)


def _apply(documents: Documents, params: Params) -> Documents:
    path, dashboard = open_document(documents, "dashboard", params.dashboard)
    arrange_tiles(dashboard, {**params.places, params.tile: place_of(params)})
    return replaced(documents, path, dashboard)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "tile": tile_label(documents, params.dashboard, params.tile),
        "dashboard": label_of(documents, params.dashboard),
    }


COMMAND = EditCommand("move_tile", Params, _apply, _describe)
