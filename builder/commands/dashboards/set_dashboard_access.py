"""Setting whether a role is offered a dashboard; what it shows there is what the role may read."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document, replaced
from builder.words import word
from engine.metadata.load import kind_in
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The role, the dashboard, and whether it is offered."""

    role: str
    dashboard: str
    shown: bool


def roles_with_dashboard(documents: Documents, dashboard: str) -> list[str]:
    """Return the ids of the roles that are offered a dashboard."""
    roles = [each for each in documents.values() if kind_in(each) == "role"]
    return [each["id"] for each in roles if dashboard in each.get("dashboards", ())]


def with_dashboard(documents: Documents, role_id: str, dashboard: str, shown: bool) -> Documents:
    """Return the documents with a dashboard offered to a role, or no longer."""
    path, role = open_document(documents, "role", role_id)
    offered = [each for each in role.get("dashboards", ()) if each != dashboard]
    role["dashboards"] = [*offered, dashboard] if shown else offered
    if not role["dashboards"]:
        del role["dashboards"]
    return replaced(documents, path, role)


def _apply(documents: Documents, params: Params) -> Documents:
    open_document(documents, "dashboard", params.dashboard)
    return with_dashboard(documents, params.role, params.dashboard, params.shown)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "role": label_of(documents, params.role),
        "dashboard": label_of(documents, params.dashboard),
        "shown": word("value.yes" if params.shown else "value.no"),
    }


COMMAND = EditCommand("set_dashboard_access", Params, _apply, _describe)
