"""A value computed from other fields, of the kind its options name."""

from engine.entities import operators
from engine.entities.field_type import FieldType, Reader, Surroundings, Trait
from engine.entities.reading.computed import refuse, to_json
from engine.expressions import types
from engine.expressions.types import Type
from engine.metadata.model import FormulaOptions

RESULTS = {
    "text": types.TEXT,
    "integer": types.NUMBER,
    "decimal": types.NUMBER,
    "money": types.NUMBER,
    "percent": types.NUMBER,
    "boolean": types.BOOLEAN,
    "date": types.DATE,
    "datetime": types.DATETIME,
}


def reader(options: FormulaOptions, around: Surroundings) -> Reader:
    """Return the reader that refuses: a formula is never entered."""
    return refuse


def expression_type(options: FormulaOptions) -> Type:
    """Return the type of the declared result."""
    return RESULTS[options.result]


TYPE = FieldType(
    key="formula",
    options=FormulaOptions,
    expression_type=expression_type,
    reader=reader,
    serialise=to_json,
    operators=operators.ALL,
    traits=frozenset({Trait.SORTABLE, Trait.GROUPABLE, Trait.SUMMABLE, Trait.COMPUTED}),
)
