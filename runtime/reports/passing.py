"""Criteria in SQL: conditions over parameters, whose values are bound when a statement runs."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Dialect, and_, not_, or_

from engine.expressions.context import Context
from engine.kernel.values import Value
from engine.reports.question import Criterion
from runtime.storage.binding import Sql, is_one_of, kept, kept_list, parameter
from runtime.storage.columns.column import Storage
from runtime.storage.conditions import condition_parameters, condition_sql
from runtime.storage.live import FieldSql


def passes(target: FieldSql, given: Criterion, name: str, dialect: Dialect) -> Sql:
    """Return whether a value meets a criterion; its parameters begin with `name`. Never NULL."""
    if not (given.ranges or given.has_blank or given.is_negative):
        return condition_sql(given.operator, target, name, dialect)
    met = _is_within(target, given, name, dialect)
    blank = target.value.is_(None)
    if given.is_negative:
        inside = not_(met)
        return and_(target.value.is_not(None), inside) if given.has_blank else or_(blank, inside)
    return or_(blank, met) if given.has_blank else met


def values_of(
    target: Storage, given: Criterion, name: str, context: Context, dialect: Dialect
) -> Mapping[str, Any]:
    """Return the parameters of a criterion."""
    if not (given.ranges or given.has_blank or given.is_negative):
        return condition_parameters(given.operator, given.value, target, name, context, dialect)
    if not given.ranges:
        return {name: kept_list(given.value, target, dialect)}
    return {
        f"{name}_{index}_{side}": kept(edge, target, dialect)
        for index, edges in enumerate(given.ranges)
        for side, edge in zip(("low", "high"), edges, strict=True)
        if edge is not None
    }


def shape_of(given: Criterion) -> tuple[object, ...]:
    """Return what the SQL of a criterion depends on."""
    bounds = tuple((low is None, high is None) for low, high in given.ranges)
    return given.operator, bounds, given.has_blank, given.is_negative


def _is_within(target: FieldSql, given: Criterion, name: str, dialect: Dialect) -> Sql:
    if not given.ranges:
        return is_one_of(target.value, name, target.storage, dialect)
    return or_(
        *(
            and_(*_edges(target, edges, f"{name}_{index}", dialect))
            for index, edges in enumerate(given.ranges)
        )
    )


def _edges(target: FieldSql, edges: tuple[Value, Value], name: str, dialect: Dialect) -> list[Sql]:
    low, high = edges
    found: list[Sql] = [target.value.is_not(None)] if low is None and high is None else []
    if low is not None:
        found.append(target.value >= parameter(f"{name}_low", target.storage, dialect))
    if high is not None:
        found.append(target.value < parameter(f"{name}_high", target.storage, dialect))
    return found
