"""Whether the values of a column can be read as a type of field, by the very readers that importing uses."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from builder.importing.columns import Column, text_of
from engine.entities.field_type import Reader, Surroundings
from engine.entities.field_types._index import FIELD_TYPES
from engine.kernel.issue import Issue
from engine.ports import FileCell

ZONE = ZoneInfo("UTC")
MOST_PLACES = 8
TRIED = 1_000
LONGEST_LINE = 200
_PLACES = {"decimal": 2, "money": 2, "percent": 4}
_BY_NAME = ("choice", "link", "person")


@dataclass(frozen=True, slots=True)
class Misfits:
    """Values that cannot be read as a type: how many, and the first of them with its row and the reason."""

    count: int
    row: int = 0
    value: str = ""
    issue: Issue | None = None


FITTING = Misfits(0)


def misfits(column: Column, type: str) -> Misfits:
    """Return what cannot be read as a type; choices, links and people are found by name, so all is read."""
    if type in _BY_NAME:
        return FITTING
    read = _reader(column, type)
    found = [
        (row, cell, issue) for row, cell in column.cells if isinstance(issue := _read(read, cell), Issue)
    ]
    if not found:
        return FITTING
    row, cell, issue = found[0]
    return Misfits(len(found), row, text_of(cell)[:60], issue)


def fits(column: Column, type: str) -> bool:
    """Tell whether every value can be read as a type."""
    return mostly_fits(column, type, share=0.0)


def mostly_fits(column: Column, type: str, share: float = 0.1) -> bool:
    """Tell whether no greater share of the values fails to be read as a type; many are sampled."""
    step = max(1, len(column.cells) // TRIED)
    tried = Column(column.index, column.header, column.cells[::step])
    return bool(column.cells) and misfits(tried, type).count <= share * len(tried.cells)


def scale_of(column: Column, type: str) -> int | None:
    """Return the decimal places the values of a column need, at least those usual for the type."""
    usual = _PLACES.get(type)
    if usual is None:
        return None
    needed = (_places(text) + (2 if text.endswith("%") else 0) for text in column.values)
    return max(usual, min(max(needed, default=0), MOST_PLACES))


def options_of(column: Column, type: str) -> dict[str, Any]:
    """Return the settings a field of a type needs for the values of a column."""
    scale = scale_of(column, type)
    return {} if scale is None or scale == _PLACES[type] else {"scale": scale}


def _reader(column: Column, type: str) -> Reader:
    kind = FIELD_TYPES[type]
    reader: Reader = kind.reader(kind.options(**options_of(column, type)), Surroundings(ZONE))
    if type == "text":
        return lambda raw: _line(reader, raw)
    return reader


def _line(reader: Reader, raw: object) -> Any:
    """Read a line of text; what is too long for one is found out here, as saving would."""
    value = reader(raw)
    if isinstance(value, str) and len(value) > LONGEST_LINE:
        return Issue("import.value.long", params={"most": LONGEST_LINE})
    return value


def _read(read: Reader, cell: FileCell) -> object:
    return read(cell)


def _places(text: str) -> int:
    digits = text.rstrip("%").partition(".")[2]
    return len(digits) if digits.isdecimal() else 0
