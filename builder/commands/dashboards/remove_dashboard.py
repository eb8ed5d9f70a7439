"""Removing a dashboard, with its place in the navigation and in roles; its reports stay."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document
from builder.commands.navigation.items import without_item
from builder.commands.offers import roles_offering, with_offer
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The dashboard."""

    dashboard: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, _ = open_document(documents, "dashboard", params.dashboard)
    remaining = {file: each for file, each in documents.items() if file != path}
    remaining = dict(without_item(remaining, "dashboard", params.dashboard))
    for role in roles_offering(remaining, "dashboards", params.dashboard):
        remaining = dict(with_offer(remaining, role, "dashboards", params.dashboard, shown=False))
    return remaining


def _describe(documents: Documents, params: Params) -> Words:
    return {"dashboard": label_of(documents, params.dashboard)}


COMMAND = EditCommand("remove_dashboard", Params, _apply, _describe)
