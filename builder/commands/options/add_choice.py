"""Adding a choice to an option list."""

from dataclasses import dataclass, replace

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import Json, insert, label_of, open_document, replaced
from builder.commands.naming import propose_name
from builder.commands.options.lists import taken_values
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The stored value is made from the label where none is given."""

    list: str
    label: dict[str, str]
    value: str = ""
    color: str = "default"
    index: int | None = None


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    _, options = open_document(documents, "options", params.list)
    taken = taken_values(options["choices"])
    return replace(params, value=params.value or propose_name(params.label, taken, "choice"))


def _apply(documents: Documents, params: Params) -> Documents:
    path, options = open_document(documents, "options", params.list)
    if params.value in taken_values(options["choices"]):
        raise Refused.because("command.choice.taken", ("value",), value=params.value)
    choice: Json = {"value": params.value, "label": params.label}
    if params.color != "default":
        choice["color"] = params.color
    insert(options["choices"], params.index, choice)
    return replaced(documents, path, options)


def _describe(documents: Documents, params: Params) -> Words:
    return {"choice": params.label, "list": label_of(documents, params.list)}


COMMAND = EditCommand("add_choice", Params, _apply, _describe, _complete)
