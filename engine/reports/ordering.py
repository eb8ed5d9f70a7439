"""The order of lines: as asked, then by their members. What has no value comes last, the rest after it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from engine.kernel.values import ErrorValue
from engine.query.collation import sort_key
from engine.reports.question import OTHERS, Dimension, Question

Ranks: TypeAlias = Callable[[Dimension, Sequence[Any]], Mapping[Any, Any]]
"""What orders the members of a dimension that are not ordered by themselves, such as links by title."""


def no_ranks(dimension: Dimension, members: Sequence[Any]) -> Mapping[Any, Any]:
    """Order members by their values."""
    return {}


def sort_lines(
    question: Question, by: Sequence[Dimension], lines: list[Any], ranks: Ranks = no_ranks
) -> list[Any]:
    """Return lines over some dimensions in the order of the question."""
    places = {each.id: place for place, each in enumerate(by)}
    asked = [each for each in question.query.sort if each.by in places or question.figure(each.by)]
    named = {each.by for each in asked}
    ordered = list(lines)
    for each in reversed(by):
        if each.id not in named:
            wanted = ranks if not asked else no_ranks
            _sort_by_member(ordered, places[each.id], each, wanted, descending=False)
    for key in reversed(asked):
        if key.by in places:
            place = places[key.by]
            _sort_by_member(ordered, place, by[place], ranks, descending=key.descending)
        else:
            _sort(ordered, lambda line, id=key.by: _figure(line, id), descending=key.descending)  # type: ignore[misc]
    ordered.sort(key=lambda line: OTHERS in line.key)
    return ordered


def _sort_by_member(
    lines: list[Any], place: int, dimension: Dimension, ranks: Ranks, *, descending: bool
) -> None:
    known = {line.key[place] for line in lines} - {None, OTHERS}
    rank = ranks(dimension, tuple(known))

    def key(line: Any) -> Any:
        member = line.key[place]
        if member is None or member is OTHERS:
            return None
        return rank[member] if rank else natural(member)

    _sort(lines, key, descending=descending)


def natural(member: Any) -> Any:
    """Return what orders a member by itself: texts by sound, all else by value."""
    return (sort_key(member), member) if isinstance(member, str) else member


def _figure(line: Any, id: str) -> Any:
    value = line.figures.get(id)
    return None if isinstance(value, ErrorValue) else value


def _sort(lines: list[Any], key: Callable[[Any], Any], *, descending: bool) -> None:
    """Sort in place and stably, what has no key last in both directions."""
    keyed = [(key(line), line) for line in lines]
    filled = [each for each in keyed if each[0] is not None]
    filled.sort(key=lambda each: each[0], reverse=descending)
    lines[:] = [line for _, line in filled] + [line for value, line in keyed if value is None]
