"""Typed JSON of runtime values, as the conformance vectors shared with the browser write them."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from engine.kernel.values import ErrorValue, Value


def dump(value: Value) -> Any:
    """Return the typed JSON form of a value."""
    match value:
        case None | bool() | str():
            return value
        case int() | Decimal():
            return {"number": format(Decimal(value), "f")}
        case ErrorValue(code):
            return {"error": code}
        case datetime():
            return {"datetime": value.isoformat().replace("+00:00", "Z")}
        case date():
            return {"date": value.isoformat()}
        case time():
            return {"time": value.isoformat()}
        case timedelta():
            return {"duration": value.total_seconds()}
        case tuple():
            return [dump(each) for each in value]


def load(data: Any) -> Value:
    """Read the typed JSON form of a value."""
    match data:
        case {"number": text}:
            return Decimal(text)
        case {"error": code}:
            return ErrorValue(code)
        case {"datetime": text}:
            return datetime.fromisoformat(text)
        case {"date": text}:
            return date.fromisoformat(text)
        case {"time": text}:
            return time.fromisoformat(text)
        case {"duration": seconds}:
            return timedelta(seconds=seconds)
        case list():
            return tuple(load(each) for each in data)
    return data  # type: ignore[no-any-return]
