"""Differences of pages: blocks that came, went, moved, and what they show."""

from collections.abc import Iterator, Mapping
from typing import Any

from builder.commands.documents import Label
from builder.publishing.difference import Action, Difference, difference, label_of
from builder.words import word
from engine.metadata.definition import Definition
from engine.metadata.diff import Change

Json = Mapping[str, Any]
PLACE = ("x", "y", "w", "h")


def page_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell how the blocks of a page changed."""
    before, after = ({each["id"]: each for each in blocks or ()} for blocks in (change.before, change.after))
    for id, block in before.items():
        if id not in after:
            yield _told("remove", change, "block.remove", old, block)
    for id, block in after.items():
        if id not in before:
            yield _told("add", change, "block.add", new, block)
        elif before[id] != block:
            yield _told("change", change, _what(before[id], block), new, block)


def _what(before: Json, after: Json) -> str:
    shown = [{key: value for key, value in each.items() if key not in PLACE} for each in (before, after)]
    return "block.move" if shown[0] == shown[1] else "block.set"


def _told(action: Action, change: Change, code: str, definition: Definition, block: Json) -> Difference:
    words = {"page": label_of(definition, change.id), "block": _heading(definition, block)}
    return difference(action, change.id, code, **words)


def _heading(definition: Definition, block: Json) -> Label:
    target = block.get("view") or block.get("form") or block.get("report") or ""
    return block.get("label") or label_of(definition, target) or word(f"block.{block['kind']}")
