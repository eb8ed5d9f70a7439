"""Clicked-together conditions in SQL: one entry per operator, values as parameters.

Their meaning is that of `engine.query.conditions`: empty is not 0, what is negative holds for empty too.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Dialect, and_, func, or_
from sqlalchemy.sql.elements import BindParameter

from engine.expressions.context import Context
from engine.kernel.values import Value
from engine.query.conditions import LISTS, RANGES, period
from runtime.storage.binding import Sql, is_one_of, kept, kept_list, parameter
from runtime.storage.columns.column import Storage
from runtime.storage.columns.families import DAY, FLAG, INSTANT, LIST, TEXT
from runtime.storage.live import FieldSql
from runtime.storage.sql_types import is_sqlite

ESCAPE = "/"
_ORDERINGS = frozenset({"less", "less_or_equal", "greater", "greater_or_equal", "between"})
_WILDCARDS = "%_/"
_PATTERNS = {
    "contains": "%{}%",
    "not_contains": "%{}%",
    "starts_with": "{}%",
    "ends_with": "%{}",
}


@dataclass(frozen=True, slots=True)
class Operand:
    """What a condition compares: a value in SQL, under the name of its parameters."""

    target: FieldSql
    name: str
    dialect: Dialect

    @property
    def value(self) -> Sql:
        return self.target.value

    def given(self, suffix: str = "") -> BindParameter[Any]:
        return parameter(self.name + suffix, self.target.storage, self.dialect)

    def text(self) -> BindParameter[Any]:
        return parameter(self.name, TEXT, self.dialect)


def condition_sql(operator: str, target: FieldSql, name: str, dialect: Dialect) -> Sql:
    """Return a condition whose parameters begin with `name`."""
    operand = Operand(target, name, dialect)
    if operator in RANGES:
        return _within(operand)
    if target.storage is LIST and operator in _MEMBERS:
        return _MEMBERS[operator](operand)
    return _OPERATORS[operator](operand)


def suits(operator: str, storage: Storage) -> bool:
    """Tell whether an operator can be asked of a kind of column."""
    if storage is LIST:
        return operator in ("is_empty", "is_not_empty", *_MEMBERS)
    if operator in _PATTERNS:
        return storage.is_text
    if operator in RANGES:
        return storage in (DAY, INSTANT)
    if operator in _ORDERINGS:
        return storage.sorts and storage is not FLAG
    return operator in _OPERATORS


def condition_parameters(
    operator: str, value: Value, storage: Storage, name: str, context: Context, dialect: Dialect
) -> Mapping[str, Any]:
    """Return the parameters of a condition for a value that was read as the field's."""
    if operator in ("is_empty", "is_not_empty"):
        return {}
    if operator in RANGES:
        first, last = period(operator, value, context, of_instants=storage is INSTANT)
        return _bounds(name, first, last, storage, dialect)
    if operator == "between":
        assert isinstance(value, tuple)
        first, last = value
        return _bounds(name, first, last, storage, dialect)
    if operator in LISTS:
        return {name: kept_list(value, storage, dialect)}  # type: ignore[arg-type]
    if storage is LIST:
        return {name: orjson.dumps(value).decode()}
    if operator in _PATTERNS:
        return {name: _PATTERNS[operator].format(_escaped(str(value)))}
    return {name: kept(value, storage, dialect)}


def _escaped(text: str) -> str:
    return "".join(ESCAPE + each if each in _WILDCARDS else each for each in text)


def contains_pattern(text: str) -> str:
    """Return the LIKE pattern of texts that contain a text, wildcards in it escaped."""
    return _PATTERNS["contains"].format(_escaped(text))


def like(value: Sql, pattern: Sql, dialect: Dialect) -> Sql:
    """Return whether a text fits a pattern, without the case of Latin letters."""
    return (value.like if is_sqlite(dialect) else value.ilike)(pattern, escape=ESCAPE)


def _bounds(name: str, first: Value, last: Value, storage: Storage, dialect: Dialect) -> dict[str, Any]:
    return {
        f"{name}_first": kept(first, storage, dialect),
        f"{name}_last": kept(last, storage, dialect),
    }


def _within(operand: Operand) -> Sql:
    return and_(operand.value >= operand.given("_first"), operand.value <= operand.given("_last"))


def _or_empty(operand: Operand, condition: Sql) -> Sql:
    return or_(operand.value.is_(None), condition)


def _is_member(operand: Operand) -> Sql:
    """Return whether a list kept as JSON has an element, itself given as JSON text with its quotes."""
    search = func.instr if is_sqlite(operand.dialect) else func.strpos
    return search(operand.value, operand.text()) > 0


def _equals(operand: Operand) -> Sql:
    return operand.value == operand.given()


def _fits(operand: Operand) -> Sql:
    return like(operand.value, operand.text(), operand.dialect)


_OPERATORS: Mapping[str, Callable[[Operand], Sql]] = {
    "is_empty": lambda each: each.value.is_(None),
    "is_not_empty": lambda each: each.value.is_not(None),
    "equals": _equals,
    "not_equals": lambda each: _or_empty(each, each.value != each.given()),
    "contains": _fits,
    "not_contains": lambda each: _or_empty(each, ~_fits(each)),
    "starts_with": _fits,
    "ends_with": _fits,
    "less": lambda each: each.value < each.given(),
    "less_or_equal": lambda each: each.value <= each.given(),
    "greater": lambda each: each.value > each.given(),
    "greater_or_equal": lambda each: each.value >= each.given(),
    "between": _within,
    "in": lambda each: is_one_of(each.value, each.name, each.target.storage, each.dialect),
    "not_in": lambda each: _or_empty(
        each, ~is_one_of(each.value, each.name, each.target.storage, each.dialect)
    ),
}
_MEMBERS: Mapping[str, Callable[[Operand], Sql]] = {
    "contains": _is_member,
    "not_contains": lambda each: _or_empty(each, ~_is_member(each)),
}
