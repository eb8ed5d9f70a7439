"""Setting the condition, the message or the place of a check."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.commands.entities.parts import part_in
from engine.ports import Documents, Words

PROPERTIES = ("expression", "message", "field")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    entity: str
    check: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, entity = open_document(documents, "entity", params.entity)
    assign(part_in(entity, "checks", params.check), params.property, params.value)
    return replaced(documents, path, entity)


def _describe(documents: Documents, params: Params) -> Words:
    _, entity = open_document(documents, "entity", params.entity)
    check = part_in(entity, "checks", params.check)
    return {"check": check["message"], "entity": label_of(documents, params.entity)}


COMMAND = EditCommand("set_check", Params, _apply, _describe)
