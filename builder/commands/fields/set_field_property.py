"""Setting one property of a field, or one option of its type."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import (
    Json,
    assign,
    field_in,
    field_label,
    open_document,
    replaced,
    require_one_of,
)
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label", "help", "required", "default", "read_only", "indexed", "options")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """With property `options`, `option` names the one that is set; no value takes it away."""

    entity: str
    field: str
    property: str
    option: str = ""
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, entity = open_document(documents, "entity", params.entity)
    field = field_in(entity, params.field)
    if params.property == "options":
        _assign_option(field, params.option, params.value)
    else:
        assign(field, params.property, params.value)
    return replaced(documents, path, entity)


def _assign_option(field: Json, option: str, value: Any) -> None:
    if option == "fields":
        require_one_of(option, ())  # columns of detail lines have commands of their own
    options = field.setdefault("options", {})
    assign(options, option, value)
    if not options:
        del field["options"]


def _describe(documents: Documents, params: Params) -> Words:
    return {"property": word(f"property.{params.property}"), "field": field_label(documents, params.field)}


COMMAND = EditCommand("set_field_property", Params, _apply, _describe)
