"""Cutting the values of an input into stretches on which every plain cell is either met or not.

Each stretch has one example, and a cell that says it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise
from typing import Any

from engine.expressions.texts import number_text
from engine.kernel.values import Value
from engine.rules.domains import Domain

_OTHER_TEXT = "…"


@dataclass(frozen=True, slots=True)
class Sample:
    """A stretch by its ends, None where it has none, and a value inside; a point has both ends included."""

    value: Value
    low: Any = None
    high: Any = None
    takes_low: bool = False
    takes_high: bool = False
    is_blank: bool = False
    excluded: tuple[str, ...] | None = None


def samples(domain: Domain, constants: Iterable[Value]) -> tuple[Sample, ...]:
    """Return the stretches of a domain, in order, cut at the constants that cells name."""
    blank = (Sample(None, is_blank=True),) if domain.may_be_blank else ()
    known = tuple(constants)
    match domain.shape:
        case "members":
            return (*map(_point, domain.members), *blank)
        case "text":
            texts = tuple(dict.fromkeys(each for each in known if isinstance(each, str)))
            return (*map(_point, texts), Sample(_OTHER_TEXT, excluded=texts), *blank)
        case _:
            return (*_stretches(domain, _cuts(domain, known)), *blank)


def text_of(first: Sample, last: Sample) -> str:
    """Return the cell that says a run of neighbouring stretches."""
    if first.is_blank:
        return "ISBLANK(?)"
    if first.excluded is not None:
        return f"not({', '.join(map(said, first.excluded))})" if first.excluded else "-"
    if first == last and first.takes_low and first.low == first.high:
        return said(first.low)
    return _range_text(first, last)


def said(value: Value) -> str:
    """Write a constant as an expression."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | Decimal():
            return number_text(value)
        case datetime():
            return f"{said(value.date())} + TIME({value.hour}, {value.minute}, {value.second})"
        case date():
            return f"DATE({value.year}, {value.month}, {value.day})"
    return '"' + str(value or "").replace('"', '""') + '"'


def _range_text(first: Sample, last: Sample) -> str:
    if first.low is None:
        return "-" if last.high is None else f"{'<=' if last.takes_high else '<'} {said(last.high)}"
    if last.high is None:
        return f"{'>=' if first.takes_low else '>'} {said(first.low)}"
    opening, closing = "[" if first.takes_low else "(", "]" if last.takes_high else ")"
    return f"{opening}{said(first.low)}..{said(last.high)}{closing}"


def _point(value: Value) -> Sample:
    return Sample(value, value, value, takes_low=True, takes_high=True)


def _cuts(domain: Domain, constants: tuple[Value, ...]) -> list[Any]:
    """Return the constants of the domain's shape and its own ends, in order, none outside."""
    ends = [each for each in (domain.minimum, domain.maximum) if each is not None]
    found: set[Any] = {each for each in constants if _is_of(domain, each)} | set(ends)
    low, high = domain.minimum, domain.maximum
    return sorted(each for each in found if (low is None or each >= low) and (high is None or each <= high))


def _is_of(domain: Domain, value: Value) -> bool:
    if domain.shape == "number":
        return isinstance(value, int | Decimal) and not isinstance(value, bool)
    if domain.shape == "moment":
        return isinstance(value, datetime)
    return isinstance(value, date) and not isinstance(value, datetime)


def _stretches(domain: Domain, cuts: list[Any]) -> Iterator[Sample]:
    edges = [None, *cuts, None]
    for low, high in pairwise(edges):
        if low is not None and (not domain.is_whole or low == low.to_integral_value()):
            yield _point(low)
        inside = _between(domain, low, high)
        if inside is not None and _is_within(domain, inside):
            yield Sample(inside, low, high)


def _is_within(domain: Domain, value: Any) -> bool:
    return (domain.minimum is None or value >= domain.minimum) and (
        domain.maximum is None or value <= domain.maximum
    )


def _between(domain: Domain, low: Any, high: Any) -> Any:
    """Return a value strictly between two ends, or nothing where there is none."""
    if domain.shape == "number":
        return _number_between(low, high, domain.is_whole)
    step = timedelta(days=1)
    start = datetime(2000, 1, 1, tzinfo=UTC) if domain.shape == "moment" else date(2000, 1, 1)
    if low is None:
        return start if high is None else high - step
    if high is None or low + step < high:
        return low + step
    return low + (high - low) / 2 if domain.shape == "moment" else None


def _number_between(low: Decimal | None, high: Decimal | None, is_whole: bool) -> Decimal | None:
    if low is None:
        return Decimal(0) if high is None else Decimal(high) - 1
    low = Decimal(low)
    if high is None:
        return low + 1
    if not is_whole:
        return (low + Decimal(high)) / 2
    following = low.to_integral_value(ROUND_FLOOR) + 1
    return following if following < high else None
