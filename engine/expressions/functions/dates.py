"""Dates and times: parts, building, counting.

A date never moves by time zone; an instant is read on the wall clock of the app's zone. TODAY and NOW are
fixed once per request or step.
"""

import calendar
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from engine.expressions import serials, texts
from engine.expressions.arithmetic import NUMBERS, from_float
from engine.expressions.coerce import date_of_serial, to_date, to_integer, to_number
from engine.expressions.context import Run
from engine.expressions.faults import NOT_A_DATE, OUT_OF_RANGE, Fault
from engine.expressions.function import Function
from engine.kernel.values import Value

_DAY = 86_400
_LAST_MONTH = 9_999 * 12 + 11


def today(run: Run) -> date:
    """Return the date of the fixed moment in the app's time zone."""
    return run.context.now.astimezone(run.context.timezone).date()


def now(run: Run) -> datetime:
    """Return the fixed moment."""
    return run.context.now.astimezone(UTC)


def make_date(run: Run, year: int, month: int, day: int) -> date:
    """Return a date; see `date_from`."""
    return date_from(year, month, day)


def date_from(year: int, month: int, day: int) -> date:
    """Return a date; months and days beyond their range carry over, years below 1900 count from 1900."""
    if not 0 <= year <= 9_999:
        raise Fault(OUT_OF_RANGE)
    months = (year + 1900 if year < 1900 else year) * 12 + month - 1
    if not 12 <= months <= _LAST_MONTH:
        raise Fault(OUT_OF_RANGE)
    made = date(months // 12, months % 12 + 1, 1) + timedelta(days=day - 1)
    if made.year < 1900:
        raise Fault(OUT_OF_RANGE)
    return made


def year_of(run: Run, value: Value) -> int:
    """Return the year."""
    return _parts(run, value)[0]


def month_of(run: Run, value: Value) -> int:
    """Return the month, 1 to 12."""
    return _parts(run, value)[1]


def day_of(run: Run, value: Value) -> int:
    """Return the day of the month."""
    return _parts(run, value)[2]


def _parts(run: Run, value: Value) -> tuple[int, int, int]:
    """Return year, month and day; spreadsheets know a day 0 and a 29 February in 1900."""
    if not isinstance(value, date):
        serial = _serial(run, value)
        if 0 <= serial < 1:
            return 1900, 1, 0
        if 60 <= serial < 61:
            return 1900, 2, 29
    day = to_date(run, value)
    return day.year, day.month, day.day


def _serial(run: Run, value: Value) -> Decimal:
    number = to_number(run, value)
    if not 0 <= number < 2_958_466:
        raise Fault(OUT_OF_RANGE)
    return number


def hour_of(run: Run, value: Value) -> int:
    """Return the hour, 0 to 23."""
    return _second_of_day(run, value) // 3600


def minute_of(run: Run, value: Value) -> int:
    """Return the minute, 0 to 59."""
    return _second_of_day(run, value) // 60 % 60


def second_of(run: Run, value: Value) -> int:
    """Return the second, 0 to 59."""
    return _second_of_day(run, value) % 60


def _second_of_day(run: Run, value: Value) -> int:
    """Return the second of the day; fractions of days are rounded to seconds."""
    if isinstance(value, datetime):
        value = value.astimezone(run.context.timezone).time()
    if isinstance(value, time):
        return value.hour * 3600 + value.minute * 60 + value.second
    serial = _serial(run, value)
    fraction = serial - int(serial)
    return int(NUMBERS.multiply(fraction, _DAY).to_integral_value(ROUND_HALF_UP)) % _DAY


def make_time(run: Run, hour: int, minute: int, second: int) -> time:
    """Return a time of day; parts beyond their range carry over, days are dropped."""
    seconds = hour * 3600 + minute * 60 + second
    if seconds < 0 or max(hour, minute, second) > 32_767:
        raise Fault(OUT_OF_RANGE)
    return _time_at(seconds)


def _time_at(second: int) -> time:
    return time(second // 3600 % 24, second // 60 % 60, second % 60)


def date_of_text(run: Run, text: str) -> date:
    """Read a text as a date."""
    found = texts.read_date_and_time(text)
    if not found:
        raise Fault(NOT_A_DATE)
    return found[0]


def time_of_text(run: Run, text: str) -> time:
    """Read a text as a time of day."""
    found = texts.read_date_and_time(text)
    fraction = found[1] if found else texts.read_time(text)
    if fraction is None:
        raise Fault(NOT_A_DATE)
    seconds = NUMBERS.multiply(fraction, _DAY).to_integral_value(ROUND_HALF_UP)
    return _time_at(int(seconds))


def months_later(run: Run, start: date, months: int) -> date:
    """Return the same day some months later."""
    return same_day(start, months)


def same_day(start: date, months: int) -> date:
    """Return the same day some months later, the last of the month where it has fewer days."""
    year, month = _month_after(start, months)
    return date(year, month, min(start.day, _length(year, month)))


def end_of_month(run: Run, start: date, months: int) -> date:
    """Return the last day of the month some months later."""
    return last_day(start, months)


def last_day(start: date, months: int) -> date:
    """Return the last day of the month some months later."""
    year, month = _month_after(start, months)
    return date(year, month, _length(year, month))


def _month_after(start: date, months: int) -> tuple[int, int]:
    index = start.year * 12 + start.month - 1 + months
    if not 1900 * 12 <= index <= _LAST_MONTH:
        raise Fault(OUT_OF_RANGE)
    return index // 12, index % 12 + 1


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def days_between(run: Run, end: Value, start: Value) -> int:
    """Return the number of days from start to end; the time of day does not count."""
    return _day_number(run, end) - _day_number(run, start)


def _day_number(run: Run, value: Value) -> int:
    if isinstance(value, str):
        return serials.from_date(to_date(run, value))
    if isinstance(value, date):
        return serials.from_date(to_date(run, value))
    date_of_serial(to_number(run, value))
    return to_integer(run, value)


def days_of_360(run: Run, start: date, end: date, european: bool = False) -> int:
    """Count days in a year of twelve months of thirty days."""
    first, last = start.day, end.day
    if european:
        first, last = min(first, 30), min(last, 30)
    else:
        if first == _length(start.year, start.month):
            first = 30
        if last == _length(end.year, end.month) and end.month != 2 and first < 30:
            following = end + timedelta(days=1)
            return _days_360(start, first, following, 1)
        if last == 31:
            last = 30
    return _days_360(start, first, end, last)


def _days_360(start: date, first: int, end: date, last: int) -> int:
    return (end.year - start.year) * 360 + (end.month - start.month) * 30 + last - first


def date_difference(run: Run, start: date, end: date, unit: str) -> int:
    """Count whole years Y, months M or days D between dates; YM, YD and MD leave out the larger units."""
    if end < start:
        raise Fault(OUT_OF_RANGE)
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    match unit.upper():
        case "D":
            return (end - start).days
        case "M":
            return months
        case "Y":
            return months // 12
        case "YM":
            return months % 12
        case "MD":
            return _days_beyond_months(start, end)
        case "YD":
            return _days_beyond_years(start, end)
    raise Fault(OUT_OF_RANGE)


def _days_beyond_months(start: date, end: date) -> int:
    if end.day >= start.day:
        return end.day - start.day
    year, month = (end.year, end.month - 1) if end.month > 1 else (end.year - 1, 12)
    return (end - date(year, month, 1)).days - (start.day - 1)


def _days_beyond_years(start: date, end: date) -> int:
    year = end.year - ((end.month, end.day) < (start.month, start.day))
    return (end - (date(year, start.month, 1) + timedelta(days=start.day - 1))).days


def year_fraction(run: Run, start: date, end: date, basis: int = 0) -> Decimal:
    """Return the part of a year: 0 US 30/360, 1 actual, 2 actual/360, 3 actual/365, 4 European 30/360."""
    if not 0 <= basis <= 4:
        raise Fault(OUT_OF_RANGE)
    if end < start:
        start, end = end, start
    days = (end - start).days
    match basis:
        case 0:
            return _share(_days_360_us(start, end), 360)
        case 1:
            return from_float(days / _year_length(start, end))
        case 2:
            return _share(days, 360)
        case 3:
            return _share(days, 365)
    return _share(_days_360(start, min(start.day, 30), end, min(end.day, 30)), 360)


def _share(days: int, year: int) -> Decimal:
    return from_float(days / year)


def _days_360_us(start: date, end: date) -> int:
    first, last = start.day, end.day
    if start.month == 2 and first == _length(start.year, 2):
        if end.month == 2 and last == _length(end.year, 2):
            last = 30
        first = 30
    if last == 31 and first >= 30:
        last = 30
    return _days_360(start, min(first, 30), end, last)


def _year_length(start: date, end: date) -> float:
    """Return the average length of the years between two dates."""
    if (end.year, end.month, end.day) <= (start.year + 1, start.month, start.day):
        if start.year == end.year:
            return 366 if calendar.isleap(start.year) else 365
        leap = any(
            calendar.isleap(year) and start <= date(year, 2, 29) <= end for year in (start.year, end.year)
        )
        return 366 if leap else 365
    years = end.year - start.year + 1
    return (date(end.year, 12, 31) - date(start.year, 1, 1)).days / years + 1 / years


def weekday_number(run: Run, value: Value, kind: int = 1) -> int:
    """Return the day of the week: kind 1 Sunday is 1, 2 Monday is 1, 3 Monday is 0, 11 Monday is 1 to 17."""
    sunday_first = (_week_day(run, value) + 1) % 7
    match kind:
        case 1:
            return sunday_first + 1
        case 2:
            return (sunday_first - 1) % 7 + 1
        case 3:
            return (sunday_first - 1) % 7
        case _ if 11 <= kind <= 17:
            return (sunday_first - (kind - 10)) % 7 + 1
    raise Fault(OUT_OF_RANGE)


def _week_day(run: Run, value: Value) -> int:
    """Return Monday as 0; before March 1900 spreadsheets are one day off."""
    if isinstance(value, date | str):
        return to_date(run, value).weekday()
    return (int(_serial(run, value)) + 5) % 7


def week_number(run: Run, day: date, kind: int = 1) -> int:
    """Return the week of the year: kind 1 from Sunday, 2 from Monday, 11 to 17, 21 ISO."""
    if kind == 21:
        return day.isocalendar().week
    starts = {1: 6, 2: 0, **{11 + weekday: weekday for weekday in range(7)}}
    if kind not in starts:
        raise Fault(OUT_OF_RANGE)
    first = date(day.year, 1, 1)
    offset = (first.weekday() - starts[kind]) % 7
    return ((day - first).days + offset) // 7 + 1


def iso_week_number(run: Run, day: date) -> int:
    """Return the ISO week of the year."""
    return day.isocalendar().week


FUNCTIONS = (
    Function("TODAY() -> date", today, "The current date, fixed per request.", (), sql=True, volatile=True),
    Function("NOW() -> datetime", now, "The current moment, fixed per request.", (), sql=True, volatile=True),
    Function(
        "DATE(year: integer, month: integer, day: integer) -> date",
        make_date,
        "Builds a date; months and days beyond their range carry over.",
        ('DATE(2024, 14, 1) = DATEVALUE("2025-02-01")',),
        sql=True,
    ),
    Function("YEAR(date: any) -> number", year_of, "The year.", ('YEAR("2024-02-29") = 2024',), sql=True),
    Function(
        "MONTH(date: any) -> number", month_of, "The month, 1 to 12.", ('MONTH("2024-02-29") = 2',), sql=True
    ),
    Function(
        "DAY(date: any) -> number", day_of, "The day of the month.", ('DAY("2024-02-29") = 29',), sql=True
    ),
    Function("HOUR(time: any) -> number", hour_of, "The hour, 0 to 23.", ('HOUR("13:30") = 13',)),
    Function("MINUTE(time: any) -> number", minute_of, "The minute, 0 to 59.", ('MINUTE("13:30") = 30',)),
    Function("SECOND(time: any) -> number", second_of, "The second, 0 to 59.", ('SECOND("13:30:15") = 15',)),
    Function(
        "TIME(hour: integer, minute: integer, second: integer) -> time",
        make_time,
        "Builds a time of day.",
        ("HOUR(TIME(25, 0, 0)) = 1",),
    ),
    Function(
        "DATEVALUE(text: text) -> date",
        date_of_text,
        "Reads a text as a date.",
        ('DATEVALUE("2024/2/29") = DATE(2024, 2, 29)',),
    ),
    Function(
        "TIMEVALUE(text: text) -> time",
        time_of_text,
        "Reads a text as a time.",
        ('TIMEVALUE("6:00 PM") = 0.75',),
    ),
    Function(
        "EDATE(start: date, months: integer) -> date",
        months_later,
        "The same day some months later.",
        ("EDATE(DATE(2024, 1, 31), 1) = DATE(2024, 2, 29)",),
        sql=True,
    ),
    Function(
        "EOMONTH(start: date, months: integer) -> date",
        end_of_month,
        "The last day of the month some months later.",
        ("EOMONTH(DATE(2024, 1, 15), 0) = DATE(2024, 1, 31)",),
        sql=True,
    ),
    Function(
        "DAYS(end: any, start: any) -> number",
        days_between,
        "The number of days between two dates.",
        ('DAYS("2024-03-01", "2024-02-01") = 29',),
        sql=True,
    ),
    Function(
        "DAYS360(start: date, end: date, european?: boolean) -> number",
        days_of_360,
        "The days between dates in a year of 360.",
        ("DAYS360(DATE(2024, 1, 1), DATE(2025, 1, 1)) = 360",),
        browser=False,
    ),
    Function(
        "DATEDIF(start: date, end: date, unit: text) -> number",
        date_difference,
        'Whole units between dates: "Y", "M", "D", "YM", "YD", "MD".',
        ('DATEDIF(DATE(2024, 1, 31), DATE(2024, 3, 1), "M") = 1',),
    ),
    Function(
        "YEARFRAC(start: date, end: date, basis?: integer) -> number",
        year_fraction,
        "The part of a year between dates.",
        ("YEARFRAC(DATE(2024, 1, 1), DATE(2024, 7, 1)) = 0.5",),
        browser=False,
    ),
    Function(
        "WEEKDAY(date: any, kind?: integer) -> number",
        weekday_number,
        "The day of the week, Sunday is 1.",
        ("WEEKDAY(DATE(2024, 2, 29)) = 5",),
    ),
    Function(
        "WEEKNUM(date: date, kind?: integer) -> number",
        week_number,
        "The week of the year.",
        ("WEEKNUM(DATE(2024, 1, 7)) = 2",),
    ),
    Function(
        "ISOWEEKNUM(date: date) -> number",
        iso_week_number,
        "The ISO week of the year.",
        ("ISOWEEKNUM(DATE(2024, 12, 30)) = 1",),
    ),
)
