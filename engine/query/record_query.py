"""A question for records of one entity, in names of fields; a closed set of frozen dataclasses.

Which fields may be named is decided when the question is asked, by `access`; how it is answered is the
business of a compiler or of `execute`.
"""

from dataclasses import dataclass
from typing import Any, Literal

from engine.kernel.issue import Issue
from engine.metadata.model import ConditionOperator

CONDITIONS = 100
LIST_VALUES = 1_000
SORTS = 8
EXPANDED = 20
PAGE = 500
SEARCH_LENGTH = 200
MARKS = 20


@dataclass(frozen=True, slots=True)
class Condition:
    """A clicked-together condition with its own plain meaning: empty is not 0.

    What is negative (`not_equals`, `not_contains`, `not_in`) holds for empty fields too. The value is a
    JSON kind or a record value; a list for `between`, `in` and `not_in`.
    """

    field: str
    operator: ConditionOperator
    value: Any = None


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort key. Empty comes first going up and last going down."""

    field: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Expand:
    """A link answered as object: its title, and further fields of its target."""

    field: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordQuery:
    """Which records, in which order, and what of them. No `fields` means all that may be read.

    Without a sort the newest come first. `filter` is the text of an expression. `cursor` is what the page
    before gave out for the same sort. `marks` are texts of expressions that restrict nothing: the page tells
    of which of its records each is true.
    """

    conditions: tuple[Condition, ...] = ()
    filter: str | None = None
    search: str = ""
    sort: tuple[Sort, ...] = ()
    fields: tuple[str, ...] | None = None
    expand: tuple[Expand, ...] = ()
    limit: int = 50
    cursor: str | None = None
    count: Literal["none", "exact"] = "none"
    trash: bool = False
    marks: tuple[str, ...] = ()


def check_limits(query: RecordQuery) -> list[Issue]:
    """Return what is too much about a query."""
    counts = {
        "conditions": (len(query.conditions), CONDITIONS),
        "sort": (len(query.sort), SORTS),
        "expand": (len(query.expand), EXPANDED),
        "limit": (query.limit, PAGE),
        "search": (len(query.search), SEARCH_LENGTH),
        "marks": (len(query.marks), MARKS),
    }
    issues = [
        Issue("query.size.too_much", (part,), {"count": count, "limit": limit})
        for part, (count, limit) in counts.items()
        if count > limit
    ]
    if query.limit < 1:
        issues.append(Issue("query.limit.too_small", ("limit",)))
    return issues + [
        Issue("query.size.too_much", ("conditions", index), {"count": len(each.value), "limit": LIST_VALUES})
        for index, each in enumerate(query.conditions)
        if isinstance(each.value, list | tuple) and len(each.value) > LIST_VALUES
    ]
