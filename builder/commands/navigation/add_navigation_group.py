"""Adding a group to the app's navigation, empty until items are put into it."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import Json, insert
from builder.commands.navigation.items import items_of, list_at, with_items
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Its heading; `at` is its place, the way down group by group; without it, last."""

    label: dict[str, str]
    icon: str | None = None
    at: list[int] | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    items = items_of(documents)
    group: Json = {"group": params.label, **({"icon": params.icon} if params.icon else {}), "items": []}
    listed, index = list_at(items, params.at) if params.at else (items, None)
    insert(listed, index, group)
    return with_items(documents, items)


def _describe(documents: Documents, params: Params) -> Words:
    return {"group": params.label}


COMMAND = EditCommand("add_navigation_group", Params, _apply, _describe)
