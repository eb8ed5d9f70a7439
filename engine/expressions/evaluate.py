"""Evaluating expressions: checked ones by generated functions, texts with plain values for library users."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeAlias
from zoneinfo import ZoneInfo

from engine.expressions import types
from engine.expressions.check import Checked, infer
from engine.expressions.context import Context
from engine.expressions.generate import Formula, generate
from engine.expressions.parse import parse
from engine.expressions.types import Type
from engine.kernel.issue import Issue
from engine.kernel.values import ErrorValue, Value

ExpressionError = ErrorValue
_Plain: TypeAlias = bool | int | Decimal | str | date | datetime | time | timedelta | ErrorValue | None
Given: TypeAlias = _Plain | Sequence["Given"]


def compile_checked(checked: Checked) -> Formula:
    """Return the function `(values, context) -> value` of a checked expression.

    Values are keyed by the dotted path (`数量`, `customer.level`, `lines.amount`); a missing key is blank.
    Values must be of the types the scope promised, blank, or errors; anything else is still answered,
    only more slowly.
    """
    return generate(checked)


def evaluate(
    text: str,
    values: Mapping[str, Given],
    *,
    now: datetime | None = None,
    timezone: str = "UTC",
) -> Value | ExpressionError:
    """Evaluate a formula over plain values by name.

    An error, a formula that cannot be read and an unknown name come back as an `ExpressionError`. `now`
    is an aware moment; without it TODAY and NOW are blank dates of the year 1970, since this library
    reads no clock. Naive date-times among the values are wall-clock times of `timezone`.
    """
    zone = ZoneInfo(timezone)
    prepared = {name: _prepared(value, zone) for name, value in values.items()}
    tree = parse(text)
    if isinstance(tree, Issue):
        return ErrorValue("#NAME?", tree.code)
    checked, issues = infer(tree, _Loose(prepared))
    broken = next((issue for issue in issues if issue.code in _BROKEN), None)
    if broken:
        return ErrorValue("#NAME?", broken.code)
    return generate(checked)(prepared, Context(now or _EPOCH, zone))


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_BROKEN = ("expression.name.unknown", "expression.function.unknown", "expression.arguments.count")


class _Loose:
    """A scope that knows the given names and nothing of their types."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self.values = values

    def resolve(self, path: tuple[str, ...]) -> Type | None:
        name = ".".join(path)
        if name not in self.values:
            return None
        return types.list_of(types.ANY) if isinstance(self.values[name], tuple) else types.ANY


def _prepared(value: Given, zone: ZoneInfo) -> Value:
    if isinstance(value, list | tuple):
        return tuple(_prepared(each, zone) for each in value)
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=zone)).astimezone(UTC)
    return value  # type: ignore[return-value]
