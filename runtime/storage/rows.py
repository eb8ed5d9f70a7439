"""From a row as the driver gives it to a record: values by field name, or the form that is sent as JSON."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

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


Reader = Callable[[Row], dict[str, Any]]


def value_reader(shown: Sequence[Shown], is_on_sqlite: bool) -> Reader:
    """Return what makes values by name from a row; what comes after the shown columns is left out."""
    return _reader(shown, [_from_db(each, is_on_sqlite) for each in shown])


def wire_reader(shown: Sequence[Shown], is_on_sqlite: bool) -> Reader:
    """Return what makes the JSON form of values by name from a row."""
    return _reader(shown, [_to_wire(each, is_on_sqlite) for each in shown])


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


def _from_db(shown: Shown, is_on_sqlite: bool) -> Convert | None:
    conversion = shown.storage.sqlite if is_on_sqlite else shown.storage.postgresql
    return _masked(conversion.from_db) if shown.is_masked else conversion.from_db


def _to_wire(shown: Shown, is_on_sqlite: bool) -> Convert | None:
    conversion = shown.storage.sqlite if is_on_sqlite else shown.storage.postgresql
    return _masked(conversion.from_db) if shown.is_masked else conversion.to_wire


def _masked(convert: Convert | None) -> Convert:
    return lambda value: mask(convert(value) if convert else value)
