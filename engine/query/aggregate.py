"""Many values to one figure, as the databases are told to: exact, halves rounded away from zero."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from engine.kernel.values import EXACT, Value, round_half_up

MOST_PLACES = 8


def aggregate(kind: str, values: Sequence[Any], scale: int) -> Value:
    """Return the figure over values that are not blank; of none, a count or sum is 0, others are blank."""
    match kind:
        case "count":
            return len(values)
        case "sum":
            return sum(values, Decimal(0))
    if not values:
        return None
    match kind:
        case "minimum":
            least: Value = min(values)
            return least
        case "maximum":
            most: Value = max(values)
            return most
    total = sum((Decimal(each) for each in values), Decimal(0))
    return round_half_up(EXACT.divide(total, Decimal(len(values))), average_places(scale))


def average_places(scale: int) -> int:
    """Return the decimal places of a mean: two more than those of its numbers."""
    return min(scale + 2, MOST_PLACES)
