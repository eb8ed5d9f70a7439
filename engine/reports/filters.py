"""Filters of a query, as the rows of each figure meet them.

A filter on a dimension holds over that dimension's way from the figure's home. One on a field holds for
figures of its home, and for others where a dimension is that very field and is reached from theirs. A
figure with a date of its own is filtered by it wherever a filter is about a period.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.kernel.issue import Issue
from engine.metadata.model import Query, QueryFilter
from engine.reports.eyes import Eyes
from engine.reports.figures import Measured
from engine.reports.question import Dimension, Filter, Home, Kind, Route
from engine.reports.routes import find_home, find_route, route_kind

RELATIVE = ("last", "this", "previous", "next", "to_date")
PERIODS = (*RELATIVE, "between")
TEXTUAL = ("contains", "not_contains", "starts_with", "ends_with")
ORDERED = ("less", "less_or_equal", "greater", "greater_or_equal", "between")
NUMERIC = (*ORDERED, "equals", "not_equals", "is_empty", "is_not_empty")
LIST_VALUES = 1_000
_TEXT_KINDS = ("text", "long_text", "sequence", "email", "phone", "url")


@dataclass(frozen=True, slots=True)
class Ways:
    """A dimension with every way it is reached, its own first."""

    dimension: Dimension
    routes: tuple[Route, ...]

    def route_from(self, eyes: Eyes, figure: Measured) -> Route | None:
        """Return the way from the rows of a figure; a date of its own goes before, if it fits."""
        own, date = self._own(figure.home), figure.date
        if date is None or not self.dimension.kind.is_dated or (own and figure.is_by_date):
            return own
        return date if self._fits(route_kind(eyes, date)) else None

    def _fits(self, kind: Kind) -> bool:
        if self.dimension.grain is None:
            return kind.key == self.dimension.kind.key
        return self.dimension.grain != "hour" or kind.key == "datetime"

    def _own(self, home: Home) -> Route | None:
        """Return the way from a home; lines reach what their record reaches."""
        for lines in (home.lines, None) if home.lines else (None,):
            for each in self.routes:
                if each.home.key == (home.entity.id, lines.id if lines else None):
                    return each if lines is home.lines else Route(home, each.hops, each.name, each.field)
        return None


def filters_of(
    eyes: Eyes, query: Query, ways: tuple[Ways, ...], figure: Measured
) -> tuple[tuple[Filter, ...], list[Issue]]:
    """Return the filters of the rows of a figure; an issue where one cannot be understood."""
    filters: list[Filter] = []
    issues: list[Issue] = []
    for index, each in enumerate(query.filters):
        if each.measure is not None:
            continue
        found = _filter(eyes, each, ways, figure)
        if isinstance(found, Issue):
            issues.append(found.under("filters", index))
        elif found is not None:
            route, kind, of = found
            issues += [issue.under("filters", index) for issue in _unsuitable(each, kind)]
            filters.append(Filter(route, kind, each.operator, each, of, index))
    return tuple(filters), issues


def having_issues(query: Query, figures: set[str]) -> Iterator[Issue]:
    """Yield what is wrong with filters on figures."""
    for index, each in enumerate(query.filters):
        if each.measure is None:
            continue
        if each.measure not in figures:
            yield Issue("report.id.unknown", ("filters", index, "measure"), {"id": each.measure})
        elif each.operator not in NUMERIC:
            yield _wrong_operator(each).under("filters", index)


def _filter(
    eyes: Eyes, asked: QueryFilter, ways: tuple[Ways, ...], figure: Measured
) -> tuple[Route, Kind, Dimension | None] | Issue | None:
    if asked.dimension is not None:
        return _by_dimension(eyes, asked.dimension, ways, figure)
    if asked.field is None:
        return Issue("report.filter.nothing", ())
    home = find_home(eyes, asked.home or figure.home.entity.id, None)
    if isinstance(home, Issue):
        return home
    own = _own_route(eyes, asked, home, figure.home)
    if isinstance(own, Issue):
        return own
    kind = route_kind(eyes, own)
    if own.home.key == figure.home.key:
        is_moved = kind.is_dated and not figure.is_by_date and not own.hops and not own.is_many
        route = figure.date if is_moved and figure.date else own
        return route, route_kind(eyes, route), None
    for each in ways:
        if any(_is_same(route, own) for route in each.routes):
            found = each.route_from(eyes, figure)
            return (found, route_kind(eyes, found), None) if found else None
    return None


def _own_route(eyes: Eyes, asked: QueryFilter, home: Home, figures: Home) -> Route | Issue:
    """Return the way of a filter: from the figure's rows where it is of their entity, else from its own."""
    assert asked.field is not None
    place = eyes.field(asked.path[0] if asked.path else asked.field)
    inferred = place.lines.id if place and place.lines and place.entity is home.entity else None
    start = figures if home.entity is figures.entity else home
    return find_route(eyes, start, asked.path, asked.field, asked.lines or inferred)


def _is_same(route: Route, own: Route) -> bool:
    return (route.home.entity is own.home.entity and route.hops == own.hops) and (
        route.name == own.name and route.field is own.field
    )


def _by_dimension(
    eyes: Eyes, id: str, ways: tuple[Ways, ...], figure: Measured
) -> tuple[Route, Kind, Dimension | None] | Issue | None:
    found = next((each for each in ways if each.dimension.id == id), None)
    if found is None:
        return Issue("report.id.unknown", ("dimension",), {"id": id})
    route = found.route_from(eyes, figure)
    return (route, route_kind(eyes, route), found.dimension) if route else None


def _unsuitable(asked: QueryFilter, kind: Kind) -> Iterator[Issue]:
    if not _suits(asked, kind):
        yield _wrong_operator(asked)
    if isinstance(asked.value, tuple | list) and len(asked.value) > LIST_VALUES:
        params = {"count": len(asked.value), "limit": LIST_VALUES}
        yield Issue("query.size.too_much", ("value",), params)


def _suits(asked: QueryFilter, kind: Kind) -> bool:
    operator = asked.operator
    if operator in ("is_empty", "is_not_empty"):
        return True
    if operator in RELATIVE:
        return kind.is_dated and (asked.unit is not None or operator == "last")
    if kind.key in ("multi_choice", "attachment"):
        return operator in ("contains", "not_contains")
    if operator in ORDERED:
        return kind.is_dated or kind.is_number
    return operator not in TEXTUAL or kind.key in _TEXT_KINDS


def _wrong_operator(asked: QueryFilter) -> Issue:
    name = asked.dimension or asked.measure or asked.field or ""
    return Issue("report.filter.operator", ("operator",), {"operator": asked.operator, "name": name})
