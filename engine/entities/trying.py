"""Trying an expression in the making: what is wrong with it, or what it gives for given values."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from engine.entities.reading.computed import to_json
from engine.entities.reading.moments import read_date, read_datetime
from engine.expressions import types
from engine.expressions.check import Checked, check_text
from engine.expressions.context import Context
from engine.expressions.evaluate import compile_checked
from engine.expressions.texts import read_number
from engine.expressions.types import Kind, Type
from engine.kernel.issue import Issue
from engine.kernel.values import ErrorValue, Value
from engine.text.catalog import LANGUAGES, say_issue

Given = Mapping[str, Any]


class Names(Protocol):
    """What names mean where an expression stands."""

    def resolve(self, path: tuple[str, ...]) -> Type | None:
        """Return the type of a path, or None where it is unknown."""

    def known(self) -> Iterable[tuple[str, ...]]:
        """Return the paths worth suggesting."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What is wrong, or else the kind of the result and its value."""

    issues: tuple[Issue, ...] = ()
    kind: str | None = None
    value: Value = None


def try_expression(scope: Names, text: str, given: Given, context: Context, *, is_condition: bool) -> Tried:
    """Check a text and evaluate it; values are given by dotted path, what cannot be read is blank."""
    expected = types.BOOLEAN if is_condition else None
    checked = check_text(text, scope, expected=expected, known=scope.known())
    if not isinstance(checked, Checked):
        return Tried(tuple(checked))
    values: dict[str, Value] = {}
    for path in checked.names:
        name = ".".join(path)
        values[name] = _read(scope.resolve(path) or types.ANY, given.get(name), context.timezone)
    return Tried(kind=str(checked.type.kind), value=compile_checked(checked)(values, context))


def _read(type: Type, raw: object, zone: ZoneInfo) -> Value:
    if isinstance(raw, list):
        return tuple(_read_one(type, each, zone) for each in raw)
    return _read_one(type, raw, zone)


def _read_one(type: Type, raw: object, zone: ZoneInfo) -> Value:
    if raw is None or raw == "" or isinstance(raw, list | dict):
        return None
    value = _READERS.get(type.scalar.kind, _text)(raw, zone)
    return None if isinstance(value, Issue) else value


def _number(raw: object, zone: ZoneInfo) -> Value:
    return read_number(str(raw)) if isinstance(raw, str | int | Decimal) else None


def _boolean(raw: object, zone: ZoneInfo) -> Value:
    return raw if isinstance(raw, bool) else None


def _date(raw: object, zone: ZoneInfo) -> Value | Issue:
    return read_date(raw)


def _text(raw: object, zone: ZoneInfo) -> Value:
    return raw if isinstance(raw, bool) else str(raw)


_READERS: Mapping[Kind, Callable[[object, ZoneInfo], Value | Issue]] = {
    Kind.NUMBER: _number,
    Kind.BOOLEAN: _boolean,
    Kind.DATE: _date,
    Kind.DATETIME: read_datetime,
}


def told(tried: Tried) -> Mapping[str, Any]:
    """Return what came of trying as it is sent: `{issues, kind, value, error}`, with words per language."""
    error = tried.value if isinstance(tried.value, ErrorValue) else None
    return {
        "issues": [_told_issue(each) for each in tried.issues],
        "kind": tried.kind,
        "value": to_json(tried.value),
        "error": error and {"code": error.code, "words": _words(Issue(error.cause))},
    }


def _told_issue(issue: Issue) -> Mapping[str, Any]:
    start, end = issue.params.get("start", 0), issue.params.get("end", 0)
    return {"code": issue.code, "start": start, "end": end, "words": _words(issue)}


def _words(issue: Issue) -> Mapping[str, str]:
    return {language: say_issue(issue, locale) for language, locale in LANGUAGES.items()}
