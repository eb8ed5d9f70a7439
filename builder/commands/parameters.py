"""Reading the parameters of a command into its dataclass, by the annotations; reports all that do not fit."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from engine.kernel.issue import Issue

P = TypeVar("P")


def read_params(cls: type[P], raw: Mapping[str, Any]) -> P | list[Issue]:
    """Return the parameters, or every issue with the name of the parameter as its place."""
    assert is_dataclass(cls)
    known = {each.name: each for each in fields(cls)}
    issues = [Issue("command.param.unknown", (key,)) for key in raw if key not in known]
    issues += [Issue("command.param.missing", (key,)) for key, each in known.items() if _lacks(each, raw)]
    hints = _hints(cls)
    issues += [
        Issue("command.param.type", (key,))
        for key, value in raw.items()
        if key in known and not _accepts(hints[key], value)
    ]
    return issues or cls(**raw)


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _lacks(each: "Field[Any]", raw: Mapping[str, Any]) -> bool:
    optional = each.default is not MISSING or each.default_factory is not MISSING
    return each.name not in raw and not optional


def _accepts(hint: Any, value: Any) -> bool:
    origin = get_origin(hint)
    if hint is Any:
        return True
    if origin is UnionType:
        return any(_accepts(each, value) for each in get_args(hint))
    if hint is NoneType:
        return value is None
    if origin is list:
        return isinstance(value, list) and all(_accepts(get_args(hint)[0], each) for each in value)
    if origin is not None:
        inner = get_args(hint)[1]
        return isinstance(value, Mapping) and all(_accepts(inner, each) for each in value.values())
    return isinstance(value, hint) and (hint is bool or not isinstance(value, bool))
