"""What the bodies of import requests hold; anything else is refused by its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue

_MODES = ("create", "update", "upsert")
_COLUMN = frozenset({"column", "field", "match", "create_missing"})


@dataclass(frozen=True, slots=True)
class ChangeBody:
    """What somebody decided: the mapping as it is stored, another sheet, another header row."""

    mapping: Mapping[str, Any] | None = None
    sheet: str | None = None
    header_row: int | None = None


def change_body(raw: Any) -> ChangeBody:
    """Read a change of an import."""
    body = _object(raw, frozenset({"mapping", "sheet", "header_row"}))
    mapping, sheet, row = body.get("mapping"), body.get("sheet"), body.get("header_row")
    if sheet is not None and not isinstance(sheet, str):
        raise _wrong("sheet")
    if row is not None and type(row) is not int:
        raise _wrong("header_row")
    return ChangeBody(None if mapping is None else _mapping(mapping), sheet, row)


def run_body(raw: Any) -> bool:
    """Read how to run: whether good records are kept when others fail."""
    body = _object(raw, frozenset({"partial", "flows"}))
    if body.get("flows") not in (None, False):
        raise _wrong("flows")
    if body.get("partial") not in (None, True, False):
        raise _wrong("partial")
    return bool(body.get("partial"))


def _mapping(raw: Any) -> Mapping[str, Any]:
    body = _object(raw, frozenset({"mode", "key", "columns"}), "mapping")
    mode, key, columns = body.get("mode"), body.get("key", []), body.get("columns")
    if mode not in _MODES:
        raise _wrong("mapping", "mode")
    if not isinstance(key, list) or not all(isinstance(each, str) for each in key):
        raise _wrong("mapping", "key")
    if not isinstance(columns, list):
        raise _wrong("mapping", "columns")
    return {"mode": mode, "key": key, "columns": [_column(n, each) for n, each in enumerate(columns)]}


def _column(place: int, raw: Any) -> Mapping[str, Any]:
    body = _object(raw, _COLUMN, "mapping", "columns", place)
    column, field, match = body.get("column"), body.get("field"), body.get("match")
    if not isinstance(column, str) or not isinstance(field, str):
        raise _wrong("mapping", "columns", place)
    if match is not None and not isinstance(match, str):
        raise _wrong("mapping", "columns", place, "match")
    created = body.get("create_missing") is True
    return {"column": column, "field": field, "match": match, "create_missing": created}


def _object(raw: Any, known: frozenset[str], *path: str | int) -> Mapping[str, Any]:
    if raw is None:
        return {}
    if not isinstance(raw, dict):
        raise _wrong(*path)
    unknown = [
        Issue("request.value.unknown", (*path, name), {"name": name}) for name in raw if name not in known
    ]
    if unknown:
        raise Invalid(unknown)
    return raw


def _wrong(*path: str | int) -> Invalid:
    return Invalid([Issue("request.value.wrong", path, {"name": str(path[-1]) if path else ""})])
