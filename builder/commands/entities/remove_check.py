"""Removing a check of an entity."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document, replaced
from builder.commands.entities.parts import part_in, remove_part
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The entity and its check."""

    entity: str
    check: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, entity = open_document(documents, "entity", params.entity)
    remove_part(entity, "checks", params.check)
    return replaced(documents, path, entity)


def _describe(documents: Documents, params: Params) -> Words:
    _, entity = open_document(documents, "entity", params.entity)
    check = part_in(entity, "checks", params.check)
    return {"check": check["message"], "entity": label_of(documents, params.entity)}


COMMAND = EditCommand("remove_check", Params, _apply, _describe)
