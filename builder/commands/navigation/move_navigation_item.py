"""Moving an item of the app's navigation, with all that is in it, to another place or into another group."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import Json, insert
from builder.commands.navigation.items import item_at, item_label, items_of, list_at, with_items
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Places as they are before the move: the way down, group by group; `to` is before what is there now."""

    at: list[int]
    to: list[int]


def _apply(documents: Documents, params: Params) -> Documents:
    items = items_of(documents)
    listed, index = item_at(items, params.at)
    if tuple(params.to[: len(params.at)]) == tuple(params.at) and len(params.to) > len(params.at):
        raise Refused.because("command.navigation.inside", ("to",))
    target, place = list_at(items, params.to)
    _move(listed, index, target, place)
    return with_items(documents, items)


def _move(listed: list[Json], index: int, target: list[Json], place: int) -> None:
    item = listed.pop(index)
    insert(target, place - 1 if listed is target and index < place else place, item)


def _describe(documents: Documents, params: Params) -> Words:
    return {"target": item_label(documents, params.at)}


COMMAND = EditCommand("move_navigation_item", Params, _apply, _describe)
