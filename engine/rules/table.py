"""A decision table read from its document: tests and expressions as trees, or every fault with its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.expressions.nodes import Literal, Name, Node
from engine.expressions.parse import parse, walk
from engine.expressions.unary import Anything, Test, names_of, read_test
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.kernel.remember import remember
from engine.metadata.definition import Definition
from engine.metadata.model import Rule, RuleRow
from engine.rules.cells import all_of, condition_of


@dataclass(frozen=True, slots=True)
class Row:
    """A row: one test per input, the condition they make together, one expression per output."""

    id: str
    tests: tuple[Test, ...]
    condition: Node
    outputs: tuple[Node, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A rule with everything in it parsed; `defaults` are the results where no row matches."""

    rule: Rule
    inputs: tuple[Node, ...]
    rows: tuple[Row, ...]
    defaults: tuple[Node | None, ...]


@remember
def table_of(definition: Definition, rule: str) -> Table | list[Issue]:
    """Return the table of a rule by its id; issues have places in the rule's document."""
    return read_table(definition.rules[rule])


def read_table(rule: Rule) -> Table | list[Issue]:
    """Parse every cell of a rule, or return what cannot be read."""
    reading = _Reading()
    inputs = tuple(
        reading.tree(each.expression, ("inputs", n, "expression")) for n, each in enumerate(rule.inputs)
    )
    rows = tuple(_row(rule, n, inputs, reading) for n in range(len(rule.rows)))
    defaults = tuple(
        reading.tree(each.default, ("outputs", n, "default")) if each.default else None
        for n, each in enumerate(rule.outputs)
    )
    return reading.issues or Table(rule, inputs, rows, defaults)


def names_in_table(table: Table) -> frozenset[tuple[str, ...]]:
    """Return every path that inputs, cells and results read."""
    trees = (*table.inputs, *(tree for row in table.rows for tree in row.outputs), *table.defaults)
    named = {node.path for tree in trees if tree for node, _ in walk(tree) if isinstance(node, Name)}
    tests = (test for row in table.rows for test in row.tests)
    return frozenset(named | {name.path for test in tests for name in names_of(test)})


class _Reading:
    """Parses texts and keeps what is wrong with them; a broken one reads as blank meanwhile."""

    def __init__(self) -> None:
        self.issues: list[Issue] = []

    def tree(self, text: str, path: Path) -> Node:
        read = parse(text)
        if isinstance(read, Issue):
            self.issues.append(read.under(*path))
            return Literal(None)
        return read

    def test(self, text: str, path: Path) -> Test:
        read = read_test(text)
        if isinstance(read, Issue):
            self.issues.append(read.under(*path))
            return Anything()
        return read


def _row(rule: Rule, number: int, inputs: tuple[Node, ...], reading: _Reading) -> Row:
    row = rule.rows[number]
    reading.issues.extend(_wrong_counts(rule, row, number))
    tests = tuple(reading.test(text, ("rows", number, "when", n)) for n, text in enumerate(row.when))
    conditions = [condition_of(test, subject) for test, subject in zip(tests, inputs, strict=False)]
    outputs = tuple(reading.tree(text, ("rows", number, "then", n)) for n, text in enumerate(row.then))
    return Row(row.id, tests, all_of(conditions), outputs)


def _wrong_counts(rule: Rule, row: RuleRow, number: int) -> Iterator[Issue]:
    for part, cells, columns in (("when", row.when, rule.inputs), ("then", row.then, rule.outputs)):
        if len(cells) != len(columns):
            params = {"cells": len(cells), "columns": len(columns)}
            yield Issue("rule.row.cells", ("rows", number, part), params)
