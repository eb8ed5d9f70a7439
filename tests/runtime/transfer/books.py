"""Files made for tests of import, and reading them."""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from engine.kernel.issue import Issue
from runtime.transfer.cells import Row
from runtime.transfer.headers import Table, find_table, table_rows
from runtime.transfer.sheets import Book, read_book


def write_text(folder: Path, text: str, name: str = "sheet.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def write_sheet(folder: Path, rows: Sequence[Sequence[object]], name: str = "sheet.xlsx") -> Path:
    path = folder / name
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": False}) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                page.write(number, column, cell)
    return path


def read(path: Path) -> Book | Issue:
    return read_book(path, path.parent / f"{path.name}.rows", path.name)


def opened(path: Path) -> Book:
    book = read(path)
    assert isinstance(book, Book), book
    return book


def table_of(path: Path) -> tuple[Table, list[tuple[int, Row]]]:
    book = opened(path)
    table = find_table(book, book.sheets[0])
    return table, list(table_rows(book, book.sheets[0], table))


def refusal(path: Path) -> Issue:
    found = read(path)
    assert isinstance(found, Issue), found
    return found
