"""The navigation of an app as raw items: finding, adding and taking out what it leads to."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Literal

from builder.commands.documents import Json, replaced
from engine.ports import Documents

Target = Literal["view", "dashboard"]
APP = "app.json"


def with_items(documents: Documents, items: Sequence[Json]) -> Documents:
    """Return the documents with the navigation replaced."""
    app = {key: value for key, value in documents[APP].items() if key != "navigation"}
    return replaced(documents, APP, app | ({"navigation": list(items)} if items else {}))


def items_of(documents: Documents) -> list[Json]:
    """Return a copy of the navigation's items."""
    return deepcopy(list(documents[APP].get("navigation", ())))


def without_item(documents: Documents, target: Target, id: str) -> Documents:
    """Return the documents without the items that lead to a view or dashboard."""
    before = items_of(documents)
    after = _without(before, target, id)
    return documents if after == before else with_items(documents, after)


def leads_to(items: Sequence[Any], target: Target, id: str) -> bool:
    """Tell whether any item leads to a view or dashboard."""
    return any(each.get(target) == id or leads_to(each.get("items", ()), target, id) for each in items)


def _without(items: Sequence[Json], target: Target, id: str) -> list[Json]:
    kept = [each for each in items if each.get(target) != id]
    return [
        {**each, "items": _without(each["items"], target, id)} if "items" in each else each for each in kept
    ]
