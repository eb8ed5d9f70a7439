"""The two ends of computed fields: they are never entered, and any of their values can be sent out."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from engine.entities.field_type import Json
from engine.kernel.issue import Issue
from engine.kernel.values import ErrorValue, Value


def refuse(raw: object) -> Value | Issue:
    """Refuse every entered value."""
    return Issue("field.computed.entered")


def to_json(value: Value) -> Json:
    """Return the JSON form of a value of any kind; an error has none and is sent as blank."""
    write = _WRITERS.get(type(value))
    return write(value) if write else str(value)


def _same(value: Json) -> Json:
    return value


def _instant(value: datetime) -> Json:
    return value.isoformat().replace("+00:00", "Z")


def _list(value: tuple[Value, ...]) -> Json:
    return [to_json(each) for each in value]


def _nothing(value: ErrorValue) -> Json:
    return None


_WRITERS: dict[type, Callable[..., Json]] = {
    type(None): _same,
    bool: _same,
    int: _same,
    str: _same,
    Decimal: lambda value: format(value, "f"),
    datetime: _instant,
    date: date.isoformat,
    tuple: _list,
    ErrorValue: _nothing,
}
