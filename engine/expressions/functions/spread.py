"""Sums, products and the spread of numbers, exact in decimals; shared by several families."""

import math
from decimal import Decimal

from engine.expressions.arithmetic import NUMBERS, ONE, ZERO, from_float
from engine.expressions.faults import NO_NUMBERS, Fault


def total(numbers: list[Decimal]) -> Decimal:
    """Add numbers in order."""
    result = ZERO
    for number in numbers:
        result = NUMBERS.add(result, number)
    return result


def product(numbers: list[Decimal]) -> Decimal:
    """Multiply numbers in order."""
    result = ONE
    for number in numbers:
        result = NUMBERS.multiply(result, number)
    return result


def squared_deviations(numbers: list[Decimal]) -> Decimal:
    """Add up the squared distances from the mean; no numbers are #NUM!'s business of the caller."""
    middle = NUMBERS.divide(total(numbers), len(numbers))
    distances = [NUMBERS.subtract(number, middle) for number in numbers]
    return total([NUMBERS.multiply(each, each) for each in distances])


def variance(numbers: list[Decimal], missing: int) -> Decimal:
    """Return the variance at 15 digits: of a sample (`missing` 1) or of everything (0)."""
    if len(numbers) <= missing:
        raise Fault(NO_NUMBERS)
    return from_float(float(NUMBERS.divide(squared_deviations(numbers), len(numbers) - missing)))


def deviation(numbers: list[Decimal], missing: int) -> Decimal:
    """Return the standard deviation at 15 digits."""
    if len(numbers) <= missing:
        raise Fault(NO_NUMBERS)
    return from_float(math.sqrt(NUMBERS.divide(squared_deviations(numbers), len(numbers) - missing)))
