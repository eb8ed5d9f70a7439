"""Setting the fields of a unique combination, or what is said when it is broken."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.commands.entities.parts import part_in
from engine.ports import Documents, Words

PROPERTIES = ("fields", "message")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    entity: str
    unique: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, entity = open_document(documents, "entity", params.entity)
    assign(part_in(entity, "unique", params.unique), params.property, params.value)
    return replaced(documents, path, entity)


def _describe(documents: Documents, params: Params) -> Words:
    return {"entity": label_of(documents, params.entity)}


COMMAND = EditCommand("set_unique", Params, _apply, _describe)
