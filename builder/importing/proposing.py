"""Proposes what a file becomes: types, links, keys and titles, each with its reason."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.importing.columns import Column, Sheet, look_at
from builder.importing.guessing import guess, is_code
from builder.importing.linking import Link, find_links, known_by
from builder.importing.plan import ColumnPlan, FilePlan, TablePlan
from builder.words import Phrase
from engine.ports import Workbook

_TITLE = re.compile(r"名称|姓名|名字|标题|主题|名$|name|title|subject", re.I)
_NAMELESS = re.compile(r"(?:sheet|工作表|表)\s*\d*", re.I)
_LABEL_LENGTH = 60
Reasons = Mapping[tuple[str, int], Phrase]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan with the tables it is made from, and why each column is what it is."""

    plan: FilePlan
    sheets: tuple[Sheet, ...]
    reasons: Reasons


def propose(workbook: Workbook) -> Proposal:
    """Look at a file and return what it may become."""
    sheets = tuple(look_at(table) for table in workbook.tables)
    shown = [each for each in sheets if _is_table(each)]
    links = find_links(shown)
    reasons: dict[tuple[str, int], Phrase] = {}
    tables = tuple(_table(each, workbook, links, reasons) for each in sheets)
    return Proposal(FilePlan(tables), sheets, reasons)


def _is_table(sheet: Sheet) -> bool:
    return bool(sheet.columns) and sheet.rows > 0 and not sheet.table.hidden


def _table(
    sheet: Sheet,
    workbook: Workbook,
    links: Mapping[tuple[str, int], Link],
    reasons: dict[tuple[str, int], Phrase],
) -> TablePlan:
    columns = tuple(_column(sheet, each, links, reasons) for each in sheet.columns)
    key = next((each.index for each in known_by(sheet)), None)
    return TablePlan(
        sheet=sheet.table.sheet,
        use=_is_table(sheet),
        label=_label(sheet.table.sheet, workbook.file),
        header_row=sheet.table.header_row,
        columns=columns,
        key=key if key is not None and is_code(_header(sheet, key)) else None,
        title=_title(sheet, columns, key),
    )


def _column(
    sheet: Sheet,
    column: Column,
    links: Mapping[tuple[str, int], Link],
    reasons: dict[tuple[str, int], Phrase],
) -> ColumnPlan:
    place = (sheet.table.sheet, column.index)
    label, link = column.header[:_LABEL_LENGTH], links.get(place)
    if link is not None:
        reasons[place] = Phrase("import.guess.link", {"sheet": link.target})
        return ColumnPlan(column.index, label, True, "link", link.target)
    found = guess(column)
    reasons[place] = found.reason
    return ColumnPlan(column.index, label, bool(column.cells), found.type)


def _title(sheet: Sheet, columns: Sequence[ColumnPlan], key: int | None) -> int | None:
    """Return the column whose values name records: one called so, the key, or the first with words."""
    wordy = [each.index for each in columns if each.use and each.type in ("text", "choice", "email", "phone")]
    texts = [each.index for each in columns if each.use and each.type == "text"]
    named = [index for index in texts if _TITLE.search(_header(sheet, index))]
    candidates = [*named, *([key] if key in wordy else ()), *texts, *wordy]
    return candidates[0] if candidates else None


def _header(sheet: Sheet, index: int) -> str:
    column = sheet.column(index)
    return column.header if column else ""


def _label(sheet: str, file: str) -> str:
    """Return what a table is called: its sheet, or the file where the sheet has no name of its own."""
    stem = file.rpartition(".")[0] or file
    name = stem if not sheet.strip() or _NAMELESS.fullmatch(sheet.strip()) else sheet.strip()
    return name[:_LABEL_LENGTH]
