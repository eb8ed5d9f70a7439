"""Finds links between tables: a column whose values are those of a column by which another table is known."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.importing.columns import Column, Sheet
from builder.importing.guessing import is_code

_ENOUGH = 0.95
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Link:
    """A column that leads to another table, whose rows are found by `match`."""

    sheet: str
    column: int
    target: str
    match: int
    score: float


def find_links(sheets: Sequence[Sheet]) -> Mapping[tuple[str, int], Link]:
    """Return links by table and column, the surest first taken; tables never lead round in a circle."""
    chosen: dict[tuple[str, int], Link] = {}
    for link in sorted(_candidates(sheets), key=lambda each: -each.score):
        place = (link.sheet, link.column)
        if place not in chosen and not leads_to(chosen.values(), link.target, link.sheet):
            chosen[place] = link
    return chosen


def leads_to(links: Iterable[Link], start: str, end: str) -> bool:
    """Tell whether one can come from a table to another along links."""
    known = list(links)
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == end:
            return True
        further = {link.target for link in known if link.sheet == here} - seen
        seen |= further
        waiting.extend(further)
    return False


def known_by(sheet: Sheet) -> list[Column]:
    """Return the columns by which the rows of a table can be told apart, the best first."""
    filled = [each for each in sheet.columns if each.is_distinct and len(each.cells) == sheet.rows]
    telling = [each for each in filled if _is_telling(each)]
    return sorted(telling, key=lambda each: (not is_code(each.header), each.index)) if sheet.rows > 1 else []


def _candidates(sheets: Sequence[Sheet]) -> Iterator[Link]:
    for sheet in sheets:
        own = {column.index for column in known_by(sheet)}
        for column in sheet.columns:
            if column.index not in own and len(column.values) >= _LEAST:
                for target in sheets:
                    if target is not sheet:
                        yield from _to(sheet, column, target)


def _to(sheet: Sheet, column: Column, target: Sheet) -> Iterator[Link]:
    for key in known_by(target):
        found = sum(count for text, count in column.values.items() if text in key.values)
        share = found / len(column.cells)
        alike = _alike(column.header, key.header, target.table.sheet)
        if share >= _ENOUGH and (alike or not _are_small_numbers(column)):
            yield Link(sheet.table.sheet, column.index, target.table.sheet, key.index, share + alike)


def _alike(header: str, key: str, sheet: str) -> float:
    """Return how much a header sounds like the key it may mean, or like the table."""
    here, there, name = (_plain(text) for text in (header, key, sheet))
    if here == there:
        return 1.0
    return (
        0.5
        if (name and (name in here or here in name)) or (there and (there in here or here in there))
        else 0
    )


def _is_telling(column: Column) -> bool:
    return all(isinstance(cell, str | int) and not isinstance(cell, bool) for _, cell in column.cells)


def _are_small_numbers(column: Column) -> bool:
    return all(text.isdecimal() and len(text) < 5 for text in column.values)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum())
