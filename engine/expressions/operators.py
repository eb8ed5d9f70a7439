"""What the operators mean for values of any kind. Over lists they work item by item.

Arithmetic is decimal. A date plus a number is a date (whole days count), an instant plus a number an
instant, a date plus a time of day an instant, a difference of dates a number of days. Comparison puts
numbers before texts before booleans, texts without case and by code point; a blank equals 0, "" and
FALSE.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_FLOOR, Decimal
from typing import TypeAlias

from engine.expressions import serials
from engine.expressions.arithmetic import NUMBERS, from_float
from engine.expressions.coerce import load, to_number, to_text
from engine.expressions.context import Run, bounded
from engine.expressions.faults import (
    DIVISION_BY_ZERO,
    NOT_ONE_VALUE,
    OUT_OF_RANGE,
    SIZES_DIFFER,
    Fault,
)
from engine.kernel.values import Value

Binary: TypeAlias = Callable[[Run, Value, Value], Value]
_HUNDREDTH = Decimal("0.01")


def add(run: Run, left: Value, right: Value) -> Value:
    """Add two values; see the module for dates."""
    if isinstance(left, tuple) or isinstance(right, tuple):
        return each_with_each(run, add, left, right)
    if isinstance(left, date | time | timedelta) or isinstance(right, date | time | timedelta):
        return _add_times(run, load(left), load(right))
    return NUMBERS.add(to_number(run, left), to_number(run, right))


def subtract(run: Run, left: Value, right: Value) -> Value:
    """Subtract; a difference of two dates or instants is a number of days."""
    if isinstance(left, tuple) or isinstance(right, tuple):
        return each_with_each(run, subtract, left, right)
    if isinstance(left, date | time | timedelta):
        return _subtract_from_time(run, left, load(right))
    return NUMBERS.subtract(to_number(run, left), to_number(run, right))


def multiply(run: Run, left: Value, right: Value) -> Value:
    """Multiply as numbers."""
    if isinstance(left, tuple) or isinstance(right, tuple):
        return each_with_each(run, multiply, left, right)
    return NUMBERS.multiply(to_number(run, left), to_number(run, right))


def divide(run: Run, left: Value, right: Value) -> Value:
    """Divide as numbers, to 38 digits."""
    if isinstance(left, tuple) or isinstance(right, tuple):
        return each_with_each(run, divide, left, right)
    dividend, divisor = to_number(run, left), to_number(run, right)
    if not divisor:
        raise Fault(DIVISION_BY_ZERO)
    return NUMBERS.divide(dividend, divisor)


def power(run: Run, left: Value, right: Value) -> Value:
    """Raise to a power: exactly for whole exponents, else in floating point at 15 digits."""
    if isinstance(left, tuple) or isinstance(right, tuple):
        return each_with_each(run, power, left, right)
    return power_of(to_number(run, left), to_number(run, right))


def power_of(number: Decimal, exponent: Decimal) -> Decimal:
    """Raise a number to a power; 0^0 is #NUM! as in a spreadsheet."""
    if not number:
        if exponent < 0:
            raise Fault(DIVISION_BY_ZERO)
        if not exponent:
            raise Fault(OUT_OF_RANGE)
        return number
    if exponent == exponent.to_integral_value():
        return NUMBERS.power(number, exponent)
    if number < 0:
        raise Fault(OUT_OF_RANGE)
    return from_float(float(number) ** float(exponent))


def negate(run: Run, value: Value) -> Value:
    """Change the sign."""
    if isinstance(value, tuple):
        return tuple(negate(run, each) for each in value)
    return NUMBERS.subtract(0, to_number(run, value))


def plus(run: Run, value: Value) -> Value:
    """Return the value as it is, as a spreadsheet does."""
    return load(value)


def percent(run: Run, value: Value) -> Value:
    """Divide by a hundred."""
    if isinstance(value, tuple):
        return tuple(percent(run, each) for each in value)
    return NUMBERS.multiply(to_number(run, value), _HUNDREDTH)


def concatenate(run: Run, left: Value, right: Value) -> Value:
    """Join two texts."""
    if isinstance(left, tuple) or isinstance(right, tuple):
        return each_with_each(run, concatenate, left, right)
    return bounded(to_text(run, left) + to_text(run, right))


def equal(run: Run, left: Value, right: Value) -> Value:
    """Tell whether two values are equal."""
    if isinstance(left, tuple) or isinstance(right, tuple):
        return each_with_each(run, equal, left, right)
    return compare(run, left, right) == 0


def unequal(run: Run, left: Value, right: Value) -> Value:
    """Tell whether two values differ."""
    if isinstance(left, tuple) or isinstance(right, tuple):
        return each_with_each(run, unequal, left, right)
    return compare(run, left, right) != 0


def less(run: Run, left: Value, right: Value) -> Value:
    """Tell whether the left value comes before the right one."""
    if isinstance(left, tuple) or isinstance(right, tuple):
        return each_with_each(run, less, left, right)
    return compare(run, left, right) < 0


