"""One of an option list, stored as the value of the choice."""

from engine.entities import operators
from engine.entities.field_type import Check, FieldType, Reader, Surroundings, Trait, always
from engine.entities.reading.choices import choice_reader, choices_of, retired
from engine.expressions import types
from engine.kernel.issue import Issue
from engine.metadata.model import ChoiceOptions


def reader(options: ChoiceOptions, around: Surroundings) -> Reader:
    """Return the reader of values and labels of the list."""
    return choice_reader(choices_of(around, options.list))


def checker(options: ChoiceOptions, around: Surroundings) -> Check:
    """Return the check that a choice is still offered."""
    closed = retired(choices_of(around, options.list))
    return lambda value: Issue("field.choice.retired", params={"value": value}) if value in closed else None


TYPE = FieldType(
    key="choice",
    options=ChoiceOptions,
    expression_type=always(types.TEXT),
    reader=reader,
    checker=checker,
    serialise=str,
    operators=operators.CHOSEN,
    traits=frozenset({Trait.SORTABLE, Trait.GROUPABLE, Trait.UNIQUE, Trait.TITLE}),
)
