"""From a row as the driver gives it to a record: values by field name, or the form that is sent as JSON."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Dialect

from engine.access.mask import mask
from runtime.storage.columns.column import Storage
from runtime.storage.sql_types import Convert
from runtime.storage.statement import Row


@dataclass(frozen=True, slots=True)
class Shown:
    """One column of an answer: its name, how it is kept, whether only a hint of it is shown."""

    name: str
    storage: Storage
    is_masked: bool = False


Form = Literal["values", "json"]
Item = dict[str, Any]
Reader = Callable[[Row], Item]


def readers(shown: Sequence[Shown], dialect: Dialect) -> Mapping[Form, Reader]:
    """Return what makes records from rows: in values, and in the form that is sent as JSON."""
    conversions = [(each, each.storage.conversion(dialect)) for each in shown]
    return {
        "values": _reader(shown, [_shown_as(each, how.from_db, how.from_db) for each, how in conversions]),
        "json": _reader(shown, [_shown_as(each, how.to_wire, how.from_db) for each, how in conversions]),
    }


def _reader(shown: Sequence[Shown], conversions: Iterable[Convert | None]) -> Reader:
    names = tuple(each.name for each in shown)
    converted = tuple((name, each) for name, each in zip(names, conversions, strict=True) if each)

    def read(row: Row) -> dict[str, Any]:
        values = dict(zip(names, row, strict=False))
        for name, convert in converted:
            value = values[name]
            if value is not None:
                values[name] = convert(value)
        return values

    return read


def _shown_as(shown: Shown, convert: Convert | None, to_value: Convert | None) -> Convert | None:
    return _masked(to_value) if shown.is_masked else convert


def _masked(convert: Convert | None) -> Convert:
    return lambda value: mask(convert(value) if convert else value)
