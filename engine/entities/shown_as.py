"""As which field type a computed field is shown, compared and sent out: a lookup as what it shows."""

from typing import Any

from engine.entities.field_type import FieldType
from engine.entities.field_types._index import FIELD_TYPES
from engine.metadata.definition import Definition
from engine.metadata.model import Field, FormulaOptions, LookupOptions, RollupOptions

_DEPTH = 8


def shown_as(definition: Definition, field: Field, depth: int = _DEPTH) -> FieldType[Any]:
    """Return the field type whose operators and JSON form hold for the values of a field."""
    match field.options:
        case FormulaOptions(result="boolean"):
            return FIELD_TYPES["switch"]
        case FormulaOptions(result=result):
            return FIELD_TYPES[result]
        case RollupOptions(aggregate="count"):
            return FIELD_TYPES["integer"]
        case LookupOptions(field=shown) | RollupOptions(field=str(shown)):
            place = definition.field(shown)
            return (
                shown_as(definition, place.field, depth - 1) if place and depth else FIELD_TYPES[field.type]
            )
    return FIELD_TYPES[field.type]
