"""Finding the tiles of a dashboard in raw documents."""

from collections.abc import Mapping, Sequence

from builder.commands.command import Refused
from builder.commands.documents import Json, Label, dict_of, label_of, open_document
from builder.commands.grid import PLACE, require_place
from builder.words import word
from engine.ports import Documents


def tile_in(dashboard: Json, tile: str) -> tuple[int, Json]:
    """Return the index of a tile of a dashboard and the tile."""
    for index, each in enumerate(dashboard["tiles"]):
        if each["id"] == tile:
            return index, each
    raise Refused.because("command.tile.missing", ("tile",), id=tile)


def arranged(dashboard: Json, places: Mapping[str, Sequence[int]]) -> Json:
    """Put tiles of a dashboard, a copy to change, into their places; refuse what is no place on the board."""
    for id, place in places.items():
        _, tile = tile_in(dashboard, id)
        if len(place) != len(PLACE):
            raise Refused.because("command.param.type", ("places", id))
        x, y, w, h = place
        require_place(x, y, w, h)
        tile.update(dict(zip(PLACE, place, strict=True)))
    return dashboard


def tile_label(documents: Documents, dashboard: str, tile: str) -> Label:
    """Return what a tile is headed by: its own words, else those of its report."""
    _, opened = open_document(documents, "dashboard", dashboard)
    found = tile_in(opened, tile)[1]
    heading = found.get("label") or label_of(documents, found.get("report", ""))
    return dict_of(dict(heading or word("tile.words")))
