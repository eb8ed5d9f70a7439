"""Links that lead to a record: whether they forbid its removal, or are cleared by it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, literal, select, union_all

from engine.kernel.remember import remember
from engine.metadata.definition import Definition, FieldPlace, places
from engine.metadata.model import LinkOptions
from runtime.storage.binding import Sql, parameter
from runtime.storage.columns.families import KEY
from runtime.storage.physical import record_tables
from runtime.storage.plans import plans_of
from runtime.storage.statement import Statement, compile_statement, run
from runtime.storage.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Reference:
    """A living record that links to another one, by the field it does so with."""

    place: FieldPlace
    record: str


@remember
def incoming(definition: Definition, entity: str) -> tuple[FieldPlace, ...]:
    """Return the link fields that lead to an entity, those in detail lines among them."""
    return tuple(
        place
        for source in definition.entities.values()
        for place in places(source)
        if isinstance(place.field.options, LinkOptions) and place.field.options.entity == entity
    )


def references(viewer: Viewer, connection: Connection, entity: str, id: str) -> Iterator[Reference]:
    """Yield the living records that link to a record."""
    found = incoming(viewer.definition, entity)
    if not found:
        return
    statement = plans_of(viewer.definition).get(
        (viewer.dialect.name, "references", entity), lambda: _statement(viewer, found)
    )
    for n, record in run(connection, statement, {"id": id}):
        yield Reference(found[n], record)


def _statement(viewer: Viewer, found: tuple[FieldPlace, ...]) -> Statement:
    parts = [_referring(viewer, place, n) for n, place in enumerate(found)]
    return compile_statement(parts[0] if len(parts) == 1 else union_all(*parts), viewer.dialect)


def _referring(viewer: Viewer, place: FieldPlace, n: int) -> Select[Any]:
    tables = record_tables(viewer.definition)[place.entity.id]
    alive = tables.table.c.deleted_at.is_(None)
    given = parameter("id", KEY, viewer.dialect)
    if place.lines is None:
        column: Sql = tables.stored[place.field.id].column
        return select(literal(n), tables.table.c.id).where(column == given, alive)
    lines = tables.lines[place.lines.id]
    column = lines.stored[place.field.id].column
    joined = lines.table.join(tables.table, lines.table.c.parent == tables.table.c.id)
    return select(literal(n), tables.table.c.id).select_from(joined).where(column == given, alive)
