"""Calendar days and instants as people and programs write them.

A day never shifts by time zone. An order of day and month that could be read in two ways is refused.
"""

import re
import unicodedata
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from engine.kernel.issue import Issue

_LONGEST = 60
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<word>(?:{'|'.join(_MONTHS)})[a-z]*)\.?"
_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})年\s*(?P<month>\d{1,2})月\s*(?P<day>\d{1,2})[日号]?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})",
        rf"(?P<day>\d{{1,2}})[- ]{_MONTH},?[- ](?P<year>\d{{4}})",
        rf"{_MONTH} (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})",
    )
)
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ISO_INSTANT = re.compile(  # of days every month has
    r"[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{6})?Z"
)
_INSTANT = re.compile(
    r"(?P<day>.*?)[T\s]*(?P<half>上午|中午|下午|晚上)?\s*(?P<hour>\d{1,2})(?:[:时点](?P<minute>\d{1,2}))"
    r"(?:[:分](?P<second>\d{1,2})(?:\.(?P<fraction>\d{1,9}))?秒?|分)?"
    r"\s*(?P<meridiem>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>[Zz]|[+-]\d{2}:?\d{2})?"
)


def read_date(raw: object) -> date | Issue | None:
    """Read a calendar day; a time of midnight behind it, as spreadsheets write it, is left off."""
    if isinstance(raw, datetime):
        return raw.date() if raw.time() == time() else Issue("value.date.has_time")
    if isinstance(raw, date):
        return raw
    if raw is None:
        return None
    if not isinstance(raw, str) or len(raw) > _LONGEST:
        return _unreadable("value.date.unreadable", raw)
    if _ISO_DAY.fullmatch(raw):
        return _made(int(raw[:4]), int(raw[5:7]), int(raw[8:]), raw)
    text = unicodedata.normalize("NFKC", raw).strip()
    return _day_of(text) if text else None


def read_datetime(raw: object, zone: ZoneInfo) -> datetime | Issue | None:
    """Read an instant; without an offset it is the wall clock of the zone, without a time its midnight."""
    if isinstance(raw, datetime):
        return _instant(raw, zone)
    if isinstance(raw, date):
        return _instant(datetime.combine(raw, time()), zone)
    if raw is None:
        return None
    if not isinstance(raw, str) or len(raw) > _LONGEST:
        return _unreadable("value.datetime.unreadable", raw)
    if _ISO_INSTANT.fullmatch(raw):
        return datetime.fromisoformat(raw)
    text = unicodedata.normalize("NFKC", raw).strip()
    return _instant_of(text, zone) if text else None


def _day_of(text: str) -> date | Issue:
    bare = re.sub(r"[T ]0{1,2}:00(:00(\.0+)?)?$", "", text)
    for pattern in _DAYS:
        found = pattern.fullmatch(bare)
        if found:
            return _day(found.groupdict(), text)
    return _unreadable("value.date.unreadable", text)


def _day(part: dict[str, str | None], text: str) -> date | Issue:
    if part.get("first"):
        return _day_in_either_order(part, text)
    word = part.get("word")
    month = _MONTHS.index(word[:3].lower()) + 1 if word else int(part["month"] or 0)
    return _made(int(part["year"] or 0), month, int(part["day"] or 0), text)


def _day_in_either_order(part: dict[str, str | None], text: str) -> date | Issue:
    first, second = int(part["first"] or 0), int(part["second"] or 0)
    if first <= 12 and second <= 12 and first != second:
        return _unreadable("value.date.ambiguous", text)
    month, day = (first, second) if first <= 12 else (second, first)
    return _made(int(part["year"] or 0), month, day, text)


def _made(year: int, month: int, day: int, text: str) -> date | Issue:
    try:
        return date(year, month, day)
    except ValueError:
        return _unreadable("value.date.impossible", text)


def _instant_of(text: str, zone: ZoneInfo) -> datetime | Issue:
    found = _INSTANT.fullmatch(text)
    if not found or not found["day"]:
        day = _day_of(text)
        return day if isinstance(day, Issue) else _instant(datetime.combine(day, time()), zone)
    day = _day_of(found["day"].strip())
    clock = _clock(found)
    if isinstance(day, Issue):
        return day
    if clock is None:
        return _unreadable("value.datetime.unreadable", text)
    offset = found["zone"]
    if offset:
        clock = time.fromisoformat(clock.isoformat() + offset.upper())
    return _instant(datetime.combine(day, clock), zone)


def _clock(found: re.Match[str]) -> time | None:
    hour = int(found["hour"])
    half = (found["meridiem"] or "")[:1].lower() or found["half"]
    if half in ("p", "下午", "晚上") and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    fraction = (found["fraction"] or "0")[:6].ljust(6, "0")
    try:
        return time(hour, int(found["minute"]), int(found["second"] or 0), int(fraction))
    except ValueError:
        return None


def _instant(moment: datetime, zone: ZoneInfo) -> datetime | Issue:
    """Place a moment in UTC; a wall clock time that a change of clocks skips does not exist."""
    try:
        instant = (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
        back = instant.astimezone(zone) if moment.tzinfo is None else moment
    except OverflowError:
        return _unreadable("value.datetime.unreadable", moment)
    if back.replace(tzinfo=None) != moment.replace(tzinfo=None):
        return _unreadable("value.datetime.skipped", moment)
    return instant


def _unreadable(code: str, raw: object) -> Issue:
    return Issue(code, params={"value": str(raw)[:_LONGEST]})
