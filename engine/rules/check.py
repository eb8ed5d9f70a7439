"""Design checks of a decision table: its cells read and fit, its results are permitted, and what its rows
leave open or say twice.

What is an expression by itself (inputs, results, defaults) is checked where all expressions are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.expressions import types
from engine.expressions.check import Scope, infer
from engine.expressions.nodes import Literal, Node
from engine.expressions.types import Kind, Type
from engine.expressions.unary import (
    SUBJECT,
    Between,
    Compare,
    Condition,
    Not,
    OneOf,
    Test,
    trees_of,
)
from engine.kernel.issue import Issue, Scalar, Severity
from engine.kernel.values import Value
from engine.metadata.definition import Definition
from engine.metadata.model import Rule, RuleOutput
from engine.rules.constants import constant
from engine.rules.domains import domain_of
from engine.rules.gaps import Analysis, analyse
from engine.rules.priority import plain_text
from engine.rules.samples import said
from engine.rules.table import Table, table_of

OUTPUT_TYPES = {
    "text": types.TEXT,
    "number": types.NUMBER,
    "boolean": types.BOOLEAN,
    "date": types.DATE,
}
_COMPARED = (Kind.NUMBER, Kind.TEXT, Kind.BOOLEAN, Kind.DATE, Kind.DATETIME)
_MOST_GAPS = 5


def check_rule(definition: Definition, rule: Rule, scope: Scope) -> Iterator[Issue]:
    """Yield every finding, with places in the rule's document."""
    yield from _columns(rule)
    table = table_of(definition, rule.id)
    if not isinstance(table, Table):
        yield from (each for each in table if "when" in each.path or each.code.startswith("rule."))
        return
    yield from _cells(definition, table, scope)
    yield from _results(table)
    yield from _rows(table, analyse(definition, rule.id))


def _columns(rule: Rule) -> Iterator[Issue]:
    names = [each.name for each in rule.outputs]
    for number, output in enumerate(rule.outputs):
        if output.name in names[:number]:
            yield Issue("rule.output.repeated", ("outputs", number, "name"), {"name": output.name})
        if rule.hit in ("priority", "output_order") and not output.values:
            yield Issue("rule.output.values_missing", ("outputs", number, "values"), {"name": output.name})
        is_figure = rule.hit == "collect" and rule.aggregate in ("sum", "minimum", "maximum")
        if is_figure and output.result != "number":
            yield Issue("rule.output.not_a_number", ("outputs", number, "result"), {"name": output.name})


@dataclass(frozen=True, slots=True)
class _CellScope:
    """What names mean in a cell: those of the record, and the subject."""

    around: Scope
    subject: Type

    def resolve(self, path: tuple[str, ...]) -> Type | None:
        return self.subject if path[0] == SUBJECT else self.around.resolve(path)


def _cells(definition: Definition, table: Table, scope: Scope) -> Iterator[Issue]:
    for column, subject in enumerate(table.inputs):
        found, _ = infer(subject, scope)
        here = _CellScope(scope, found.type)
        members = _members(definition, table, subject)
        for number, row in enumerate(table.rows):
            path = ("rows", number, "when", column)
            for issue in (*_test(row.tests[column], here), *_strangers(row.tests[column], members)):
                yield issue.under(*path)


def _test(test: Test, scope: _CellScope) -> Iterator[Issue]:
    for tree in trees_of(test):
        yield from infer(tree, scope)[1]
    match test:
        case Compare(_, operand):
            yield from _comparable(operand, scope)
        case Between(low, high):
            yield from _comparable(low, scope)
            yield from _comparable(high, scope)
        case Condition(tree):
            actual = infer(tree, scope)[0].type
            if not types.fits(actual, types.BOOLEAN):
                kinds: dict[str, Scalar] = {"expected": str(Kind.BOOLEAN), "actual": str(actual.kind)}
                yield Issue("expression.result.type", params=_span(tree) | kinds)
        case OneOf(tests):
            for each in tests:
                yield from _test_kind(each, scope)
        case Not(inner):
            yield from _test_kind(inner, scope)


