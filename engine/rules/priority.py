"""The rows of a table by the priority of their results: earlier permitted values come first."""

from engine.expressions.nodes import Node
from engine.metadata.model import RuleOutput
from engine.rules.constants import constant
from engine.rules.samples import said
from engine.rules.table import Row, Table


def by_priority(table: Table) -> tuple[Row, ...]:
    """Return the rows, most important first; rows alike keep their order."""

    def rank(row: Row) -> tuple[int, ...]:
        return tuple(
            rank_of(output, tree) for output, tree in zip(table.rule.outputs, row.outputs, strict=True)
        )

    return tuple(sorted(table.rows, key=rank))


def rank_of(output: RuleOutput, tree: Node) -> int:
    """Return the place of a result among the permitted values, after all of them where it is none."""
    written = plain_text(tree)
    values = [each.value for each in output.values]
    return values.index(written) if written in values else len(values)


def plain_text(tree: Node) -> str | None:
    """Return a constant as permitted values write it, nothing for an expression that reads."""
    value = constant(tree)
    if value is None:
        return None
    return value if isinstance(value, str) else said(value)
