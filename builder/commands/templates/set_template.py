"""Setting a property of a message template: its words above all."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label", "description", "entity", "subject", "body")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    template: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, template = open_document(documents, "template", params.template)
    assign(template, params.property, params.value)
    return replaced(documents, path, template)


def _describe(documents: Documents, params: Params) -> Words:
    words = {"property": word(f"template.property.{params.property}")}
    return {**words, "template": label_of(documents, params.template)}


COMMAND = EditCommand("set_template", Params, _apply, _describe)
