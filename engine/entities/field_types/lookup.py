"""A field of a linked record, always as it is now. Its kind is that of the field it shows."""

from engine.entities import operators
from engine.entities.field_type import FieldType, Reader, Surroundings, Trait, always
from engine.entities.reading.computed import refuse, to_json
from engine.expressions import types
from engine.metadata.model import LookupOptions


def reader(options: LookupOptions, around: Surroundings) -> Reader:
    """Return the reader that refuses: a lookup is never entered."""
    return refuse


TYPE = FieldType(
    key="lookup",
    options=LookupOptions,
    expression_type=always(types.ANY),
    reader=reader,
    serialise=to_json,
    operators=operators.ALL,
    traits=frozenset({Trait.SORTABLE, Trait.GROUPABLE, Trait.COMPUTED}),
)
