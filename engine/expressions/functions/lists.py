"""Functions over lists: sums, extremes, counts.

Inside lists texts, booleans and blanks are skipped; single arguments are converted, blank ones skipped.
"""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from engine.expressions.arithmetic import NUMBERS, ZERO
from engine.expressions.coerce import load, to_items, to_number, to_rows
from engine.expressions.context import Run
from engine.expressions.faults import NO_NUMBERS, SIZES_DIFFER, WRONG_ARGUMENT, Fault
from engine.expressions.function import Function
from engine.expressions.functions.spread import deviation, product, total, variance
from engine.kernel.values import ErrorValue, Value


def numbers_of(run: Run, arguments: tuple[Value, ...]) -> list[Decimal]:
    """Return the numbers among arguments, dates as serials."""
    return [to_number(run, item) for item in counted(run, arguments)]


def counted(run: Run, arguments: tuple[Value, ...]) -> Iterator[Value]:
    """Yield what counts as a number, as it is: in lists only numbers and dates, else all but blanks."""
    for argument in arguments:
        if not isinstance(argument, tuple):
            if argument is not None:
                yield load(argument)
            continue
        items = to_items(argument)
        run.spend(len(items))
        for item in items:
            load(item)
            if is_numeric(item):
                yield item


def is_numeric(value: Value) -> bool:
    """Tell whether a value is a number, a date or a time."""
    return isinstance(value, Decimal | int | date | time | timedelta) and not isinstance(value, bool)


def add_up(run: Run, *arguments: Value) -> Value:
    """Add all numbers."""
    return total(numbers_of(run, arguments))


def multiply_all(run: Run, *arguments: Value) -> Decimal:
    """Multiply all numbers; none give 0."""
    numbers = numbers_of(run, arguments)
    return product(numbers) if numbers else ZERO


def average(run: Run, *arguments: Value) -> Decimal:
    """Return the mean of all numbers; none give #DIV/0!."""
    return mean(numbers_of(run, arguments))


def mean(numbers: list[Decimal]) -> Decimal:
    """Return the mean of numbers or raise #DIV/0!."""
    if not numbers:
        raise Fault(NO_NUMBERS)
    return NUMBERS.divide(total(numbers), len(numbers))


def smallest(run: Run, *arguments: Value) -> Value:
    """Return the smallest number or the earliest date; none give 0."""
    return _extreme(run, arguments, min)


def largest(run: Run, *arguments: Value) -> Value:
    """Return the largest number or the latest date; none give 0."""
    return _extreme(run, arguments, max)


def _extreme(run: Run, arguments: tuple[Value, ...], choose: Callable[..., Any]) -> Value:
    return extreme_of(run, list(counted(run, arguments)), choose)


def extreme_of(run: Run, items: list[Value], choose: Callable[..., Any]) -> Value:
    """Choose among items by their number; dates stay dates where all are of one kind."""
    if not items:
        return ZERO
    best: Value = choose(items, key=lambda item: to_number(run, item))
    same = len({type(item) for item in items}) == 1
    return best if same and not isinstance(best, str | bool) else to_number(run, best)


def count_numbers(run: Run, *arguments: Value) -> int:
    """Count numbers; single texts count where they read as numbers, errors never."""
    return sum(_counts(run, argument) for argument in arguments)


def _counts(run: Run, argument: Value) -> int:
    if isinstance(argument, tuple):
        run.spend(len(argument))
        return sum(is_numeric(item) for item in to_items(argument))
    if argument is None or isinstance(argument, ErrorValue):
        return 0
    try:
        to_number(run, argument)
    except Fault:
        return 0
    return 1


def count_filled(run: Run, *arguments: Value) -> int:
    """Count what is not blank; empty texts and errors count."""
    items = [item for argument in arguments for item in to_items(argument)]
    run.spend(len(items))
    return sum(item is not None for item in items)


def count_blank(run: Run, *arguments: Value) -> int:
    """Count blanks and empty texts."""
    items = [item for argument in arguments for item in to_items(argument)]
    run.spend(len(items))
    return sum(item is None or item == "" for item in items)


def sum_of_products(run: Run, *arguments: Value) -> Decimal:
    """Multiply lists item by item and add up; what is not a number counts 0."""
    columns = [to_items(argument) for argument in arguments]
    if len({len(column) for column in columns}) > 1:
        raise Fault(SIZES_DIFFER)
    run.spend(sum(map(len, columns)))
    rows = zip(*columns, strict=True)
    return total([product([_number_or_zero(run, item) for item in row]) for row in rows])


