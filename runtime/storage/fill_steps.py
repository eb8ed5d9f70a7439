"""Required fields that are new and have a constant default: records of before get it and can be saved.

The column is added with the value, which no database writes into every row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alembic.operations import Operations
from sqlalchemy import Column

from engine.entities.field_type import surroundings
from engine.entities.field_types._index import FIELD_TYPES
from engine.entities.values import RecordValue
from engine.expressions.nodes import Literal
from engine.expressions.parse import parse
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Field
from runtime.storage.binding import kept
from runtime.storage.physical import StoredField
from runtime.storage.plan import Present, Whole, add_column, wholes
from runtime.storage.schema_step import Apply, SchemaStep
from runtime.storage.sql_types import is_sqlite


@dataclass(frozen=True, slots=True)
class Filled:
    """A new field whose value for records of before is known."""

    whole: Whole
    stored: StoredField
    value: RecordValue


def filled_fields(old: Definition | None, new: Definition, has: Present) -> list[Filled]:
    """Return the new fields that records of before get a value of."""
    return [
        Filled(whole, stored, value)
        for whole in wholes(new)
        for stored in whole.stored.values()
        if old is not None and old.field(stored.field.id) is None and _is_missing(whole, has, stored)
        if (value := constant_default(new, stored.field)) is not None
    ]


def fill_steps(filled: Sequence[Filled], has: Present) -> Iterator[SchemaStep]:
    """Yield the adding of columns that come with a value."""
    for each in filled:
        words = {**each.whole.words, "field": each.stored.field.label}
        yield SchemaStep("storage.step.default", words, has.count(each.whole.table), _add(each))


def constant_default(definition: Definition, field: Field) -> RecordValue:
    """Return the value of a default that is the same for every record, nothing where there is none."""
    tree = parse(field.default) if field.required and field.default else None
    if not isinstance(tree, Literal) or tree.value is None:
        return None
    value = FIELD_TYPES[field.type].reader(field.options, surroundings(definition))(tree.value)
    return None if isinstance(value, Issue) else value


def _is_missing(whole: Whole, has: Present, stored: StoredField) -> bool:
    """Tell whether a column must be added to a table that is there; one with company is filled by nobody."""
    known = has.columns.get(whole.table.name)
    has_company = stored.sort_key is not None or bool(stored.column.foreign_keys)
    return known is not None and stored.column.name not in known and not has_company


def _add(filled: Filled) -> Apply:
    table, column = filled.whole.table, filled.stored.column

    def apply(operations: Operations) -> None:
        dialect = operations.get_bind().dialect
        written = str(kept(filled.value, filled.stored.storage, dialect))  # type: ignore[arg-type]
        add_column(operations, table, Column(column.name, column.type, server_default=written))
        if not is_sqlite(dialect):
            operations.alter_column(table.name, str(column.name), server_default=None)

    return apply
