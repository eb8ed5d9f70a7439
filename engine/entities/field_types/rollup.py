"""A figure over the records that link here. Without any, a count or sum is 0 and the others are blank."""

from engine.entities import operators
from engine.entities.field_type import FieldType, Reader, Surroundings, Trait, always
from engine.entities.reading.computed import refuse, to_json
from engine.expressions import types
from engine.metadata.model import RollupOptions


def reader(options: RollupOptions, around: Surroundings) -> Reader:
    """Return the reader that refuses: a rollup is never entered."""
    return refuse


TYPE = FieldType(
    key="rollup",
    options=RollupOptions,
    expression_type=always(types.NUMBER),
    reader=reader,
    serialise=to_json,
    operators=operators.NUMERIC,
    traits=frozenset({Trait.SORTABLE, Trait.GROUPABLE, Trait.SUMMABLE, Trait.COMPUTED}),
)
