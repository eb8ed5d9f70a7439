"""Stored formulas of records that were there before: worked out again, by the database where it can."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Table, update

from engine.access.principal import SYSTEM
from engine.entities.computed import order, stored_formulas
from engine.entities.formula_text import formula_text
from engine.entities.record import preview
from engine.entities.sources import sources
from engine.expressions.context import Context
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import Entity, FormulaOptions
from engine.query.record_query import PAGE, RecordQuery
from runtime.storage.binding import column_parameter
from runtime.storage.physical import RecordTable, record_tables
from runtime.storage.reading import find
from runtime.storage.recompute_in_sql import computing, run_computing
from runtime.storage.rows import Item
from runtime.storage.statement import compile_statement, run_many
from runtime.storage.table_writing import row_of
from runtime.storage.viewer import Viewer

_ANY_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)  # stored formulas do not ask for it


def outdated(
    old: Definition | None, new: Definition, entity: Entity, retyped: frozenset[str]
) -> tuple[FieldPlace, ...]:
    """Return the formulas that are new or other, or read such a one or what was converted; in order."""
    found: dict[str, FieldPlace] = {}
    for place in order(new, entity):
        reads = sources(new, place.field.id)
        if _is_other(old, new, place) or not reads.isdisjoint(found.keys() | retyped):
            found[place.field.id] = place
    return tuple(found.values())


def _is_other(old: Definition | None, now: Definition, new: FieldPlace) -> bool:
    before = old.field(new.field.id) if old else None
    if old is None or before is None:
        return True
    if before.field.options != new.field.options or new.field.id not in stored_formulas(old):
        return True
    options = new.field.options
    assert isinstance(options, FormulaOptions)
    return formula_text(old, options) != formula_text(now, options)


def context_of(definition: Definition) -> Context:
    """Return what stored formulas are worked out by; they ask for no moment."""
    return Context(_ANY_MOMENT, ZoneInfo(definition.app.timezone))


def recompute(
    connection: Connection, definition: Definition, entity: Entity, formulas: Sequence[FieldPlace]
) -> None:
    """Write stored formulas of all records of an entity and their lines, in the trash too."""
    context = context_of(definition)
    statements = computing(definition, connection.dialect, formulas)
    if statements is not None:
        run_computing(connection, context, statements, {})
    else:
        _recompute_records(connection, definition, entity, context)


def _recompute_records(
    connection: Connection, definition: Definition, entity: Entity, context: Context
) -> None:
    viewer = Viewer(definition, SYSTEM, context, connection.dialect)
    table = record_tables(definition)[entity.id]
    names = _names(definition, entity)
    for trash in (False, True):
        cursor: str | None = None
        while True:
            query = RecordQuery(fields=names, limit=PAGE, cursor=cursor, trash=trash)
            page = find(viewer, connection, entity.id, query, "values")
            _write(connection, viewer, table, page.items)
            cursor = page.next_cursor
            if cursor is None:
                break


def _names(definition: Definition, entity: Entity) -> tuple[str, ...]:
    tables = record_tables(definition)[entity.id]
    return tuple(
        field.name for field in entity.fields if field.id in tables.stored or field.id in tables.lines
    )


def _write(connection: Connection, viewer: Viewer, table: RecordTable, items: list[Item]) -> None:
    made = [
        (
            item,
            preview(viewer.definition, table.entity, {}, item, viewer.context, writable=frozenset()).values,
        )
        for item in items
    ]
    formulas = stored_formulas(viewer.definition)
    own = {id: each for id, each in table.stored.items() if id in formulas}
    if own:
        rows = [{"id": item["id"], **row_of(own, values, connection.dialect)} for item, values in made]
        _set(connection, table.table, rows)
    for lines in table.lines.values():
        columns = {id: each for id, each in lines.stored.items() if id in formulas}
        if columns:
            written: list[Any] = [line for _, values in made for line in values[lines.field.name] or ()]  # type: ignore[union-attr]
            rows = [{"id": line.id, **row_of(columns, line.values, connection.dialect)} for line in written]
            _set(connection, lines.table, rows)


def _set(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    columns = [name for name in rows[0] if name != "id"]
    values = {name: column_parameter(table.c[name], connection.dialect) for name in columns}
    same = table.c.id == column_parameter(table.c.id, connection.dialect)
    run_many(
        connection, compile_statement(update(table).where(same).values(values), connection.dialect), rows
    )
