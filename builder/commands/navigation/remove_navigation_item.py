"""Taking a view, a dashboard or a page out of the app's navigation; it stays itself."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import label_of
from builder.commands.navigation.add_navigation_item import target_of
from builder.commands.navigation.items import items_of, leads_to, without_item
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One of a view, a dashboard and a page."""

    view: str | None = None
    dashboard: str | None = None
    page: str | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    target, id = target_of(params.view, params.dashboard, params.page)
    if not leads_to(items_of(documents), target, id):
        raise Refused.because("command.navigation.missing")
    return without_item(documents, target, id)


def _describe(documents: Documents, params: Params) -> Words:
    return {"target": label_of(documents, target_of(params.view, params.dashboard, params.page)[1])}


COMMAND = EditCommand("remove_navigation_item", Params, _apply, _describe)
