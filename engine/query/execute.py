"""A record query answered in memory: the meaning that SQL is held to, and the answer for previews and tests.

Rights are not decided here: `records` are those that may be read, with what may be read of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.expressions.context import Context
from engine.kernel.values import Value
from engine.query.conditions import folded, matches
from engine.query.record_query import RecordQuery, Sort

Values = Mapping[str, Any]
Test = Callable[[Values], bool]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a query needs of its entity: what is searched, how fields are ordered, what a filter says."""

    searched: tuple[str, ...] = ()
    order: Callable[[str, Value], Any] = lambda _name, value: value
    filter: Test | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of records in order; `more` tells whether others follow."""

    records: tuple[Values, ...]
    more: bool
    total: int


def execute(records: Sequence[Values], query: RecordQuery, terms: Terms, context: Context) -> Found:
    """Answer a query over records that hold their `id`. The cursor, if any, is the id a page ended with."""
    chosen = [each for each in records if _is_chosen(each, query, terms, context)]
    ordered = in_order(chosen, query.sort, terms)
    start = _start(ordered, query.cursor)
    page = ordered[start : start + query.limit]
    return Found(tuple(page), start + query.limit < len(ordered), len(ordered))


def in_order(records: Sequence[Values], sort: Sequence[Sort], terms: Terms) -> list[Values]:
    """Order records: blanks first going up and last going down, ids break ties in the last direction."""
    ordered = sorted(records, key=lambda each: str(each["id"]), reverse=sort[-1].descending if sort else True)
    for key in reversed(sort):
        ordered.sort(key=_key(key.field, terms), reverse=key.descending)
    return ordered


def _key(name: str, terms: Terms) -> Callable[[Values], tuple[bool, Any]]:
    def key(record: Values) -> tuple[bool, Any]:
        value = record.get(name)
        return (False, 0) if value is None else (True, terms.order(name, value))

    return key


def _is_chosen(record: Values, query: RecordQuery, terms: Terms, context: Context) -> bool:
    return (
        (record.get("deleted_at") is not None) is query.trash
        and all(
            matches(each.operator, record.get(each.field), each.value, context) for each in query.conditions
        )
        and (terms.filter is None or terms.filter(record))
        and (not query.search or _is_found(record, query.search, terms.searched))
    )


def _is_found(record: Values, search: str, fields: Sequence[str]) -> bool:
    wanted = folded(search)
    return any(wanted in folded(str(record[name])) for name in fields if record.get(name) is not None)


def _start(ordered: Sequence[Values], cursor: str | None) -> int:
    if cursor is None:
        return 0
    return next((place + 1 for place, each in enumerate(ordered) if each["id"] == cursor), len(ordered))
