"""What filters compare with, read: values of their kind, periods of days as instants of the app's zone."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from engine.expressions.context import Context
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.model import QueryFilter
from engine.query.conditions import matches
from engine.reports.filters import RELATIVE
from engine.reports.periods import (
    Calendar,
    Period,
    at_midnight,
    begin_of,
    hour_instants,
    instants,
    later,
    relative_period,
)
from engine.reports.question import Criterion, Dimension, Filter, Kind

_NEGATIVE = ("not_equals", "not_in")
_CALENDAR = Calendar()
_DAY = timedelta(days=1)
_DIGITS = 18


def criterion(found: Filter, context: Context, calendar: Calendar) -> Criterion | Issue:
    """Return what the values of a filter must meet at a moment, or why it cannot be read."""
    asked = found.given
    try:
        return _criterion(asked, found.kind, found.of, context, calendar)
    except (ValueError, TypeError, InvalidOperation, OverflowError, KeyError):
        return Issue("query.value.unreadable", ("value",), {"value": str(asked.value)[:60]})


def within(period: Period, kind: Kind, context: Context) -> Criterion:
    """Return the criterion of lying in a period of days."""
    if kind.key == "datetime":
        return Criterion(ranges=(instants(period, context.timezone),), period=period)
    return Criterion(ranges=((period.first, period.last + _DAY),), period=period)


def meets(value: Value, given: Criterion, context: Context) -> bool:
    """Tell whether a value meets a criterion."""
    if given.ranges or given.has_blank or given.is_negative:
        return _is_within(value, given) is not given.is_negative
    return matches(given.operator, value, given.value, context)


def _is_within(value: Any, given: Criterion) -> bool:
    if value is None:
        return given.has_blank
    if given.ranges:
        return any(
            (low is None or value >= low) and (high is None or value < high) for low, high in given.ranges
        )
    return value in given.value


def members(dimension: Dimension, values: tuple[Value, ...], kind: Kind, context: Context) -> Criterion:
    """Return the criterion of being one of some members of a dimension, given by their keys."""
    named = [each for each in values if each is not None]
    has_blank = len(named) < len(values)
    if dimension.grain:
        ranges = tuple(_period_of(each, dimension, kind, context) for each in named)
        return Criterion(ranges=ranges, has_blank=has_blank) if ranges else _only_blank(has_blank=has_blank)
    if dimension.bins:
        limits = (None, *dimension.bins, None)
        bins = tuple((limits[each], limits[each + 1]) for each in named)  # type: ignore[index,operator]
        return Criterion(ranges=bins, has_blank=has_blank) if bins else _only_blank(has_blank=has_blank)
    return Criterion(value=tuple(named), has_blank=has_blank)


def _only_blank(*, has_blank: bool) -> Criterion:
    return Criterion("is_empty") if has_blank else Criterion(value=())


def negated(given: Criterion) -> Criterion:
    """Return the opposite of a criterion made by `members`."""
    if given.operator == "is_empty":
        return Criterion("is_not_empty")
    return replace(given, is_negative=not given.is_negative)


def bin_text(dimension: Dimension, index: int) -> str:
    """Return the member of a range of numbers as text, `100..500`."""
    limits = ("", *(format(each, "f") for each in dimension.bins), "")
    return f"{limits[index]}..{limits[index + 1]}"


def read_member(dimension: Dimension, raw: Any, context: Context) -> Value:
    """Return the key of a member as answers write it; raises ValueError and its like."""
    if raw is None:
        return None
    if dimension.bins:
        return [bin_text(dimension, n) for n in range(len(dimension.bins) + 1)].index(_text(raw))
    if dimension.grain == "hour":
        return datetime.fromisoformat(_text(raw)).replace(minute=0, second=0, microsecond=0, tzinfo=None)
    if dimension.grain:
        return begin_of(dimension.grain, _day(raw, dimension.kind, context), dimension.calendar)
    return read_value(raw, dimension.kind, context)


def read_value(raw: Any, kind: Kind, context: Context) -> Value:
    """Return a JSON value as one of a kind; raises ValueError and its like."""
    if isinstance(raw, Mapping):
        raw = raw["id"]
    if kind.is_number:
        return _number(raw, kind)
    reader = _READERS.get(kind.key)
    return reader(raw, kind, context) if reader else _text(raw)


def _criterion(
    asked: QueryFilter, kind: Kind, of: Dimension | None, context: Context, calendar: Calendar
) -> Criterion:
    operator = asked.operator
    if operator in RELATIVE:
        today = context.now.astimezone(context.timezone).date()
        found = relative_period(
            operator, asked.unit or "day", asked.n or 1, today, calendar, complete=asked.complete
        )
        return within(found, kind, context)
    if operator in ("is_empty", "is_not_empty"):
        return Criterion(operator)
    if operator in ("equals", "not_equals", "in", "not_in"):
        return _one_of(asked, kind, of, context)
    if kind.is_dated:
        return _ordered_dates(operator, asked.value, kind, context)
    if operator == "between":
        low, high = (None if each is None else read_value(each, kind, context) for each in asked.value or ())
        if low is None or high is None:
            return Criterion(
                "less_or_equal" if low is None else "greater_or_equal", high if low is None else low
            )
        return Criterion("between", (low, high))
    return Criterion(operator, read_value(asked.value, kind, context))


def _one_of(asked: QueryFilter, kind: Kind, of: Dimension | None, context: Context) -> Criterion:
    many = asked.operator in ("in", "not_in")
    if many and not isinstance(asked.value, tuple | list):
        raise ValueError
    given = tuple(asked.value or ()) if many else (asked.value,)
    if of is not None:
        found = members(of, tuple(read_member(of, each, context) for each in given), kind, context)
    elif kind.key == "datetime":
        found = _instants_of(given, context)
    else:
        values = tuple(read_value(each, kind, context) for each in given if each is not None)
        found = Criterion(value=values, has_blank=None in given)
    return negated(found) if asked.operator in _NEGATIVE else found


def _instants_of(given: tuple[Any, ...], context: Context) -> Criterion:
    """Return the criterion of being one of some instants; a day is any moment of it."""
    ranges = tuple(_bounds(each, context) for each in given if each is not None)
    return (
        Criterion(ranges=ranges, has_blank=None in given) if ranges else _only_blank(has_blank=None in given)
    )


def _bounds(raw: Any, context: Context) -> tuple[datetime, datetime]:
    if isinstance(raw, str) and len(raw) == 10:
        day = date.fromisoformat(raw)
        return instants(Period(day, day), context.timezone)
    moment = _instant(raw, Kind("datetime"), context)
    return moment, moment + timedelta(microseconds=1)


def _ordered_dates(operator: str, raw: Any, kind: Kind, context: Context) -> Criterion:
    """Return a criterion of earlier and later; the last day of `between` is within, whole."""
    low, high = (raw if operator == "between" else (raw, raw)) if raw is not None else (None, None)
    if low is None and high is None:
        raise ValueError
    start = _edges(low, kind, context)[0] if low is not None else None
    end = _edges(high, kind, context)[1] if high is not None else None
    match operator:
        case "less":
            return Criterion(ranges=((None, start),))
        case "less_or_equal":
            return Criterion(ranges=((None, end),))
        case "greater":
            return Criterion(ranges=((end, None),))
        case "greater_or_equal":
            return Criterion(ranges=((start, None),))
        case "between":
            return Criterion(ranges=((start, end),), period=_days_of(low, high))
    raise ValueError


def _edges(raw: Any, kind: Kind, context: Context) -> tuple[Any, Any]:
    if kind.key == "datetime":
        return _bounds(raw, context)
    day = _day(raw, kind, context)
    return day, day + _DAY


def _days_of(low: Any, high: Any) -> Period | None:
    try:
        return Period(date.fromisoformat(low), date.fromisoformat(high))
    except (TypeError, ValueError):
        return None


def _period_of(key: Any, dimension: Dimension, kind: Kind, context: Context) -> tuple[Any, Any]:
    assert dimension.grain is not None
    if dimension.grain == "hour":
        return hour_instants(key, context.timezone)
    try:
        end = later(dimension.grain, key, 1)
    except (ValueError, OverflowError):
        end = None  # the last period of the calendar has no end
    if kind.key == "datetime":
        zone = context.timezone
        return at_midnight(key, zone), None if end is None else at_midnight(end, zone)
    return key, end


def _text(raw: Any) -> str:
    if not isinstance(raw, str) or "\x00" in raw:
        raise ValueError
    return raw


def _number(raw: Any, kind: Kind) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, str | int | Decimal):
        raise ValueError
    number = Decimal(raw)
    fitted = number.quantize(Decimal(1).scaleb(-(kind.scale or 0)))
    if fitted != number or len(fitted.as_tuple().digits) > _DIGITS:
        raise ValueError
    return fitted


def _flag(raw: Any, _kind: Kind, _context: Context) -> bool:
    if not isinstance(raw, bool):
        raise ValueError
    return raw


def _day(raw: Any, _kind: Kind, _context: Context) -> date:
    return date.fromisoformat(_text(raw)[:10])


def _instant(raw: Any, _kind: Kind, context: Context) -> datetime:
    moment = datetime.fromisoformat(_text(raw))
    return (moment if moment.tzinfo else moment.replace(tzinfo=context.timezone)).astimezone(UTC)


def _id(raw: Any, _kind: Kind, _context: Context) -> str:
    return str(uuid.UUID(_text(raw)))


_READERS: Mapping[str, Callable[[Any, Kind, Context], Value]] = {
    "switch": _flag,
    "date": _day,
    "datetime": _instant,
    "link": _id,
    "person": _id,
}
