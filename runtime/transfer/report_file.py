"""The rows with findings as a workbook: each as it was, with what is wrong, to be mended and sent again."""

from collections.abc import Iterator
from pathlib import Path

from engine.text.catalog import say_issue
from runtime.transfer.cells import shown
from runtime.transfer.headers import Table, table_rows
from runtime.transfer.report import Report
from runtime.transfer.sheets import Book, Sheet
from runtime.transfer.writing import OutCell, xlsx_file

_HEADS = {"zh-CN": ("行", "问题"), "en": ("Row", "Problem")}


def write_report(path: Path, book: Book, sheet: Sheet, table: Table, report: Report, locale: str) -> None:
    """Write the rows with findings below the header they had."""
    told = _told(report, locale)
    row_head, issue_head = _HEADS[locale]
    with xlsx_file(path) as add_sheet:
        headers = [row_head, *(column.header for column in table.columns), issue_head]
        append = add_sheet(sheet.name or row_head, headers)
        for number, cells in _rows(book, sheet, table):
            if number in told:
                append([number, *cells, "\n".join(told[number])])


def _rows(book: Book, sheet: Sheet, table: Table) -> Iterator[tuple[int, list[OutCell]]]:
    for number, row in table_rows(book, sheet, table):
        indexes = (column.index for column in table.columns)
        yield number, [shown(row[index]) or None if index < len(row) else None for index in indexes]


def _told(report: Report, locale: str) -> dict[int, list[str]]:
    told: dict[int, list[str]] = {}
    for finding in report.findings:
        sentence = say_issue(finding.issue, locale)
        told.setdefault(finding.row, []).append(
            f"{finding.column}: {sentence}" if finding.column else sentence
        )
    return told
