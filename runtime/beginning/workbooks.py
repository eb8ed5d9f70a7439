"""Files of tables that people brought to begin an app from: read in the limited process, opened as tables."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from engine.kernel.errors import Invalid, NotFound
from engine.kernel.issue import Issue
from engine.ports import FileCell, FileTable, TableImport, Workbook
from runtime.files.content import FileContents
from runtime.files.registry import FileEntry, get_file
from runtime.storage.database import Database
from runtime.transfer.cells import Cell, Fault
from runtime.transfer.headers import Table, table_rows
from runtime.transfer.proposal import table_at
from runtime.transfer.sheets import Book, Sheet, open_book, read_book

TableImporter = Callable[[FileEntry, str, str, Sequence[TableImport]], Sequence[str]]
"""Begins to import tables of a file for a person into an app; answers the ids of the imports."""


class StoredWorkbooks:
    """The workbooks of an installation; their rows lie below a folder until nobody looks at them."""

    def __init__(self, database: Database, files: FileContents, folder: Path) -> None:
        self._database = database
        self._files = files
        self._folder = folder
        self._import: TableImporter | None = None

    def import_by(self, importer: TableImporter) -> None:
        """Say what imports tables; before anything is asked for."""
        self._import = importer

    def open(self, id: str, by: str, header_rows: Mapping[str, int]) -> Workbook:
        """Return a file with all its tables; raise NotFound or Invalid."""
        file = self._file(id, by)
        book = self._book(file)
        tables = (_table(book, sheet, header_rows.get(sheet.name)) for sheet in book.sheets if sheet.filled)
        return Workbook(id, file.name, tuple(tables))

    def bring_in(self, id: str, by: str, app: str, tables: Sequence[TableImport]) -> Sequence[str]:
        """Begin to import tables into an app one after the other."""
        file = self._file(id, by)
        return self._import(file, by, app, tables) if self._import else ()

    def _file(self, id: str, by: str) -> FileEntry:
        with self._database.read() as connection:
            file = get_file(connection, id)
        if file.created_by != by or file.record is not None:
            raise NotFound.of("file.unknown")
        return file

    def _book(self, file: FileEntry) -> Book:
        folder = self._folder / file.id
        is_read = folder.exists()
        found = open_book(folder) if is_read else read_book(self._files.path(file.key), folder, file.name)
        if isinstance(found, Issue):
            raise Invalid([Issue(found.code, found.path, {"file": file.name, **found.params})])
        return found


def _table(book: Book, sheet: Sheet, header_row: int | None) -> FileTable:
    table = table_at(book, sheet, header_row)
    columns = tuple((column.index, column.header) for column in table.columns)
    return FileTable(sheet.name, sheet.hidden, table.header_row, columns, partial(_rows, book, sheet, table))


def _rows(book: Book, sheet: Sheet, table: Table) -> Iterator[tuple[int, Sequence[FileCell]]]:
    for number, row in table_rows(book, sheet, table):
        yield number, [_plain(cell) for cell in row]


def _plain(cell: Cell) -> FileCell:
    return cell.text if isinstance(cell, Fault) else cell