def _test_kind(test: Test, scope: _CellScope) -> Iterator[Issue]:
    """Yield what is wrong with a part of a cell, whose names were looked at with the whole."""
    known = {each.code for tree in trees_of(test) for each in infer(tree, scope)[1]}
    yield from (each for each in _test(test, scope) if each.code not in known)


def _comparable(operand: Node, scope: _CellScope) -> Iterator[Issue]:
    """Yield an issue where a value can never be what the input is."""
    wanted, actual = scope.subject.scalar.kind, infer(operand, scope)[0].type.scalar.kind
    moments = {Kind.DATE, Kind.DATETIME}
    if wanted in _COMPARED and actual in _COMPARED and wanted != actual and {wanted, actual} != moments:
        yield Issue(
            "rule.cell.kind", params={**_span(operand), "expected": str(wanted), "actual": str(actual)}
        )


def _span(tree: Node) -> dict[str, Scalar]:
    return {"start": tree.span[0], "end": tree.span[1]}


def _members(definition: Definition, table: Table, subject: Node) -> tuple[Value, ...]:
    entity = definition.entities.get(table.rule.entity)
    domain = domain_of(definition, entity, subject) if entity else None
    return domain.members if domain else ()


def _strangers(test: Test, members: tuple[Value, ...]) -> Iterator[Issue]:
    """Yield a warning for a text that is no choice of the input's list."""
    for tree in trees_of(test) if members else ():
        value = constant(tree)
        if isinstance(tree, Literal) and isinstance(value, str) and value not in members:
            params = _span(tree) | {"value": value[:80]}
            yield Issue("rule.cell.stranger", (), params, Severity.WARNING)


def _results(table: Table) -> Iterator[Issue]:
    for number, row in enumerate(table.rows):
        for column, (output, tree) in enumerate(zip(table.rule.outputs, row.outputs, strict=True)):
            if not _is_permitted(output, tree):
                params = {"value": str(plain_text(tree))[:80], "values": _listed(output)}
                yield Issue("rule.output.not_permitted", ("rows", number, "then", column), params)


def _is_permitted(output: RuleOutput, tree: Node) -> bool:
    return not output.values or plain_text(tree) in [each.value for each in output.values]


def _listed(output: RuleOutput) -> str:
    return ", ".join(each.value for each in output.values)[:200]


def _rows(table: Table, found: Analysis) -> Iterator[Issue]:
    """Yield gaps and unreached rows as warnings; rows that contradict each other as errors."""
    numbers = {row.id: number for number, row in enumerate(table.rows)}
    if any(each is None for each in table.defaults) and table.rule.hit not in ("collect", "rule_order"):
        for gap in found.gaps[:_MOST_GAPS]:
            told = {"cells": " | ".join(gap.cells), "example": _example(gap.example)}
            yield Issue("rule.rows.gap", ("rows",), told, Severity.WARNING)
    for overlap in found.overlaps:
        first, second = (numbers[id] for id in overlap.rows)
        if _contradict(table, first, second):
            both: dict[str, Scalar] = {"first": first + 1, "second": second + 1}
            params = both | {"example": _example(overlap.example)}
            yield Issue("rule.rows.overlap", ("rows", second), params)
    if table.rule.hit == "first":
        for id in found.unreached:
            yield Issue(
                "rule.row.unreached", ("rows", numbers[id]), {"row": numbers[id] + 1}, Severity.WARNING
            )


def _contradict(table: Table, first: int, second: int) -> bool:
    if table.rule.hit == "unique":
        return True
    ours, theirs = table.rows[first].outputs, table.rows[second].outputs
    pairs = zip(ours, theirs, strict=True)
    return table.rule.hit == "any" and any(
        isinstance(one, Literal) and isinstance(other, Literal) and one != other for one, other in pairs
    )


def _example(values: tuple[Value, ...]) -> str:
    return " | ".join("" if each is None else said(each) for each in values)
