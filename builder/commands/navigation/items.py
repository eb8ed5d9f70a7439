"""The navigation of an app as raw items: finding, adding and taking out what it leads to."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Literal

from builder.commands.command import Refused
from builder.commands.documents import Json, Label, dict_of, label_of, replaced
from engine.ports import Documents

Target = Literal["view", "dashboard", "page"]
APP = "app.json"


def with_items(documents: Documents, items: Sequence[Json]) -> Documents:
    """Return the documents with the navigation replaced."""
    app = {key: value for key, value in documents[APP].items() if key != "navigation"}
    return replaced(documents, APP, app | ({"navigation": list(items)} if items else {}))


def items_of(documents: Documents) -> list[Json]:
    """Return a copy of the navigation's items."""
    return deepcopy(list(documents[APP].get("navigation", ())))


def without_item(documents: Documents, target: Target, id: str) -> Documents:
    """Return the documents without the items that lead to a view, dashboard or page."""
    before = items_of(documents)
    after = _without(before, target, id)
    return documents if after == before else with_items(documents, after)


def leads_to(items: Sequence[Any], target: Target, id: str) -> bool:
    """Tell whether any item leads to a view, dashboard or page."""
    return any(each.get(target) == id or leads_to(each.get("items", ()), target, id) for each in items)


def _without(items: Sequence[Json], target: Target, id: str) -> list[Json]:
    kept = [each for each in items if each.get(target) != id]
    return [
        {**each, "items": _without(each["items"], target, id)} if "items" in each else each for each in kept
    ]


def list_at(items: list[Json], place: Sequence[int]) -> tuple[list[Json], int]:
    """Return the list a place is in, and the index in it; a place is the way down, group by group."""
    if not place:
        raise Refused.because("command.navigation.place", ("at",))
    listed = items
    for step in place[:-1]:
        if not 0 <= step < len(listed) or "group" not in listed[step]:
            raise Refused.because("command.navigation.group", ("group",), group=step)
        listed = listed[step].setdefault("items", [])
    return listed, place[-1]


def item_at(items: list[Json], place: Sequence[int]) -> tuple[list[Json], int]:
    """Return the list and index of an item that is there."""
    listed, index = list_at(items, place)
    if not 0 <= index < len(listed):
        raise Refused.because("command.navigation.missing", ("at",))
    return listed, index


def item_label(documents: Documents, place: Sequence[int]) -> Label:
    """Return what the item at a place is called."""
    listed, index = item_at(items_of(documents), place)
    item = listed[index]
    target = item.get("view") or item.get("dashboard") or item.get("page")
    return label_of(documents, target) if target else dict_of(dict(item.get("group") or {}))
