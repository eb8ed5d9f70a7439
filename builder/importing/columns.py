"""Columns of a table as they are looked at: filled cells with their rows, and how often each value occurs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from engine.ports import FileCell, FileTable

LOOKED_AT = 20_000
SAMPLES = 3


@dataclass(frozen=True)
class Column:
    """One column; `cells` holds the filled ones with the number of their row."""

    index: int
    header: str
    cells: tuple[tuple[int, FileCell], ...]

    @cached_property
    def values(self) -> Counter[str]:
        """Return how often each value occurs, as text."""
        return Counter(text_of(cell) for _, cell in self.cells)

    @property
    def samples(self) -> list[str]:
        """Return a few different values."""
        return list(self.values)[:SAMPLES]

    @property
    def is_distinct(self) -> bool:
        """Tell whether no value occurs twice."""
        return len(self.values) == len(self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its columns as far as they were looked at; `rows` of it were."""

    table: FileTable
    rows: int
    columns: tuple[Column, ...]

    def column(self, index: int | None) -> Column | None:
        """Return the column with an index."""
        return next((each for each in self.columns if each.index == index), None)


def look_at(table: FileTable) -> Sheet:
    """Look at the first rows of a table."""
    rows = list(_first(table))
    columns = tuple(Column(index, header, _filled(rows, index)) for index, header in table.columns)
    return Sheet(table, len(rows), columns)


def text_of(cell: FileCell) -> str:
    """Return the text a cell is compared by."""
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return " ".join(str(cell).split())


def _first(table: FileTable) -> Iterator[tuple[int, Sequence[FileCell]]]:
    for seen, row in enumerate(table.rows()):
        if seen >= LOOKED_AT:
            return
        yield row


def _filled(rows: Sequence[tuple[int, Sequence[FileCell]]], index: int) -> tuple[tuple[int, FileCell], ...]:
    return tuple((number, row[index]) for number, row in rows if index < len(row) and _is_filled(row[index]))


def _is_filled(cell: FileCell) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))
