"""What the bodies of record requests hold; anything else is refused by its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from runtime.storage.bulk import BulkMode

Values = Mapping[str, Any]

_MODES: Mapping[str, BulkMode] = {"create": "create", "update": "update", "upsert": "upsert"}


@dataclass(frozen=True, slots=True)
class BulkBody:
    """Rows to save together."""

    mode: BulkMode
    key: tuple[str, ...]
    rows: tuple[Values, ...]
    partial: bool


def record_body(raw: Any) -> Values:
    """Return the values of one record."""
    return _object(raw, frozenset(raw) if isinstance(raw, dict) else frozenset())


def compute_body(raw: Any) -> tuple[Values, str | None]:
    """Return the values to work out, and the id of the record they change."""
    body = _object(raw, frozenset({"id", "values"}))
    id, values = body.get("id"), body.get("values")
    if not isinstance(values, dict):
        raise _wrong("values")
    if id is not None and not isinstance(id, str):
        raise _wrong("id")
    return values, id


def id_sent(raw: Any) -> str | None:
    """Return the id of the record a body speaks of, before anything else of it is looked at."""
    id = raw.get("id") if isinstance(raw, dict) else None
    return id if isinstance(id, str) else None


def bulk_body(raw: Any) -> BulkBody:
    """Return the rows to save, and how."""
    body = _object(raw, frozenset({"mode", "key", "records", "partial"}))
    mode, key, rows, partial = (body.get(name) for name in ("mode", "key", "records", "partial"))
    if not isinstance(mode, str) or mode not in _MODES:
        raise _wrong("mode")
    if key is not None and not (isinstance(key, list) and all(isinstance(each, str) for each in key)):
        raise _wrong("key")
    if not isinstance(rows, list):
        raise _wrong("records")
    issues = [_issue("records", place) for place, row in enumerate(rows) if not isinstance(row, dict)]
    if issues:
        raise Invalid(issues)
    if partial not in (None, True, False):
        raise _wrong("partial")
    return BulkBody(_MODES[mode], tuple(key or ()), tuple(rows), bool(partial))


def _object(raw: Any, known: frozenset[str]) -> Values:
    if not isinstance(raw, dict):
        raise Invalid.of("request.body.no_object")
    unknown = [name for name in raw if name not in known]
    if unknown:
        raise Invalid(Issue("request.value.unknown", (name,), {"name": name}) for name in unknown)
    return raw


def _wrong(*path: str | int) -> Invalid:
    return Invalid([_issue(*path)])


def _issue(*path: str | int) -> Issue:
    return Issue("request.value.wrong", path, {"name": str(path[0])})
