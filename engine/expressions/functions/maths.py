"""Numbers: rounding, powers, division with remainder, trigonometry.

Rounding and arithmetic are decimal. Roots, logarithms and trigonometry are computed in floating point and
given at 15 significant digits.
"""

import math
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, ROUND_UP, Decimal

from engine.expressions.arithmetic import NUMBERS, ZERO, from_float, rounded
from engine.expressions.coerce import to_integer, to_items
from engine.expressions.context import Run
from engine.expressions.faults import DIVISION_BY_ZERO, OUT_OF_RANGE, Fault
from engine.expressions.function import Function
from engine.expressions.operators import power_of
from engine.kernel.values import Value

_LARGEST_FACTORIAL = 170
_WIDEST_CHOICE = 1_030  # beyond it every number of combinations is above 1E+308


def absolute(run: Run, number: Decimal) -> Decimal:
    """Return the number without its sign."""
    return number.copy_abs()


def sign(run: Run, number: Decimal) -> int:
    """Return -1, 0 or 1."""
    return (number > 0) - (number < 0)


def round_half_up(run: Run, number: Decimal, digits: int = 0) -> Decimal:
    """Round, halves away from zero."""
    return rounded(number, digits, ROUND_HALF_UP)


def round_up(run: Run, number: Decimal, digits: int = 0) -> Decimal:
    """Round away from zero."""
    return rounded(number, digits, ROUND_UP)


def round_down(run: Run, number: Decimal, digits: int = 0) -> Decimal:
    """Round towards zero."""
    return rounded(number, digits, ROUND_DOWN)


def whole(run: Run, number: Decimal) -> Decimal:
    """Round down to a whole number, towards minus infinity."""
    return number.to_integral_value(ROUND_FLOOR)


def remainder(run: Run, number: Decimal, divisor: Decimal) -> Decimal:
    """Return what is left of a division; it has the sign of the divisor."""
    if not divisor:
        raise Fault(DIVISION_BY_ZERO)
    rest = NUMBERS.remainder(number, divisor)
    return NUMBERS.add(rest, divisor) if rest and (rest < 0) != (divisor < 0) else rest


def quotient(run: Run, number: Decimal, divisor: Decimal) -> Decimal:
    """Return the whole part of a division, towards zero."""
    if not divisor:
        raise Fault(DIVISION_BY_ZERO)
    return NUMBERS.divide(number, divisor).to_integral_value(ROUND_DOWN)


def ceiling(run: Run, number: Decimal, step: Decimal) -> Decimal:
    """Round up to a multiple of a step; a negative step rounds negative numbers away from zero."""
    if not number or not step:
        return ZERO
    if number > 0 > step:
        raise Fault(OUT_OF_RANGE)
    return _multiple(number, step, ROUND_CEILING)


def floor(run: Run, number: Decimal, step: Decimal) -> Decimal:
    """Round down to a multiple of a step; a negative step rounds negative numbers towards zero."""
    if not number:
        return ZERO
    if not step:
        raise Fault(DIVISION_BY_ZERO)
    if number > 0 > step:
        raise Fault(OUT_OF_RANGE)
    return _multiple(number, step, ROUND_FLOOR)


def round_to_multiple(run: Run, number: Decimal, step: Decimal) -> Decimal:
    """Round to the nearest multiple, halves away from zero; signs must agree."""
    if not number or not step:
        return ZERO
    if (number < 0) != (step < 0):
        raise Fault(OUT_OF_RANGE)
    return _multiple(number, step, ROUND_HALF_UP)


def _multiple(number: Decimal, step: Decimal, mode: str) -> Decimal:
    return NUMBERS.multiply(NUMBERS.divide(number, step).to_integral_value(mode), step)


def even(run: Run, number: Decimal) -> Decimal:
    """Round away from zero to an even number."""
    return NUMBERS.multiply(NUMBERS.divide(number, 2).to_integral_value(ROUND_UP), 2)


def odd(run: Run, number: Decimal) -> Decimal:
    """Round away from zero to an odd number."""
    if abs(number) <= 1:
        return Decimal(-1) if number < 0 else Decimal(1)
    step = -1 if number < 0 else 1
    halves = NUMBERS.divide(NUMBERS.subtract(number, step), 2).to_integral_value(ROUND_UP)
    return NUMBERS.add(NUMBERS.multiply(halves, 2), step)


