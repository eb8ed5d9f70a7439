"""Turn validated JSON into the generated dataclasses and back, driven by their annotations."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from keyword import iskeyword
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from engine.metadata import model


def build(cls: type, data: Mapping[str, Any]) -> Any:
    """Make a dataclass from JSON kinds that its schema accepts."""
    hints = _hints(cls)
    values = {
        attribute(key): _build_value(hints[attribute(key)], value)
        for key, value in data.items()
        if key != "options"
    }
    if cls is model.Field:
        values["options"] = build(model.FIELD_OPTIONS[data["type"]], data.get("options", {}))
    elif "options" in data:
        values["options"] = _build_value(hints["options"], data["options"])
    return cls(**values)


def attribute(key: str) -> str:
    """Return the attribute a property is kept in: `from` as `from_`."""
    return f"{key}_" if iskeyword(key) else key


def plain(value: Any) -> Any:
    """Return JSON kinds in schema order, without what equals its default."""
    if is_dataclass(value):
        kept = {each.name: getattr(value, each.name) for each in fields(value)}
        defaults = {each.name: _default(each) for each in fields(value)}
        shown = {key.rstrip("_"): plain(item) for key, item in kept.items() if item != defaults[key]}
        return {key: item for key, item in shown.items() if item != {} or key != "options"}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def _default(attribute: Any) -> Any:
    if attribute.default_factory is not MISSING:
        return attribute.default_factory()
    # Arrays may be left out in a document only where the dataclass has an empty tuple for them.
    return attribute.default


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _build_value(hint: Any, value: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return _build_union(hint, value)
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return tuple(_build_value(item, each) for each in value)
    if is_dataclass(hint) and isinstance(hint, type):
        return build(hint, value)
    return _frozen(value)


def _build_union(hint: Any, value: Any) -> Any:
    members = [each for each in get_args(hint) if each is not NoneType]
    if value is None:
        return None
    if len(members) == 1:
        return _build_value(members[0], value)
    kind = value.get("kind") if isinstance(value, Mapping) else None
    found = next((each for each in members if kind and kind in get_args(_hints(each).get("kind"))), None)
    return build(found, value) if found else value


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(each) for each in value)
    return value
