"""Setting the label or colour of a choice, or retiring it; stored values never change."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import (
    assign,
    choice_in,
    label_of,
    open_document,
    replaced,
    require_one_of,
)
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label", "color", "retired")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no new value takes it away."""

    list: str
    choice: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, options = open_document(documents, "options", params.list)
    assign(choice_in(options, params.choice), params.property, params.value)
    return replaced(documents, path, options)


def _describe(documents: Documents, params: Params) -> Words:
    _, options = open_document(documents, "options", params.list)
    return {
        "property": word(f"property.{params.property}"),
        "choice": choice_in(options, params.choice)["label"],
        "list": label_of(documents, params.list),
    }


COMMAND = EditCommand("set_choice", Params, _apply, _describe)
