"""Removing a choice of an option list; what records still hold can be retired, not removed."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import choice_in, label_of, open_document, replaced
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The list and the value of the choice."""

    list: str
    choice: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, options = open_document(documents, "options", params.list)
    options["choices"].remove(choice_in(options, params.choice))
    return replaced(documents, path, options)


def _describe(documents: Documents, params: Params) -> Words:
    _, options = open_document(documents, "options", params.list)
    return {
        "choice": choice_in(options, params.choice)["label"],
        "list": label_of(documents, params.list),
    }


COMMAND = EditCommand("remove_choice", Params, _apply, _describe)
