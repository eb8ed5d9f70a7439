"""Setting a property of a form itself: its label, its columns, or how its sections are arranged."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label", "columns", "arrangement")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    form: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, form = open_document(documents, "form", params.form)
    assign(form, params.property, params.value)
    return replaced(documents, path, form)


def _describe(documents: Documents, params: Params) -> Words:
    return {"property": word(f"property.{params.property}"), "form": label_of(documents, params.form)}


COMMAND = EditCommand("set_form_property", Params, _apply, _describe)
