"""Sums, counts, means and extremes of what meets conditions.

A criterion is a value to equal, or a text that begins with `=`, `<>`, `<`, `<=`, `>` or `>=`. Texts are
compared without case, with the wildcards `*`, `?` and `~`. A criterion that reads as a number meets
numbers and texts that read as the same number; an order is only met by values of its own kind.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from engine.expressions.arithmetic import ZERO
from engine.expressions.coerce import load, to_items, to_number
from engine.expressions.context import Run
from engine.expressions.faults import SIZES_DIFFER, Fault
from engine.expressions.function import Function
from engine.expressions.functions.lists import extreme_of, is_numeric, mean
from engine.expressions.functions.spread import total
from engine.expressions.operators import fold
from engine.expressions.patterns import has_wildcards, wildcard
from engine.expressions.texts import read_number
from engine.kernel.values import ErrorValue, Value

Test: TypeAlias = Callable[[Value], bool]
_OPERATORS = ("<>", "<=", ">=", "=", "<", ">")


def criterion_test(run: Run, criterion: Value) -> Test:
    """Return the test a criterion stands for."""
    if not isinstance(criterion, str):
        return _equals(run, ZERO if criterion is None else criterion)
    operator = next((each for each in _OPERATORS if criterion.startswith(each)), "")
    operand = criterion[len(operator) :]
    if operator in ("", "=", "<>"):
        test = _equality(run, operator, operand)
        return (lambda item: not test(item)) if operator == "<>" else test
    return _order(run, operator, operand)


def _equality(run: Run, operator: str, operand: str) -> Test:
    if not operand:
        return (lambda item: item is None) if operator else (lambda item: item is None or item == "")
    return _equals(run, _read(operand))


def _read(text: str) -> Value:
    """Read what a criterion compares with: a number, a boolean, an error, else text."""
    if text.upper() in ("TRUE", "FALSE"):
        return text.upper() == "TRUE"
    if text.startswith("#"):
        return ErrorValue(text.upper())
    number = read_number(text)
    return text if number is None else number


def _equals(run: Run, wanted: Value) -> Test:
    match wanted:
        case bool():
            return lambda item: item is wanted
        case ErrorValue(code):
            return lambda item: isinstance(item, ErrorValue) and item.code == code
        case str() if has_wildcards(wanted):
            pattern = wildcard(wanted)
            return lambda item: isinstance(item, str) and bool(pattern.fullmatch(item))
        case str():
            folded = fold(wanted)
            return lambda item: isinstance(item, str) and fold(item) == folded
    number = to_number(run, wanted)
    return lambda item: _number(run, item) == number


def _number(run: Run, item: Value) -> Decimal | None:
    if isinstance(item, str):
        return read_number(item)
    return to_number(run, item) if is_numeric(item) else None


def _order(run: Run, operator: str, operand: str) -> Test:
    wanted = _read(operand)
    if isinstance(wanted, ErrorValue) or not operand:
        return lambda item: False
    if isinstance(wanted, str):
        folded = fold(wanted)
        return lambda item: isinstance(item, str) and _holds(operator, fold(item), folded)
    if isinstance(wanted, bool):
        return lambda item: isinstance(item, bool) and _holds(operator, item, wanted)
    number = to_number(run, wanted)
    return lambda item: is_numeric(item) and _holds(operator, to_number(run, item), number)


def _holds(operator: str, left: object, right: object) -> bool:
    if operator == "<":
        return left < right  # type: ignore[operator, no-any-return]
    if operator == "<=":
        return left <= right  # type: ignore[operator, no-any-return]
    return left > right if operator == ">" else left >= right  # type: ignore[operator, no-any-return]


def _selected(run: Run, values: Value, criteria: tuple[Value, ...]) -> list[Value]:
    """Return the items at the places where every range meets its criterion."""
    items = to_items(values)
    chosen = [True] * len(items)
    for span, criterion in zip(criteria[::2], criteria[1::2], strict=True):
        candidates = to_items(span)
        if len(candidates) != len(items):
            raise Fault(SIZES_DIFFER)
        run.spend(len(candidates))
        test = criterion_test(run, criterion)
        chosen = [already and test(item) for already, item in zip(chosen, candidates, strict=True)]
    return [item for item, is_chosen in zip(items, chosen, strict=True) if is_chosen]


def _numbers(run: Run, items: list[Value]) -> list[Decimal]:
    return [to_number(run, load(item)) for item in items if isinstance(item, ErrorValue) or is_numeric(item)]


def sum_if(run: Run, span: Value, criterion: Value, values: Value = None) -> Decimal:
    """Add the numbers where one range meets a criterion."""
    return total(_numbers(run, _selected(run, span if values is None else values, (span, criterion))))


def sum_ifs(run: Run, values: Value, *criteria: Value) -> Decimal:
    """Add the numbers where all ranges meet their criteria."""
    return total(_numbers(run, _selected(run, values, criteria)))


def average_if(run: Run, span: Value, criterion: Value, values: Value = None) -> Decimal:
    """Return the mean where one range meets a criterion."""
    return mean(_numbers(run, _selected(run, span if values is None else values, (span, criterion))))


def average_ifs(run: Run, values: Value, *criteria: Value) -> Decimal:
    """Return the mean where all ranges meet their criteria."""
    return mean(_numbers(run, _selected(run, values, criteria)))


def count_ifs(run: Run, *criteria: Value) -> int:
    """Count the places where all ranges meet their criteria."""
    return len(_selected(run, criteria[0], criteria))


def smallest_ifs(run: Run, values: Value, *criteria: Value) -> Value:
    """Return the smallest where all ranges meet their criteria; none give 0."""
    return extreme_of(run, _numeric(_selected(run, values, criteria)), min)


def largest_ifs(run: Run, values: Value, *criteria: Value) -> Value:
    """Return the largest where all ranges meet their criteria; none give 0."""
    return extreme_of(run, _numeric(_selected(run, values, criteria)), max)


def _numeric(items: list[Value]) -> list[Value]:
    return [load(item) for item in items if isinstance(item, ErrorValue) or is_numeric(item)]


FUNCTIONS = (
    Function(
        "SUMIF(range: list, criterion: captured, values?: list) -> number",
        sum_if,
        "Adds where a range meets a criterion.",
        ('SUMIF({1, 2, 3}, ">1") = 5', 'SUMIF({"a", "b"}, "A", {3, 4}) = 3'),
    ),
    Function(
        "SUMIFS(values: list, [range: list, criterion: captured]...) -> number",
        sum_ifs,
        "Adds where all ranges meet their criteria.",
        ('SUMIFS({1, 2, 3}, {"a", "b", "a"}, "a", {1, 2, 3}, ">1") = 3',),
    ),
    Function(
        "COUNTIF(range: list, criterion: captured) -> number",
        count_ifs,
        "Counts what meets a criterion.",
        ('COUNTIF({"north", "south"}, "n*") = 1',),
    ),
    Function(
        "COUNTIFS([range: list, criterion: captured]...) -> number",
        count_ifs,
        "Counts the places where all ranges meet their criteria.",
        ('COUNTIFS({1, 2, 3}, ">1", {"a", "b", "a"}, "a") = 1',),
    ),
    Function(
        "AVERAGEIF(range: list, criterion: captured, values?: list) -> number",
        average_if,
        "The mean where a range meets a criterion.",
        ('AVERAGEIF({1, 2, 4}, ">1") = 3',),
    ),
    Function(
        "AVERAGEIFS(values: list, [range: list, criterion: captured]...) -> number",
        average_ifs,
        "The mean where all ranges meet their criteria.",
        ('AVERAGEIFS({1, 2, 4}, {"a", "b", "b"}, "b") = 3',),
    ),
    Function(
        "MINIFS(values: list, [range: list, criterion: captured]...) -> extreme values",
        smallest_ifs,
        "The smallest where all ranges meet their criteria.",
        ('MINIFS({1, 2, 4}, {"a", "b", "b"}, "b") = 2',),
    ),
    Function(
        "MAXIFS(values: list, [range: list, criterion: captured]...) -> extreme values",
        largest_ifs,
        "The largest where all ranges meet their criteria.",
        ('MAXIFS({1, 2, 4}, {"a", "b", "b"}, "b") = 4',),
    ),
)
