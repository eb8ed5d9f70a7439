"""What a cell of a sheet can hold, and its form in the files that the limited process writes.

Numbers have the 15 digits a spreadsheet shows. A cell whose value cannot be trusted says so itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias

ERROR = "transfer.cell.error"
DIGITS_LOST = "transfer.cell.digits_lost"
_EXACT = 10**15


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell without a usable value: why, and what it shows."""

    code: str
    text: str


Cell: TypeAlias = str | int | float | bool | date | datetime | Fault | None
Row: TypeAlias = list[Cell]


def cell_of(value: object) -> Cell:
    """Return the cell for what a spreadsheet reader gave."""
    match value:
        case None | "":
            return None
        case float():
            return _number(value)
        case time() | timedelta():
            return str(value)
        case str() | bool() | int() | datetime() | date():
            return value
    return str(value)


def _number(value: float) -> Cell:
    if abs(value) >= _EXACT:
        return Fault(DIGITS_LOST, f"{value:.15g}")
    return int(value) if value.is_integer() else float(f"{value:.15g}")


def is_empty(cell: Cell) -> bool:
    """Tell whether a cell shows nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def shown(cell: Cell) -> str:
    """Return a cell as text, for samples and reports."""
    match cell:
        case None:
            return ""
        case Fault(text=text):
            return text
        case datetime():
            return cell.isoformat(" ")
    return str(cell)


def to_json(cell: Cell) -> object:
    """Return the form of a cell in a file of rows."""
    match cell:
        case Fault(code=code, text=text):
            return {"fault": code, "text": text}
        case datetime():
            return {"datetime": cell.isoformat()}
        case date():
            return {"date": cell.isoformat()}
    return cell


def from_json(value: Any) -> Cell:
    """Read the form of a cell in a file of rows."""
    if not isinstance(value, Mapping):
        return value  # type: ignore[no-any-return]
    if "date" in value:
        return date.fromisoformat(value["date"])
    if "datetime" in value:
        return datetime.fromisoformat(value["datetime"])
    return Fault(value["fault"], value["text"])
