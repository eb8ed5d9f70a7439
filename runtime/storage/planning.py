"""All steps from the tables there are to those of a definition, in the order they must be done."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table

from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import Entity
from engine.query.collation import sort_key
from runtime.storage.choice_steps import choice_steps
from runtime.storage.fill_steps import fill_steps
from runtime.storage.physical import record_tables
from runtime.storage.plan import (
    Present,
    column_steps,
    index_steps,
    present,
    stale_index_steps,
    table_steps,
    wholes,
)
from runtime.storage.recompute import outdated, recompute
from runtime.storage.refill import refill
from runtime.storage.retype_steps import retype_steps, retyped_fields
from runtime.storage.schema_step import Apply, SchemaStep
from runtime.storage.stock_steps import stock_steps


def steps_to(old: Definition | None, new: Definition, connection: Connection) -> list[SchemaStep]:
    """Return the steps; on tables that are up to date there are none."""
    has = present(connection)
    retyped = retyped_fields(old, new)
    changed = frozenset(str(each.new.column.name) for each in retyped)
    return [
        *choice_steps(old, new, has),
        *stale_index_steps(new, has, changed),
        *table_steps(new, has),
        *retype_steps(new, retyped, has),
        *column_steps(new, has),
        *fill_steps(old, new, has),
        *_sort_key_steps(new, has),
        *_compute_steps(old, new, has, frozenset(each.new.field.id for each in retyped)),
        *index_steps(new, has, changed),
        *stock_steps(new, has),
    ]


def _sort_key_steps(new: Definition, has: Present) -> Iterator[SchemaStep]:
    """Yield the filling of sort keys that rows do not have yet; their columns were just added."""
    for whole in wholes(new):
        known = has.columns.get(whole.table.name)
        for stored in whole.stored.values():
            if known is not None and stored.sort_key is not None and stored.sort_key.name not in known:
                words = {**whole.words, "field": stored.field.label}
                fill = _fill(whole.table, stored.column, stored.sort_key)
                yield SchemaStep("storage.step.sort_key", words, has.count(whole.table), fill)


def _fill(table: Table, source: Column[Any], target: Column[Any]) -> Apply:
    return lambda operations: refill(operations.get_bind(), table, source, target, sort_key)


def _compute_steps(
    old: Definition | None, new: Definition, has: Present, retyped: frozenset[str]
) -> Iterator[SchemaStep]:
    for entity in new.entities.values():
        rows = has.count(record_tables(new)[entity.id].table)
        formulas = outdated(old, new, entity, retyped) if rows else ()
        if formulas:
            words = {"entity": entity.label}
            yield SchemaStep("storage.step.compute", words, rows, _recompute(new, entity, formulas))


def _recompute(new: Definition, entity: Entity, formulas: Sequence[FieldPlace]) -> Apply:
    return lambda operations: recompute(operations.get_bind(), new, entity, formulas)
