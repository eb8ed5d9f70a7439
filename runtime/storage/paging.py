"""Pages by key: the order of a list, where a page ended, and what comes after it.

The record's id breaks ties, in the direction of the last sort key, so that an index serves the order. A
cursor holds the key as the database keeps it; it only compares, so it opens nothing.
"""

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import orjson
from sqlalchemy import Dialect, and_, or_
from sqlalchemy.sql.elements import UnaryExpression

from engine.kernel.issue import Issue
from runtime.storage.binding import Sql, parameter
from runtime.storage.columns.column import Storage
from runtime.storage.sql_types import is_sqlite

Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class SortKey:
    """One column of the order."""

    value: Sql
    storage: Storage
    descending: bool
    is_never_blank: bool = False


def order_by(keys: Sequence[SortKey], dialect: Dialect) -> list[UnaryExpression[Any]]:
    """Return the order; blanks come first going up and last going down on both databases."""
    ordered = [each.value.desc() if each.descending else each.value.asc() for each in keys]
    if is_sqlite(dialect):
        return ordered
    return [
        each if key.is_never_blank else each.nulls_last() if key.descending else each.nulls_first()
        for key, each in zip(keys, ordered, strict=True)
    ]


def comes_after(keys: Sequence[SortKey], blanks: Sequence[bool], dialect: Dialect) -> Sql:
    """Return whether a row comes after the key of a cursor; `blanks` tells which parts of it are blank."""
    names = [parameter(f"after_{index}", each.storage, dialect) for index, each in enumerate(keys)]
    alternatives: list[Sql] = []
    same: list[Sql] = []
    for key, name, is_blank in zip(keys, names, blanks, strict=True):
        further = _further(key, name, is_blank)
        if further is not None:
            alternatives.append(and_(*same, further))
        same.append(key.value.is_(None) if is_blank else key.value == name)
    condition = or_(*alternatives)
    first = keys[0]
    if len(keys) > 1 and not blanks[0] and (first.is_never_blank or not first.descending):
        bound = first.value <= names[0] if first.descending else first.value >= names[0]
        return and_(bound, condition)
    return condition


def _further(key: SortKey, name: Sql, is_blank: bool) -> Sql | None:
    """Return whether a row is beyond one part of the key, or None where nothing can be."""
    if is_blank:
        return None if key.descending else key.value.is_not(None)
    if not key.descending:
        return key.value > name
    return key.value < name if key.is_never_blank else or_(key.value < name, key.value.is_(None))


def after_parameters(key: Key) -> Mapping[str, Any]:
    """Return the parameters of `comes_after`."""
    return {f"after_{index}": value for index, value in enumerate(key) if value is not None}


def write_cursor(order: str, key: Sequence[Any]) -> str:
    """Return the text of a cursor for an order, written as text too."""
    packed = orjson.dumps([order, *(_plain(each) for each in key)])
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def read_cursor(order: str, keys: int, cursor: str) -> Key | Issue:
    """Return the key in a cursor, or why it cannot be used for this order."""
    try:
        made_for, *key = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, TypeError, binascii.Error):
        return Issue("query.cursor.unreadable", ("cursor",))
    if made_for != order or len(key) != keys or not all(isinstance(each, _SCALARS) for each in key):
        return Issue("query.cursor.other_order", ("cursor",))
    return tuple(key)


_SCALARS = (str, int, type(None))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date | datetime) else value
