"""Figures of one group: what missing rows mean, figures made of others, rounding for show."""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from engine.entities.conversion import conversion
from engine.expressions.check import Checked
from engine.expressions.context import Context
from engine.expressions.evaluate import compile_checked
from engine.expressions.generate import Formula
from engine.expressions.types import Kind as ValueKind
from engine.kernel.values import EXACT, ErrorValue, Value, round_half_up
from engine.reports.question import Figure, Question

_NOTHING_IS_ZERO: Mapping[str, Value] = {"count": 0, "count_distinct": 0, "sum": Decimal(0)}
_TO_NUMBER = conversion(ValueKind.NUMBER, None)


def compute_figures(question: Question, cell: Mapping[str, Value], context: Context) -> dict[str, Value]:
    """Return every figure of a group from those its rows gave; an error is an error value."""
    values: dict[str, Value] = {
        each.id: cell.get(each.id, _NOTHING_IS_ZERO.get(each.aggregate))
        for each in question.figures
        if each.expression is None
    }
    for each in question.order:
        values[each.id] = _composed(each, values, context)
    return values


def mean(total: Decimal, count: int) -> Decimal | None:
    """Return a mean to 38 digits, None of nothing."""
    return EXACT.divide(Decimal(total), Decimal(count)) if count else None


def rounded(figure: Figure, value: Value) -> Value:
    """Return a figure as it is shown: with its decimal places, an error as no value."""
    if isinstance(value, ErrorValue):
        return None
    if isinstance(value, Decimal) and figure.kind.scale is not None:
        return round_half_up(value, figure.kind.scale)
    return value


def _composed(figure: Figure, values: Mapping[str, Value], context: Context) -> Value:
    assert figure.expression is not None
    return _TO_NUMBER(_compiled(figure.expression)(values, context), context)


@lru_cache(maxsize=512)
def _compiled(checked: Checked) -> Formula:
    return compile_checked(checked)
