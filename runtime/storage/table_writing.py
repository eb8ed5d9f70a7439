"""Rows into tables: a record and its detail lines, in the form the database keeps. No rights, no history."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Dialect, Table, and_, delete, insert, null, update

from engine.entities.values import Line
from engine.kernel.values import Value
from engine.metadata.definition import Definition, FieldPlace
from engine.query.collation import sort_key
from runtime.storage.binding import column_parameter, is_one_of, kept, kept_list, parameter
from runtime.storage.columns.families import KEY, WHOLE
from runtime.storage.physical import RecordTable, StoredField
from runtime.storage.plans import plans_of
from runtime.storage.statement import Statement, compile_statement, run_many, run_one

Row = Mapping[str, Any]


def insert_rows(connection: Connection, definition: Definition, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows by column name, as the database keeps them."""
    if rows:
        key = (connection.dialect.name, "insert", table.name)
        run_many(connection, plans_of(definition).get(key, lambda: _insert(connection, table)), rows)


def update_record(
    connection: Connection, definition: Definition, table: RecordTable, id: str, version: int, row: Row
) -> bool:
    """Set columns of a record that still has a version; tell whether it had."""
    names = tuple(sorted(row))
    key = (connection.dialect.name, "update", table.entity.id, names)
    statement = plans_of(definition).get(key, lambda: _updating(connection, table.table, names))
    return run_one(connection, statement, {**row, "the_id": id, "the_version": version}) == 1


def delete_record(connection: Connection, table: RecordTable, id: str) -> bool:
    """Take a record out of the database, its detail lines with it; tell whether it was there."""
    for lines in table.lines.values():
        connection.execute(delete(lines.table).where(lines.table.c.parent == id))
    return connection.execute(delete(table.table).where(table.table.c.id == id)).rowcount == 1


def clear_link(
    connection: Connection, table: RecordTable, place: FieldPlace, record: str, target: str, now: datetime
) -> int:
    """Clear a link of a record or of its detail lines; return the record's new version."""
    if place.lines is not None:
        lines = table.lines[place.lines.id]
        column = lines.stored[place.field.id].column
        cleared = update(lines.table).where(lines.table.c.parent == record, column == target)
        connection.execute(cleared.values({column.name: null()}))
    values = {} if place.lines else {table.stored[place.field.id].column.name: null()}
    touched = update(table.table).where(table.table.c.id == record)
    bumped = {**values, "version": table.table.c.version + 1, "modified_at": now}
    return int(connection.execute(touched.values(bumped).returning(table.table.c.version)).scalar_one())


def update_lines(connection: Connection, definition: Definition, table: Table, rows: Sequence[Row]) -> None:
    """Set all columns of detail lines, and their place, by id."""
    if rows:
        key = (connection.dialect.name, "lines", table.name)
        statement = plans_of(definition).get(key, lambda: _updating_lines(connection, table))
        run_many(connection, statement, rows)


def delete_lines(connection: Connection, definition: Definition, table: Table, ids: Sequence[str]) -> None:
    """Delete detail lines by id."""
    if not ids:
        return
    dialect = connection.dialect
    statement = plans_of(definition).get(
        (dialect.name, "delete", table.name),
        lambda: compile_statement(delete(table).where(is_one_of(table.c.id, "ids", KEY, dialect)), dialect),
    )
    run_one(connection, statement, {"ids": kept_list(ids, KEY, dialect)})


def row_of(stored: Mapping[str, StoredField], values: Mapping[str, Any], dialect: Dialect) -> dict[str, Any]:
    """Return values by field name as a row by column name, sort keys among them."""
    row: dict[str, Any] = {}
    for each in stored.values():
        if each.field.name not in values:
            continue
        value: Value = values[each.field.name]
        row[each.column.name] = kept(value, each.storage, dialect)
        if each.sort_key is not None:
            row[each.sort_key.name] = sort_key(str(value)) if value is not None else None
    return row


def line_row(
    stored: Mapping[str, StoredField], line: Line, parent: str, position: int, dialect: Dialect
) -> dict[str, Any]:
    """Return a detail line as a row."""
    return {"id": line.id, "parent": parent, "position": position, **row_of(stored, line.values, dialect)}


def _insert(connection: Connection, table: Table) -> Statement:
    values = {column.name: column_parameter(column, connection.dialect) for column in table.c}
    return compile_statement(insert(table).values(values), connection.dialect)


def _updating(connection: Connection, table: Table, names: tuple[str, ...]) -> Statement:
    dialect = connection.dialect
    same = and_(
        table.c.id == parameter("the_id", KEY, dialect),
        table.c.version == parameter("the_version", WHOLE, dialect),
    )
    values = {name: column_parameter(table.c[name], connection.dialect) for name in names}
    return compile_statement(update(table).where(same).values(values), dialect)


def _updating_lines(connection: Connection, table: Table) -> Statement:
    values = {
        column.name: column_parameter(column, connection.dialect) for column in table.c if column.name != "id"
    }
    same = table.c.id == parameter("id", KEY, connection.dialect)
    return compile_statement(update(table).where(same).values(values), connection.dialect)
