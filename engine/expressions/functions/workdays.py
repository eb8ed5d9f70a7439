"""Working days between dates, with weekends and holidays.

A weekend is a number (1 Saturday and Sunday, 2 Sunday and Monday … 7; 11 Sunday only … 17 Saturday only)
or seven digits from Monday, 1 for a day off.
"""

from datetime import date, timedelta

from engine.expressions.coerce import to_date, to_integer, to_items
from engine.expressions.context import Run
from engine.expressions.faults import OUT_OF_RANGE, WRONG_ARGUMENT, Fault
from engine.expressions.function import Function
from engine.kernel.values import Value

_WEEKEND = frozenset((5, 6))


def workdays_between(run: Run, start: date, end: date, holidays: Value = None) -> int:
    """Count working days from start to end, both included; negative where the end comes first."""
    return _count(start, end, _WEEKEND, _dates(run, holidays))


def workdays_between_international(
    run: Run, start: date, end: date, weekend: Value = None, holidays: Value = None
) -> int:
    """Count working days with a weekend of one's own."""
    return _count(start, end, _days_off(run, weekend), _dates(run, holidays))


def workday_after(run: Run, start: date, days: int, holidays: Value = None) -> date:
    """Return the date some working days later or earlier."""
    return _walk(run, start, days, _WEEKEND, _dates(run, holidays))


def workday_after_international(
    run: Run, start: date, days: int, weekend: Value = None, holidays: Value = None
) -> date:
    """Return the date some working days later or earlier with a weekend of one's own."""
    return _walk(run, start, days, _days_off(run, weekend), _dates(run, holidays))


def _count(start: date, end: date, days_off: frozenset[int], holidays: frozenset[date]) -> int:
    if end < start:
        return -_count(end, start, days_off, holidays)
    weeks, rest = divmod((end - start).days + 1, 7)
    extra = sum((start.weekday() + offset) % 7 not in days_off for offset in range(rest))
    free = sum(start <= day <= end and day.weekday() not in days_off for day in holidays)
    return weeks * (7 - len(days_off)) + extra - free


def _walk(run: Run, start: date, days: int, days_off: frozenset[int], holidays: frozenset[date]) -> date:
    """Jump whole weeks as long as no holiday can interfere, then go day by day."""
    if len(days_off) == 7:
        raise Fault(WRONG_ARGUMENT)
    step = timedelta(days=1 if days > 0 else -1)
    left, day = abs(days), start
    if not holidays:
        weeks = max(left // (7 - len(days_off)) - 1, 0)
        day += step * 7 * weeks
        left -= weeks * (7 - len(days_off))
    while left:
        run.spend(1)
        day += step
        left -= day.weekday() not in days_off and day not in holidays
    return day


def _dates(run: Run, holidays: Value) -> frozenset[date]:
    items = [item for item in to_items(holidays) if item is not None]
    run.spend(len(items))
    return frozenset(to_date(run, item) for item in items)


def _days_off(run: Run, weekend: Value) -> frozenset[int]:
    if weekend is None:
        return _WEEKEND
    if isinstance(weekend, str):
        if len(weekend) != 7 or set(weekend) - {"0", "1"}:
            raise Fault(WRONG_ARGUMENT)
        return frozenset(day for day, mark in enumerate(weekend) if mark == "1")
    number = to_integer(run, weekend)
    if 1 <= number <= 7:
        return frozenset(((number + 4) % 7, (number + 5) % 7))
    if 11 <= number <= 17:
        return frozenset(((number - 5) % 7,))
    raise Fault(OUT_OF_RANGE)


_FRIDAY = "DATE(2024, 3, 1)"

FUNCTIONS = (
    Function(
        "NETWORKDAYS(start: date, end: date, holidays?: list) -> number",
        workdays_between,
        "Counts the working days between dates.",
        (f"NETWORKDAYS({_FRIDAY}, DATE(2024, 3, 4)) = 2",),
        browser=False,
    ),
    Function(
        "NETWORKDAYS.INTL(start: date, end: date, weekend?: any, holidays?: list) -> number",
        workdays_between_international,
        "Counts the working days between dates with a weekend of one's own.",
        (f"NETWORKDAYS.INTL({_FRIDAY}, DATE(2024, 3, 4), 11) = 3",),
        browser=False,
    ),
    Function(
        "WORKDAY(start: date, days: integer, holidays?: list) -> date",
        workday_after,
        "The date some working days later.",
        (f"WORKDAY({_FRIDAY}, 1) = DATE(2024, 3, 4)",),
        browser=False,
    ),
    Function(
        "WORKDAY.INTL(start: date, days: integer, weekend?: any, holidays?: list) -> date",
        workday_after_international,
        "The date some working days later with a weekend of one's own.",
        (f"WORKDAY.INTL({_FRIDAY}, 1, 11) = DATE(2024, 3, 2)",),
        browser=False,
    ),
)
