"""Places on a board of 24 columns, where the tiles of dashboards and the blocks of pages lie."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from builder.commands.command import Refused
from builder.commands.documents import Json

COLUMNS = 24
PLACE = ("x", "y", "w", "h")
LARGEST = {"y": 1000, "h": 60}

Places = Mapping[str, Mapping[str, int]]


def place_of(params: Any) -> dict[str, int]:
    """Return the place the parameters of a command name."""
    return {key: getattr(params, key) or 0 for key in PLACE}


def require_place(x: int, y: int, w: int, h: int) -> None:
    """Refuse a place that is not on the board."""
    if not (x >= 0 and w >= 1 and x + w <= COLUMNS and 0 <= y <= LARGEST["y"] and 1 <= h <= LARGEST["h"]):
        raise Refused.because("command.tile.place", (), x=x, y=y, w=w, h=h)


def below(placed: Sequence[Json]) -> int:
    """Return the first row below everything on a board."""
    return max((each["y"] + each["h"] for each in placed), default=0)


def arrange(places: Places, thing_of: Callable[[str], Json]) -> None:
    """Put things on a board, copies to change that are looked up by id, into their places."""
    for id, place in places.items():
        thing = thing_of(id)
        if place.keys() != set(PLACE):
            raise Refused.because("command.param.type", ("places", id))
        require_place(**place)
        thing.update(place)
