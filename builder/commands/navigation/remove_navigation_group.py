"""Dissolving a group of the app's navigation; what was in it stands in its place."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.navigation.items import item_at, item_label, items_of, with_items
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`at` is the place of the group: the way down, group by group."""

    at: list[int]


def _apply(documents: Documents, params: Params) -> Documents:
    items = items_of(documents)
    listed, index = item_at(items, params.at)
    if "group" not in listed[index]:
        raise Refused.because("command.navigation.group", ("group",), group=index)
    listed[index : index + 1] = listed[index].get("items", [])
    return with_items(documents, items)


def _describe(documents: Documents, params: Params) -> Words:
    return {"group": item_label(documents, params.at)}


COMMAND = EditCommand("remove_navigation_group", Params, _apply, _describe)
