"""Asking a decision table: values in, outputs by name and the rows that were met out.

Errors are values: one in a condition that had to be asked is the result.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from engine.expressions.check import Scope, infer
from engine.expressions.context import Context
from engine.expressions.evaluate import compile_checked
from engine.expressions.generate import Formula
from engine.expressions.nodes import Node
from engine.kernel.values import EXACT, ErrorValue, Value
from engine.rules.constants import AnyScope
from engine.rules.priority import by_priority
from engine.rules.table import Row, Table

SEVERAL_ROWS = ErrorValue("#N/A", "rule.hit.several")


@dataclass(frozen=True, slots=True)
class Decided:
    """Outputs by name, and the ids of the rows they come from."""

    outputs: Mapping[str, Value]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompiledRow:
    """A row ready to be asked."""

    id: str
    condition: Formula
    outputs: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class CompiledTable:
    """A table ready to be asked with values by dotted path."""

    table: Table
    rows: tuple[CompiledRow, ...]
    defaults: tuple[Formula | None, ...]


Results: TypeAlias = tuple[Value, ...]
Found: TypeAlias = list[tuple[str, Results]]


def compile_table(table: Table, scope: Scope | None = None) -> CompiledTable:
    """Compile the cells of a table; a scope that knows the types of names makes them faster."""
    known = scope or AnyScope()
    ordered = by_priority(table) if table.rule.hit == "priority" else table.rows
    return CompiledTable(
        table,
        tuple(_compiled_row(row, known) for row in ordered),
        tuple(_compiled(each, known) if each else None for each in table.defaults),
    )


def decide_table(compiled: CompiledTable, values: Mapping[str, Value], context: Context) -> Decided:
    """Ask a table. What several rows give together depends on its hit policy."""
    rule = compiled.table.rule
    found = _met(compiled, values, context, only_first=rule.hit in ("first", "priority"))
    if isinstance(found, ErrorValue):
        return Decided({each.name: found for each in rule.outputs}, ())
    results = _together(compiled, found) if found else _defaults(compiled, values, context)
    names = (each.name for each in rule.outputs)
    return Decided(dict(zip(names, results, strict=True)), tuple(id for id, _ in found))


def _compiled_row(row: Row, scope: Scope) -> CompiledRow:
    return CompiledRow(
        row.id, _compiled(row.condition, scope), tuple(_compiled(each, scope) for each in row.outputs)
    )


def _compiled(tree: Node, scope: Scope) -> Formula:
    checked, _ = infer(tree, scope)
    return compile_checked(checked)


def _met(
    compiled: CompiledTable, values: Mapping[str, Value], context: Context, *, only_first: bool
) -> Found | ErrorValue:
    found: Found = []
    for row in compiled.rows:
        is_met = row.condition(values, context)
        if isinstance(is_met, ErrorValue):
            return is_met
        if is_met:
            found.append((row.id, tuple(each(values, context) for each in row.outputs)))
            if only_first:
                break
    return found


def _defaults(compiled: CompiledTable, values: Mapping[str, Value], context: Context) -> Results:
    if compiled.table.rule.hit == "collect" and compiled.table.rule.aggregate == "count":
        return tuple(0 for _ in compiled.defaults)
    return tuple(each(values, context) if each else None for each in compiled.defaults)


def _together(compiled: CompiledTable, found: Found) -> Results:
    rule = compiled.table.rule
    results = [each for _, each in found]
    match rule.hit:
        case "first" | "priority":
            return results[0]
        case "unique":
            return results[0] if len(results) == 1 else _several(compiled)
        case "any":
            return results[0] if all(each == results[0] for each in results) else _several(compiled)
        case "output_order":
            ranks = {row.id: n for n, row in enumerate(by_priority(compiled.table))}
            results = [each for _, each in sorted(found, key=lambda row: ranks[row[0]])]
    aggregate = rule.aggregate if rule.hit == "collect" else "list"
    return tuple(_AGGREGATES[aggregate](column) for column in zip(*results, strict=True))


def _several(compiled: CompiledTable) -> Results:
    return tuple(SEVERAL_ROWS for _ in compiled.table.rule.outputs)


def _sum(values: Results) -> Value:
    total: Value = 0
    for each in values:
        total = EXACT.add(total, each)  # type: ignore[arg-type]
    return total


def _numbers(combine: Callable[[Results], Value]) -> Callable[[Results], Value]:
    """Combine what is there; an error among the values is the result."""

    def combined(values: Results) -> Value:
        error = next((each for each in values if isinstance(each, ErrorValue)), None)
        return error or combine(tuple(each for each in values if each is not None))

    return combined


_AGGREGATES: Mapping[str, Callable[[Results], Value]] = {
    "list": lambda values: values,
    "sum": _numbers(_sum),
    "minimum": _numbers(lambda values: min(values, default=None)),  # type: ignore[type-var]
    "maximum": _numbers(lambda values: max(values, default=None)),  # type: ignore[type-var]
    "count": len,
}
