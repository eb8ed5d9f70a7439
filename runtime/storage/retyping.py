"""Values of a field whose type changed: read by the new type from what the old one would send.

Nothing is converted by the database itself, which would turn "bad" into 0 without a word.
"""

from collections.abc import Callable

from engine.entities.field_type import Surroundings, surroundings
from engine.entities.field_types._index import FIELD_TYPES
from engine.entities.values import RecordValue
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.definition import Definition
from engine.metadata.model import Field, FormulaOptions

Convert = Callable[[Value], RecordValue | Issue]
_RESULT_TYPES = {"boolean": "switch"}


def converter(definition: Definition, old: Field, new: Field) -> Convert:
    """Return what makes a value of the new field from one of the old field."""
    around: Surroundings = surroundings(definition)
    read = FIELD_TYPES[new.type].reader(new.options, around)
    write = FIELD_TYPES[_written_as(old)].serialise

    def convert(value: Value) -> RecordValue | Issue:
        direct = read(value)
        return direct if not isinstance(direct, Issue) else read(write(value))

    return convert


def _written_as(field: Field) -> str:
    """A formula's value is written as the field type of its result."""
    if isinstance(field.options, FormulaOptions):
        return _RESULT_TYPES.get(field.options.result, field.options.result)
    return field.type
