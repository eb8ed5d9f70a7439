"""Reads the formula collections in tests/conformance/formulas as cases over names."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from engine.kernel.values import ErrorValue, Value

FOLDER = Path(__file__).parent.parent / "tests" / "conformance" / "formulas"
_QUOTED = re.compile(r'("(?:[^"]|"")*")')
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)")
_CELL = re.compile(r"\$?\b([A-Z]{1,3})\$?(\d+)\b(?!\()")
_ERRORS = {"#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#NULL!"}
_EPOCH = datetime(1899, 12, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Case:
    """One formula with the values of its names and what spreadsheets answer."""

    id: str
    function: str
    expression: str
    values: dict[str, Value]
    expected: Value


def named_cases() -> list[Case]:
    """Return the cases over named fields."""
    return [
        Case(
            row["id"],
            row["function"],
            row["expression"],
            {name: _value(raw) for name, raw in row["inputs"].items()},
            _expected(row["expected"]),
        )
        for row in _rows("cases.jsonl")
    ]


def excel_cases() -> list[Case]:
    """Return the workbook cases; cells and ranges become names."""
    return [_from_cells(row) for row in _rows("excel.jsonl")]


def _rows(name: str) -> Iterator[dict[str, Any]]:
    with (FOLDER / name).open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _from_cells(row: dict[str, Any]) -> Case:
    cells = {name: _value(raw) for name, raw in row["cells"].items()}
    values = dict(cells)
    ranges: dict[str, str] = {}

    def name_of(found: re.Match[str]) -> str:
        name = ranges.setdefault(found.group(), f"range_{len(ranges) + 1}")
        values[name] = _range(found, cells)
        return name

    parts = _QUOTED.split(row["expression"])
    for index in range(0, len(parts), 2):
        parts[index] = _CELL.sub(r"\1\2", _RANGE.sub(name_of, parts[index]))
    return Case(row["id"], row["function"], "".join(parts), values, _expected(row["expected"]))


def _range(found: re.Match[str], cells: dict[str, Value]) -> Value:
    first, top, last, bottom = found.groups()
    rows = [
        tuple(cells.get(f"{_letters(column)}{row}") for column in range(_number(first), _number(last) + 1))
        for row in range(int(top), int(bottom) + 1)
    ]
    if len(rows) == 1:
        return rows[0]
    if len(rows[0]) == 1:
        return tuple(row[0] for row in rows)
    return tuple(rows)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _value(raw: Any) -> Value:
    match raw:
        case {"date": text}:
            return date.fromisoformat(text)
        case {"datetime": text}:
            return datetime.fromisoformat(text).replace(tzinfo=UTC)
        case {"serial": serial}:
            return _from_serial(serial)
        case list():
            return tuple(_value(each) for each in raw)
        case float() | int() if not isinstance(raw, bool):
            return Decimal(repr(raw))
        case str() if raw in _ERRORS:
            return ErrorValue(raw)
    return raw


def _from_serial(serial: float) -> Value:
    """Return a date for whole days from March 1900, an instant for others, the bare number before that."""
    if serial < 61:
        return Decimal(repr(serial))
    if serial == int(serial):
        return (_EPOCH + timedelta(days=serial)).date()
    return _EPOCH + timedelta(microseconds=round(serial * 86_400_000) * 1_000)


def _expected(expected: dict[str, Any]) -> Value:
    value = expected["value"]
    match expected["type"]:
        case "error":
            return ErrorValue(expected.get("code") or value)
        case "number":
            return Decimal(repr(value))
    return value  # type: ignore[no-any-return]
