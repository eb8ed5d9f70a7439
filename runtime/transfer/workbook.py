"""Workbooks (xlsx, xlsm, xlsb, xls, ods) through calamine, and what it leaves out: errors, long digits."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath
from xml.etree import ElementTree
from zipfile import ZipFile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from runtime.transfer.cells import ERROR, Cell, Fault, Row, cell_of
from runtime.transfer.limits import CELL_CHARACTERS, COLUMNS, ROWS
from runtime.transfer.refusal import Refused

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SPECIAL = re.compile(
    rb'<c r="(?P<place>[A-Z]{1,3}[0-9]{1,7})"(?P<attributes>[^>]*)>(?:<f[^>]*>[^<]*</f>|<f[^>]*/>)?'
    rb"<v>(?P<value>[^<]*)</v>"
)
_LONG_DIGITS = re.compile(rb"[0-9]{16,40}")
_PLACE = re.compile(r"([A-Z]+)([0-9]+)")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """A sheet with its rows still to be read; merged ranges as (first, last), zero-based (row, column)."""

    name: str
    hidden: bool
    merged: tuple[tuple[Place, Place], ...]
    rows: Iterator[Row]


def open_workbook(path: Path) -> Iterator[OpenSheet]:
    """Yield the sheets with cells of a workbook."""
    try:
        book = CalamineWorkbook.from_path(str(path))
        special = _special_cells(path)
        for each in book.sheets_metadata:
            if each.typ is SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(each.name)
                hidden = each.visible is not SheetVisibleEnum.Visible
                yield _opened(sheet, hidden, special.get(each.name, {}))
    except PasswordError as problem:
        raise Refused("transfer.file.encrypted") from problem
    except (CalamineError, ElementTree.ParseError, KeyError, OSError) as problem:
        raise Refused("transfer.file.broken", cause=str(problem)[:200]) from problem


def _opened(sheet: CalamineSheet, hidden: bool, special: Mapping[Place, Cell]) -> OpenSheet:
    _check_size(sheet)
    merged = tuple(sheet.merged_cell_ranges or ())
    return OpenSheet(sheet.name, hidden, merged, _rows(sheet, special))


def _check_size(sheet: CalamineSheet) -> None:
    if sheet.end is None:
        return
    rows, columns = sheet.end[0] + 1, sheet.end[1] + 1
    if rows > ROWS:
        raise Refused("transfer.sheet.rows", sheet=sheet.name, limit=ROWS, count=rows)
    if columns > COLUMNS:
        raise Refused("transfer.sheet.columns", sheet=sheet.name, limit=COLUMNS, count=columns)


def _rows(sheet: CalamineSheet, special: Mapping[Place, Cell]) -> Iterator[Row]:
    if sheet.end is None:
        return
    for number, values in enumerate(sheet.to_python(skip_empty_area=False)):
        row = [cell_of(value) for value in values]
        for column, cell in enumerate(row):
            if isinstance(cell, str) and len(cell) > CELL_CHARACTERS:
                raise Refused(
                    "transfer.cell.long",
                    sheet=sheet.name,
                    row=number + 1,
                    column=column + 1,
                    limit=CELL_CHARACTERS,
                )
            if (number, column) in special:
                row[column] = special[number, column]
        yield row


def _special_cells(path: Path) -> Mapping[str, Mapping[Place, Cell]]:
    """Find, per sheet of an xlsx file, error cells and numbers whose written digits a float cannot hold."""
    with path.open("rb") as file:
        if file.read(2) != b"PK":
            return {}
    with ZipFile(path) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return {}
        parts = _sheet_parts(archive)
        return {
            name: dict(_special(archive.read(part)))
            for name, part in parts.items()
            if part in archive.namelist()
        }


def _special(xml: bytes) -> Iterator[tuple[Place, Cell]]:
    for found in _SPECIAL.finditer(xml):
        if b't="e"' in found["attributes"]:
            yield _place(found["place"]), Fault(ERROR, found["value"].decode("ascii", "replace"))
        elif _LONG_DIGITS.fullmatch(found["value"]) and b't="s"' not in found["attributes"]:
            yield _place(found["place"]), found["value"].decode("ascii")


def _place(text: bytes) -> Place:
    letters, number = _PLACE.fullmatch(text.decode("ascii")).groups()  # type: ignore[union-attr]
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(number) - 1, column - 1


def _sheet_parts(archive: ZipFile) -> Mapping[str, str]:
    book = _parsed(archive.read("xl/workbook.xml"))
    relations = _parsed(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    return {
        each.get("name", ""): _part(targets.get(each.get(_RELATION), ""))
        for each in book.iter(f"{_MAIN}sheet")
    }


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))


def _parsed(xml: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Refused("transfer.file.broken", cause="DOCTYPE")
    return ElementTree.fromstring(xml)
