"""What the compiler passes around: a value in SQL, its type, and the condition under which it is an error.

NULL is blank. An error condition is never NULL, and the value beside it never fails, whatever the order in
which the database evaluates them.
"""

from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from sqlalchemy import ColumnElement, or_

from engine.expressions.nodes import Span
from engine.expressions.types import Type
from engine.kernel.issue import Issue, Scalar
from engine.kernel.values import Value

Sql: TypeAlias = ColumnElement[Any]
FIELD_DIGITS = 18
EXACT_DIGITS = 38
LIMIT = 4_000_000  # more days than the calendar has, more characters than a text


@dataclass(frozen=True, slots=True)
class SqlField:
    """How a field is stored: its column, its type, and on SQLite the scale of a scaled integer."""

    column: Sql
    type: Type
    scale: int | None = None


class Resolver(Protocol):
    """What names mean in the statement that is built."""

    def resolve(self, path: tuple[str, ...]) -> SqlField | None:
        """Return how a path is stored, or None where SQL cannot reach it."""


@dataclass(frozen=True, slots=True)
class Digits:
    """How many digits a number can have in front of and behind its point."""

    whole: int
    fraction: int

    @property
    def is_exact(self) -> bool:
        """Tell whether no such number needs rounding to 38 digits."""
        return self.whole + self.fraction <= EXACT_DIGITS


UNKNOWN = Digits(EXACT_DIGITS, EXACT_DIGITS)


@dataclass(frozen=True, slots=True)
class Term:
    """A value in SQL. `scale` is set where it is a stored number, `constant` where the value is known,
    `is_filled` where it is never blank (and NULL only in an error).
    """

    value: Sql
    type: Type
    error: Sql | None = None
    scale: int | None = None
    digits: Digits = UNKNOWN
    constant: tuple[Value, ...] = ()
    is_filled: bool = False

    @property
    def is_constant(self) -> bool:
        """Tell whether the value is known."""
        return bool(self.constant)


class Unsaid(Exception):
    """Leaves the compiler: something that SQL cannot say."""

    def __init__(self, code: str, span: Span, **params: Scalar) -> None:
        super().__init__(code)
        self.issue = Issue(code, params={"start": span[0], "end": span[1], **params})


def any_error(*terms: Term) -> Sql | None:
    """Return the condition that one of the terms is an error."""
    return either(*(term.error for term in terms))


def either(*conditions: Sql | None) -> Sql | None:
    """Return the condition that one of the given ones holds; None never does."""
    given = [condition for condition in conditions if condition is not None]
    if len(given) < 2:
        return given[0] if given else None
    return or_(*given)
