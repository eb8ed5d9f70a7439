"""What the operators of clicked-together conditions mean; the databases are told the same in SQL.

Empty matches nothing but `is_empty` and the negative operators. Texts compare exactly for equality and
without the case of Latin letters for `contains`, `starts_with` and `ends_with`.
"""

import string
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from engine.expressions.context import Context
from engine.kernel.values import Value

LISTS = frozenset({"in", "not_in"})
RANGES = frozenset({"in_last_days", "in_next_days", "this_month", "this_year"})
WITHOUT_VALUE = frozenset({"is_empty", "is_not_empty", "this_month", "this_year"})
DAYS = frozenset({"in_last_days", "in_next_days"})
MOST_DAYS = 36_600

_FOLD = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def matches(operator: str, value: Value, given: Any, context: Context) -> bool:
    """Tell whether a field's value meets a condition."""
    if operator in RANGES:
        if value is None:
            return False
        first, last = period(operator, given, context, of_instants=isinstance(value, datetime))
        return bool(first <= value <= last)
    return _TESTS[operator](value, given)


def period(operator: str, days: Value, context: Context, *, of_instants: bool) -> tuple[Any, Any]:
    """Return the first and the last moment of a period, as days or as instants of the app's time zone."""
    today = context.now.astimezone(context.timezone).date()
    first, last = _days(operator, days, today)
    if not of_instants:
        return first, last
    start = datetime.combine(first, time.min, context.timezone)
    end = datetime.combine(last, time.max, context.timezone)
    return start.astimezone(UTC), end.astimezone(UTC)


def folded(text: str) -> str:
    """Return a text without the case of Latin letters, as both databases compare."""
    return text.translate(_FOLD)


def _days(operator: str, days: Value, today: date) -> tuple[date, date]:
    match operator:
        case "in_last_days":
            return today - timedelta(days=int(str(days))), today
        case "in_next_days":
            return today, today + timedelta(days=int(str(days)))
        case "this_month":
            following = (today.replace(day=28) + timedelta(days=4)).replace(day=1)
            return today.replace(day=1), following - timedelta(days=1)
    return today.replace(month=1, day=1), today.replace(month=12, day=31)


def _contains(value: Any, given: Any) -> bool:
    if value is None:
        return False
    return given in value if isinstance(value, tuple) else folded(given) in folded(value)


def _not_empty(test: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    return lambda value, given: value is not None and test(value, given)


_TESTS: Mapping[str, Callable[[Any, Any], bool]] = {
    "is_empty": lambda value, _: value is None,
    "is_not_empty": lambda value, _: value is not None,
    "equals": _not_empty(lambda value, given: value == given),
    "not_equals": lambda value, given: value is None or value != given,
    "contains": _contains,
    "not_contains": lambda value, given: not _contains(value, given),
    "starts_with": _not_empty(lambda value, given: folded(value).startswith(folded(given))),
    "ends_with": _not_empty(lambda value, given: folded(value).endswith(folded(given))),
    "less": _not_empty(lambda value, given: value < given),
    "less_or_equal": _not_empty(lambda value, given: value <= given),
    "greater": _not_empty(lambda value, given: value > given),
    "greater_or_equal": _not_empty(lambda value, given: value >= given),
    "between": _not_empty(lambda value, given: given[0] <= value <= given[1]),
    "in": _not_empty(lambda value, given: value in given),
    "not_in": lambda value, given: value is None or value not in given,
}
