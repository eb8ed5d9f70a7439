"""Column types that mean the same on SQLite (STRICT tables) and PostgreSQL.

STRICT tables take INTEGER, TEXT, REAL, BLOB and ANY only, so every type names its own SQLite form.
What a type converts here is what SQLAlchemy sees; record rows are converted by `columns/` instead.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import orjson
from sqlalchemy import BIGINT, BLOB, BOOLEAN, DATE, INTEGER, NUMERIC, TEXT, Dialect, types
from sqlalchemy.dialects.postgresql import BYTEA, TIMESTAMP, UUID

DIGITS = 18

Convert = Callable[[Any], Any]


def is_sqlite(dialect: Dialect) -> bool:
    """Tell whether the dialect is SQLite's."""
    return dialect.name == "sqlite"


class Words(types.TypeDecorator[str]):
    """Text, compared by code point on both databases."""

    impl = TEXT
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> types.TypeEngine[Any]:
        return dialect.type_descriptor(TEXT() if is_sqlite(dialect) else TEXT(collation="C"))


class Key(types.TypeDecorator[str]):
    """A UUID as lower-case text; `docs/adr/0005` says why it is TEXT on SQLite."""

    impl = TEXT
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> types.TypeEngine[Any]:
        return dialect.type_descriptor(TEXT() if is_sqlite(dialect) else UUID(as_uuid=False))


class Whole(types.TypeDecorator[int]):
    """A 64-bit integer."""

    impl = INTEGER
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> types.TypeEngine[Any]:
        return dialect.type_descriptor(INTEGER() if is_sqlite(dialect) else BIGINT())


class Flag(types.TypeDecorator[bool]):
    """Yes or no; 1 and 0 on SQLite."""

    impl = INTEGER
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> types.TypeEngine[Any]:
        return dialect.type_descriptor(INTEGER() if is_sqlite(dialect) else BOOLEAN())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:
        return int(value) if value is not None and is_sqlite(dialect) else value

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Scaled(types.TypeDecorator[Decimal]):
    """An exact decimal of at most 18 digits; an integer times 10 to the scale on SQLite."""

    impl = INTEGER
    cache_ok = True

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.scale = scale

    def load_dialect_impl(self, dialect: Dialect) -> types.TypeEngine[Any]:
        return dialect.type_descriptor(INTEGER() if is_sqlite(dialect) else NUMERIC(DIGITS, self.scale))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        return int(value.scaleb(self.scale)) if value is not None and is_sqlite(dialect) else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return Decimal(value).scaleb(-self.scale) if value is not None and is_sqlite(dialect) else value


class Day(types.TypeDecorator[date]):
    """A calendar day; `YYYY-MM-DD` on SQLite."""

    impl = TEXT
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> types.TypeEngine[Any]:
        return dialect.type_descriptor(TEXT() if is_sqlite(dialect) else DATE())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        return value.isoformat() if value is not None and is_sqlite(dialect) else value

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        return date.fromisoformat(value) if isinstance(value, str) else value


class Instant(types.TypeDecorator[datetime]):
    """An aware instant; `YYYY-MM-DDTHH:MM:SS.ffffffZ` on SQLite, so that text order is time order."""

    impl = TEXT
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> types.TypeEngine[Any]:
        return dialect.type_descriptor(TEXT() if is_sqlite(dialect) else TIMESTAMP(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        return instant_text(value) if value is not None and is_sqlite(dialect) else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return datetime.fromisoformat(value) if isinstance(value, str) else value


class Json(types.TypeDecorator[Any]):
    """JSON kept as text on both databases, byte for byte as written."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else orjson.loads(value)


class Bytes(types.TypeDecorator[bytes]):
    """Binary content."""

    impl = BLOB
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> types.TypeEngine[Any]:
        return dialect.type_descriptor(BLOB() if is_sqlite(dialect) else BYTEA())


def instant_text(value: datetime) -> str:
    """Write an instant in the form whose text order is time order."""
    return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
