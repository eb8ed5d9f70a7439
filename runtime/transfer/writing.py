"""Tables into files: xlsx row by row in constant memory; csv without texts taken for formulas."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from runtime.transfer.delimited import guarded

OutCell: TypeAlias = str | int | bool | Decimal | date | datetime | None
_FLOAT_DIGITS = 15
_CELL_CHARACTERS = 32_767
_FORMATS = {"date": "yyyy-mm-dd", "datetime": "yyyy-mm-dd hh:mm:ss"}


@dataclass(frozen=True, slots=True)
class OutSheet:
    """A sheet to be written: its name, headers, and rows that are made while they are written."""

    name: str
    headers: Sequence[str]
    rows: Iterable[Sequence[OutCell]]


def write_csv(path: Path, sheet: OutSheet) -> None:
    """Write one sheet as csv, in UTF-8 with a mark so that every spreadsheet reads it right."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
        writer.writerow([guarded(header) for header in sheet.headers])
        for row in sheet.rows:
            writer.writerow([_csv_text(cell) for cell in row])


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


def write_xlsx(path: Path, sheets: Iterable[OutSheet]) -> None:
    """Write sheets one after the other; texts are texts, whatever they begin with."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        formats = {kind: book.add_format({"num_format": text}) for kind, text in _FORMATS.items()}
        bold = book.add_format({"bold": True})
        for name, sheet in _named(sheets):
            page = book.add_worksheet(name)
            page.freeze_panes(1, 0)
            for column, header in enumerate(sheet.headers):
                page.write_string(0, column, header, bold)
            for number, row in enumerate(sheet.rows, 1):
                for column, cell in enumerate(row):
                    _write(page, (number, column), cell, formats)


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


def _named(sheets: Iterable[OutSheet]) -> Iterator[tuple[str, OutSheet]]:
    """Give sheets names a workbook takes: short, without signs, each once."""
    taken: set[str] = set()
    for sheet in sheets:
        name = "".join(letter for letter in sheet.name if letter not in "[]:*?/\\'")[:28] or "Sheet"
        while name.lower() in taken:
            name += "2"
        taken.add(name.lower())
        yield name, sheet
