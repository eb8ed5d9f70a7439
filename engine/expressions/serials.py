"""Dates as serial numbers and back, in the 1900 system of spreadsheets: day 1 is 1900-01-01.

The system counts a 29 February 1900 that never was (serial 60); dates before it are shifted by one. An
instant is read on the wall clock of the app's time zone.
"""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from engine.expressions.arithmetic import NUMBERS

_EPOCH = date(1899, 12, 30)
_FIRST_OF_MARCH = date(1900, 3, 1)
_MICROSECONDS = 86_400_000_000


def from_date(day: date) -> int:
    """Return the serial number of a date."""
    return (day - _EPOCH).days - (day < _FIRST_OF_MARCH)


def to_date(serial: int) -> date:
    """Return the date of a serial number; OverflowError or ValueError outside the calendar."""
    return _EPOCH + timedelta(days=serial + (serial < 61))


def from_time(moment: time) -> Decimal:
    """Return the fraction of the day."""
    return from_duration(
        timedelta(0, moment.hour * 3600 + moment.minute * 60 + moment.second, moment.microsecond)
    )


def from_duration(duration: timedelta) -> Decimal:
    """Return the number of days, with its fraction."""
    return NUMBERS.divide(duration // timedelta(microseconds=1), _MICROSECONDS)


def to_duration(days: Decimal) -> timedelta:
    """Return days as a duration, to the nearest microsecond."""
    return timedelta(microseconds=int(NUMBERS.multiply(days, _MICROSECONDS).to_integral_value()))


def from_datetime(moment: datetime, zone: ZoneInfo) -> Decimal:
    """Return the serial number of an instant on the wall clock of a zone."""
    local = moment.astimezone(zone)
    return NUMBERS.add(from_date(local.date()), from_time(local.time()))


def to_datetime(serial: Decimal, zone: ZoneInfo) -> datetime:
    """Return the instant, in UTC, at which the wall clock of a zone shows a serial number."""
    whole = int(serial.to_integral_value("ROUND_FLOOR"))
    local = datetime.combine(to_date(whole), time(), zone) + to_duration(serial - whole)
    return local.astimezone(UTC)
