"""Adding an option list that fields can share."""

from dataclasses import dataclass, field, replace

from builder.commands.command import EditCommand, Mint
from builder.commands.documents import free_file, names_in, replaced
from builder.commands.naming import propose_name
from builder.commands.options.lists import new_list
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`choices` are labels; their values are made from them."""

    label: dict[str, str]
    choices: list[dict[str, str]] = field(default_factory=list)
    id: str = ""
    name: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    name = params.name or propose_name(params.label, names_in(documents, "options"), "options")
    return replace(params, id=params.id or mint("options"), name=name)


def _apply(documents: Documents, params: Params) -> Documents:
    path = free_file(documents, "options", params.id, params.name)
    return replaced(documents, path, new_list(params.id, params.name, params.label, params.choices))


def _describe(documents: Documents, params: Params) -> Words:
    return {"list": params.label}


COMMAND = EditCommand("add_options", Params, _apply, _describe, _complete)
