"""Settings of fields that no value could meet, or that mean nothing: ranges, patterns, formats, defaults."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

import re2

from engine.entities.checks.placing import placed_fields
from engine.entities.field_types.sequence import has_number
from engine.entities.field_types.text import QUIET
from engine.entities.sources import is_computed
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import (
    DecimalOptions,
    IntegerOptions,
    LinesOptions,
    MoneyOptions,
    PercentOptions,
    SequenceOptions,
    TextOptions,
)

_WITHOUT_DEFAULT = ("lines", "sequence", "attachment", "lookup", "rollup", "formula")
_NOT_IN_LINES = ("lines", "sequence", "attachment")


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each."""
    for place, path in placed_fields(definition):
        yield from (issue.under(*path) for issue in (*_field(place), *_options(place.field.options)))


def _field(place: FieldPlace) -> Iterator[Issue]:
    field = place.field
    if field.default is not None and field.type in _WITHOUT_DEFAULT:
        yield Issue("field.default.impossible", ("default",), {"type": field.type})
    if field.required and is_computed(place):
        yield Issue("field.required.computed", ("required",))
    if place.lines is not None and field.type in _NOT_IN_LINES:
        yield Issue("field.lines.type", ("type",), {"type": field.type})


def _options(options: object) -> Iterator[Issue]:
    match options:
        case DecimalOptions() | MoneyOptions() | PercentOptions() | IntegerOptions():
            yield from _range(options.minimum, options.maximum)
        case TextOptions(pattern=str(pattern)):
            yield from _pattern(pattern)
        case SequenceOptions() if not has_number(options):
            yield Issue("field.sequence.format", ("options", "format"))
        case LinesOptions(least=least, most=most) if least > most:
            yield Issue("field.range.empty", ("options", "least"))


def _range(minimum: str | int | None, maximum: str | int | None) -> Iterator[Issue]:
    ends = {"minimum": _number(minimum), "maximum": _number(maximum)}
    for name, given in (("minimum", minimum), ("maximum", maximum)):
        if given is not None and ends[name] is None:
            yield Issue("value.number.unreadable", ("options", name), {"value": str(given)[:60]})
    low, high = ends["minimum"], ends["maximum"]
    if low is not None and high is not None and low > high:
        yield Issue("field.range.empty", ("options", "minimum"))


def _number(text: str | int | None) -> Decimal | None:
    try:
        number = None if text is None else Decimal(text)
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None


def _pattern(pattern: str) -> Iterator[Issue]:
    try:
        re2.compile(pattern, options=QUIET)
    except re2.error:
        yield Issue("field.text.pattern_unreadable", ("options", "pattern"))
