"""Setting the heading of a section, its text and columns, or when it is shown."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import (
    assign,
    label_of,
    open_document,
    replaced,
    require_one_of,
    section_in,
    section_label,
)
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label", "show", "help", "columns")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    form: str
    section: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, form = open_document(documents, "form", params.form)
    assign(section_in(form, params.section)[1], params.property, params.value)
    return replaced(documents, path, form)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "property": word(f"property.{params.property}"),
        "section": section_label(documents, params.form, params.section),
        "form": label_of(documents, params.form),
    }


COMMAND = EditCommand("set_section", Params, _apply, _describe)
