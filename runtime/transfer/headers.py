"""Finds the table in a sheet: titles above it, header rows (also two, with merged cells), columns, totals."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from runtime.transfer.cells import Cell, Fault, Row, is_empty, shown
from runtime.transfer.sheets import Book, Sheet

LOOKED_AT = 20
SAMPLED = 300
SAMPLES = 4
_HEADER_LIKE = 0.4
_TOTALS = frozenset(
    {"合计", "总计", "小计", "合計", "總計", "total", "grand total", "subtotal", "sum", "totals"}
)
Merged = Sequence[tuple[tuple[int, int], tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column with its header, some of its values, and the kind most of them are."""

    index: int
    header: str
    samples: tuple[str, ...]
    type: str


@dataclass(frozen=True, slots=True)
class Table:
    """Where the header of a sheet is (its first row, counted from 1, and how many rows) and its columns."""

    header_row: int
    header_rows: int
    columns: tuple[SheetColumn, ...]

    @property
    def first_row(self) -> int:
        """Return the number of the first row below the header."""
        return self.header_row + self.header_rows


def find_table(book: Book, sheet: Sheet, header_row: int | None = None) -> Table:
    """Find header and columns; a header row that somebody chose is believed."""
    top = list(islice(book.rows(sheet), SAMPLED))
    start = (header_row or _best_header(top, sheet.merged)) - 1
    depth = 2 if _spans_columns(sheet.merged, start) and start + 1 < len(top) else 1
    headers = _headers(top, sheet, start, depth)
    below = [row for row in top[start + depth :] if not is_total(row)]
    columns = tuple(_column(index, header, below) for index, header in enumerate(headers) if header)
    return Table(start + 1, depth, columns)


def table_rows(book: Book, sheet: Sheet, table: Table) -> Iterator[tuple[int, Row]]:
    """Yield the rows below the header with their numbers; empty rows and totals are left out."""
    for number, row in enumerate(book.rows(sheet), 1):
        if number >= table.first_row and not is_total(row) and not all(is_empty(cell) for cell in row):
            yield number, row


def is_total(row: Row) -> bool:
    """Tell whether a row is a total over others: its first word says so."""
    first = next((cell for cell in row if not is_empty(cell)), None)
    return isinstance(first, str) and first.strip().rstrip(":：").lower() in _TOTALS


def _best_header(rows: Sequence[Row], merged: Merged) -> int:
    """Choose the row that reads most like a header: many distinct texts, with values below it."""
    scores = {n: _likeness(rows, n, merged) for n in range(1, min(LOOKED_AT, len(rows)) + 1)}
    best = max(scores, key=lambda number: (scores[number], -number), default=1)
    return best if scores.get(best, 0) >= _HEADER_LIKE else 1


def _likeness(rows: Sequence[Row], number: int, merged: Merged) -> float:
    filled = [cell for cell in rows[number - 1] if not is_empty(cell)]
    texts = {cell.strip() for cell in filled if isinstance(cell, str) and not _is_number(cell)}
    width = max(len(row) for row in rows)
    spans = _spanned(merged, number - 1)
    distinct = len(texts) - (len(filled) - len(texts))
    below = sum(1 for row in rows[number : number + 3] if any(not is_empty(cell) for cell in row))
    lonely = len(filled) == 1 and width > 1
    return (distinct + spans) / max(width, 1) + (0.1 if below else 0) - (1 if lonely or not texts else 0)


def _is_number(text: str) -> bool:
    return text.strip().replace(",", "").replace(".", "", 1).lstrip("-").isdecimal()


def _spans_columns(merged: Merged, row: int) -> bool:
    """Tell whether a header row groups columns that the next row names."""
    return any(first[0] == row == last[0] and last[1] > first[1] for first, last in merged)


def _spanned(merged: Merged, row: int) -> int:
    return sum(last[1] - first[1] for first, last in merged if first[0] == row == last[0])


def _headers(rows: Sequence[Row], sheet: Sheet, start: int, depth: int) -> list[str]:
    if start >= len(rows):
        return []
    width = max((len(row) for row in rows), default=0)
    lines = [_line(rows[start + n], sheet.merged, start + n, width) for n in range(depth)]
    joined = [" ".join(dict.fromkeys(part for part in parts if part)) for parts in zip(*lines, strict=True)]
    return list(_distinct(joined))


def _line(row: Row, merged: Merged, number: int, width: int) -> list[str]:
    texts = [" ".join(shown(cell).split()) for cell in row] + [""] * (width - len(row))
    for first, last in merged:
        if first[0] == number == last[0] and first[1] < width:
            texts[first[1] : last[1] + 1] = [texts[first[1]]] * (min(last[1], width - 1) - first[1] + 1)
    return texts


def _distinct(headers: Iterable[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for header in headers:
        seen[header] += 1
        yield f"{header} ({seen[header]})" if header and seen[header] > 1 else header


def _column(index: int, header: str, rows: Sequence[Row]) -> SheetColumn:
    cells = [row[index] for row in rows if index < len(row) and not is_empty(row[index])]
    samples = tuple(dict.fromkeys(shown(cell)[:60] for cell in cells))[:SAMPLES]
    return SheetColumn(index, header, samples, _kind(cells))


def _kind(cells: Sequence[Cell]) -> str:
    kinds = Counter(_kind_of(cell) for cell in cells)
    return kinds.most_common(1)[0][0] if kinds else "empty"


def _kind_of(cell: Cell) -> str:
    match cell:
        case bool():
            return "boolean"
        case datetime():
            return "datetime"
        case date():
            return "date"
        case int() | float():
            return "number"
        case Fault():
            return "error"
        case str() if _is_number(cell):
            return "number"
    return "text"
