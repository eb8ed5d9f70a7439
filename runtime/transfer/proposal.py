"""What was found in an uploaded file, in the form it is stored with its import."""

from collections.abc import Mapping
from itertools import islice
from typing import Any

from engine.kernel.errors import Invalid
from engine.metadata.model import ImportColumn, ImportMapping
from runtime.transfer.cells import shown
from runtime.transfer.headers import SheetColumn, Table, find_table, table_rows
from runtime.transfer.sheets import Book, Sheet

PREVIEW_ROWS = 12
_PREVIEW_CHARACTERS = 60


def first_sheet(book: Book) -> Sheet:
    """Return the sheet most likely meant: the first that is not hidden and has something in it."""
    filled = [sheet for sheet in book.sheets if sheet.filled]
    return next((sheet for sheet in filled if not sheet.hidden), filled[0])


def sheet_named(book: Book, name: str) -> Sheet:
    """Return the sheet with a name; raise Invalid."""
    found = next((sheet for sheet in book.sheets if sheet.name == name and sheet.filled), None)
    if found is None:
        raise Invalid.of("transfer.sheet.unknown", ("sheet",), sheet=name[:80])
    return found


def table_at(book: Book, sheet: Sheet, header_row: int | None) -> Table:
    """Return the table of a sheet, below a header row that somebody chose; raise Invalid where it is none."""
    if header_row is not None and not 1 <= header_row <= min(sheet.rows, 1_000):
        raise Invalid.of("transfer.header.outside", ("header_row",), row=header_row)
    return find_table(book, sheet, header_row)


def propose(book: Book, sheet: Sheet, table: Table) -> dict[str, Any]:
    """Return what was found, as it is stored."""
    sheets = [
        {"name": each.name, "hidden": each.hidden, "rows": each.rows, "columns": each.columns}
        for each in book.sheets
        if each.filled
    ]
    columns = [
        {"index": each.index, "column": each.header, "samples": list(each.samples), "type": each.type}
        for each in table.columns
    ]
    preview = [
        [shown(cell)[:_PREVIEW_CHARACTERS] for cell in row] for row in islice(book.rows(sheet), PREVIEW_ROWS)
    ]
    rows = sum(1 for _ in table_rows(book, sheet, table))
    return {
        "sheets": sheets,
        "header_rows": table.header_rows,
        "columns": columns,
        "preview": preview,
        "rows": rows,
    }


def table_of(proposal: Mapping[str, Any], header_row: int) -> Table:
    """Return the table of a stored proposal."""
    columns = tuple(
        SheetColumn(each["index"], each["column"], tuple(each["samples"]), each["type"])
        for each in proposal["columns"]
    )
    return Table(header_row, proposal["header_rows"], columns)


def mapping_json(mapping: ImportMapping) -> dict[str, Any]:
    """Return a mapping as it is stored and sent."""
    columns = [
        {
            "column": each.column,
            "field": each.field,
            "match": each.match,
            "create_missing": each.create_missing,
        }
        for each in mapping.columns
    ]
    return {"mode": mapping.mode, "key": list(mapping.key), "columns": columns}


def mapping_of(stored: Mapping[str, Any], entity: str) -> ImportMapping:
    """Read a stored mapping."""
    columns = tuple(ImportColumn(**each) for each in stored["columns"])
    return ImportMapping(entity=entity, mode=stored["mode"], key=tuple(stored["key"]), columns=columns)
