"""Statistics over lists. Middle values are exact; roots come at 15 significant digits."""

import math
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from engine.expressions.arithmetic import NUMBERS, from_float
from engine.expressions.context import Run
from engine.expressions.faults import NOT_FOUND, OUT_OF_RANGE, Fault
from engine.expressions.function import Function
from engine.expressions.functions import spread
from engine.expressions.functions.lists import mean, numbers_of
from engine.kernel.values import Value


def _some(run: Run, arguments: tuple[Value, ...]) -> list[Decimal]:
    numbers = numbers_of(run, arguments)
    if not numbers:
        raise Fault(OUT_OF_RANGE)
    return numbers


def median(run: Run, *arguments: Value) -> Decimal:
    """Return the middle value."""
    return _at_share(sorted(_some(run, arguments)), Decimal("0.5"))


def most_frequent(run: Run, *arguments: Value) -> Decimal:
    """Return the first of the most frequent values; none repeated is #N/A."""
    numbers = numbers_of(run, arguments)
    counts: dict[Decimal, int] = {}
    for number in numbers:
        counts[number] = counts.get(number, 0) + 1
    if not counts or max(counts.values()) < 2:
        raise Fault(NOT_FOUND)
    return max(counts, key=lambda number: counts[number])


def sample_deviation(run: Run, *arguments: Value) -> Decimal:
    """Return the standard deviation of a sample."""
    return spread.deviation(numbers_of(run, arguments), 1)


def full_deviation(run: Run, *arguments: Value) -> Decimal:
    """Return the standard deviation of everything."""
    return spread.deviation(numbers_of(run, arguments), 0)


def sample_variance(run: Run, *arguments: Value) -> Decimal:
    """Return the variance of a sample."""
    return spread.variance(numbers_of(run, arguments), 1)


def full_variance(run: Run, *arguments: Value) -> Decimal:
    """Return the variance of everything."""
    return spread.variance(numbers_of(run, arguments), 0)


def geometric_mean(run: Run, *arguments: Value) -> Decimal:
    """Return the geometric mean of positive numbers."""
    numbers = _positive(run, arguments)
    return from_float(math.exp(math.fsum(map(math.log, numbers)) / len(numbers)))


def harmonic_mean(run: Run, *arguments: Value) -> Decimal:
    """Return the harmonic mean of positive numbers."""
    numbers = _positive(run, arguments)
    reciprocals = spread.total([NUMBERS.divide(1, number) for number in numbers])
    return from_float(float(NUMBERS.divide(len(numbers), reciprocals)))


def _positive(run: Run, arguments: tuple[Value, ...]) -> list[Decimal]:
    numbers = _some(run, arguments)
    if min(numbers) <= 0:
        raise Fault(OUT_OF_RANGE)
    return numbers


def mean_deviation(run: Run, *arguments: Value) -> Decimal:
    """Return the mean distance from the mean."""
    numbers = _some(run, arguments)
    middle = mean(numbers)
    return mean([abs(NUMBERS.subtract(number, middle)) for number in numbers])


def sum_of_squared_deviations(run: Run, *arguments: Value) -> Decimal:
    """Add up the squared distances from the mean."""
    return spread.squared_deviations(_some(run, arguments))


def nth_smallest(run: Run, values: Value, rank: Decimal) -> Decimal:
    """Return the n-th smallest number."""
    return _nth(sorted(numbers_of(run, (values,))), rank)


def nth_largest(run: Run, values: Value, rank: Decimal) -> Decimal:
    """Return the n-th largest number."""
    return _nth(sorted(numbers_of(run, (values,)), reverse=True), rank)


def _nth(numbers: list[Decimal], rank: Decimal) -> Decimal:
    place = int(rank.to_integral_value(ROUND_CEILING)) if abs(rank) < 10**9 else 0
    if not 1 <= place <= len(numbers):
        raise Fault(OUT_OF_RANGE)
    return numbers[place - 1]


def percentile(run: Run, values: Value, share: Decimal) -> Decimal:
    """Return the value below which a share of the numbers lies, between neighbours in proportion."""
    if not 0 <= share <= 1:
        raise Fault(OUT_OF_RANGE)
    return _at_share(sorted(_some(run, (values,))), share)


