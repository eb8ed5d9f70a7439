"""A calendar day without time zone."""

from datetime import date

from engine.entities import operators
from engine.entities.field_type import FieldType, Reader, Surroundings, Trait, always
from engine.entities.reading.moments import read_date
from engine.expressions import types
from engine.metadata.model import DateOptions


def reader(options: DateOptions, around: Surroundings) -> Reader:
    """Return the reader of days."""
    return read_date


TYPE = FieldType(
    key="date",
    options=DateOptions,
    expression_type=always(types.DATE),
    reader=reader,
    serialise=date.isoformat,
    operators=operators.DATED,
    traits=frozenset({Trait.SORTABLE, Trait.GROUPABLE, Trait.UNIQUE}),
)
