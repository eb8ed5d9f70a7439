"""Adding an empty page, at once in the navigation and offered to roles."""

from dataclasses import dataclass, replace

from builder.commands.command import EditCommand, Mint
from builder.commands.documents import Json, free_file, names_in, replaced
from builder.commands.naming import propose_name
from builder.commands.navigation.items import items_of, with_items
from builder.commands.pages.access import with_page, working_roles
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
    roles = working_roles(documents) if params.roles is None else params.roles
    return replace(params, id=params.id or mint("page"), name=name, roles=roles)


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
        documents = with_page(documents, role, params.id, True)
    return with_items(documents, [*items_of(documents), {"page": params.id}])


def _describe(documents: Documents, params: Params) -> Words:
    return {"page": params.label}


COMMAND = EditCommand("add_page", Params, _apply, _describe, _complete)
