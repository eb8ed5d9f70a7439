"""The shape every field type has: how values are read, checked and sent out, and what can be done with them.

Each type is one file in `field_types/`; how it is stored or shown are aspects of other rooms, by the same
key.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from engine.entities.values import RecordValue
from engine.expressions.types import Type
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Options

Json: TypeAlias = bool | int | str | list["Json"] | dict[str, "Json"] | None
Reader: TypeAlias = Callable[[object], RecordValue | Issue]
Check: TypeAlias = Callable[[Any], Issue | None]
FieldOptionsType = TypeVar("FieldOptionsType")


class Trait(StrEnum):
    """What can be done with the values of a field type."""

    SORTABLE = "sortable"
    GROUPABLE = "groupable"
    SEARCHABLE = "searchable"
    SUMMABLE = "summable"
    UNIQUE = "unique"
    TITLE = "title"
    COMPUTED = "computed"
    GENERATED = "generated"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What reading a value needs to know of the app: its time zone and its option lists by id."""

    timezone: ZoneInfo
    lists: Mapping[str, Options] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FieldType(Generic[FieldOptionsType]):
    """The meaning of one field type.

    `reader` binds the options once and gives a function from what a form, file or API sent to a value, or
    to an issue without a path. Reading forgives spellings, never changes a digit, and reads its own
    values back unchanged. `checker` gives what a newly entered value must meet. `serialise` gives the
    JSON form of a value that is not blank. `operators` are those of clicked-together conditions.
    """

    key: str
    options: type[FieldOptionsType]
    expression_type: Callable[[FieldOptionsType], Type]
    reader: Callable[[FieldOptionsType, Surroundings], Reader]
    serialise: Callable[[Any], Json]
    operators: frozenset[str]
    traits: frozenset[Trait]
    checker: Callable[[FieldOptionsType, Surroundings], Check] | None = None


def surroundings(definition: Definition) -> Surroundings:
    """Return what the app gives its fields to read by."""
    return Surroundings(ZoneInfo(definition.app.timezone), definition.options)


def always(expression_type: Type) -> Callable[[object], Type]:
    """Return the expression type of a field type whatever its options are."""
    return lambda options: expression_type
