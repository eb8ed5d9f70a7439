"""Places on a board of 24 columns, where the tiles of dashboards and the blocks of pages lie."""

from builder.commands.command import Refused

COLUMNS = 24
PLACE = ("x", "y", "w", "h")
LARGEST = {"y": 1000, "h": 60}


def require_place(x: int, y: int, w: int, h: int) -> None:
    """Refuse a place that is not on the board."""
    if not (x >= 0 and w >= 1 and x + w <= COLUMNS and 0 <= y <= LARGEST["y"] and 1 <= h <= LARGEST["h"]):
        raise Refused.because("command.tile.place", (), x=x, y=y, w=w, h=h)
