"""Delimited text: finds encoding and delimiter, yields records; every value is text, so every digit stays."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from runtime.transfer.cells import Cell, Row
from runtime.transfer.limits import CELL_CHARACTERS, COLUMNS, ROWS
from runtime.transfer.refusal import Refused

ENCODINGS = ("utf-8-sig", "gb18030")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NAMES = {"utf-8-sig": "UTF-8", "gb18030": "GB18030", "utf-16": "UTF-16"}
_DELIMITERS = ",\t;|"
_LOOKED_AT = 60
_FORMULA_SIGNS = frozenset("=+-@＝＋－＠")
_LEADING = frozenset("\t\r\n")


@dataclass(frozen=True, slots=True)
class Delimited:
    """A text with what was found out about it."""

    text: str
    encoding: str
    delimiter: str


def open_delimited(path: Path) -> Delimited:
    """Decode a file and find its delimiter."""
    content = path.read_bytes()
    encoding = _encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as problem:
        row = content[: problem.start].count(b"\n") + 1
        raise Refused("transfer.file.encoding", row=row, byte=problem.start) from problem
    if "\x00" in text:
        raise Refused("transfer.file.binary")
    text = text if "\n" in text else text.replace("\r", "\n")
    return Delimited(text, _NAMES[encoding], _delimiter(text))


def records(source: Delimited) -> Iterator[Row]:
    """Yield the records; an apostrophe before a formula sign is the exporter's own and is taken off."""
    csv.field_size_limit(CELL_CHARACTERS)
    reader = csv.reader(_lines(source.text), delimiter=source.delimiter)
    number = 0
    try:
        for number, record in enumerate(reader, 1):
            _check_size(number, len(record))
            yield [_cell(text) for text in record]
    except csv.Error as problem:
        raise Refused("transfer.row.unreadable", row=number + 1, cause=str(problem)) from problem


def _check_size(row: int, columns: int) -> None:
    if row > ROWS:
        raise Refused("transfer.sheet.rows", limit=ROWS)
    if columns > COLUMNS:
        raise Refused("transfer.sheet.columns", row=row, limit=COLUMNS, count=columns)


def _cell(text: str) -> Cell:
    if not text:
        return None
    return _unguarded(text)


def guarded(text: str) -> str:
    """Return a text as exported: with an apostrophe before it where a spreadsheet would see a formula."""
    return f"'{text}" if _needs_guard(text) else text


def _unguarded(text: str) -> str:
    return text[1:] if text[0] == "'" and _needs_guard(text[1:]) else text


def _needs_guard(text: str) -> bool:
    """Tell whether a text is like a formula, or would be mistaken for a guarded one."""
    bare = text.lstrip("'")
    return bare[:1] in _LEADING or bare.lstrip()[:1] in _FORMULA_SIGNS


def _encoding(content: bytes) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8-sig"


def _delimiter(text: str) -> str:
    """Choose the delimiter that cuts most records into the same number of parts, more than one."""
    return max(_DELIMITERS, key=lambda delimiter: _regularity(text, delimiter))


def _regularity(text: str, delimiter: str) -> tuple[int, int]:
    try:
        widths = Counter(_first_widths(text, delimiter))
    except csv.Error:
        return (0, 0)
    if not widths:
        return (0, 0)
    width, count = max(widths.items(), key=lambda found: (found[1], found[0]))
    return (count if width > 1 else 0, width)


def _first_widths(text: str, delimiter: str) -> Iterator[int]:
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    for _, record in zip(range(_LOOKED_AT), reader, strict=False):
        if record:
            yield len(record)


def _lines(text: str) -> Iterator[str]:
    """Yield lines with their ends, so that quoted line breaks stay what they are."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start : end + 1]
        start = end + 1
    if start < len(text):
        yield text[start:]
