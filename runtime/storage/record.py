"""What the repository hands out: records, pages of them, and the linked records that go with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from engine.kernel.values import Value

_SYSTEM = ("id", "version", "created_at", "created_by", "modified_at", "modified_by", "deleted_at")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: system fields, and values by field name; what may not be seen is not in them.

    `values` holds detail lines as tuples of `Line`, and links as ids.
    """

    id: str
    version: int
    created_at: datetime
    created_by: str | None
    modified_at: datetime
    modified_by: str | None
    values: Mapping[str, Value]
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Records in order, the way to the next page, and how many there are where that was asked."""

    records: tuple[Record, ...]
    next_cursor: str | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class JsonPage:
    """The same in the form that is sent: each record an object, expanded links objects in them."""

    items: list[dict[str, Any]] = field(default_factory=list)
    next_cursor: str | None = None
    total: int | None = None
    marked: tuple[list[str] | None, ...] = ()


def record_of(item: Mapping[str, Any]) -> Record:
    """Return the record in a flat item of values."""
    values = {name: value for name, value in item.items() if name not in _SYSTEM}
    return Record(**{name: item[name] for name in _SYSTEM}, values=values)
