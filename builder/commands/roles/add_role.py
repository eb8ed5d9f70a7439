"""Adding a role: with no rights at all, or with those of another one."""

from copy import deepcopy
from dataclasses import dataclass, replace

from builder.commands.command import EditCommand, Mint
from builder.commands.documents import Json, free_file, names_in, open_document, replaced
from builder.commands.naming import propose_name
from engine.ports import Documents, Words

COPIED = ("entities", "views", "pages", "dashboards", "explore", "design")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Its label; `like` is a role whose rights it begins with, all but administering."""

    label: dict[str, str]
    description: dict[str, str] | None = None
    like: str | None = None
    id: str = ""
    name: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    name = params.name or propose_name(params.label, names_in(documents, "roles"), "role")
    return replace(params, id=params.id or mint("role"), name=name)


def _apply(documents: Documents, params: Params) -> Documents:
    path = free_file(documents, "roles", params.id, params.name)
    role: Json = {
        "schema": "tongdao/role/1",
        "id": params.id,
        "name": params.name,
        "label": params.label,
    }
    if params.description:
        role["description"] = params.description
    if params.like:
        _, like = open_document(documents, "role", params.like)
        # What runs the installation is never handed on with a copy.
        role |= {key: deepcopy(like[key]) for key in COPIED if key in like}
    return replaced(documents, path, role)


def _describe(documents: Documents, params: Params) -> Words:
    return {"role": params.label}


COMMAND = EditCommand("add_role", Params, _apply, _describe, _complete)
