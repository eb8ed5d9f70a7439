"""The closed set of runtime values that records carry and expressions compute with.

Blank is None. Money and decimals are exact. Instants are aware and in UTC. A link or person is the
text id of its target. Lists are tuples; a table (detail lines, ranges) is a tuple of tuples.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """An error as a value, as in a spreadsheet: a code such as `#DIV/0!` and its cause in words."""

    code: str
    cause: str = ""


Value: TypeAlias = (
    bool | int | Decimal | str | date | datetime | time | timedelta | ErrorValue | tuple["Value", ...] | None
)

EXACT = Context(prec=38, rounding=ROUND_HALF_UP)


def round_half_up(number: Decimal, scale: int) -> Decimal:
    """Round to `scale` decimal places, halves away from zero."""
    return number.quantize(Decimal(1).scaleb(-scale), rounding=ROUND_HALF_UP, context=EXACT)
