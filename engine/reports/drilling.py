"""Going down from members of a report: another level takes a dimension's place, and the question stays true.

Which rows a member stands for is added as filters by whoever goes down; what a level may be is known here.
"""

from collections.abc import Iterator
from dataclasses import replace

from engine.metadata.model import DrillPath, Query, QueryDimension, QueryFilter, QueryRoute, Report
from engine.reports.eyes import Eyes
from engine.reports.question import Question
from engine.reports.understand import understand

# From coarse to fine; a week begins in one month and ends in another, but never outside of its days.
GRAINS = ("year", "quarter", "month", "week", "day", "hour")


def on_level(query: Query, level: QueryDimension) -> Query:
    """Return a query with a level in the place of the dimension whose id it has.

    Filters that name the dimension are said of the fields it stood for, so that they go on meaning the same.
    """
    before = next((each for each in query.dimensions if each.id == level.id), None)
    if before is None or before == level:
        return query
    filters = query.filters
    if not _is_same_field(before, level):
        filters = tuple(said for each in filters for said in _on_fields(query, before, each))
    dimensions = tuple(level if each is before else each for each in query.dimensions)
    return replace(query, dimensions=dimensions, filters=filters)


def _is_same_field(one: QueryDimension, other: QueryDimension) -> bool:
    return (one.field, one.path) == (other.field, other.path)


def _on_fields(query: Query, dimension: QueryDimension, asked: QueryFilter) -> Iterator[QueryFilter]:
    if asked.dimension != dimension.id:
        yield asked
        return
    first = next((each.home for each in query.measures if each.home), None)
    ways = (QueryRoute(home=dimension.home or first or "", field=dimension.field), *dimension.also)
    for index, way in enumerate(ways):
        place = dimension if index == 0 else way
        yield replace(
            asked, dimension=None, home=way.home, lines=place.lines, path=place.path, field=way.field
        )


def is_level_of(asked: QueryDimension, report: Report) -> bool:
    """Tell whether a dimension may stand in a report's question: its own, a set level, a finer period."""
    own = [each for each in report.query.dimensions if each.id == asked.id]
    steps = [
        replace(step, id=asked.id)
        for path in report.drill
        if path.dimension == asked.id
        for step in path.steps
    ]
    return any(asked == each or _is_finer(asked, each) for each in (*own, *steps)) and bool(own)


def _is_finer(asked: QueryDimension, level: QueryDimension) -> bool:
    if asked.grain is None or level.grain is None:
        return False
    is_same_date = replace(asked, grain=None) == replace(level, grain=None)
    return is_same_date and GRAINS.index(asked.grain) > GRAINS.index(level.grain)


def drilled_base(asked: Query, report: Report) -> Query | None:
    """Return the question of a report on the levels of another query; None where those are not its levels."""
    if not all(is_level_of(each, report) for each in asked.dimensions):
        return None
    base = report.query
    for level in asked.dimensions:
        base = on_level(base, level)
    # Within one period there is no earlier one beside it.
    return base if asked.compare is not None else replace(base, compare=None)


def levels_seen(eyes: Eyes, report: Report) -> Report:
    """Return a report with those of its set levels that somebody may know."""
    paths = tuple(_seen(eyes, report.query, each) for each in report.drill)
    return replace(report, drill=tuple(each for each in paths if each.steps))


def _seen(eyes: Eyes, query: Query, path: DrillPath) -> DrillPath:
    def is_seen(step: QueryDimension) -> bool:
        return isinstance(understand(eyes, on_level(query, replace(step, id=path.dimension))), Question)

    return replace(path, steps=tuple(each for each in path.steps if is_seen(each)))
