"""Putting a new view beside the views of the same entity: into the navigation, and among what roles offer."""

from collections.abc import Sequence
from copy import deepcopy

from builder.commands.documents import Json, replaced
from builder.commands.navigation.items import items_of, with_items
from engine.metadata.load import kind_in
from engine.ports import Documents


def siblings_of(documents: Documents, entity: str) -> frozenset[str]:
    """Return the ids of the views of an entity."""
    views = (each for each in documents.values() if kind_in(each) == "view")
    return frozenset(each["id"] for each in views if each["entity"] == entity)


def beside_siblings(documents: Documents, view: str, siblings: frozenset[str]) -> Documents:
    """Return the documents with a view wherever a sibling is; without any, last in the navigation."""
    items = items_of(documents)
    if not _insert_after(items, view, siblings):
        items.append({"view": view})
    return offered(with_items(documents, items), view, siblings)


def offered(documents: Documents, view: str, siblings: frozenset[str]) -> Documents:
    """Return the documents with a view in every role that picks out one of its siblings."""
    for path, role in documents.items():
        if kind_in(role) == "role" and not siblings.isdisjoint(role.get("views", ())):
            documents = replaced(documents, path, deepcopy(dict(role)) | {"views": [*role["views"], view]})
    return documents


def _insert_after(items: list[Json], view: str, siblings: frozenset[str]) -> bool:
    """Put an item after the last sibling, in whichever group that stands."""
    for index in range(len(items) - 1, -1, -1):
        if items[index].get("view") in siblings:
            items.insert(index + 1, {"view": view})
            return True
        if _insert_after(items[index].get("items", []), view, siblings):
            return True
    return False


def without_view(documents: Documents, view: str) -> Documents:
    """Return the documents with a view in no role any more."""
    for path, role in documents.items():
        if kind_in(role) == "role" and view in role.get("views", ()):
            documents = replaced(documents, path, _without(role["views"], view, dict(role)))
    return documents


def _without(views: Sequence[str], view: str, role: Json) -> Json:
    kept = [each for each in views if each != view]
    others = {key: value for key, value in role.items() if key != "views"}
    return others | ({"views": kept} if kept else {})
