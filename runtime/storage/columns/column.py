"""The shape of the storage aspect: a type's column on both databases and the ways in and out of it.

A conversion of None means that the database already has the value. Blank never reaches a conversion.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Dialect
from sqlalchemy.types import TypeEngine

from runtime.storage.sql_types import Convert, is_sqlite

Optionally: TypeAlias = Convert | None


@dataclass(frozen=True, slots=True)
class Conversion:
    """Between values, what one database keeps, and what is sent as JSON."""

    to_db: Optionally = None
    from_db: Optionally = None
    to_wire: Optionally = None


@dataclass(frozen=True, slots=True)
class Storage:
    """A kind of column. `scale` is set for decimals, which SQLite keeps as scaled integers."""

    sql_type: TypeEngine[Any]
    sqlite: Conversion
    postgresql: Conversion
    scale: int | None = None
    is_text: bool = False
    sorts: bool = True

    def conversion(self, dialect: Dialect) -> Conversion:
        """Return the conversion for a dialect."""
        return self.sqlite if is_sqlite(dialect) else self.postgresql


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """The storage of one field type; a type whose values are always computed on reading is not stored."""

    key: str
    storage: Callable[[Any], Storage]
    is_stored: bool = True
    has_index: bool = False


def always(storage: Storage) -> Callable[[object], Storage]:
    """Return the storage of a field type whatever its options are."""
    return lambda _options: storage
