"""Checks several field types share: the length of a text, the range of a number."""

from decimal import Decimal

from engine.entities.field_type import Check
from engine.kernel.issue import Issue


def within_length(limit: int) -> Check:
    """Return the check that a text has at most so many characters."""

    def check(value: str) -> Issue | None:
        if len(value) <= limit:
            return None
        return Issue("value.text.too_long", params={"limit": limit, "length": len(value)})

    return check


def within_range(minimum: str | int | None, maximum: str | int | None) -> Check:
    """Return the check that a number lies between two ends, either of which may be open."""
    low = None if minimum is None else Decimal(minimum)
    high = None if maximum is None else Decimal(maximum)

    def check(value: Decimal | int) -> Issue | None:
        if low is not None and value < low:
            return Issue("value.number.too_small", params={"minimum": str(minimum)})
        if high is not None and value > high:
            return Issue("value.number.too_big", params={"maximum": str(maximum)})
        return None

    return check
