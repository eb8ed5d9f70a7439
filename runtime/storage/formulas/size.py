"""How large an expression in SQL is, and what can be taken.

The parser of SQLite keeps at most a hundred open places in mind; writing SQL recurses level by level.
"""

from sqlalchemy.sql.elements import (
    BinaryExpression,
    Case,
    Cast,
    ExpressionClauseList,
    Grouping,
    UnaryExpression,
)
from sqlalchemy.sql.elements import ClauseList as Arguments
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.visitors import ExternallyTraversible

from runtime.storage.formulas.term import Sql

MOST_ELEMENTS = 10_000
DEEPEST_SQLITE = 80
DEEPEST_POSTGRESQL = 500
MOST_LEVELS = 120
DEEPEST_TREE = 40

# Open places while the first, or a later part of an element is read.
_PLACES: tuple[tuple[tuple[type, ...], int, int], ...] = (
    ((FunctionElement,), 3, 3),
    ((Case,), 4, 5),
    ((Cast,), 2, 2),
    ((BinaryExpression, ExpressionClauseList, Arguments), 0, 2),
    ((Grouping, UnaryExpression), 1, 1),
)


def is_too_large(expression: Sql, deepest: int) -> bool:
    """Tell whether an expression has too many elements or is nested too deeply."""
    waiting: list[tuple[ExternallyTraversible, int, int]] = [(expression, 0, 0)]
    count = 0
    while waiting:
        element, depth, level = waiting.pop()
        count += 1
        if count > MOST_ELEMENTS or depth > deepest or level > MOST_LEVELS:
            return True
        first, later = _places(element)
        waiting.extend(
            (part, depth + (later if place else first), level + 1)
            for place, part in enumerate(element.get_children())
        )
    return False


def _places(element: ExternallyTraversible) -> tuple[int, int]:
    return next(((first, later) for kinds, first, later in _PLACES if isinstance(element, kinds)), (0, 0))