def quartile(run: Run, values: Value, quarter: int) -> Decimal:
    """Return the percentile of 0 to 4 quarters."""
    return percentile(run, values, NUMBERS.divide(quarter, 4))


def _at_share(numbers: list[Decimal], share: Decimal) -> Decimal:
    place = NUMBERS.multiply(share, len(numbers) - 1)
    below = int(place.to_integral_value(ROUND_FLOOR))
    if below + 1 == len(numbers):
        return numbers[below]
    step = NUMBERS.subtract(numbers[below + 1], numbers[below])
    return NUMBERS.add(numbers[below], NUMBERS.multiply(step, NUMBERS.subtract(place, below)))


def rank_of(run: Run, number: Decimal, values: Value, ascending: bool = False) -> int:
    """Return the rank of a number among numbers, the largest first unless ascending."""
    numbers = numbers_of(run, (values,))
    if number not in numbers:
        raise Fault(NOT_FOUND)
    return 1 + sum(other < number if ascending else other > number for other in numbers)


_SPREADS = (
    ("STDEV", "STDEV.S", sample_deviation, "The standard deviation of a sample.", "({1, 2, 3}) = 1"),
    ("STDEVP", "STDEV.P", full_deviation, "The standard deviation of everything.", "({1, 3}) = 1"),
    ("VAR", "VAR.S", sample_variance, "The variance of a sample.", "({1, 2, 3}) = 1"),
    ("VARP", "VAR.P", full_variance, "The variance of everything.", "({1, 3}) = 1"),
)

FUNCTIONS = (
    Function(
        "MEDIAN([value: list]...) -> number",
        median,
        "The middle value.",
        ("MEDIAN({1, 2, 4, 9}) = 3",),
        browser=False,
    ),
    Function(
        "MODE([value: list]...) -> number",
        most_frequent,
        "The most frequent value.",
        ("MODE({1, 2, 2}) = 2",),
        browser=False,
    ),
    *(
        Function(f"{name}([value: list]...) -> number", body, doc, (f"{name}{example}",), browser=False)
        for old, new, body, doc, example in _SPREADS
        for name in (old, new)
    ),
    Function(
        "GEOMEAN([value: list]...) -> number",
        geometric_mean,
        "The geometric mean.",
        ("GEOMEAN({2, 8}) = 4",),
        browser=False,
    ),
    Function(
        "HARMEAN([value: list]...) -> number",
        harmonic_mean,
        "The harmonic mean.",
        ("HARMEAN({2, 2}) = 2",),
        browser=False,
    ),
    Function(
        "AVEDEV([value: list]...) -> number",
        mean_deviation,
        "The mean distance from the mean.",
        ("AVEDEV({1, 3}) = 1",),
        browser=False,
    ),
    Function(
        "DEVSQ([value: list]...) -> number",
        sum_of_squared_deviations,
        "The sum of squared distances from the mean.",
        ("DEVSQ({1, 3}) = 2",),
        browser=False,
    ),
    Function(
        "SMALL(values: list, rank: number) -> number",
        nth_smallest,
        "The n-th smallest number.",
        ("SMALL({3, 1, 2}, 2) = 2",),
        browser=False,
    ),
    Function(
        "LARGE(values: list, rank: number) -> number",
        nth_largest,
        "The n-th largest number.",
        ("LARGE({3, 1, 2}, 1) = 3",),
        browser=False,
    ),
    Function(
        "PERCENTILE(values: list, share: number) -> number",
        percentile,
        "The value below which a share of the numbers lies.",
        ("PERCENTILE({1, 2, 3, 4}, 0.5) = 2.5",),
        browser=False,
    ),
    Function(
        "QUARTILE(values: list, quarter: integer) -> number",
        quartile,
        "The percentile of a number of quarters.",
        ("QUARTILE({1, 2, 3, 4, 5}, 1) = 2",),
        browser=False,
    ),
    Function(
        "RANK(number: number, values: list, ascending?: boolean) -> number",
        rank_of,
        "The rank of a number, the largest first.",
        ("RANK(3, {1, 3, 5}) = 2",),
        browser=False,
    ),
)
