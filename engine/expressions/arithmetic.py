"""The decimal arithmetic of formulas: 38 digits, halves away from zero, magnitudes as in a spreadsheet.

Floats exist only inside functions; they come back through `from_float` at 15 significant digits.
"""

import math
from decimal import ROUND_HALF_UP, Context, Decimal

from engine.expressions.faults import OUT_OF_RANGE, Fault

DIGITS = 38
NUMBERS = Context(prec=DIGITS, rounding=ROUND_HALF_UP, Emax=308, Emin=-350)
_WIDE = Context(prec=700, Emax=999, Emin=-999)  # rounding never fails for want of digits
ZERO = Decimal(0)
ONE = Decimal(1)


def from_float(number: float) -> Decimal:
    """Return a float as the decimal a spreadsheet shows: 15 significant digits."""
    if not math.isfinite(number):
        raise Fault(OUT_OF_RANGE)
    return Decimal(f"{number:.15g}")


def rounded(number: Decimal, digits: int, mode: str = ROUND_HALF_UP) -> Decimal:
    """Round to decimal places, negative ones round left of the point; never more than 38 digits."""
    if digits >= -int(number.as_tuple().exponent):
        return number
    if digits < -NUMBERS.Emax:
        return ZERO
    result = number.quantize(Decimal(1).scaleb(-digits), rounding=mode, context=_WIDE)
    return result.quantize(ONE, context=_WIDE) if digits < 0 else result
