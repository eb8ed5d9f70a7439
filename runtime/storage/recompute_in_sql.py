"""Stored formulas of all records worked out by the database itself: a statement a formula, no record is read.

Only where it gives what writing a record would: the formula can be said in SQL and is of its field's kind.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Dialect, Table, case, func, null, or_, true, update

from engine.dependencies.resolve import Standpoint
from engine.entities.conversion import scale_of
from engine.entities.expression import checked_at
from engine.entities.formula_text import formula_text
from engine.entities.reading.numbers import STORED_DIGITS
from engine.expressions.check import Checked
from engine.expressions.context import Context
from engine.expressions.types import Kind
from engine.kernel.errors import Invalid
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import FormulaOptions
from runtime.storage.formulas.compile import parameters
from runtime.storage.formulas.postgresql import once
from runtime.storage.formulas_in_sql import SqlFormulas
from runtime.storage.live import Site, Sql, site_of
from runtime.storage.physical import StoredField, record_tables
from runtime.storage.sql_types import is_sqlite
from runtime.storage.statement import Statement, compile_statement, run_one

Rows = Callable[[Table, Dialect], ColumnElement[bool]]
_KINDS = {"text": Kind.TEXT, "boolean": Kind.BOOLEAN, "date": Kind.DATE, "datetime": Kind.DATETIME}


def _every(table: Table, dialect: Dialect) -> ColumnElement[bool]:
    return true()


def computing(
    definition: Definition, dialect: Dialect, formulas: Sequence[FieldPlace], rows: Rows = _every
) -> list[Statement] | None:
    """Return the statements that set formulas of these rows; None where records must be read for one."""
    made: list[Statement] = []
    for place in formulas:
        statements = _statements(definition, dialect, place, rows)
        if statements is None:
            return None
        made += statements
    return made


def run_computing(
    connection: Connection, context: Context, statements: Sequence[Statement], given: Mapping[str, Any]
) -> None:
    """Set the formulas of the rows that the given parameters bound."""
    moment = parameters(context, connection.dialect)
    for each in statements:
        run_one(connection, each, {**moment, **given} if each.is_momentary else given)


def _statements(
    definition: Definition, dialect: Dialect, place: FieldPlace, rows: Rows
) -> list[Statement] | None:
    site = _site(definition, dialect, place)
    stored = site.stored(place.field)
    if stored is None or stored.sort_key is not None or not _is_of_its_kind(definition, place):
        return None
    try:
        value = SqlFormulas(dialect).value(site, place)
    except Invalid:
        return None
    table = site.table
    assert isinstance(table, Table)
    if not is_sqlite(dialect):
        value = _fitting(value, stored)
    setting = update(table).where(rows(table, dialect)).values({stored.column.name: value})
    return [compile_statement(setting, dialect), *_blanking(table, stored, dialect, rows)]


def _fitting(value: Sql, stored: StoredField) -> Sql:
    """Blank a number that has too many digits for its column, which would not take it."""
    scale = scale_of(stored.field.options)
    if scale is None:
        return value
    limit = Decimal(10) ** (STORED_DIGITS - scale)
    return once(value, lambda number: case((func.abs(number) < limit, number), else_=null()))


def _blanking(table: Table, stored: StoredField, dialect: Dialect, rows: Rows) -> Iterator[Statement]:
    """Yield what blanks results that no record keeps: empty texts, on SQLite numbers of too many digits."""
    column = table.c[stored.column.name]
    scale = scale_of(stored.field.options)
    if scale is not None and is_sqlite(dialect):
        most = 10 ** (STORED_DIGITS - scale)
        limit = most if stored.storage.scale is None else Decimal(most)
        unkept = or_(column >= limit, column <= -limit)
    elif stored.storage.is_text:
        unkept = func.length(column) == 0
    else:
        return
    blanked = update(table).where(rows(table, dialect), unkept).values({column.name: null()})
    yield compile_statement(blanked, dialect)


def _site(definition: Definition, dialect: Dialect, place: FieldPlace) -> Site:
    site = site_of(definition, dialect, place.entity.id)
    if place.lines is None:
        return site
    lines = record_tables(definition)[place.entity.id].lines[place.lines.id]
    return Site(definition, dialect, place.entity, lines.table, place.lines)


def _is_of_its_kind(definition: Definition, place: FieldPlace) -> bool:
    """Tell whether an expression gives what its field keeps, with nothing to be converted."""
    options = place.field.options
    assert isinstance(options, FormulaOptions)
    where = Standpoint(place.entity, place.lines)
    checked = checked_at(definition, where, formula_text(definition, options))
    return isinstance(checked, Checked) and checked.type.kind == _KINDS.get(options.result, Kind.NUMBER)
