"""Setting a property of an option list itself."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property."""

    list: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, options = open_document(documents, "options", params.list)
    assign(options, params.property, params.value)
    return replaced(documents, path, options)


def _describe(documents: Documents, params: Params) -> Words:
    require_one_of(params.property, PROPERTIES)
    return {"property": word(f"property.{params.property}"), "list": label_of(documents, params.list)}


COMMAND = EditCommand("set_options_property", Params, _apply, _describe)
