"""Static types of expressions: what is known when a formula is designed."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Optional


class Kind(StrEnum):
    """The kinds of value a formula can be known to give."""

    NUMBER = "number"
    TEXT = "text"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"
    DURATION = "duration"
    LINK = "link"
    LIST = "list"
    TABLE = "table"
    BLANK = "blank"
    ANY = "any"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Type:
    """A kind, with the entity of a link and the item type of a list or table."""

    kind: Kind
    entity: str | None = None
    item: Optional["Type"] = None

    @property
    def is_many(self) -> bool:
        """Tell whether the value is a list or a table."""
        return self.kind in (Kind.LIST, Kind.TABLE)

    @property
    def scalar(self) -> "Type":
        """Return the type of one value: the item of a list or table, else the type itself."""
        return (self.item or ANY) if self.is_many else self


NUMBER = Type(Kind.NUMBER)
TEXT = Type(Kind.TEXT)
BOOLEAN = Type(Kind.BOOLEAN)
DATE = Type(Kind.DATE)
DATETIME = Type(Kind.DATETIME)
TIME = Type(Kind.TIME)
DURATION = Type(Kind.DURATION)
BLANK = Type(Kind.BLANK)
ANY = Type(Kind.ANY)
ERROR = Type(Kind.ERROR)

TEMPORAL = (DATE, DATETIME, TIME, DURATION)


def link(entity: str) -> Type:
    """Return the type of a link to a record of an entity."""
    return Type(Kind.LINK, entity=entity)


def list_of(item: Type) -> Type:
    """Return the type of a list, such as a column of detail lines."""
    return Type(Kind.LIST, item=item)


def table_of(item: Type) -> Type:
    """Return the type of a list of rows."""
    return Type(Kind.TABLE, item=item)


def join(types: Iterable[Type]) -> Type:
    """Return the type that covers all given ones; blanks and errors fit anywhere."""
    distinct = {each for each in types if each not in (BLANK, ERROR)}
    if len(distinct) == 1:
        return distinct.pop()
    return ANY if distinct else BLANK


def fits(actual: Type, expected: Type) -> bool:
    """Tell whether a result of one type can stand where another is expected."""
    if actual in (ANY, BLANK, ERROR, expected) or expected == ANY:
        return True
    if actual.is_many and expected.is_many:
        return fits(actual.scalar, expected.scalar)
    return (actual.kind, expected.kind) in _CONVERTIBLE


_CONVERTIBLE = {
    (Kind.BOOLEAN, Kind.NUMBER),
    (Kind.NUMBER, Kind.BOOLEAN),
    (Kind.LINK, Kind.TEXT),
    (Kind.TEXT, Kind.LINK),
    (Kind.LINK, Kind.LINK),
    (Kind.NUMBER, Kind.TEXT),
    (Kind.BOOLEAN, Kind.TEXT),
    (Kind.DATE, Kind.DATETIME),
}
