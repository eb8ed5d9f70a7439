"""Differences of dashboards and reports: tiles that came, went, moved, and parts too large to be quoted."""

from collections.abc import Iterator, Mapping
from typing import Any

from builder.commands.documents import Label
from builder.publishing.difference import Action, Difference, difference, label_of
from builder.words import word
from engine.metadata.definition import Definition
from engine.metadata.diff import Change

Json = Mapping[str, Any]
PLACE = ("x", "y", "w", "h")


def board_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell how the tiles of a dashboard changed."""
    before, after = ({tile["id"]: tile for tile in tiles or ()} for tiles in (change.before, change.after))
    for id, tile in before.items():
        if id not in after:
            yield _told("remove", change, "tile.remove", old, tile)
    for id, tile in after.items():
        if id not in before:
            yield _told("add", change, "tile.add", new, tile)
        elif before[id] != tile:
            moved = any(before[id][key] != tile[key] for key in PLACE)
            yield _told("change", change, "tile.move" if moved else "tile.set", new, tile)


def part_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell that a part changed, without its old and new value."""
    words = {"subject": label_of(new, change.id), "property": word(f"property.{change.property}")}
    yield difference("change", change.id, "part", **words)


def _told(action: Action, change: Change, code: str, definition: Definition, tile: Json) -> Difference:
    words = {"dashboard": label_of(definition, change.id), "tile": _heading(definition, tile)}
    return difference(action, change.id, code, **words)


def _heading(definition: Definition, tile: Json) -> Label:
    return tile.get("label") or label_of(definition, tile.get("report", "")) or word("tile.words")
