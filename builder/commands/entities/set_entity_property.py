"""Setting a property of an entity: its words, what names a record, is searched, tells records apart."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label", "description", "icon", "title", "search", "summary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    entity: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, entity = open_document(documents, "entity", params.entity)
    assign(entity, params.property, params.value)
    return replaced(documents, path, entity)


def _describe(documents: Documents, params: Params) -> Words:
    require_one_of(params.property, PROPERTIES)
    return {
        "property": word(f"property.{params.property}"),
        "entity": label_of(documents, params.entity),
    }


COMMAND = EditCommand("set_entity_property", Params, _apply, _describe)
