"""Setting how a field stands on a form: its width, and when it is shown, required or locked,
and what may be chosen."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import (
    assign,
    field_label,
    item_in,
    label_of,
    open_document,
    replaced,
    require_one_of,
)
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("span", "show", "require", "lock", "choices", "candidates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    form: str
    field: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, form = open_document(documents, "form", params.form)
    section, index = item_in(form, params.field)
    assign(section["items"][index], params.property, params.value)
    return replaced(documents, path, form)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "property": word(f"property.{params.property}"),
        "field": field_label(documents, params.field),
        "form": label_of(documents, params.form),
    }


COMMAND = EditCommand("set_form_item", Params, _apply, _describe)
