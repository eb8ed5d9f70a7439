"""Finding values in lists and tables.

Exact search compares within one kind of value, texts without case and with wildcards. Approximate search
expects ascending order (descending for MATCH with -1) and takes the last value that is not beyond the
wanted one.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from engine.expressions.arithmetic import ZERO
from engine.expressions.coerce import load, to_items, to_rows
from engine.expressions.context import Run
from engine.expressions.faults import NO_SUCH_PLACE, NOT_FOUND, SIZES_DIFFER, WRONG_ARGUMENT, Fault
from engine.expressions.function import Function
from engine.expressions.functions.logic import Thunk, or_not_found
from engine.expressions.operators import compare
from engine.expressions.patterns import has_wildcards, regular_expression, wildcard
from engine.kernel.values import ErrorValue, Value

Items: TypeAlias = Sequence[Value]


def _rank(value: Value) -> int:
    if isinstance(value, bool):
        return 2
    return 1 if isinstance(value, str) else 0


def _comparable(wanted: Value, item: Value) -> bool:
    return item is not None and not isinstance(item, ErrorValue) and _rank(item) == _rank(wanted)


def exact_position(run: Run, wanted: Value, items: Items, *, wildcards: bool = True) -> int | None:
    """Return the first position of an equal value."""
    run.spend(len(items))
    wanted = ZERO if wanted is None else wanted
    if wildcards and isinstance(wanted, str) and has_wildcards(wanted):
        pattern = wildcard(wanted)
        found = (
            index for index, item in enumerate(items) if isinstance(item, str) and pattern.fullmatch(item)
        )
        return next(found, None)
    for index, item in enumerate(items):
        if _comparable(wanted, item) and compare(run, item, wanted) == 0:
            return index
    return None


def sorted_position(run: Run, wanted: Value, items: Items, *, descending: bool = False) -> int | None:
    """Return the last position before the first value beyond the wanted one."""
    run.spend(len(items))
    wanted = ZERO if wanted is None else wanted
    beyond = -1 if descending else 1
    position = None
    for index, item in enumerate(items):
        if not _comparable(wanted, item):
            continue
        if compare(run, item, wanted) == beyond:
            break
        position = index
    return position


def _found(position: int | None) -> int:
    if position is None:
        raise Fault(NOT_FOUND)
    return position


def look_down(run: Run, wanted: Value, table: Value, column: int, approximate: bool = True) -> Value:
    """Find a row by its first column and return one of its values."""
    rows = to_rows(table)
    if column < 1:
        raise Fault(WRONG_ARGUMENT)
    if column > len(rows[0]):
        raise Fault(NO_SUCH_PLACE)
    search = sorted_position if approximate else exact_position
    return rows[_found(search(run, wanted, [row[0] for row in rows]))][column - 1]


def look_across(run: Run, wanted: Value, table: Value, row: int, approximate: bool = True) -> Value:
    """Find a column by its first row and return one of its values."""
    return look_down(run, wanted, tuple(zip(*to_rows(table), strict=True)), row, approximate)


def look_up(run: Run, wanted: Value, keys: Value, results: Value = None) -> Value:
    """Find a value in ascending keys and return what stands at its place in the results."""
    if results is None and any(isinstance(each, tuple) for each in to_rows(keys)):
        rows = to_rows(keys)
        columns = rows if len(rows) >= len(rows[0]) else tuple(zip(*rows, strict=True))
        firsts, lasts = [row[0] for row in columns], [row[-1] for row in columns]
    else:
        firsts = list(to_items(keys))
        lasts = list(to_items(results)) if results is not None else firsts
    position = _found(sorted_position(run, wanted, firsts))
    if position >= len(lasts):
        raise Fault(NOT_FOUND)
    return lasts[position]


def match(run: Run, wanted: Value, items: Value, mode: int = 1) -> int:
    """Return the position from 1: mode 0 exact, 1 in ascending, -1 in descending order."""
    candidates = to_items(items)
    if mode == 0:
        return _found(exact_position(run, wanted, candidates)) + 1
    return _found(sorted_position(run, wanted, candidates, descending=mode < 0)) + 1


def pick(run: Run, table: Value, row: int = 0, column: int = 0) -> Value:
    """Return what stands in a row and column, both from 1; 0 takes the whole row or column."""
    if row < 0 or column < 0:
        raise Fault(WRONG_ARGUMENT)
    rows = to_rows(table)
    if len(rows[0]) == 1 and column > 1 and row <= 1:
        row, column = column, 1  # a list may be read as a row
    if row > len(rows) or column > len(rows[0]):
        raise Fault(NO_SUCH_PLACE)
    if row and (column or len(rows[0]) == 1):
        return load(rows[row - 1][max(column, 1) - 1])
    if row:
        return rows[row - 1]
    return tuple(each[column - 1] for each in rows) if column else table


def search_list(
    run: Run,
    wanted: Value,
    keys: Value,
    results: Value,
    otherwise: Thunk | None = None,
    mode: int = 0,
    direction: int = 1,
) -> Value:
    """Find a value in a list and return what stands at its place in another."""
    candidates, answers = to_items(keys), to_rows(results)
    if len(answers) != len(candidates):
        answers = tuple(zip(*answers, strict=True))
    if len(answers) != len(candidates):
        raise Fault(SIZES_DIFFER)
    position = _search(run, wanted, candidates, mode, direction)
    if position is None:
        return or_not_found(otherwise)
    return answers[position][0] if len(answers[position]) == 1 else answers[position]


def position_in_list(run: Run, wanted: Value, items: Value, mode: int = 0, direction: int = 1) -> int:
    """Return the position from 1."""
    return _found(_search(run, wanted, to_items(items), mode, direction)) + 1


def _search(run: Run, wanted: Value, items: Items, mode: int, direction: int) -> int | None:
    """Search by mode: 0 exact, -1 or next smaller, 1 or next larger, 2 wildcards, 3 regular expression."""
    if mode not in _MODES or direction not in (1, -1, 2, -2):
        raise Fault(WRONG_ARGUMENT)
    backwards = direction == -1
    found = _MODES[mode](run, wanted, items[::-1] if backwards else items)
    return len(items) - 1 - found if backwards and found is not None else found


def _exactly(run: Run, wanted: Value, items: Items) -> int | None:
    if wanted is None:
        return next((index for index, item in enumerate(items) if item is None), None)
    return exact_position(run, wanted, items, wildcards=False)


def _nearest(side: int) -> Callable[[Run, Value, Items], int | None]:
    def search(run: Run, wanted: Value, items: Items) -> int | None:
        run.spend(len(items))
        best: int | None = None
        for index, item in enumerate(items):
            if not _comparable(wanted, item):
                continue
            order = compare(run, item, wanted)
            if order == 0:
                return index
            if order == side and (best is None or compare(run, item, items[best]) == -side):
                best = index
        return best

    return search


def _by_expression(run: Run, wanted: Value, items: Items) -> int | None:
    run.spend(len(items))
    if not isinstance(wanted, str):
        return None
    pattern = regular_expression(wanted, ignore_case=False)
    found = (index for index, item in enumerate(items) if isinstance(item, str) and pattern.search(item))
    return next(found, None)


_MODES: dict[int, Callable[[Run, Value, Items], int | None]] = {
    0: _exactly,
    -1: _nearest(-1),
    1: _nearest(1),
    2: exact_position,
    3: _by_expression,
}

_PRICES = '{"a", 1; "b", 2}'

FUNCTIONS = (
    Function(
        "VLOOKUP(value: any, table: list, column: integer, approximate?: boolean) -> item table",
        look_down,
        "Finds a row by its first column.",
        (f'VLOOKUP("B", {_PRICES}, 2, FALSE) = 2',),
    ),
    Function(
        "HLOOKUP(value: any, table: list, row: integer, approximate?: boolean) -> item table",
        look_across,
        "Finds a column by its first row.",
        ('HLOOKUP("b", {"a", "b"; 1, 2}, 2, FALSE) = 2',),
    ),
    Function(
        "LOOKUP(value: any, keys: list, results?: list) -> any",
        look_up,
        "Finds a value in ascending keys.",
        ('LOOKUP(5, {0, 4, 8}, {"low", "middle", "high"}) = "middle"',),
    ),
    Function(
        "MATCH(value: any, items: list, mode?: integer) -> number",
        match,
        "The position of a value: mode 0 exact, 1 ascending, -1 descending.",
        ('MATCH("b", {"a", "b"}, 0) = 2',),
    ),
    Function(
        "INDEX(table: list, row?: integer, column?: integer) -> any",
        pick,
        "What stands in a row and column.",
        ("INDEX({1, 2; 3, 4}, 2, 1) = 3",),
    ),
    Function(
        "XLOOKUP(value: any, keys: list, results: list,"
        " otherwise?: lazy, mode?: integer, direction?: integer) -> any",
        search_list,
        "Finds a value in one list and gives what stands at its place in another.",
        ('XLOOKUP("b", {"a", "b"}, {1, 2}) = 2', 'XLOOKUP("c", {"a", "b"}, {1, 2}, 0) = 0'),
        browser=False,
    ),
    Function(
        "XMATCH(value: any, items: list, mode?: integer, direction?: integer) -> number",
        position_in_list,
        "The position of a value in a list.",
        ("XMATCH(4, {1, 3, 5}, -1) = 2",),
        browser=False,
    ),
)
