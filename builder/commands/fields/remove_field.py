"""Removing a field that nothing but layout and rights uses; these places are cleaned up with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import field_label, label_of, open_document, replaced, siblings
from builder.commands.fields.layout_uses import is_layout, without_fields
from engine.dependencies.uses import FieldUse, field_uses
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition, places
from engine.metadata.load import assemble, place
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The entity and the field, or the column of its detail lines."""

    entity: str
    field: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, entity = open_document(documents, "entity", params.entity)
    definition = assemble(documents)
    gone = _with_columns(definition, params)
    blocking = list(_blocking(documents, definition, gone))
    if blocking:
        raise Refused(*blocking)
    listed, index = siblings(entity, params.field)
    del listed[index]
    remaining = replaced(documents, path, entity)
    return {each: without_fields(document, gone) for each, document in remaining.items()}


def _with_columns(definition: Definition, params: Params) -> frozenset[str]:
    """Return the field and, where it holds detail lines, its columns."""
    entity = definition.entities[params.entity]
    return frozenset(
        each.field.id
        for each in places(entity)
        if params.field in (each.field.id, each.lines.id if each.lines else None)
    )


def _blocking(documents: Documents, definition: Definition, gone: frozenset[str]) -> Iterator[Issue]:
    files = {document["id"]: path for path, document in documents.items()}
    for field in sorted(gone):
        for use in field_uses(definition, field):
            if not is_layout(documents[files[use.document]], use) and not _goes_too(definition, use, gone):
                name = documents[files[use.document]]["name"]
                yield Issue(
                    "command.field.used", (*place(files[use.document]), *use.path), {"document": name}
                )


def _goes_too(definition: Definition, use: FieldUse, gone: frozenset[str]) -> bool:
    """Tell whether a use stands inside a field that is removed as well."""
    entity = definition.entities.get(use.document)
    if entity is None or use.path[0] != "fields":
        return False
    field = entity.fields[int(use.path[1])]
    if field.id in gone:
        return True
    columns = getattr(field.options, "fields", ())
    return use.path[2:4] == ("options", "fields") and columns[int(use.path[4])].id in gone


def _describe(documents: Documents, params: Params) -> Words:
    return {"field": field_label(documents, params.field), "entity": label_of(documents, params.entity)}


COMMAND = EditCommand("remove_field", Params, _apply, _describe)
