"""Setting whether a role is offered a dashboard; what it shows there is what the role may read."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document
from builder.commands.offers import with_offer
from builder.words import word
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The role, the dashboard, and whether it is offered."""

    role: str
    dashboard: str
    shown: bool


def _apply(documents: Documents, params: Params) -> Documents:
    open_document(documents, "dashboard", params.dashboard)
    return with_offer(documents, params.role, "dashboards", params.dashboard, shown=params.shown)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "role": label_of(documents, params.role),
        "dashboard": label_of(documents, params.dashboard),
        "shown": word("value.yes" if params.shown else "value.no"),
    }


COMMAND = EditCommand("set_dashboard_access", Params, _apply, _describe)
