"""Required fields that are new and have a constant default: records of before get it and can be saved."""

from collections.abc import Iterator

from alembic.operations import Operations
from sqlalchemy import update

from engine.entities.field_type import surroundings
from engine.entities.field_types._index import FIELD_TYPES
from engine.entities.values import RecordValue
from engine.expressions.nodes import Literal
from engine.expressions.parse import parse
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Field
from runtime.storage.binding import column_parameter
from runtime.storage.physical import StoredField
from runtime.storage.plan import Present, Whole, wholes
from runtime.storage.schema_step import Apply, SchemaStep
from runtime.storage.statement import compile_statement, run_one
from runtime.storage.table_writing import row_of


def fill_steps(old: Definition | None, new: Definition, has: Present) -> Iterator[SchemaStep]:
    """Yield the filling of new columns in tables that have rows."""
    for whole in wholes(new) if old else ():
        for stored in whole.stored.values():
            value = constant_default(new, stored.field) if _is_new(old, whole, has, stored) else None
            rows = has.count(whole.table) if value is not None else 0
            if rows:
                words = {**whole.words, "field": stored.field.label}
                yield SchemaStep("storage.step.default", words, rows, _fill(whole, stored, value))


def constant_default(definition: Definition, field: Field) -> RecordValue:
    """Return the value of a default that is the same for every record, nothing where there is none."""
    tree = parse(field.default) if field.required and field.default else None
    if not isinstance(tree, Literal) or tree.value is None:
        return None
    value = FIELD_TYPES[field.type].reader(field.options, surroundings(definition))(tree.value)
    return None if isinstance(value, Issue) else value


def _is_new(old: Definition | None, whole: Whole, has: Present, stored: StoredField) -> bool:
    known = has.columns.get(whole.table.name, frozenset())
    is_known = old is not None and old.field(stored.field.id) is not None
    return not is_known and bool(known) and stored.column.name not in known


def _fill(whole: Whole, stored: StoredField, value: RecordValue) -> Apply:
    def apply(operations: Operations) -> None:
        connection = operations.get_bind()
        row = row_of({stored.field.id: stored}, {stored.field.name: value}, connection.dialect)
        values = {name: column_parameter(whole.table.c[name], connection.dialect) for name in row}
        run_one(connection, compile_statement(update(whole.table).values(values), connection.dialect), row)

    return apply
