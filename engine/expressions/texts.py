"""Texts that read as numbers, dates and times, and numbers, dates and times as text."""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from engine.expressions import serials
from engine.expressions.arithmetic import NUMBERS

EXACT_DIGITS = 18
SHOWN_DIGITS = 15

_NUMBER = re.compile(
    r"(?P<sign>[+-]?)\s*[$€£¥]?\s*(?P<body>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)"
    r"(?P<exponent>[eE][+-]?\d{1,4})?\s*[$€£¥]?(?P<percent>%?)"
)
_DATE = re.compile(
    r"(?P<y>\d{4})(?:[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})|年(?P<cm>\d{1,2})月(?P<cd>\d{1,2})日)"
    r"|(?P<um>\d{1,2})/(?P<ud>\d{1,2})/(?P<uy>\d{4})"
    r"|(?P<wd>\d{1,2})[- ](?P<wm>[A-Za-z]{3,9})[- ](?P<wy>\d{4})"
)
_TIME = re.compile(
    r"(?P<h>\d{1,4}):(?P<m>\d{1,2})(?::(?P<s>\d{1,2})(?:\.(?P<f>\d{1,6}))?)?\s*(?P<half>[AaPp][Mm])?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PLAIN = NUMBERS.copy()
_PLAIN.prec = SHOWN_DIGITS


def read_number(text: str) -> Decimal | None:
    """Read a text as a number: thousands commas, percent, currency signs; dates and times as serials."""
    plain = normal(text)
    found = _NUMBER.fullmatch(plain)
    if not found:
        return _read_serial(plain)
    number = Decimal(found["sign"] + found["body"].replace(",", "") + (found["exponent"] or ""))
    if number and abs(number.adjusted()) > NUMBERS.Emax:
        return None
    return NUMBERS.plus(number.scaleb(-2) if found["percent"] else number)


def read_date(text: str) -> date | None:
    """Read a calendar date: 2024-02-29, 2024/2/29, 2024年2月29日, 2/29/2024, 29-Feb-2024."""
    found = _DATE.fullmatch(normal(text))
    if not found:
        return None
    part = found.groupdict()
    month = part["m"] or part["cm"] or part["um"] or _month(part["wm"])
    day = part["d"] or part["cd"] or part["ud"] or part["wd"]
    try:
        return date(int(part["y"] or part["uy"] or part["wy"]), int(month), int(day))
    except ValueError:
        return None


def read_time(text: str) -> Decimal | None:
    """Read a time of day such as 13:30, 1:30:15 PM as the fraction of the day."""
    found = _TIME.fullmatch(normal(text))
    if not found:
        return None
    hours, minutes, seconds = int(found["h"]), int(found["m"]), int(found["s"] or 0)
    if minutes > 59 or seconds > 59:
        return None
    if found["half"]:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if found["half"].upper() == "PM" else 0)
    duration = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if found["f"]:
        duration += timedelta(microseconds=int(found["f"].ljust(6, "0")))
    return serials.from_duration(duration)


def read_date_and_time(text: str) -> tuple[date, Decimal] | None:
    """Read a date with an optional time of day after a space or T."""
    plain = normal(text)
    day = read_date(plain)
    if day:
        return day, Decimal(0)
    first, _, second = plain.replace("T", " ", 1).rpartition(" ")
    if second.upper() in ("AM", "PM"):
        first, _, hours = first.rpartition(" ")
        second = f"{hours} {second}"
    day, clock = read_date(first), read_time(second)
    return (day, clock) if day and clock is not None else None


def normal(text: str) -> str:
    """Return a text without surrounding spaces, full-width digits and letters as plain ones."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).strip()


def number_text(number: Decimal | int) -> str:
    """Write a number: exactly up to 18 digits, longer ones rounded to 15, with E only far from the point."""
    value = Decimal(number)
    if not value:
        return "0"
    value = value.normalize(NUMBERS)
    if len(value.as_tuple().digits) > EXACT_DIGITS:
        value = value.normalize(_PLAIN)
    if -10 < value.adjusted() < 21:
        return format(value, "f")
    digits = "".join(map(str, value.as_tuple().digits))
    mantissa = digits[0] + ("." + digits[1:] if digits[1:] else "")
    return f"{'-' if value < 0 else ''}{mantissa}E{value.adjusted():+03d}"


def date_text(day: date) -> str:
    """Write a date as 2024-02-29."""
    return day.isoformat()


def datetime_text(moment: datetime, zone: ZoneInfo) -> str:
    """Write an instant as the wall clock of a zone shows it: 2024-02-29 13:30:00."""
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")


def time_text(moment: time) -> str:
    """Write a time of day as 13:30:00."""
    return moment.strftime("%H:%M:%S")


def duration_text(duration: timedelta) -> str:
    """Write a duration as hours, minutes and seconds: 26:05:00."""
    seconds = round(abs(duration).total_seconds())
    sign = "-" if duration < timedelta(0) else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _month(word: str | None) -> int:
    return _MONTHS.index(word[:3].lower()) + 1 if word and word[:3].lower() in _MONTHS else 0


def _read_serial(text: str) -> Decimal | None:
    found = read_date_and_time(text)
    if found:
        return NUMBERS.add(serials.from_date(found[0]), found[1])
    return read_time(text)


def read_instant(text: str, zone: ZoneInfo) -> datetime | None:
    """Read a date and time on the wall clock of a zone as an instant in UTC."""
    found = read_date_and_time(text)
    if not found:
        return None
    local = datetime.combine(found[0], time(), zone) + serials.to_duration(found[1])
    return local.astimezone(UTC)
