"""Periods without rows, shown where a dimension asks for that."""

from collections.abc import Callable, Sequence
from typing import Any

from engine.expressions.context import Context
from engine.reports.computing import compute_figures
from engine.reports.periods import Period, begin_of, periods_between
from engine.reports.question import Criterion, Dimension, Key, Question

MOST = 5_000
_SECONDS = {"hour": 3_600, "day": 86_400, "week": 604_800, "month": 2_419_200}
_SECONDS_OF_YEAR = 31_622_400


def without_gaps(
    question: Question,
    lines: list[Any],
    criteria: tuple[tuple[Criterion, ...], ...],
    context: Context,
    make: Callable[[Key, Any], Any],
) -> list[Any]:
    """Return lines with those that are missing in time, for every combination of other members there is.

    Where only the first members of a dimension are kept, its other periods are left out, not missing.
    """
    found = list(lines)
    for place, dimension in enumerate(question.dimensions):
        if not (dimension.fill_gaps and dimension.grain) or _is_cut(question, dimension):
            continue
        known = {line.key for line in found}
        periods = _periods(question, dimension, criteria, {key[place] for key in known} - {None})
        rests = {(key[:place], key[place + 1 :]) for key in known} or _nothing(question)
        if len(periods) * len(rests) > MOST:
            continue
        for before, after in sorted(rests, key=repr):
            for member in periods:
                key = (*before, member, *after)
                if key not in known:
                    found.append(make(key, compute_figures(question, {}, context)))
    return found


def _is_cut(question: Question, dimension: Dimension) -> bool:
    top = question.query.top
    return top is not None and top.dimension == dimension.id


def _nothing(question: Question) -> set[tuple[Key, Key]]:
    return {((), ())} if len(question.dimensions) == 1 else set()


def _periods(
    question: Question,
    dimension: Dimension,
    criteria: tuple[tuple[Criterion, ...], ...],
    members: set[Any],
) -> Sequence[Any]:
    grain, period = dimension.grain, _filtered(question, dimension, criteria)
    assert grain is not None
    first, last = (min(members), max(members)) if members else (None, None)
    if period and grain != "hour":
        first = begin_of(grain, period.first, dimension.calendar)
        last = begin_of(grain, period.last, dimension.calendar)
    if (
        first is None
        or last is None
        or (last - first).total_seconds() > MOST * _SECONDS.get(grain, 31_622_400)
    ):
        return ()
    return periods_between(grain, first, last)


def _filtered(
    question: Question, dimension: Dimension, criteria: tuple[tuple[Criterion, ...], ...]
) -> Period | None:
    """Return the period a filter on the same date keeps."""
    for source, given in zip(question.sources, criteria, strict=True):
        for each, made in zip(source.filters, given, strict=True):
            if made.period and each.route == source.routes.get(dimension.id):
                return made.period
    return None
