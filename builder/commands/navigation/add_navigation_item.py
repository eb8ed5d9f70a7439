"""Adding a view, a dashboard or a page to the app's navigation."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import insert, label_of, open_document
from builder.commands.navigation.items import Target, items_of, leads_to, list_at, with_items
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """What it leads to; `group` is the place of a group among the items, `index` that inside it.

    `at` says the place whole instead: the way down, group by group.
    """

    view: str | None = None
    dashboard: str | None = None
    page: str | None = None
    group: int | None = None
    index: int | None = None
    at: list[int] | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    target, id = target_of(params.view, params.dashboard, params.page)
    open_document(documents, target, id)
    items = items_of(documents)
    if leads_to(items, target, id):
        raise Refused.because("command.navigation.taken")
    listed, index = _place(items, params)
    insert(listed, index, {target: id})
    return with_items(documents, items)


def target_of(view: str | None, dashboard: str | None, page: str | None = None) -> tuple[Target, str]:
    """Return what an item leads to, or refuse several and none."""
    given: list[tuple[Target, str | None]] = [("view", view), ("dashboard", dashboard), ("page", page)]
    named = [(target, id) for target, id in given if id is not None]
    if len(named) != 1:
        raise Refused.because("command.navigation.target")
    return named[0]


def _place(items: list[dict[str, object]], params: Params) -> tuple[list[dict[str, object]], int | None]:
    if params.at:
        return list_at(items, params.at)
    if params.group is None:
        return items, params.index
    return list_at(items, [params.group, 0])[0], params.index


def _describe(documents: Documents, params: Params) -> Words:
    return {"target": label_of(documents, target_of(params.view, params.dashboard, params.page)[1])}


COMMAND = EditCommand("add_navigation_item", Params, _apply, _describe)
