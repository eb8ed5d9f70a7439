"""An instance as JSON kinds and back, losing nothing: what the shell stores is one document.

Moments of tokens, tasks and steps are ISO 8601 texts. Values that JSON does not have are objects with the
key `$` that says their kind; what equals its default is left out.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from engine.flows.instance import Instance, Reason, Step, Task, Token
from engine.kernel.values import ErrorValue

_MOMENTS = {"since", "due", "decided_at", "entered_at", "left_at", "started_at", "ended_at"}
_PARTS: Mapping[str, type] = {"tokens": Token, "tasks": Task, "steps": Step, "reasons": Reason}
_KINDS: Mapping[str, tuple[type, Callable[[Any], Any], Callable[[Any], Any]]] = {
    "decimal": (Decimal, str, Decimal),
    "datetime": (datetime, datetime.isoformat, datetime.fromisoformat),
    "date": (date, date.isoformat, date.fromisoformat),
    "time": (time, time.isoformat, time.fromisoformat),
    "duration": (
        timedelta,
        lambda each: [each.days, each.seconds, each.microseconds],
        lambda parts: timedelta(*parts),
    ),
    "error": (ErrorValue, lambda each: [each.code, each.cause], lambda parts: ErrorValue(*parts)),
}


def to_json(instance: Instance) -> dict[str, Any]:
    """Return an instance as JSON kinds."""
    return _plain(instance)


def from_json(data: Mapping[str, Any]) -> Instance:
    """Read an instance back."""
    made: Instance = _made(Instance, data)
    return made


def value_to_json(value: Any) -> Any:
    """Return a value of a record, or what a step found, as JSON kinds."""
    for kind, (type_, write, _) in _KINDS.items():
        if isinstance(value, type_):
            return {"$": kind, "value": write(value)}
    if isinstance(value, Mapping):
        plain = {key: value_to_json(item) for key, item in value.items()}
        return {"$": "map", "value": plain} if "$" in plain else plain
    if isinstance(value, tuple | list):
        return [value_to_json(item) for item in value]
    return value


def value_from_json(data: Any) -> Any:
    """Read a value back; arrays become tuples."""
    if isinstance(data, list):
        return tuple(value_from_json(item) for item in data)
    if not isinstance(data, Mapping):
        return data
    if "$" not in data:
        return {key: value_from_json(item) for key, item in data.items()}
    if data["$"] == "map":
        return {key: value_from_json(item) for key, item in data["value"].items()}
    return _KINDS[data["$"]][2](data["value"])


def _plain(thing: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in fields(thing):
        value = getattr(thing, each.name)
        default = each.default_factory() if each.default_factory is not MISSING else each.default
        if value != default:
            found[each.name] = _plain_part(each.name, value)
    return found


def _plain_part(name: str, value: Any) -> Any:
    if name in _PARTS:
        return [_plain(each) for each in value]
    if name == "reason":
        return _plain(value)
    return value.isoformat() if name in _MOMENTS else value_to_json(value)


def _made(cls: type, data: Mapping[str, Any]) -> Any:
    return cls(**{name: _part(name, value) for name, value in data.items()})


def _part(name: str, value: Any) -> Any:
    if name in _PARTS:
        return tuple(_made(_PARTS[name], each) for each in value)
    if name == "reason":
        return _made(Reason, value)
    return datetime.fromisoformat(value) if name in _MOMENTS else value_from_json(value)
