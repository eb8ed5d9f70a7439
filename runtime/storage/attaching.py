"""Uploaded files and the records that name them: only one's own fresh uploads can be attached."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import and_, or_, update

from engine.entities.record import Prepared
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.metadata.model import AttachmentOptions, Entity, Field, LinesOptions
from runtime.storage.system_tables import sys_file
from runtime.storage.unit import Unit


def attach_files(unit: Unit, entity: Entity, record: str, prepared: Prepared) -> None:
    """Bind the files that a record names to it; refuse those of others."""
    for field, path, ids in _named(entity, prepared):
        file = sys_file.c
        mine = and_(file.record_id.is_(None), file.created_by == unit.viewer.principal.user)
        bound = update(sys_file).where(file.id.in_(ids), file.deleted_at.is_(None))
        if unit.viewer.principal.kind != "system":
            bound = bound.where(or_(file.record_id == record, mine))
        place = {
            "app_id": unit.viewer.definition.app.id,
            "entity_id": entity.id,
            "field_id": field.id,
            "record_id": record,
        }
        if unit.connection.execute(bound.values(place)).rowcount != len(set(ids)):
            raise Invalid([Issue("record.file.absent", path)])


def _named(entity: Entity, prepared: Prepared) -> Iterator[tuple[Field, Path, Any]]:
    for field in entity.fields:
        if field.name not in prepared.changed:
            continue
        if isinstance(field.options, AttachmentOptions) and prepared.values.get(field.name):
            yield field, (field.name,), prepared.values[field.name]
        if isinstance(field.options, LinesOptions):
            yield from _named_in_lines(field, field.options, prepared)


def _named_in_lines(
    field: Field, options: LinesOptions, prepared: Prepared
) -> Iterator[tuple[Field, Path, Any]]:
    columns = [each for each in options.fields if isinstance(each.options, AttachmentOptions)]
    lines: Any = prepared.values[field.name] or ()
    for index, line in enumerate(lines if columns else ()):
        for column in columns:
            if line.values.get(column.name):
                yield column, (field.name, index, column.name), line.values[column.name]
