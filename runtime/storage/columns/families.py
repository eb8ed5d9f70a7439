"""The few kinds of column that all field types share."""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import orjson

from runtime.storage.columns.column import Conversion, Storage
from runtime.storage.sql_types import Day, Flag, Instant, Key, Scaled, Whole, Words, instant_text


def instant_wire(value: datetime) -> str:
    """Write an instant as it is sent: no fraction where there is none."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _stored_instant_wire(text: str) -> str:
    return text[:19] + "Z" if text[20:26] == "000000" else text


def _list_text(value: tuple[str, ...]) -> str | None:
    return orjson.dumps(value).decode() if value else None


def _list_value(text: str) -> tuple[str, ...]:
    return tuple(orjson.loads(text))


def _decimal_wire(value: Decimal) -> str:
    return format(value, "f")


_LIST = Conversion(_list_text, _list_value, orjson.loads)

TEXT = Storage(Words(), Conversion(), Conversion(), is_text=True)
KEY = Storage(Key(), Conversion(), Conversion(), sorts=False)
WHOLE = Storage(Whole(), Conversion(int), Conversion(int))
FLAG = Storage(Flag(), Conversion(int, bool, bool), Conversion())
DAY = Storage(
    Day(),
    Conversion(date.isoformat, date.fromisoformat),
    Conversion(to_wire=date.isoformat),
)
INSTANT = Storage(
    Instant(),
    Conversion(instant_text, datetime.fromisoformat, _stored_instant_wire),
    Conversion(to_wire=instant_wire),
)
LIST = Storage(Words(), _LIST, _LIST, sorts=False)


@lru_cache(maxsize=32)
def scaled(scale: int) -> Storage:
    """Return the column of decimals with a number of decimal places."""

    def to_integer(value: Decimal) -> int:
        return int(value.scaleb(scale))

    def to_decimal(integer: int) -> Decimal:
        return Decimal(integer).scaleb(-scale)

    def to_wire(integer: int) -> str:
        digits = str(abs(integer)).zfill(scale + 1)
        sign = "-" if integer < 0 else ""
        return f"{sign}{digits[:-scale]}.{digits[-scale:]}"

    wire: Any = to_wire if scale else str
    sqlite = Conversion(to_integer, to_decimal, wire)
    return Storage(Scaled(scale), sqlite, Conversion(to_wire=_decimal_wire), scale=scale)
