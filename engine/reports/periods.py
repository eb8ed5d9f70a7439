"""Periods of the calendar: what a date is grouped by, and what relative dates such as the last 3 months are.

Days are days of the app's time zone. A period is written by its first day; an hour by its beginning on the
wall clock, without a zone.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

from engine.metadata.model import App

Unit: TypeAlias = Literal["year", "quarter", "month", "week", "day"]
Grain: TypeAlias = Literal["year", "quarter", "month", "week", "day", "hour"]
_MONTHS = {"year": 12, "quarter": 3, "month": 1}
_DAYS = {"week": 7, "day": 1}


@dataclass(frozen=True, slots=True)
class Calendar:
    """When weeks and fiscal years begin."""

    is_sunday_first: bool = False
    fiscal_month: int = 1


def calendar_of(app: App) -> Calendar:
    """Return when weeks and fiscal years begin in an app."""
    return Calendar(app.week_start == "sunday", app.fiscal_month)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both within."""

    first: date
    last: date


def begin_of(grain: Grain, day: date, calendar: Calendar) -> date:
    """Return the first day of the period a day lies in."""
    match grain:
        case "year" | "quarter" | "month":
            months = _MONTHS[grain]
            return months_later(day.replace(day=1), -((day.month - calendar.fiscal_month) % 12 % months))
        case "week":
            return day - timedelta(days=(day.weekday() + calendar.is_sunday_first) % 7)
    return day


def later(unit: Grain, start: date, count: int) -> date:
    """Return a day (for hours, a moment) some units later; the last of its month where that is shorter."""
    if unit in _MONTHS:
        return months_later(start, _MONTHS[unit] * count)
    if unit == "hour":
        return start + timedelta(hours=count)
    return start + timedelta(days=_DAYS[unit] * count)


def months_later(day: date, count: int) -> date:
    """Return the same day some months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def relative_period(
    operator: str, unit: Unit, count: int, today: date, calendar: Calendar, *, complete: bool = False
) -> Period:
    """Return the days that `last`, `this`, `previous`, `next` or `to_date` means on a day.

    `last` counts the present unit, up to today, unless only complete ones are meant.
    """
    begin = begin_of(unit, today, calendar)
    day = timedelta(days=1)
    match operator:
        case "last" if not complete:
            return Period(later(unit, begin, 1 - count), today)
        case "last" | "previous":
            return Period(later(unit, begin, -count), begin - day)
        case "next":
            return Period(later(unit, begin, 1), later(unit, begin, count + 1) - day)
        case "to_date":
            return Period(begin, today)
    return Period(begin, later(unit, begin, 1) - day)


def period_before(period: Period) -> Period:
    """Return the period just before of the same length: whole months before whole months, else days."""
    months = _whole_months(period)
    day = timedelta(days=1)
    if months:
        return Period(months_later(period.first, -months), period.first - day)
    length = period.last - period.first + day
    return Period(period.first - length, period.last - length)


def unit_before(period: Period, unit: Unit) -> Period:
    """Return the same part of the unit before, as month to date has it."""
    return Period(later(unit, period.first, -1), later(unit, period.last, -1))


def year_before(period: Period) -> Period:
    """Return the same days a year before; the end of February stays its end."""
    last = months_later(period.last, -12)
    if _is_end_of_month(period.last):
        last = last.replace(day=monthrange(last.year, last.month)[1])
    return Period(months_later(period.first, -12), last)


def _whole_months(period: Period) -> int:
    if period.first.day != 1 or not _is_end_of_month(period.last):
        return 0
    return (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1


def _is_end_of_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def instants(period: Period, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the instants from which and before which a period lasts."""
    return at_midnight(period.first, zone), at_midnight(period.last + timedelta(days=1), zone)


def at_midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return the instant at which a day begins."""
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def local_hour(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return the hour of an instant on the wall clock."""
    return moment.astimezone(zone).replace(minute=0, second=0, microsecond=0, tzinfo=None, fold=0)


def hour_instants(hour: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the instants between which the wall clock shows an hour; two hours where it is set back."""
    end = hour + timedelta(hours=1)
    return hour.replace(tzinfo=zone).astimezone(UTC), end.replace(tzinfo=zone).astimezone(UTC)


def periods_between(grain: Grain, first: date, last: date) -> tuple[date, ...]:
    """Return the beginnings of all periods from one to another, both beginnings themselves."""
    found = [first]
    while found[-1] < last:
        found.append(later(grain, found[-1], 1))
    return tuple(found)
