"""Formulas: the generated function against the same by hand in Python, both over Decimals."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from engine.expressions.check import Checked, check
from engine.expressions.context import Context
from engine.expressions.evaluate import compile_checked
from engine.expressions.parse import parse
from engine.expressions.types import NUMBER, Type
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from runtime.bench.report import Line

TEXT = 'IF(qty * price * (1 - discount) > 10000, "director", "auto")'
TIMES = 200_000


class _Numbers:
    """A scope in which every name is a number."""

    def resolve(self, path: tuple[str, ...]) -> Type:
        return NUMBER


def measure_formulas() -> list[Line]:
    """Return evaluations per second of a typical rule."""
    numbers = {"qty": Decimal(12), "price": Decimal("899.50"), "discount": Decimal("0.05")}
    values: dict[str, Value] = dict(numbers)
    tree = parse(TEXT)
    assert not isinstance(tree, Issue)
    checked = check(tree, _Numbers())
    assert isinstance(checked, Checked)
    formula = compile_checked(checked)
    context = Context(datetime.now(UTC), ZoneInfo("UTC"))
    ours = _per_second(lambda: formula(values, context))
    by_hand = _per_second(lambda: _by_hand(numbers))
    return [Line("formula evaluations", ours, by_hand, "per second")]


def _by_hand(numbers: Mapping[str, Decimal]) -> str:
    amount = numbers["qty"] * numbers["price"] * (1 - numbers["discount"])
    return "director" if amount > 10000 else "auto"


def _per_second(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    for _ in range(TIMES):
        work()
    return TIMES / (time.perf_counter() - begin)
