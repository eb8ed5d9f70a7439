"""Adding a view or a dashboard to the app's navigation."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import insert, label_of, open_document
from builder.commands.navigation.items import Target, items_of, leads_to, with_items
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """A view or a dashboard; `group` is the place of a group among the items, `index` that inside it."""

    view: str | None = None
    dashboard: str | None = None
    group: int | None = None
    index: int | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    target, id = target_of(params.view, params.dashboard)
    open_document(documents, target, id)
    items = items_of(documents)
    if leads_to(items, target, id):
        raise Refused.because("command.navigation.taken")
    insert(items if params.group is None else _group(items, params.group), params.index, {target: id})
    return with_items(documents, items)


def target_of(view: str | None, dashboard: str | None) -> tuple[Target, str]:
    """Return what an item leads to, or refuse both and neither."""
    if view is not None and dashboard is None:
        return "view", view
    if dashboard is not None and view is None:
        return "dashboard", dashboard
    raise Refused.because("command.navigation.target")


def _group(items: list[dict[str, list[dict[str, str]]]], group: int) -> list[dict[str, str]]:
    if not 0 <= group < len(items) or "group" not in items[group]:
        raise Refused.because("command.navigation.group", ("group",), group=group)
    return items[group].setdefault("items", [])


def _describe(documents: Documents, params: Params) -> Words:
    return {"target": label_of(documents, target_of(params.view, params.dashboard)[1])}


COMMAND = EditCommand("add_navigation_item", Params, _apply, _describe)
