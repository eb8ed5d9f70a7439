"""Moving a field among the fields of its entity, or a column among those of its detail lines."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import field_label, insert, label_of, open_document, replaced, siblings
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`index` is the place among the others; without one it comes last."""

    entity: str
    field: str
    index: int | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    path, entity = open_document(documents, "entity", params.entity)
    listed, at = siblings(entity, params.field)
    insert(listed, params.index, listed.pop(at))
    return replaced(documents, path, entity)


def _describe(documents: Documents, params: Params) -> Words:
    return {"field": field_label(documents, params.field), "entity": label_of(documents, params.entity)}


COMMAND = EditCommand("move_field", Params, _apply, _describe)
