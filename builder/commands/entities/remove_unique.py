"""Letting a combination of fields occur more than once again."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document, replaced
from builder.commands.entities.parts import remove_part
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The entity and its unique combination."""

    entity: str
    unique: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, entity = open_document(documents, "entity", params.entity)
    remove_part(entity, "unique", params.unique)
    return replaced(documents, path, entity)


def _describe(documents: Documents, params: Params) -> Words:
    return {"entity": label_of(documents, params.entity)}


COMMAND = EditCommand("remove_unique", Params, _apply, _describe)