def square_root(run: Run, number: Decimal) -> Decimal:
    """Return the square root."""
    return from_float(math.sqrt(number))


def power(run: Run, number: Decimal, exponent: Decimal) -> Decimal:
    """Raise to a power."""
    return power_of(number, exponent)


def exponential(run: Run, number: Decimal) -> Decimal:
    """Raise e to a power."""
    return from_float(math.exp(number))


def natural_logarithm(run: Run, number: Decimal) -> Decimal:
    """Return the logarithm to base e."""
    return from_float(math.log(number))


def logarithm(run: Run, number: Decimal, base: Decimal = Decimal(10)) -> Decimal:
    """Return the logarithm to a base."""
    if number <= 0 or base <= 0:
        raise Fault(OUT_OF_RANGE)
    if base == 10:
        return from_float(math.log10(number))
    if base == 1:
        raise Fault(DIVISION_BY_ZERO)
    return from_float(math.log(number) / math.log(base))


def factorial(run: Run, number: int) -> Decimal:
    """Return the product of the whole numbers up to the number."""
    if not 0 <= number <= _LARGEST_FACTORIAL:
        raise Fault(OUT_OF_RANGE)
    return NUMBERS.plus(Decimal(math.factorial(number)))


def combinations(run: Run, number: int, chosen: int) -> Decimal:
    """Return in how many ways some of a number can be chosen."""
    if not 0 <= chosen <= number or min(chosen, number - chosen) > _WIDEST_CHOICE:
        raise Fault(OUT_OF_RANGE)
    return NUMBERS.plus(Decimal(math.comb(number, chosen)))


def greatest_common_divisor(run: Run, *numbers: Value) -> Decimal:
    """Return the greatest whole number that divides all."""
    return Decimal(math.gcd(*_naturals(run, numbers)))


def least_common_multiple(run: Run, *numbers: Value) -> Decimal:
    """Return the smallest whole number that all divide."""
    return NUMBERS.plus(Decimal(math.lcm(*_naturals(run, numbers))))


def _naturals(run: Run, arguments: tuple[Value, ...]) -> list[int]:
    items = [item for argument in arguments for item in to_items(argument)]
    run.spend(len(items))
    numbers = [to_integer(run, item) for item in items]
    if any(number < 0 for number in numbers):
        raise Fault(OUT_OF_RANGE)
    return numbers


def pi(run: Run) -> Decimal:
    """Return the ratio of a circle's circumference to its diameter."""
    return from_float(math.pi)


def arc_tangent_of(run: Run, x: Decimal, y: Decimal) -> Decimal:
    """Return the angle of the point (x, y)."""
    if not x and not y:
        raise Fault(DIVISION_BY_ZERO)
    return from_float(math.atan2(y, x))


def _in_float(compute: Callable[[float], float]) -> Callable[[Run, Decimal], Decimal]:
    def body(run: Run, number: Decimal) -> Decimal:
        return from_float(compute(float(number)))

    return body


