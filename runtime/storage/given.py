"""Values given in conditions: JSON kinds or record values, read as the kind of column they meet."""

import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from engine.expressions.context import Context
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.query.conditions import DAYS, LISTS, MOST_DAYS, WITHOUT_VALUE
from runtime.storage.columns.column import Storage
from runtime.storage.sql_types import DIGITS, Day, Flag, Instant, Key, Scaled, Whole

_WHOLE_LIMIT = 2**63


def read_given(operator: str, raw: Any, storage: Storage, context: Context) -> Value | Issue:
    """Return what a condition compares with, or why it cannot be read."""
    if operator in WITHOUT_VALUE:
        return None
    if operator in DAYS:
        return raw if _is_whole(raw) and 0 <= raw <= MOST_DAYS else _refused(raw)
    if operator in LISTS or operator == "between":
        return _read_list(operator, raw, storage, context)
    return _read(raw, storage, context)


def _read_list(operator: str, raw: Any, storage: Storage, context: Context) -> Value | Issue:
    if not isinstance(raw, list | tuple) or (operator == "between" and len(raw) != 2):
        return _refused(raw)
    values: list[Value] = []
    for each in raw:
        value = _read(each, storage, context)
        if isinstance(value, Issue):
            return value
        values.append(value)
    return tuple(values)


def _read(raw: Any, storage: Storage, context: Context) -> Value | Issue:
    if isinstance(raw, Mapping) and isinstance(raw.get("id"), str):
        raw = raw["id"]
    try:
        return _READERS.get(type(storage.sql_type), _text)(raw, storage, context)
    except (ValueError, TypeError, InvalidOperation, OverflowError):
        return _refused(raw)


def _refused(raw: Any) -> Issue:
    return Issue("query.value.unreadable", params={"value": str(raw)[:60]})


def _is_whole(raw: Any) -> bool:
    return isinstance(raw, int) and not isinstance(raw, bool)


def _text(raw: Any, _storage: Storage, _context: Context) -> str:
    if not isinstance(raw, str) or "\x00" in raw:
        raise ValueError
    return raw


def _key(raw: Any, storage: Storage, context: Context) -> str:
    return str(uuid.UUID(_text(raw, storage, context)))


def _whole(raw: Any, _storage: Storage, _context: Context) -> int:
    number = raw if _is_whole(raw) else int(_text(raw, _storage, _context))
    if abs(number) >= _WHOLE_LIMIT:
        raise OverflowError
    return int(number)


def _decimal(raw: Any, storage: Storage, _context: Context) -> Decimal:
    number = (
        raw if isinstance(raw, Decimal) else Decimal(raw if _is_whole(raw) else _text(raw, storage, _context))
    )
    fitted = number.quantize(Decimal(1).scaleb(-(storage.scale or 0)))
    if fitted != number or len(fitted.as_tuple().digits) > DIGITS:
        raise ValueError
    return fitted


def _flag(raw: Any, _storage: Storage, _context: Context) -> bool:
    if not isinstance(raw, bool):
        raise TypeError
    return raw


def _day(raw: Any, _storage: Storage, _context: Context) -> date:
    return raw if isinstance(raw, date) else date.fromisoformat(raw)


def _instant(raw: Any, _storage: Storage, context: Context) -> datetime:
    """A time without zone is one of the app's time zone, a day is its beginning there."""
    moment = raw if isinstance(raw, datetime) else datetime.fromisoformat(raw)
    return (moment if moment.tzinfo else moment.replace(tzinfo=context.timezone)).astimezone(UTC)


_READERS: Mapping[type, Callable[[Any, Storage, Context], Value]] = {
    Key: _key,
    Whole: _whole,
    Scaled: _decimal,
    Flag: _flag,
    Day: _day,
    Instant: _instant,
}
