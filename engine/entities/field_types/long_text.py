"""Text of several lines."""

from engine.entities import operators
from engine.entities.field_type import Check, FieldType, Reader, Surroundings, Trait, always
from engine.entities.reading.limits import within_length
from engine.entities.reading.texts import lines
from engine.expressions import types
from engine.metadata.model import LongTextOptions


def reader(options: LongTextOptions, around: Surroundings) -> Reader:
    """Return the reader of several lines."""
    return lines


def checker(options: LongTextOptions, around: Surroundings) -> Check:
    """Return the check of the length."""
    return within_length(options.max_length)


TYPE = FieldType(
    key="long_text",
    options=LongTextOptions,
    expression_type=always(types.TEXT),
    reader=reader,
    checker=checker,
    serialise=str,
    operators=operators.TEXTUAL,
    traits=frozenset({Trait.SEARCHABLE}),
)
