"""Finding the tiles of a dashboard in raw documents."""

from builder.commands.command import Refused
from builder.commands.documents import Json, Label, dict_of, label_of, open_document
from builder.commands.grid import Places, arrange
from builder.words import word
from engine.ports import Documents


def tile_in(dashboard: Json, tile: str) -> tuple[int, Json]:
    """Return the index of a tile of a dashboard and the tile."""
    for index, each in enumerate(dashboard["tiles"]):
        if each["id"] == tile:
            return index, each
    raise Refused.because("command.tile.missing", ("tile",), id=tile)


def arrange_tiles(dashboard: Json, places: Places) -> None:
    """Put tiles of a dashboard, a copy to change, into their places."""
    arrange(places, lambda id: tile_in(dashboard, id)[1])


def tile_label(documents: Documents, dashboard: str, tile: str) -> Label:
    """Return what a tile is headed by: its own words, else those of its report."""
    _, opened = open_document(documents, "dashboard", dashboard)
    found = tile_in(opened, tile)[1]
    heading = found.get("label") or label_of(documents, found.get("report", ""))
    return dict_of(dict(heading or word("tile.words")))
