"""The answer to a question from groupings of rows: detail, top and the rest, totals, an earlier period.

Every line of an answer is a grouping of its own over the same rows, never a sum of other lines. Who groups,
a database or memory, is handed in; all that is computed from groups is computed here, in exact decimals.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from engine.expressions.context import Context
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.kernel.values import ErrorValue, Value
from engine.query.conditions import matches
from engine.reports.comparing import earlier_criteria, moved_lines
from engine.reports.computing import compute_figures
from engine.reports.criteria import criterion, members, read_value
from engine.reports.gaps import without_gaps
from engine.reports.ordering import Ranks, no_ranks, sort_lines
from engine.reports.periods import Period
from engine.reports.question import Cell, Criteria, Criterion, Demand, Dimension, Key, Question, Source

Groups: TypeAlias = Mapping[Key, Mapping[str, Value]]
Aggregate: TypeAlias = Callable[[Source, Demand], Groups]
SourceCriteria: TypeAlias = tuple[tuple[Criterion, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer: its members as keys, and every figure, exact."""

    key: Key
    figures: Cell


@dataclass(frozen=True, slots=True)
class Kept:
    """The members of a dimension that are shown; the rest is one member or left out."""

    dimension: Dimension
    members: tuple[Any, ...]
    others: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gave. `errors` counts lines by figure that has no value in them."""

    lines: tuple[Line, ...]
    totals: tuple[tuple[tuple[str, ...], tuple[Line, ...]], ...] = ()
    comparison: tuple[Line, ...] | None = None
    truncated: bool = False
    errors: Mapping[str, int] = field(default_factory=dict)
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """A question at a moment, with who groups its rows and what its filters compare with."""

    question: Question
    context: Context
    aggregate: Aggregate
    criteria: SourceCriteria
    ranks: Ranks = no_ranks

    def lines(
        self, by: Sequence[Dimension], kept: Kept | None = None, criteria: SourceCriteria | None = None
    ) -> list[Line]:
        """Return one grouping over all sources, joined on its members, every figure computed."""
        found: dict[Key, dict[str, Value]] = {}
        for source, given in zip(self.question.sources, criteria or self.criteria, strict=True):
            for key, figures in self.aggregate(source, self._demand(source, given, by, kept)).items():
                found.setdefault(key, {}).update(figures)
        if not by and not found:
            found[()] = {}
        return [Line(key, compute_figures(self.question, cell, self.context)) for key, cell in found.items()]

    def _demand(
        self, source: Source, given: tuple[Criterion, ...], by: Sequence[Dimension], kept: Kept | None
    ) -> Demand:
        criteria: Criteria = tuple(
            (each.route, each.kind, made) for each, made in zip(source.filters, given, strict=True)
        )
        if kept is None:
            return Demand(tuple(by), criteria)
        id = kept.dimension.id
        shown = members(kept.dimension, kept.members, source.kinds[id], self.context)
        if kept.others:
            is_split = any(each.id == id for each in by)
            return Demand(tuple(by), criteria, (id, shown) if is_split else None)
        return Demand(tuple(by), (*criteria, (source.routes[id], source.kinds[id], shown)))


def answer(question: Question, context: Context, aggregate: Aggregate, ranks: Ranks = no_ranks) -> Answer:
    """Answer a question; leaves as Invalid where a filter cannot be read."""
    asking = Asking(question, context, aggregate, read_criteria(question, context), ranks)
    kept = kept_members(asking)
    lines = asking.lines(question.dimensions, kept)
    # Gaps first: a period that its figures leave out has rows, and must not come back as one without.
    whole = without_gaps(question, lines, asking.criteria, context, Line)
    ordered = sort_lines(question, question.dimensions, _having(asking, whole), ranks)
    shown = tuple(ordered[: question.query.limit])
    wanted = dict.fromkeys(tuple(by) for by in question.query.totals)
    return Answer(
        lines=shown,
        totals=tuple((by, _total(asking, by, kept)) for by in wanted),
        comparison=_compared(asking, kept, lines, shown),
        truncated=len(ordered) > len(shown),
        errors=_errors(shown),
        period=_period(asking),
    )


def read_criteria(question: Question, context: Context) -> SourceCriteria:
    """Read what filters compare with, for each source in the order of its filters."""
    issues: dict[int, Issue] = {}
    found: list[tuple[Criterion, ...]] = []
    for source in question.sources:
        made = [(each.place, criterion(each, context, question.calendar)) for each in source.filters]
        issues |= {place: each.under("filters", place) for place, each in made if isinstance(each, Issue)}
        found.append(tuple(each for _, each in made if isinstance(each, Criterion)))
    if issues:
        raise Invalid(issues.values())
    return tuple(found)


def kept_members(asking: Asking) -> Kept | None:
    """Find the largest members of a dimension, where the query shows only those.

    Of members that are alike it is their keys that decide, never what they are called, so that whoever drills
    and whoever reads another language find the same ones.
    """
    top = asking.question.query.top
    if top is None:
        return None
    dimension = asking.question.dimension(top.dimension)
    lines = sort_lines(asking.question, (dimension,), asking.lines((dimension,)))
    ranked = [each for each in lines if _number(each, top.by) is not None]
    ranked.sort(key=lambda line: _number(line, top.by), reverse=not top.ascending)
    return Kept(dimension, tuple(each.key[0] for each in ranked[: top.n]), top.others)


def _number(line: Line, figure: str) -> Any:
    value = line.figures.get(figure)
    return None if isinstance(value, ErrorValue) else value


def _having(asking: Asking, lines: list[Line]) -> list[Line]:
    """Keep the groups whose figures fit."""
    conditions = []
    for index, each in enumerate(asking.question.query.filters):
        figure = asking.question.figure(each.measure) if each.measure else None
        if figure is None:
            continue
        try:
            values = each.value if isinstance(each.value, tuple) else (each.value,)
            read = tuple(read_value(one, figure.kind, asking.context) for one in values if one is not None)
        except (ValueError, TypeError, ArithmeticError, KeyError):
            params = {"value": str(each.value)[:60]}
            raise Invalid([Issue("query.value.unreadable", ("filters", index, "value"), params)]) from None
        given = read if each.operator == "between" else next(iter(read), None)
        conditions.append((figure, each.operator, given))
    return [
        line
        for line in lines
        if all(
            matches(operator, _number(line, figure.id), given, asking.context)
            for figure, operator, given in conditions
        )
    ]


def _total(asking: Asking, by: tuple[str, ...], kept: Kept | None) -> tuple[Line, ...]:
    dimensions = tuple(each for each in asking.question.dimensions if each.id in by)
    lines = asking.lines(dimensions, kept)
    return tuple(sort_lines(asking.question, dimensions, lines, asking.ranks))


def _compared(
    asking: Asking, kept: Kept | None, lines: list[Line], shown: tuple[Line, ...]
) -> tuple[Line, ...] | None:
    """Return the lines of the earlier period under the members of the present one, for lines shown."""
    question = asking.question
    if question.query.compare is None:
        return None
    earlier = earlier_criteria(question, asking.criteria, asking.context)
    before = asking.lines(question.dimensions, kept, earlier) if earlier else lines
    moved = moved_lines(question, asking.criteria, earlier, [each.key for each in before])
    wanted = question.query.compare.measures or tuple(each.id for each in question.figures)
    found = {key: line for key, line in zip(moved, before, strict=True) if key is not None}
    return tuple(
        Line(each.key, {id: found[each.key].figures[id] for id in wanted})
        for each in shown
        if each.key in found
    )


def _errors(lines: Sequence[Line]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for line in lines:
        for id, value in line.figures.items():
            if isinstance(value, ErrorValue):
                found[id] = found.get(id, 0) + 1
    return found


def _period(asking: Asking) -> Period | None:
    """Return the period the rows are of: the one compared, else the first that a filter names."""
    found = {
        each.place: made.period
        for source, given in zip(asking.question.sources, asking.criteria, strict=True)
        for each, made in zip(source.filters, given, strict=True)
        if made.period
    }
    compared = asking.question.compared
    return found.get(compared) if compared in found else next(iter(found.values()), None)
