"""Adding an empty dashboard, and at once offering it to roles."""

from dataclasses import dataclass, field, replace

from builder.commands.command import EditCommand, Mint
from builder.commands.documents import Json, free_file, names_in, replaced
from builder.commands.naming import propose_name
from builder.commands.offers import roles_offering, with_offer
from engine.metadata.load import kind_in
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Who may open it: `roles`, those who may open `like`, another dashboard, or with `for_all` every role.

    Nobody else sees it, and what it shows is what each of them may read.
    """

    label: dict[str, str]
    description: dict[str, str] | None = None
    icon: str | None = None
    roles: list[str] = field(default_factory=list)
    like: str | None = None
    for_all: bool = False
    id: str = ""
    name: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    name = params.name or propose_name(params.label, names_in(documents, "dashboards"), "dashboard")
    return replace(params, id=params.id or mint("dashboard"), name=name)


def _apply(documents: Documents, params: Params) -> Documents:
    path = free_file(documents, "dashboards", params.id, params.name)
    dashboard: Json = {
        "schema": "tongdao/dashboard/1",
        "id": params.id,
        "name": params.name,
        "label": params.label,
        "tiles": [],
    }
    more = {"description": params.description, "icon": params.icon}
    documents = replaced(documents, path, dashboard | {key: value for key, value in more.items() if value})
    like = roles_offering(documents, "dashboards", params.like) if params.like else []
    everybody = (
        [each["id"] for each in documents.values() if kind_in(each) == "role"] if params.for_all else []
    )
    for role in dict.fromkeys([*params.roles, *like, *everybody]):
        documents = with_offer(documents, role, "dashboards", params.id, shown=True)
    return documents


def _describe(documents: Documents, params: Params) -> Words:
    return {"dashboard": params.label}


COMMAND = EditCommand("add_dashboard", Params, _apply, _describe, _complete)
