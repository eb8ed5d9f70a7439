"""A whole number of at most 15 digits, which every browser holds exactly; longer ones are texts."""

from decimal import Decimal

from engine.entities import operators
from engine.entities.field_type import Check, FieldType, Reader, Surroundings, Trait, always
from engine.entities.reading.limits import within_range
from engine.entities.reading.numbers import read_number
from engine.expressions import types
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.model import IntegerOptions

DIGITS = 15
_END = 10**DIGITS


def reader(options: IntegerOptions, around: Surroundings) -> Reader:
    """Return the reader of whole numbers."""
    return read_integer


def read_integer(raw: object) -> Value | Issue:
    """Read a whole number; a fraction is refused, zeros behind the point are not."""
    if type(raw) is int:
        return raw if -_END < raw < _END else _too_large()
    number = read_number(raw)
    if not isinstance(number, Decimal):
        return number
    if number != number.to_integral_value():
        return Issue("field.integer.fraction", params={"value": format(number, "f")})
    return int(number) if abs(number) < _END else _too_large()


def _too_large() -> Issue:
    return Issue("value.number.too_large", params={"digits": DIGITS})


def checker(options: IntegerOptions, around: Surroundings) -> Check:
    """Return the check of the range."""
    return within_range(options.minimum, options.maximum)


TYPE = FieldType(
    key="integer",
    options=IntegerOptions,
    expression_type=always(types.NUMBER),
    reader=reader,
    checker=checker,
    serialise=int,
    operators=operators.NUMERIC,
    traits=frozenset({Trait.SORTABLE, Trait.GROUPABLE, Trait.SUMMABLE, Trait.UNIQUE, Trait.TITLE}),
)
