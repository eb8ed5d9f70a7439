"""Adding an empty page, at once in the navigation and offered to roles."""

from dataclasses import dataclass, replace

from builder.commands.command import EditCommand, Mint
from builder.commands.documents import Json, free_file, names_in, replaced
from builder.commands.naming import propose_name
from builder.commands.navigation.items import items_of, with_items
from builder.commands.offers import with_offer
from engine.metadata.load import kind_in
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Who may open it: `roles`; without a list, every role that works with records of the app."""

    label: dict[str, str]
    description: dict[str, str] | None = None
    icon: str | None = None
    roles: list[str] | None = None
    id: str = ""
    name: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    name = params.name or propose_name(params.label, names_in(documents, "pages"), "page")
    roles = _working_roles(documents) if params.roles is None else params.roles
    return replace(params, id=params.id or mint("page"), name=name, roles=roles)


def _working_roles(documents: Documents) -> list[str]:
    """Return the ids of the roles that may do anything with records of the app."""
    return [each["id"] for each in documents.values() if kind_in(each) == "role" and each.get("entities")]


def _apply(documents: Documents, params: Params) -> Documents:
    path = free_file(documents, "pages", params.id, params.name)
    page: Json = {
        "schema": "tongdao/page/1",
        "id": params.id,
        "name": params.name,
        "label": params.label,
        "blocks": [],
    }
    more = {"description": params.description, "icon": params.icon}
    documents = replaced(documents, path, page | {key: value for key, value in more.items() if value})
    for role in dict.fromkeys(params.roles or ()):
        documents = with_offer(documents, role, "pages", params.id, shown=True)
    return with_items(documents, [*items_of(documents), {"page": params.id}])


def _describe(documents: Documents, params: Params) -> Words:
    return {"page": params.label}


COMMAND = EditCommand("add_page", Params, _apply, _describe, _complete)
