"""Fields whose type, scale or target changed: the old column is kept under another name, a new one filled.

Values are converted by the new type's own reader; one that it refuses stops the plan with examples.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from alembic.operations import Operations
from sqlalchemy import Column, null, update

from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import LinkOptions
from engine.text.labels import label_params
from runtime.storage.physical import StoredField, physical_name
from runtime.storage.plan import Present, Whole, add_column, wholes
from runtime.storage.refill import refill, refused_values
from runtime.storage.retyping import converter
from runtime.storage.schema_step import Apply, SchemaStep
from runtime.storage.sql_types import is_sqlite


@dataclass(frozen=True, slots=True)
class Retyped:
    """A field as it was and as it will be, in the table it stands in."""

    whole: Whole
    old: StoredField
    new: StoredField


def retyped_fields(old: Definition | None, new: Definition) -> list[Retyped]:
    """Return the stored fields that the new definition keeps in another way."""
    before = {whole.table.name: whole.stored for whole in wholes(old)} if old else {}
    return [
        Retyped(whole, before[whole.table.name][id], stored)
        for whole in wholes(new)
        for id, stored in whole.stored.items()
        if id in before.get(whole.table.name, {}) and _kind(before[whole.table.name][id]) != _kind(stored)
    ]


def retype_steps(definition: Definition, retyped: list[Retyped], has: Present) -> Iterator[SchemaStep]:
    """Yield the conversions."""
    for each in retyped:
        words = {**each.whole.words, "field": each.new.field.label}
        rows = has.count(each.whole.table)
        yield SchemaStep("storage.step.convert", words, rows, _convert(definition, each, has))


def _kind(stored: StoredField) -> tuple[object, ...]:
    target = stored.field.options.entity if isinstance(stored.field.options, LinkOptions) else None
    return (stored.field.type, type(stored.storage.sql_type), stored.storage.scale, target)


def _convert(definition: Definition, each: Retyped, has: Present) -> Apply:
    def apply(operations: Operations) -> None:
        connection, table = operations.get_bind(), each.whole.table
        kept = _kept_name(each, has)
        operations.alter_column(table.name, str(each.old.column.name), new_column_name=kept)
        add_column(operations, table, each.new.column)
        source: Column[Any] = Column(kept, each.old.storage.sql_type)
        change = converter(definition, each.old.field, each.new.field)
        count, samples = refused_values(connection, table, source, change)
        if count:
            raise _refusal(each, count, samples)
        refill(connection, table, source, each.new.column, change)
        if each.old.column.foreign_keys:
            _untie(operations, each, source)

    return apply


def _kept_name(each: Retyped, has: Present) -> str:
    """Return a name that no earlier conversion of the field took."""
    known, n = has.columns.get(each.whole.table.name, frozenset()), 0
    while (name := f"{physical_name('k', each.old.field.id)}{n or ''}") in known:
        n += 1
    return name


def _untie(operations: Operations, each: Retyped, source: Column[Any]) -> None:
    """Keep an old link from forbidding the removal of what it led to."""
    connection, table = operations.get_bind(), each.whole.table
    if is_sqlite(connection.dialect):
        connection.execute(update(table).values({source: null()}))
        return
    for key in each.old.column.foreign_keys:
        assert key.constraint is not None
        operations.drop_constraint(str(key.constraint.name), table.name)


def _refusal(each: Retyped, count: int, samples: list[str]) -> Invalid:
    told = {"count": count, "samples": ", ".join(samples), **label_params("field", each.new.field.label)}
    return Invalid([Issue("storage.plan.unconvertible", params=told)])
