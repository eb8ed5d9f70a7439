"""Takes a list out as a file: the records it shows, in its order, under the same rights.

Links and people go by name, choices by label, instants in the app's time zone. Detail lines are a second
sheet in xlsx and repeated rows in csv. Attachments stay behind.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Literal

from engine.entities.values import Line
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, Field, LinesOptions
from engine.query.record_query import PAGE, RecordQuery
from runtime.storage.record import Record
from runtime.storage.repository import Repository
from runtime.transfer.limits import ROWS
from runtime.transfer.links import all_records
from runtime.transfer.out_cells import CellMaker
from runtime.transfer.titles import Titles
from runtime.transfer.writing import OutCell, csv_file, xlsx_file

Format = Literal["xlsx", "csv"]
FORMATS: tuple[Format, ...] = ("xlsx", "csv")


@dataclass(frozen=True, slots=True)
class Export:
    """What to take out: fields in order, of which and of whose lines those in `readable`; in which language.

    `names` heads columns with field names instead of labels.
    """

    definition: Definition
    entity: Entity
    fields: tuple[Field, ...]
    readable: frozenset[str]
    language: str = "zh"
    names: bool = False


def write_export(
    path: Path, format: Format, export: Export, repository: Repository, query: RecordQuery, titles: Titles
) -> None:
    """Write the records of a query; more than a sheet holds are refused before anything is written."""
    count = repository.find(export.entity.id, replace(query, limit=1, count="exact")).total or 0
    if count > ROWS:
        raise Invalid([Issue("transfer.export.rows", params={"limit": ROWS})])
    fields = _taken(export, export.fields)
    wanted = replace(query, fields=tuple(each.name for each in fields))
    table = _Table(export, fields, CellMaker(export.definition, titles, export.language))
    pages = _pages(all_records(repository, export.entity.id, wanted))
    if format == "csv":
        table.write_csv(path, pages)
    else:
        table.write_xlsx(path, pages)


def _pages(records: Iterator[Record]) -> Iterator[list[Record]]:
    while page := list(islice(records, PAGE)):
        yield page


class _Table:
    """Records and their lines as rows of cells."""

    def __init__(self, export: Export, fields: Sequence[Field], cells: CellMaker) -> None:
        self._export = export
        self._cells = cells
        self._plain = [each for each in fields if each.type != "lines"]
        self._lines = next((each for each in fields if isinstance(each.options, LinesOptions)), None)
        self._columns = _columns_of(export, self._lines)
        self._to_cells = [(each.name, cells.for_field(each)) for each in self._plain]
        self._line_cells = [(each.name, cells.for_field(each)) for each in self._columns]

    def write_csv(self, path: Path, pages: Iterable[list[Record]]) -> None:
        """Write one table; a record with lines has a row for each of them."""
        with csv_file(path, [*self._headers(self._plain), *self._headers(self._columns)]) as append:
            for record in self._looked_up(pages):
                head = self._row(record)
                for line in self._lines_of(record) or (None,):
                    append([*head, *self._line_row(line)])

    def write_xlsx(self, path: Path, pages: Iterable[list[Record]]) -> None:
        """Write a sheet of records, and one of their lines that begins with what names the record."""
        with xlsx_file(path) as add_sheet:
            append = add_sheet(self._text(self._export.entity), self._headers(self._plain))
            first = self._headers(self._plain[:1])
            headers = [*first, *self._headers(self._columns)]
            append_line = add_sheet(self._text(self._lines), headers) if self._lines else None
            for record in self._looked_up(pages):
                row = self._row(record)
                append(row)
                for line in self._lines_of(record) if append_line else ():
                    append_line([*row[:1], *self._line_row(line)])  # type: ignore[misc]

    def _looked_up(self, pages: Iterable[list[Record]]) -> Iterator[Record]:
        for page in pages:
            for field in self._plain:
                self._cells.look_up(field, (record.values.get(field.name) for record in page))
            for column in self._columns:
                lines = (line for record in page for line in self._lines_of(record))
                self._cells.look_up(column, (line.values.get(column.name) for line in lines))
            yield from page

    def _lines_of(self, record: Record) -> tuple[Line, ...]:
        found = record.values.get(self._lines.name) if self._lines else None
        return found or ()  # type: ignore[return-value]

    def _row(self, record: Record) -> list[OutCell]:
        return [make(record.values.get(name)) for name, make in self._to_cells]

    def _line_row(self, line: Line | None) -> list[OutCell]:
        return [make(line.values.get(name)) if line else None for name, make in self._line_cells]

    def _headers(self, fields: Iterable[Field]) -> list[str]:
        return [each.name if self._export.names else self._text(each) for each in fields]

    def _text(self, labelled: Field | Entity) -> str:
        return self._cells.text(labelled.label, labelled.name)


def _columns_of(export: Export, lines: Field | None) -> tuple[Field, ...]:
    is_lines = lines is not None and isinstance(lines.options, LinesOptions)
    return _taken(export, lines.options.fields) if is_lines else ()  # type: ignore[union-attr]


def _taken(export: Export, fields: Iterable[Field]) -> tuple[Field, ...]:
    return tuple(each for each in fields if each.type != "attachment" and each.id in export.readable)
