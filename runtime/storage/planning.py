"""All steps from the tables there are to those of a definition, in the order they must be done."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Column, Connection, Table

from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import Entity
from engine.query.collation import sort_key
from runtime.storage.ahead import compute_since
from runtime.storage.choice_steps import choice_steps
from runtime.storage.fill_steps import fill_steps, filled_fields
from runtime.storage.merge_steps import merge_steps, merged_choices, merged_fields, unique_columns
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

_NOTHING: Mapping[str, datetime] = MappingProxyType({})


def steps_to(
    old: Definition | None, new: Definition, connection: Connection, ahead: Mapping[str, datetime] = _NOTHING
) -> list[SchemaStep]:
    """Return the steps; on tables that are up to date there are none.

    `ahead` says since when records of entities still have to be worked out, the others are already.
    """
    has = present(connection)
    retyped, filled = retyped_fields(old, new), filled_fields(old, new, has)
    merged = merged_choices(old, new)
    changed = frozenset(str(each.new.column.name) for each in retyped) | unique_columns(merged)
    converted = frozenset(each.new.field.id for each in retyped) | merged_fields(merged)
    return [
        *choice_steps(old, new, has),
        *stale_index_steps(new, has, changed),
        *table_steps(new, has),
        *merge_steps(new, merged, has),
        *retype_steps(new, retyped, has),
        *fill_steps(filled, has),
        *column_steps(new, has, frozenset(each.stored.field.id for each in filled)),
        *_sort_key_steps(new, has),
        *_compute_steps(old, new, has, converted, ahead),
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
    old: Definition | None,
    new: Definition,
    has: Present,
    converted: frozenset[str],
    ahead: Mapping[str, datetime],
) -> Iterator[SchemaStep]:
    for entity in new.entities.values():
        rows = has.count(record_tables(new)[entity.id].table)
        formulas = outdated(old, new, entity, converted) if rows else ()
        if formulas:
            words = {"entity": entity.label}
            apply = _recompute(new, entity, formulas, ahead.get(entity.id))
            yield SchemaStep("storage.step.compute", words, rows, apply)


def _recompute(
    new: Definition, entity: Entity, formulas: tuple[FieldPlace, ...], since: datetime | None
) -> Apply:
    if since is not None:
        return lambda operations: compute_since(operations.get_bind(), new, formulas, since)
    return lambda operations: recompute(operations.get_bind(), new, entity, formulas)