def _number_or_zero(run: Run, item: Value) -> Decimal:
    load(item)
    return to_number(run, item) if is_numeric(item) else ZERO


def sum_of_squares(run: Run, *arguments: Value) -> Decimal:
    """Add up the squares."""
    return total([NUMBERS.multiply(number, number) for number in numbers_of(run, arguments)])


def subtotal(run: Run, kind: int, *arguments: Value) -> Value:
    """Apply one of eleven functions by number; 101 to 111 mean the same here, where no row is hidden."""
    body = _SUBTOTALS.get(kind - 100 if kind > 100 else kind)
    if not body:
        raise Fault(WRONG_ARGUMENT)
    return body(run, *arguments)


def count_rows(run: Run, table: Value) -> int:
    """Count the rows of a table or the items of a list."""
    return len(to_rows(table))


def count_columns(run: Run, table: Value) -> int:
    """Count the columns of a table; a list has one."""
    rows = to_rows(table)
    return len(rows[0]) if rows else 0


_SUBTOTALS: dict[int, Callable[..., Value]] = {
    1: average,
    2: count_numbers,
    3: count_filled,
    4: largest,
    5: smallest,
    6: multiply_all,
    7: lambda run, *arguments: deviation(numbers_of(run, arguments), 1),
    8: lambda run, *arguments: deviation(numbers_of(run, arguments), 0),
    9: add_up,
    10: lambda run, *arguments: variance(numbers_of(run, arguments), 1),
    11: lambda run, *arguments: variance(numbers_of(run, arguments), 0),
}

FUNCTIONS = (
    Function(
        "SUM([value: list]...) -> number",
        add_up,
        "Adds all numbers.",
        ('SUM(2, "7", TRUE) = 10', 'SUM({1, 2, "x"}) = 3'),
        sql=True,
    ),
    Function(
        "PRODUCT([value: list]...) -> number", multiply_all, "Multiplies all numbers.", ("PRODUCT(2, 3) = 6",)
    ),
    Function(
        "AVERAGE([value: list]...) -> number",
        average,
        "The mean of all numbers.",
        ("AVERAGE({1, 2, 6}) = 3",),
    ),
    Function(
        "MIN([value: list]...) -> extreme value",
        smallest,
        "The smallest number or earliest date.",
        ("MIN(4, 2, 3) = 2",),
        sql=True,
    ),
    Function(
        "MAX([value: list]...) -> extreme value",
        largest,
        "The largest number or latest date.",
        ("MAX(4, 2, 3) = 4",),
        sql=True,
    ),
    Function(
        "COUNT([value: captured]...) -> number",
        count_numbers,
        "Counts the numbers.",
        ('COUNT({1, "a", 3}) = 2',),
    ),
    Function(
        "COUNTA([value: captured]...) -> number",
        count_filled,
        "Counts what is not blank.",
        ('COUNTA({1, "a", 3}) = 3',),
    ),
    Function(
        "COUNTBLANK([value: captured]...) -> number",
        count_blank,
        "Counts blanks and empty texts.",
        ('COUNTBLANK({1, "", 3}) = 1',),
    ),
    Function(
        "SUMPRODUCT([value: list]...) -> number",
        sum_of_products,
        "Multiplies lists item by item and adds up.",
        ("SUMPRODUCT({1, 2}, {3, 4}) = 11",),
    ),
    Function(
        "SUMSQ([value: list]...) -> number", sum_of_squares, "Adds up the squares.", ("SUMSQ(3, 4) = 25",)
    ),
    Function(
        "SUBTOTAL(kind: integer, [value: list]...) -> number",
        subtotal,
        "Applies a function by number: 1 average, 2 count, 3 count filled, 4 max, 5 min, 6 product, 9 sum.",
        ("SUBTOTAL(9, {1, 2, 3}) = 6",),
    ),
    Function("ROWS(table: list) -> number", count_rows, "Counts the rows.", ("ROWS({1; 2; 3}) = 3",)),
    Function(
        "COLUMNS(table: list) -> number", count_columns, "Counts the columns.", ("COLUMNS({1, 2; 3, 4}) = 2",)
    ),
)
