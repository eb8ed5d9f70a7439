"""Moving a choice among those of its list."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import choice_in, insert, label_of, open_document, replaced
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`index` is the place among the others; without one it comes last."""

    list: str
    choice: str
    index: int | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    path, options = open_document(documents, "options", params.list)
    choice = choice_in(options, params.choice)
    options["choices"].remove(choice)
    insert(options["choices"], params.index, choice)
    return replaced(documents, path, options)


def _describe(documents: Documents, params: Params) -> Words:
    _, options = open_document(documents, "options", params.list)
    return {
        "choice": choice_in(options, params.choice)["label"],
        "list": label_of(documents, params.list),
    }


COMMAND = EditCommand("move_choice", Params, _apply, _describe)
