"""An exact decimal number at the scale of its field."""

from engine.entities import operators
from engine.entities.field_type import Check, FieldType, Reader, Surroundings, Trait, always
from engine.entities.reading.decimals import decimal_reader, decimal_text
from engine.entities.reading.limits import within_range
from engine.expressions import types
from engine.metadata.model import DecimalOptions


def reader(options: DecimalOptions, around: Surroundings) -> Reader:
    """Return the reader at the scale of the field."""
    return decimal_reader(options.scale)


def checker(options: DecimalOptions, around: Surroundings) -> Check:
    """Return the check of the range."""
    return within_range(options.minimum, options.maximum)


TYPE = FieldType(
    key="decimal",
    options=DecimalOptions,
    expression_type=always(types.NUMBER),
    reader=reader,
    checker=checker,
    serialise=decimal_text,
    operators=operators.NUMERIC,
    traits=frozenset({Trait.SORTABLE, Trait.GROUPABLE, Trait.SUMMABLE, Trait.UNIQUE}),
)
