"""Tables into files: xlsx row by row in constant memory; csv without texts taken for formulas."""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from runtime.transfer.delimited import guarded

OutCell: TypeAlias = str | int | bool | Decimal | date | datetime | None
Append: TypeAlias = Callable[[Sequence[OutCell]], None]
AddSheet: TypeAlias = Callable[[str, Sequence[str]], Append]
_FLOAT_DIGITS = 15
_CELL_CHARACTERS = 32_767
_NAME_LENGTH = 28
_FORMATS = {"date": "yyyy-mm-dd", "datetime": "yyyy-mm-dd hh:mm:ss"}


@contextmanager
def csv_file(path: Path, headers: Sequence[str]) -> Iterator[Append]:
    """Offer to append rows to a csv file, in UTF-8 with a mark so that every spreadsheet reads it right."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
        writer.writerow([guarded(header) for header in headers])
        yield lambda row: writer.writerow([_csv_text(cell) for cell in row]) and None


def _csv_text(cell: OutCell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return guarded(cell)
        case Decimal():
            return format(cell, "f")
        case datetime():
            return f"{cell:%Y-%m-%d %H:%M:%S}"
    return str(cell)


@contextmanager
def xlsx_file(path: Path) -> Iterator[AddSheet]:
    """Offer to add sheets to a workbook and to append rows to each; texts stay texts, whatever they are."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        formats = {kind: book.add_format({"num_format": text}) for kind, text in _FORMATS.items()}
        bold = book.add_format({"bold": True})
        taken: set[str] = set()

        def add_sheet(name: str, headers: Sequence[str]) -> Append:
            page = book.add_worksheet(_sheet_name(name, taken))
            page.freeze_panes(1, 0)
            for column, header in enumerate(headers):
                page.write_string(0, column, header, bold)
            return _appender(page, formats)

        yield add_sheet


def _appender(page: Worksheet, formats: dict[str, Format]) -> Append:
    written = 0

    def append(row: Sequence[OutCell]) -> None:
        nonlocal written
        written += 1
        for column, cell in enumerate(row):
            _write(page, (written, column), cell, formats)

    return append


def _write(page: Worksheet, place: tuple[int, int], cell: OutCell, formats: dict[str, Format]) -> None:
    match cell:
        case None:
            return
        case bool():
            page.write_boolean(*place, cell)
        case int() | Decimal() if _fits_float(cell):
            page.write_number(*place, float(cell))
        case datetime():
            page.write_datetime(*place, cell, formats["datetime"])
        case date():
            page.write_datetime(*place, cell, formats["date"])
        case _:
            page.write_string(*place, str(cell)[:_CELL_CHARACTERS])


def _fits_float(number: int | Decimal) -> bool:
    return len(Decimal(number).normalize().as_tuple().digits) <= _FLOAT_DIGITS


def _sheet_name(wanted: str, taken: set[str]) -> str:
    """Return a name a workbook takes: short, without signs, not used before."""
    name = "".join(letter for letter in wanted if letter not in "[]:*?/\\'")[:_NAME_LENGTH] or "Sheet"
    while name.casefold() in taken:
        name += "2"
    taken.add(name.casefold())
    return name
