"""What a date or instant is grouped by, in SQL: the first day of its period in the app's time zone.

SQLite keeps days as text and has Python functions for time zones; where an app's zone has kept one offset
since some moment, its own date arithmetic does for all instants after it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import DATE, INTEGER, TEXT, ColumnElement, Dialect, case, cast, func, literal, type_coerce
from sqlalchemy.dialects.postgresql import INTERVAL, TIMESTAMP

from engine.reports.periods import Calendar, Grain
from runtime.storage.sql_types import instant_text, is_sqlite

Sql = ColumnElement[Any]
_EARLIEST = 1970
_LATEST = 2037


@dataclass(frozen=True, slots=True)
class Periods:
    """Which periods are meant; instants have their days in a zone."""

    grain: Grain
    calendar: Calendar
    zone: ZoneInfo
    of_instants: bool


def period_sql(value: Sql, periods: Periods, dialect: Dialect) -> Sql:
    """Return the beginning of the period that a date or instant lies in."""
    return _sqlite(value, periods) if is_sqlite(dialect) else _postgresql(value, periods)


def _sqlite(value: Sql, periods: Periods) -> Sql:
    grain, calendar, zone = periods.grain, periods.calendar, periods.zone
    text = type_coerce(value, TEXT())
    if grain == "hour":
        return func.formula_local_hour(text, literal(zone.key, TEXT()), type_=TEXT())
    day = _sqlite_day(text, zone) if periods.of_instants else text
    match grain:
        case "month":
            return func.substr(day, 1, 7, type_=TEXT()).op("||")(literal("-01", TEXT()))
        case "year" if calendar.fiscal_month == 1:
            return func.substr(day, 1, 4, type_=TEXT()).op("||")(literal("-01-01", TEXT()))
        case "year" | "quarter":
            month = cast(func.substr(day, 6, 2), INTEGER())
            months = 12 if grain == "year" else 3
            back = (month + (12 - calendar.fiscal_month)) % months
            moved = cast(-back, TEXT()).op("||")(literal(" months", TEXT()))
            return func.date(day, "start of month", moved, type_=TEXT())
        case "week":
            return func.date(
                day, "-6 days", f"weekday {0 if calendar.is_sunday_first else 1:d}", type_=TEXT()
            )
    return day


def _sqlite_day(moment: Sql, zone: ZoneInfo) -> Sql:
    settled = settled_offset(zone)
    slow = func.formula_local_date(moment, literal(zone.key, TEXT()), type_=TEXT())
    if settled is None:
        return slow
    since, minutes = settled
    fast = func.date(moment, literal(f"{minutes:+d} minutes", TEXT()), type_=TEXT())
    return case((moment >= literal(instant_text(since), TEXT()), fast), else_=slow)


@lru_cache(maxsize=64)
def settled_offset(zone: ZoneInfo) -> tuple[datetime, int] | None:
    """Return since when a zone has had its present offset in whole minutes, None where it still changes."""
    day = datetime(_LATEST, 12, 31, tzinfo=UTC)
    offset = zone.utcoffset(day.astimezone(zone)) or timedelta()
    if offset.total_seconds() % 60:
        return None
    start = datetime(_EARLIEST, 1, 1, tzinfo=UTC)
    while day > start:
        before = day - timedelta(days=1)
        if (before.astimezone(zone).utcoffset() or timedelta()) != offset:
            break
        day = before
    return (day, int(offset.total_seconds() // 60)) if day.year < _LATEST else None


def _postgresql(value: Sql, periods: Periods) -> Sql:
    grain, calendar, local = periods.grain, periods.calendar, value
    if periods.of_instants:
        local = func.timezone(
            periods.zone.key, type_coerce(value, TIMESTAMP(timezone=True)), type_=TIMESTAMP()
        )
    if grain == "hour":
        return func.date_trunc("hour", local, type_=TIMESTAMP())
    day = cast(local, DATE())
    match grain:
        case "week" if calendar.is_sunday_first:
            one = literal(1, INTEGER())
            monday = func.date_trunc("week", cast(day.op("+")(one), TIMESTAMP()))
            return cast(monday, DATE()).op("-")(one)
        case "year" | "quarter" if calendar.fiscal_month > 1:
            shift = func.make_interval(
                0, (calendar.fiscal_month - 1) % (12 if grain == "year" else 3), type_=INTERVAL()
            )
            moved = cast(func.date_trunc("month", cast(day, TIMESTAMP())), TIMESTAMP()).op("-")(shift)
            return cast(type_coerce(func.date_trunc(grain, moved), TIMESTAMP()).op("+")(shift), DATE())
        case "day":
            return day
    return cast(func.date_trunc(grain, cast(day, TIMESTAMP())), DATE())
