"""What must be done to the tables for a definition: compared by ids with what the database really has.

Additive only: a removed field keeps its column, a changed type gets a new column and the old one is kept.
Doing it twice changes nothing, so a plan that was cut off is simply made again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from alembic.operations import Operations
from sqlalchemy import Column, Connection, Index, Table, and_, func, inspect, select
from sqlalchemy.sql.schema import ForeignKeyConstraint

from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue, Scalar
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import Field
from engine.ports import Words
from runtime.storage.physical import (
    LinesTable,
    RecordTable,
    StoredField,
    columns_of,
    record_tables,
)
from runtime.storage.schema_step import Apply, SchemaStep
from runtime.storage.sql_types import is_sqlite

SAMPLES = 5
OWN_INDEXES = ("x_", "u_", "p_")


@dataclass(frozen=True, slots=True)
class Present:
    """What the database has: columns and indexes by table, rows of the tables that are asked for."""

    connection: Connection
    columns: Mapping[str, frozenset[str]]
    rows: dict[str, int] = field(default_factory=dict)

    def count(self, table: Table) -> int:
        """Return how many rows a table has, none where it does not exist yet."""
        if table.name not in self.columns:
            return 0
        if table.name not in self.rows:
            counted = self.connection.execute(select(func.count()).select_from(table)).scalar_one()
            self.rows[table.name] = counted
        return self.rows[table.name]

    def indexes(self, table: Table) -> Mapping[str, list[str | None]]:
        """Return the indexes of a table that are ours to change, with their columns."""
        if table.name not in self.columns:
            return {}
        found = inspect(self.connection).get_indexes(table.name)
        return {
            each["name"]: each["column_names"]
            for each in found
            if each["name"] and each["name"].startswith(OWN_INDEXES)
        }


def present(connection: Connection) -> Present:
    """Look at the database."""
    looked = inspect(connection)
    names = [name for name in looked.get_table_names() if name.startswith(("e_", "l_"))]
    return Present(connection, {name: _column_names(looked.get_columns(name)) for name in names})


def _column_names(columns: list[Any]) -> frozenset[str]:
    return frozenset(str(each["name"]) for each in columns)


@dataclass(frozen=True, slots=True)
class Whole:
    """One table of a definition with what belongs to it: of an entity, or of its detail lines."""

    owner: RecordTable
    table: Table
    stored: Mapping[str, StoredField]
    lines: LinesTable | None = None

    @property
    def words(self) -> Words:
        named = {"entity": self.owner.entity.label}
        return named | {"lines": self.lines.field.label} if self.lines else named

    def place(self, field: Field) -> FieldPlace:
        return FieldPlace(field, self.owner.entity, self.lines.field if self.lines else None)


def wholes(definition: Definition) -> Iterator[Whole]:
    """Yield the tables of a definition, those of detail lines after their entity's."""
    for owner in record_tables(definition).values():
        yield Whole(owner, owner.table, owner.stored)
        for lines in owner.lines.values():
            yield Whole(owner, lines.table, lines.stored, lines)


def table_steps(definition: Definition, has: Present) -> Iterator[SchemaStep]:
    """Yield the tables that are missing, and what ties them together."""
    missing = [whole for whole in wholes(definition) if whole.table.name not in has.columns]
    for whole in missing:
        code = "storage.step.create_lines" if whole.lines else "storage.step.create_table"
        yield SchemaStep(code, whole.words, 0, _create(whole.table))
    if missing and not is_sqlite(has.connection.dialect):
        for whole in missing:
            yield from (_tied(whole, each) for each in whole.table.foreign_key_constraints)


def column_steps(
    definition: Definition, has: Present, filled: frozenset[str] = frozenset()
) -> Iterator[SchemaStep]:
    """Yield the columns that are missing in tables that exist, but for fields that are added with a value."""
    for whole in wholes(definition):
        known = has.columns.get(whole.table.name)
        if known is None:
            continue
        for stored in whole.stored.values():
            for column in columns_of(stored):
                if column.name not in known and stored.field.id not in filled:
                    words = {**whole.words, "field": stored.field.label}
                    yield SchemaStep("storage.step.add_field", words, 0, _add(whole.table, column))


def stale_index_steps(
    definition: Definition, has: Present, changed: frozenset[str] = frozenset()
) -> Iterator[SchemaStep]:
    """Yield the indexes that no longer belong, or stand on changed columns; they go first."""
    for whole in wholes(definition):
        wanted = {str(each.name): each for each in whole.table.indexes}
        for name, columns in has.indexes(whole.table).items():
            if name not in wanted or _names(wanted[name]) != columns or not changed.isdisjoint(columns):
                words = {**whole.words, "index": name}
                yield SchemaStep("storage.step.drop_index", words, 0, _drop(name, whole.table))


def index_steps(
    definition: Definition, has: Present, changed: frozenset[str] = frozenset()
) -> Iterator[SchemaStep]:
    """Yield the indexes that are missing; a unique one reads every row."""
    for whole in wholes(definition):
        if whole.table.name not in has.columns:
            continue
        there = has.indexes(whole.table)
        for index in sorted(whole.table.indexes, key=lambda each: str(each.name)):
            if there.get(str(index.name)) != _names(index) or not changed.isdisjoint(_names(index)):
                code = "storage.step.unique" if index.unique else "storage.step.index"
                words = {**whole.words, "index": _field_names(whole, index)}
                apply = _unique(whole, index) if index.unique else _index(index)
                yield SchemaStep(code, words, has.count(whole.table), apply)


def _names(index: Index) -> list[str | None]:
    return [column.name for column in index.columns]


def _field_names(whole: Whole, index: Index) -> str:
    by_column = {
        column.name: each.field.name for each in whole.stored.values() for column in columns_of(each)
    }
    return ", ".join(by_column[name] for name in _names(index) if name in by_column)


def _create(table: Table) -> Apply:
    return lambda operations: operations.impl.create_table(table)


def _tied(whole: Whole, constraint: ForeignKeyConstraint) -> SchemaStep:
    return SchemaStep(
        "storage.step.tie", whole.words, 0, lambda operations: operations.impl.add_constraint(constraint)
    )


def add_column(operations: Operations, table: Table, column: Column[Any]) -> None:
    """Add a column with its foreign key."""
    on_sqlite = is_sqlite(operations.get_bind().dialect)
    operations.impl.add_column(table.name, column, inline_references=on_sqlite)
    if not on_sqlite:
        for key in column.foreign_keys:
            assert key.constraint is not None
            operations.impl.add_constraint(key.constraint)


def _add(table: Table, column: Column[Any]) -> Apply:
    return lambda operations: add_column(operations, table, column)


def _drop(name: str, table: Table) -> Apply:
    return lambda operations: operations.drop_index(name, table.name)


def _unique(whole: Whole, index: Index) -> Apply:
    """Look for what occurs more than once before it is forbidden."""

    def apply(operations: Operations) -> None:
        columns = list(index.columns)
        alive = and_(whole.owner.table.c.deleted_at.is_(None), *(each.is_not(None) for each in columns))
        twice = select(*columns).where(alive).group_by(*columns).having(func.count() > 1)
        found = operations.get_bind().execute(twice).all()
        if found:
            samples = "; ".join(" + ".join(map(str, row)) for row in found[:SAMPLES])
            told: dict[str, Scalar] = {
                "fields": _field_names(whole, index),
                "count": len(found),
                "samples": samples,
            }
            raise Invalid([Issue("storage.plan.duplicates", params=told)])
        operations.impl.create_index(index)

    return apply


def _index(index: Index) -> Apply:
    return lambda operations: operations.impl.create_index(index)
