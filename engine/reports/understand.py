"""A query and somebody's eyes to a question, or every reason why it cannot be asked.

What may not be read is as unknown as what does not exist. Why a dimension cannot be combined with a figure
is said with the way there is, if there is one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from engine.kernel.issue import Issue, Scalar
from engine.metadata.model import Query, QueryDimension, QueryRoute
from engine.reports.eyes import Eyes
from engine.reports.figures import BY_DATE, Measured, composed, in_order, measured
from engine.reports.filters import PERIODS, Ways, filters_of, having_issues
from engine.reports.kinds import has_members
from engine.reports.periods import Calendar, calendar_of
from engine.reports.question import Dimension, Figure, Filter, Home, Kind, Question, Route, Source
from engine.reports.routes import find_home, find_route, offered_route, route_kind
from engine.text.labels import label_params

DIMENSIONS = 8
MEASURES = 20
FILTERS = 100


def understand(eyes: Eyes, query: Query) -> Question | list[Issue]:
    """Return the question a query asks."""
    made = _Understanding(eyes, query)
    made.measures()
    made.dimensions()
    if made.issues:
        return made.issues
    sources = made.sources()
    made.named()
    return made.issues or made.question(sources)


@dataclass(frozen=True, slots=True)
class _Understanding:
    """One query on its way: what is understood of it, and what is wrong."""

    eyes: Eyes
    query: Query
    issues: list[Issue] = field(default_factory=list)
    rows: dict[str, Measured] = field(default_factory=dict)
    composed: dict[str, Figure] = field(default_factory=dict)
    ways: dict[str, Ways] = field(default_factory=dict)

    def report(self, issue: Issue, *place: str | int) -> None:
        self.issues.append(issue.under(*place))

    def measures(self) -> None:
        self._limits()
        for index, each in enumerate(self.query.measures):
            if each.expression is not None:
                continue
            found = measured(self.eyes, each)
            if isinstance(found, Measured):
                self.rows[each.id] = found
            else:
                self.issues.extend(issue.under("measures", index) for issue in found)
        found_figures, issues = composed(
            self.query.measures, {id: each.figure for id, each in self.rows.items()}
        )
        self.composed.update(found_figures)
        self.issues.extend(issues)
        ordered = in_order(tuple(self.composed.values()))
        for index, each in enumerate(self.query.measures):
            if each.id in self.composed and self.composed[each.id] not in ordered:
                self.report(Issue("report.measure.circle", (), {"figure": each.id}), "measures", index)

    def _limits(self) -> None:
        query = self.query
        for part, count, limit in (
            ("measures", len(query.measures), MEASURES),
            ("dimensions", len(query.dimensions), DIMENSIONS),
            ("filters", len(query.filters), FILTERS),
        ):
            if count > limit:
                self.report(Issue("query.size.too_much", (), {"count": count, "limit": limit}), part)
        seen: set[str] = set()
        places = [("measures", n, each.id) for n, each in enumerate(query.measures)]
        places += [("dimensions", n, each.id) for n, each in enumerate(query.dimensions)]
        for part, index, id in places:
            if id in seen:
                self.report(Issue("report.id.duplicate", (), {"id": id}), part, index, "id")
            seen.add(id)

    def dimensions(self) -> None:
        first = next(iter(self.rows.values()), None)
        for index, asked in enumerate(self.query.dimensions):
            found = dimension_of(self.eyes, asked, first.home if first else None)
            if isinstance(found, Ways):
                self.ways[asked.id] = found
            else:
                self.report(found, "dimensions", index)

    def sources(self) -> tuple[Source, ...]:
        """Group figures by their rows, and reach every dimension and filter from them."""
        groups: dict[tuple[object, ...], list[Measured]] = {}
        for each in self.rows.values():
            date = each.date.name if each.date else None
            groups.setdefault((each.home.key, date, each.is_by_date), []).append(each)
        sources = tuple(self._source(group) for group in groups.values())
        reached = {each.place for source in sources for each in source.filters}
        for index, asked in enumerate(self.query.filters):
            if asked.measure is None and index not in reached and not self.issues:
                self.report(Issue("report.filter.unreachable", ()), "filters", index)
        return sources

    def _source(self, group: list[Measured]) -> Source:
        home = group[0].home
        routes: dict[str, Route] = {}
        for index, ways in enumerate(self.ways.values()):
            route = ways.route_from(self.eyes, group[0])
            if route is None:
                self.report(_unreachable(self.eyes, ways, group[0]), "dimensions", index)
            else:
                routes[ways.dimension.id] = route
        filters, issues = filters_of(self.eyes, self.query, tuple(self.ways.values()), group[0])
        self.issues.extend(issues)
        figures = tuple(self._dated(each, routes, filters) for each in group)
        kinds = {id: route_kind(self.eyes, route) for id, route in routes.items()}
        return Source(home, figures, routes, kinds, filters)

    def _dated(self, each: Measured, routes: Mapping[str, Route], filters: tuple[Filter, ...]) -> Figure:
        """Give a figure at the first or last date its date: its own, or one it is grouped or filtered by."""
        if each.figure.aggregate not in BY_DATE or each.date:
            return each.figure
        dated = [
            routes[id] for id, ways in self.ways.items() if ways.dimension.kind.is_dated and id in routes
        ]
        dated += [each.route for each in filters if each.kind.is_dated and not each.route.is_many]
        if dated:
            return replace(each.figure, date=dated[0])
        place = next(n for n, other in enumerate(self.query.measures) if other.id == each.figure.id)
        params = label_params("figure", each.figure.label)
        self.report(Issue("report.measure.undated", (), params), "measures", place, "date")
        return each.figure

    def named(self) -> None:
        """Check what top, totals, comparison and order name."""
        query = self.query
        dimensions = {each.id for each in query.dimensions}
        figures = {*self.rows, *self.composed}
        named: list[tuple[str, set[str], tuple[str | int, ...]]] = [
            (each.by, dimensions | figures, ("sort", n, "by")) for n, each in enumerate(query.sort)
        ]
        if query.top:
            named.append((query.top.dimension, dimensions, ("top", "dimension")))
            named.append((query.top.by, figures, ("top", "by")))
        named += [
            (id, dimensions, ("totals", n, m)) for n, by in enumerate(query.totals) for m, id in enumerate(by)
        ]
        if query.compare:
            compared = enumerate(query.compare.measures)
            named += [(id, figures, ("compare", "measures", n)) for n, id in compared]
        for id, known, place in named:
            if id not in known:
                self.report(Issue("report.id.unknown", (), {"id": id}), *place)
        self.issues.extend(having_issues(query, figures))

    def question(self, sources: tuple[Source, ...]) -> Question | list[Issue]:
        every = {id: each.figure for id, each in self.rows.items()} | self.composed
        dated = {figure.id: figure for source in sources for figure in source.figures}
        figures = tuple((dated | self.composed)[each.id] for each in self.query.measures if each.id in every)
        compared = _compared(self.query, sources, tuple(each.dimension for each in self.ways.values()))
        if isinstance(compared, Issue):
            return [compared]
        return Question(
            query=self.query,
            dimensions=tuple(each.dimension for each in self.ways.values()),
            figures=figures,
            sources=sources,
            order=tuple(in_order(tuple(self.composed.values()))),
            calendar=calendar_of(self.eyes.definition.app),
            compared=compared,
        )


def dimension_of(eyes: Eyes, asked: QueryDimension, first: Home | None) -> Ways | Issue:
    """Understand a dimension, with every way it is reached."""
    entity = asked.home or (first.entity.id if first else None)
    if entity is None:
        return Issue("report.entity.unknown", ("home",), {"entity": ""})
    lines = asked.lines or _own_lines(eyes, asked, entity)
    route = _way(eyes, entity, lines, asked)
    if isinstance(route, Issue):
        return route
    kind = route_kind(eyes, route)
    words = label_params("field", route.field.label) if route.field else {"field": route.name}
    if route.field and not has_members(eyes.definition, route.field):
        return Issue("report.dimension.kind", ("field",), words)
    if asked.grain and (not kind.is_dated or (asked.grain == "hour" and kind.key != "datetime")):
        return Issue("report.dimension.no_date", ("grain",), words)
    bins = _bins(asked)
    if bins is None or (bins and not kind.is_number):
        return Issue("report.dimension.bins", ("bins",), words)
    also = []
    for index, each in enumerate(asked.also):
        found = _way(eyes, each.home, each.lines, each)
        if isinstance(found, Issue):
            return found.under("also", index)
        other = route_kind(eyes, found)
        if _family(other) != _family(kind) or (other.key != kind.key and kind.is_dated and not asked.grain):
            return Issue("report.dimension.differs", ("also", index), words)
        also.append(found)
    return Ways(_dimension(eyes, asked, route, kind, bins), (route, *also))


def _way(eyes: Eyes, entity: str, lines: str | None, asked: QueryDimension | QueryRoute) -> Route | Issue:
    home = find_home(eyes, entity, lines)
    if isinstance(home, Issue):
        return home
    route = find_route(eyes, home, asked.path, asked.field)
    if isinstance(route, Route) and route.is_many:
        return Issue("report.dimension.many", ("path",))
    return route


def _own_lines(eyes: Eyes, asked: QueryDimension, entity: str) -> str | None:
    """Return the detail lines the first field of a dimension stands in, where the query names none."""
    place = eyes.field(asked.path[0] if asked.path else asked.field)
    return place.lines.id if place and place.lines and place.entity.id == entity else None


def _dimension(
    eyes: Eyes, asked: QueryDimension, route: Route, kind: Kind, bins: tuple[Decimal, ...]
) -> Dimension:
    app = eyes.definition.app
    label = asked.label or (route.field.label if route.field else {"zh": route.name, "en": route.name})
    calendar = Calendar((asked.week_start or app.week_start) == "sunday", app.fiscal_month)
    return Dimension(asked.id, label, kind, asked.grain, calendar, bins, asked.fill_gaps)


def _bins(asked: QueryDimension) -> tuple[Decimal, ...] | None:
    try:
        limits = tuple(Decimal(each) for each in asked.bins)
    except InvalidOperation:
        return None
    return limits if all(low < high for low, high in pairwise(limits)) else None


def _family(kind: Kind) -> tuple[str, str | None]:
    """Return what kinds must share to be one dimension: dates and instants are days, numbers numbers."""
    if kind.is_dated:
        return "date", None
    if kind.is_number:
        return "number", None
    return ("link", kind.target) if kind.key == "link" else (_TEXTUAL.get(kind.key, kind.key), kind.list)


_TEXTUAL = {"sequence": "text", "email": "text", "phone": "text", "url": "text"}


def _unreachable(eyes: Eyes, ways: Ways, figure: Measured) -> Issue:
    """Say why a figure cannot be split by a dimension: it would be counted several times, or is elsewhere."""
    params: dict[str, Scalar] = {
        **label_params("dimension", ways.dimension.label),
        **label_params("figure", figure.figure.label),
        **label_params("home", figure.home.entity.label),
    }
    route = ways.routes[0]
    if route.home.entity is figure.home.entity:
        return Issue("report.dimension.fan_out", (), params)
    path = offered_route(eyes, figure.home, route)
    if path is None or route.field is None:
        return Issue("report.dimension.unreachable", (), params)
    offer = {"path": ",".join(path), "field": route.field.id, "entity": figure.home.entity.id}
    return Issue("report.dimension.offer", ("also",), params | offer | {"way": ".".join(_names(eyes, path))})


def _names(eyes: Eyes, path: tuple[str, ...]) -> Iterator[str]:
    for id in path:
        place = eyes.field(id)
        yield place.field.name if place else id


def _compared(
    query: Query, sources: tuple[Source, ...], dimensions: tuple[Dimension, ...]
) -> int | Issue | None:
    """Return the place of the filter that a comparison moves; None where it moves a dimension's members."""
    if query.compare is None:
        return None
    wanted = query.compare.dimension
    dated = [(n, query.filters[n]) for source in sources for n in _dated_places(source)]
    for place, asked in dated:
        if wanted is None or wanted in (asked.dimension, asked.field):
            return place
    routes = [source.routes[wanted] for source in sources if wanted in source.routes] if wanted else []
    for source in sources:
        for each in source.filters:
            if each.kind.is_dated and each.operator in PERIODS and each.route in routes:
                return each.place
    if any(one.kind.is_dated and one.grain and wanted in (None, one.id) for one in dimensions):
        return None
    return Issue("report.compare.undated", ("compare",))


def _dated_places(source: Source) -> Iterator[int]:
    return (each.place for each in source.filters if each.kind.is_dated and each.operator in PERIODS)
