"""An earlier period beside the present one: which days it has, and under which members it stands."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from engine.expressions.context import Context
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.reports.criteria import within
from engine.reports.periods import (
    Period,
    begin_of,
    later,
    period_before,
    periods_between,
    unit_before,
    year_before,
)
from engine.reports.question import Criterion, Dimension, Key, Question


def earlier_criteria(
    question: Question, criteria: tuple[tuple[Criterion, ...], ...], context: Context
) -> tuple[tuple[Criterion, ...], ...] | None:
    """Return the criteria with the compared period moved back; None where no filter names the period."""
    if question.compared is None:
        return None
    present = compared_period(question, criteria)
    if present is None:
        raise Invalid([Issue("report.compare.undated", ("compare",))])
    earlier = _earlier(question, present)
    return tuple(
        tuple(
            within(earlier, each.kind, context) if each.place == question.compared else made
            for each, made in zip(source.filters, given, strict=True)
        )
        for source, given in zip(question.sources, criteria, strict=True)
    )


def compared_period(question: Question, criteria: tuple[tuple[Criterion, ...], ...]) -> Period | None:
    """Return the days of the filter that a comparison moves."""
    return next(
        (
            made.period
            for source, given in zip(question.sources, criteria, strict=True)
            for each, made in zip(source.filters, given, strict=True)
            if each.place == question.compared and made.period
        ),
        None,
    )


def moved_lines(
    question: Question,
    criteria: tuple[tuple[Criterion, ...], ...],
    earlier: object,
    keys: Sequence[Key],
) -> list[Key | None]:
    """Return keys of the earlier period with their dates moved to those of the present one.

    None stands for a date without a counterpart; members without a date stay where they are.
    """
    present = compared_period(question, criteria) if earlier else None
    moves = {
        place: _moves(question, each, present, {key[place] for key in keys})
        for place, each in enumerate(question.dimensions)
        if each.grain and _is_compared(question, each)
    }
    return [_moved(key, moves) for key in keys]


def _moved(key: Key, moves: Mapping[int, Mapping[Any, Any]]) -> Key | None:
    lost = any(key[n] is not None and key[n] not in move for n, move in moves.items())
    return None if lost else tuple(moves[n].get(each) if n in moves else each for n, each in enumerate(key))


def _is_compared(question: Question, dimension: Dimension) -> bool:
    """Tell whether a time dimension goes with the comparison: the one named, or that is filtered."""
    compare = question.query.compare
    assert compare is not None
    if question.compared is None:
        wanted = compare.dimension
        dated = [each.id for each in question.dimensions if each.grain]
        return dimension.id == (wanted or dated[0])
    return any(
        each.route == source.routes.get(dimension.id)
        for source in question.sources
        for each in source.filters
        if each.place == question.compared
    )


def _earlier(question: Question, present: Period) -> Period:
    compare, asked = question.query.compare, question.query.filters[question.compared or 0]
    assert compare is not None
    if compare.with_ == "previous_year":
        return year_before(present)
    if asked.operator == "to_date" and asked.unit:
        return unit_before(present, asked.unit)
    return period_before(present)


def _moves(
    question: Question, dimension: Dimension, present: Period | None, members: set[Any]
) -> Mapping[Any, Any]:
    """Return where each earlier member stands: a year on, or at the same place of the present period."""
    compare, grain = question.query.compare, dimension.grain
    assert compare is not None
    assert grain is not None
    dated = [each for each in members if isinstance(each, date)]
    if compare.with_ == "previous_year" and grain not in ("week", "hour"):
        return {each: later("year", each, 1) for each in dated if not _is_leap_day(grain, each)}
    if present is None or grain == "hour":
        step = 52 if compare.with_ == "previous_year" else 1
        return {each: later(grain, each, step) for each in dated}
    earlier = _earlier(question, present)
    here, there = (
        periods_between(
            grain,
            begin_of(grain, each.first, dimension.calendar),
            begin_of(grain, each.last, dimension.calendar),
        )
        for each in (present, earlier)
    )
    return dict(zip(there, here, strict=False))


def _is_leap_day(grain: str, day: date) -> bool:
    """Tell whether a day has none a year on; the one before it stands there."""
    return grain == "day" and (day.month, day.day) == (2, 29)