def less_or_equal(run: Run, left: Value, right: Value) -> Value:
    """Tell whether the left value does not come after the right one."""
    if isinstance(left, tuple) or isinstance(right, tuple):
        return each_with_each(run, less_or_equal, left, right)
    return compare(run, left, right) <= 0


def greater(run: Run, left: Value, right: Value) -> Value:
    """Tell whether the left value comes after the right one."""
    return less(run, right, left)


def greater_or_equal(run: Run, left: Value, right: Value) -> Value:
    """Tell whether the left value does not come before the right one."""
    return less_or_equal(run, right, left)


def compare(run: Run, left: Value, right: Value) -> int:
    """Return -1, 0 or 1. Numbers, dates and times come before texts, texts before booleans."""
    left, right = load(left), load(right)
    if left is None:
        left = _blank_like(right)
    if right is None:
        right = _blank_like(left)
    ranks = _rank(left), _rank(right)
    if ranks[0] != ranks[1]:
        return -1 if ranks[0] < ranks[1] else 1
    if isinstance(left, str) and isinstance(right, str):
        return _order(fold(left), fold(right))
    return _order(_comparable(run, left), _comparable(run, right))


def fold(text: str) -> str:
    """Return a text as comparisons see it: in lower case."""
    return text.lower()


def each_with_each(run: Run, operation: Binary, left: Value, right: Value) -> Value:
    """Apply an operation item by item; a single value meets every item, lists must be of one length."""
    if not isinstance(left, tuple):
        rows = right if isinstance(right, tuple) else ()
        pairs: list[tuple[Value, Value]] = [(left, each) for each in rows]
    elif not isinstance(right, tuple):
        pairs = [(each, right) for each in left]
    elif len(left) == len(right):
        pairs = list(zip(left, right, strict=True))
    else:
        raise Fault(SIZES_DIFFER)
    run.spend(len(pairs))
    return tuple(_kept(run, operation, one, other) for one, other in pairs)


def _kept(run: Run, operation: Binary, left: Value, right: Value) -> Value:
    """Keep an error as one item of the list; the function that reads the list decides."""
    try:
        return operation(run, left, right)
    except Fault as fault:
        return fault.error
    except ArithmeticError:
        return OUT_OF_RANGE


def _order(left: object, right: object) -> int:
    return (left > right) - (left < right)  # type: ignore[operator, no-any-return]


def _rank(value: Value) -> int:
    if isinstance(value, bool):
        return 2
    if isinstance(value, tuple):
        raise Fault(NOT_ONE_VALUE)
    return 1 if isinstance(value, str) else 0


def _blank_like(value: Value) -> Value:
    if isinstance(value, bool):
        return False
    return "" if isinstance(value, str) else 0


def _comparable(run: Run, value: Value) -> Decimal | bool:
    return value if isinstance(value, bool) else to_number(run, value)


def _add_times(run: Run, left: Value, right: Value) -> Value:
    if isinstance(left, timedelta) and isinstance(right, timedelta):
        return left + right
    if isinstance(left, date):
        return _after(run, left, right)
    if isinstance(right, date):
        return _after(run, right, left)
    if isinstance(left, time) and isinstance(right, timedelta):
        return _later(left, right)
    if isinstance(right, time) and isinstance(left, timedelta):
        return _later(right, left)
    return NUMBERS.add(to_number(run, left), to_number(run, right))


def _after(run: Run, moment: date, amount: Value) -> Value:
    """Move a date or instant: by a time of day or duration to an instant, by a number by its days."""
    if isinstance(amount, date):
        return NUMBERS.add(to_number(run, moment), to_number(run, amount))
    if isinstance(moment, datetime):
        return moment + serials.to_duration(to_number(run, amount))
    if isinstance(amount, time | timedelta):
        midnight = datetime.combine(moment, time(), run.context.timezone)
        return (midnight + serials.to_duration(to_number(run, amount))).astimezone(UTC)
    return moment + timedelta(days=int(to_number(run, amount).to_integral_value(ROUND_FLOOR)))


def _subtract_from_time(run: Run, left: Value, right: Value) -> Value:
    if isinstance(right, date) or not isinstance(left, date | timedelta):
        return NUMBERS.subtract(to_number(run, left), to_number(run, right))
    if isinstance(right, timedelta):
        return left - right if isinstance(left, timedelta) else _after(run, left, -right)
    if isinstance(left, timedelta):
        return NUMBERS.subtract(to_number(run, left), to_number(run, right))
    if isinstance(right, time):
        return _after(run, left, -serials.to_duration(serials.from_time(right)))
    return _after(run, left, NUMBERS.subtract(0, to_number(run, right)))


def _later(moment: time, duration: timedelta) -> time:
    return (datetime.combine(date(2000, 1, 1), moment) + duration).time()