FUNCTIONS = (
    Function(
        "ABS(number: number) -> number", absolute, "The number without its sign.", ("ABS(-5) = 5",), sql=True
    ),
    Function(
        "SIGN(number: number) -> number",
        sign,
        "-1, 0 or 1 by the sign of the number.",
        ("SIGN(-2.5) = -1",),
        sql=True,
    ),
    Function(
        "ROUND(number: number, digits?: integer) -> number",
        round_half_up,
        "Rounds to decimal places, halves away from zero.",
        ("ROUND(2.5, 0) = 3", "ROUND(-1.005, 2) = -1.01", "ROUND(1250, -2) = 1300"),
        sql=True,
    ),
    Function(
        "ROUNDUP(number: number, digits?: integer) -> number",
        round_up,
        "Rounds to decimal places, away from zero.",
        ("ROUNDUP(1.111, 2) = 1.12",),
        sql=True,
    ),
    Function(
        "ROUNDDOWN(number: number, digits?: integer) -> number",
        round_down,
        "Rounds to decimal places, towards zero.",
        ("ROUNDDOWN(-1.119, 2) = -1.11",),
        sql=True,
    ),
    Function(
        "TRUNC(number: number, digits?: integer) -> number",
        round_down,
        "Cuts off decimal places.",
        ("TRUNC(8.9) = 8",),
        sql=True,
    ),
    Function(
        "INT(number: number) -> number",
        whole,
        "Rounds down to a whole number.",
        ("INT(-8.9) = -9",),
        sql=True,
    ),
    Function(
        "MOD(number: number, divisor: number) -> number",
        remainder,
        "What is left of a division, with the sign of the divisor.",
        ("MOD(10, 3) = 1", "MOD(-10, 3) = 2"),
        sql=True,
    ),
    Function(
        "QUOTIENT(number: number, divisor: number) -> number",
        quotient,
        "The whole part of a division.",
        ("QUOTIENT(10, -3) = -3",),
        sql=True,
    ),
    Function(
        "CEILING(number: number, step: number) -> number",
        ceiling,
        "Rounds up to a multiple of a step.",
        ("CEILING(99.01, 10) = 100",),
    ),
    Function(
        "FLOOR(number: number, step: number) -> number",
        floor,
        "Rounds down to a multiple of a step.",
        ("FLOOR(4.42, 0.05) = 4.4",),
    ),
    Function(
        "MROUND(number: number, step: number) -> number",
        round_to_multiple,
        "Rounds to the nearest multiple of a step.",
        ("MROUND(12.5, 5) = 15",),
    ),
    Function(
        "EVEN(number: number) -> number", even, "Rounds away from zero to an even number.", ("EVEN(3) = 4",)
    ),
    Function(
        "ODD(number: number) -> number", odd, "Rounds away from zero to an odd number.", ("ODD(1.5) = 3",)
    ),
    Function(
        "POWER(number: number, exponent: number) -> number",
        power,
        "Raises a number to a power.",
        ("POWER(2, 10) = 1024",),
    ),
    Function("SQRT(number: number) -> number", square_root, "The square root.", ("SQRT(2.25) = 1.5",)),
    Function("EXP(number: number) -> number", exponential, "Raises e to a power.", ("EXP(0) = 1",)),
    Function("LN(number: number) -> number", natural_logarithm, "The natural logarithm.", ("LN(1) = 0",)),
    Function(
        "LOG(number: number, base?: number) -> number",
        logarithm,
        "The logarithm to a base, 10 where none is given.",
        ("LOG(8, 2) = 3",),
    ),
    Function("LOG10(number: number) -> number", logarithm, "The logarithm to base 10.", ("LOG10(1000) = 3",)),
    Function("FACT(number: integer) -> number", factorial, "The factorial.", ("FACT(5) = 120",)),
    Function(
        "COMBIN(number: integer, chosen: integer) -> number",
        combinations,
        "In how many ways some of a number can be chosen.",
        ("COMBIN(5, 2) = 10",),
    ),
    Function(
        "GCD([number: list]...) -> number",
        greatest_common_divisor,
        "The greatest common divisor.",
        ("GCD(24, 36) = 12",),
    ),
    Function(
        "LCM([number: list]...) -> number",
        least_common_multiple,
        "The least common multiple.",
        ("LCM(4, 6) = 12",),
    ),
    Function("PI() -> number", pi, "The number pi.", ("PI() = 3.14159265358979",)),
    Function("SIN(angle: number) -> number", _in_float(math.sin), "The sine.", ("SIN(0) = 0",)),
    Function("COS(angle: number) -> number", _in_float(math.cos), "The cosine.", ("COS(0) = 1",)),
    Function("TAN(angle: number) -> number", _in_float(math.tan), "The tangent.", ("TAN(0) = 0",)),
    Function("ASIN(number: number) -> number", _in_float(math.asin), "The arc sine.", ("ASIN(0) = 0",)),
    Function("ACOS(number: number) -> number", _in_float(math.acos), "The arc cosine.", ("ACOS(1) = 0",)),
    Function("ATAN(number: number) -> number", _in_float(math.atan), "The arc tangent.", ("ATAN(0) = 0",)),
    Function(
        "ATAN2(x: number, y: number) -> number",
        arc_tangent_of,
        "The angle of a point.",
        ("ATAN2(1, 0) = 0",),
    ),
    Function(
        "RADIANS(degrees: number) -> number",
        _in_float(math.radians),
        "Degrees as radians.",
        ("RADIANS(180) = 3.14159265358979",),
    ),
    Function(
        "DEGREES(radians: number) -> number",
        _in_float(math.degrees),
        "Radians as degrees.",
        ("DEGREES(PI()) = 180",),
    ),
)
