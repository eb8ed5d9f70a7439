"""Rows of a sheet as drafts of records: cells read by their fields, rows of one key joined, lines collected.

Links and people are still what the sheet calls them; `links` and `people` turn them into ids.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from engine.entities.field_type import Reader, Surroundings, surroundings
from engine.entities.field_types._index import FIELD_TYPES
from engine.entities.values import RecordValue
from engine.kernel.issue import Issue, Scalar
from engine.metadata.definition import Definition
from engine.metadata.model import Field
from runtime.transfer.binding import Binding, BoundColumn
from runtime.transfer.cells import Cell, Fault, Row, is_empty, shown

Values = dict[str, RecordValue]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowIssue:
    """Something wrong in the sheet: the number of the row, the header of the column, what it is."""

    row: int
    column: str | None
    issue: Issue


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A detail line, and the row it came from."""

    row: int
    values: Values


@dataclass(slots=True)
class Draft:
    """A record to be: the rows it comes from, its values, its lines, and what is wrong with them."""

    rows: list[int]
    values: Values
    lines: list[DraftLine] = field(default_factory=list)
    issues: list[RowIssue] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Column:
    bound: BoundColumn
    read: Reader

    @property
    def field(self) -> Field:
        return self.bound.target.field


class DraftReader:
    """Reads rows by a binding."""

    def __init__(self, definition: Definition, binding: Binding) -> None:
        around = surroundings(definition)
        self._binding = binding
        self._head = [_Column(each, _reader(each, around)) for each in binding.head]
        self._detail = [_Column(each, _reader(each, around)) for each in binding.detail]
        self._key = [each for each in self._head if each.field.name in binding.key]

    def drafts(self, rows: Iterable[tuple[int, Row]]) -> Iterator[Draft]:
        """Yield drafts; rows of one key, and rows that only continue with lines, become one draft."""
        if not self._key and not self._detail:
            return (self._draft(number, row) for number, row in rows)
        return iter(self._grouped(rows))

    def _grouped(self, rows: Iterable[tuple[int, Row]]) -> list[Draft]:
        drafts: list[Draft] = []
        by_key: dict[Key, Draft] = {}
        key: Key = ()
        for number, row in rows:
            key = self._completed(self._key_of(row), key)
            found = by_key.get(key) if key else self._continued(drafts, row)
            if found is None:
                found = self._draft(number, row)
                drafts.append(found)
                if key:
                    by_key[key] = found
            else:
                self._join(found, number, row)
        return drafts

    def _key_of(self, row: Row) -> Key:
        cells = (_cell(row, column.bound.index) for column in self._key)
        return tuple("" if is_empty(cell) else shown(cell).strip() for cell in cells)

    def _completed(self, key: Key, above: Key) -> Key:
        """Fill the blank parts of a key from the row above where the others agree; a blank key is none."""
        if all(key) or not any(key):
            return key if any(key) else ()
        agrees = bool(above) and all(part in ("", known) for part, known in zip(key, above, strict=True))
        return above if agrees and self._detail else ()

    def _continued(self, drafts: list[Draft], row: Row) -> Draft | None:
        """Return the draft above for a row that only has cells of detail columns."""
        if not drafts or not self._detail:
            return None
        blank = all(is_empty(_cell(row, column.bound.index)) for column in self._head)
        return drafts[-1] if blank else None

    def _draft(self, number: int, row: Row) -> Draft:
        draft = Draft([number], {})
        draft.values = self._read(draft, self._head, number, row)
        self._add_line(draft, number, row)
        return draft

    def _join(self, draft: Draft, number: int, row: Row) -> None:
        draft.rows.append(number)
        for name, value in self._read(draft, self._head, number, row).items():
            if value is None:
                continue
            if draft.values.get(name) is None:
                draft.values[name] = value
            elif draft.values[name] != value:
                draft.issues.append(self._differing(draft, number, name, row))
        self._add_line(draft, number, row)

    def _differing(self, draft: Draft, number: int, name: str, row: Row) -> RowIssue:
        column = next(each.bound for each in self._head if each.field.name == name)
        params: dict[str, Scalar] = {
            "value": shown(_cell(row, column.index))[:60],
            "first_row": draft.rows[0],
        }
        return RowIssue(number, column.header, Issue("transfer.row.differs", (name,), params))

    def _add_line(self, draft: Draft, number: int, row: Row) -> None:
        values = self._read(draft, self._detail, number, row)
        if any(value is not None for value in values.values()):
            draft.lines.append(DraftLine(number, values))

    def _read(self, draft: Draft, columns: list[_Column], number: int, row: Row) -> Values:
        values: Values = {}
        for column in columns:
            value = _read_cell(column.read, _cell(row, column.bound.index))
            if isinstance(value, Issue):
                draft.issues.append(RowIssue(number, column.bound.header, value))
            else:
                values[column.field.name] = value
        return values


def _cell(row: Row, index: int) -> Cell:
    return row[index] if index < len(row) else None


def _read_cell(read: Reader, cell: Cell) -> RecordValue | Issue:
    if isinstance(cell, Fault):
        return Issue(cell.code, params={"value": cell.text})
    return None if is_empty(cell) else read(cell)


def _reader(column: BoundColumn, around: Surroundings) -> Reader:
    """Return how cells of a column are read; links as the values of the field they are found by."""
    if column.target.field.type == "person":
        return _name
    field = column.match or column.target.field
    reader: Reader = FIELD_TYPES[field.type].reader(field.options, around)
    return reader


def _name(raw: object) -> str:
    return str(raw).strip()


def columns_by_field(binding: Binding) -> Mapping[str, BoundColumn]:
    """Return the columns by the name their field has in mappings."""
    return {each.target.name: each for each in (*binding.head, *binding.detail)}
