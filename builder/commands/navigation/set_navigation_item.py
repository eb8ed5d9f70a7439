"""Setting the icon of an item of the app's navigation, or the heading of a group."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import assign, require_one_of
from builder.commands.navigation.items import item_at, item_label, items_of, with_items
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("icon", "group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`at` is the place of the item: the way down, group by group; no value takes an icon away."""

    at: list[int]
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    items = items_of(documents)
    listed, index = item_at(items, params.at)
    if params.property == "group" and ("group" not in listed[index] or not params.value):
        raise Refused.because("command.navigation.group", ("group",), group=index)
    assign(listed[index], params.property, params.value)
    return with_items(documents, items)


def _describe(documents: Documents, params: Params) -> Words:
    return {"property": word(f"property.{params.property}"), "target": item_label(documents, params.at)}


COMMAND = EditCommand("set_navigation_item", Params, _apply, _describe)
