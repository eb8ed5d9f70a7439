"""The rows of a home in SQL: what is joined to follow links, and who may see it.

Only links to one record are joined, so no row is ever doubled; what leads to many is an EXISTS of its own.
Linked records are seen in the viewer's eyes: a value of one that may not be read is blank.
"""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Subquery, and_, case, literal, select

from engine.expressions.nodes import Node
from engine.kernel.errors import NotFound
from engine.metadata.model import Field, LinkOptions
from engine.reports.question import Home, Hop, Operand, Route
from runtime.storage.columns.column import Storage
from runtime.storage.columns.families import DAY, FLAG, INSTANT, TEXT, scaled
from runtime.storage.formulas_in_sql import SqlFormulas
from runtime.storage.live import FieldSql, Site, field_sql, system_sql
from runtime.storage.viewer import Viewer

Sql = ColumnElement[Any]
_NOTHING: tuple[Sql, ...] = ()
_COMPUTED = {"switch": FLAG, "date": DAY, "datetime": INSTANT, "text": TEXT}


class Rows:
    """The rows of a home, with the records their links lead to."""

    def __init__(self, viewer: Viewer, home: Home) -> None:
        self.viewer = viewer
        self.plain = SqlFormulas(viewer.dialect)
        self.seen = SqlFormulas(viewer.dialect, viewer, self)
        self.record = viewer.site(home.entity.id).at(home.entity.id)
        self.line = self.record.at(home.entity.id, home.lines) if home.lines else None
        self.source: FromClause = self.record.table
        if self.line is not None:
            owner = self.line.table.c["parent"] == self.record.table.c["id"]
            self.source = self.line.table.join(self.record.table, owner)
        self._joined: dict[tuple[str, ...], tuple[Site, tuple[Sql, ...]]] = {}
        self._figures: dict[tuple[FromClause, str], Subquery] = {}

    @property
    def site(self) -> Site:
        """Return the rows themselves: the lines, or the records."""
        return self.line or self.record

    @property
    def allowed(self) -> list[Sql]:
        """Return what a row must meet to be seen at all: living, and within the row rule."""
        decision = self.viewer.require("read", self.record.entity.id)
        living: list[Sql] = [self.record.table.c["deleted_at"].is_(None)]
        return living if decision.row is True else [*living, self.plain.condition(self.record, decision.row)]

    def value(self, route: Route) -> FieldSql:
        """Return the one value that a route leads to."""
        found, hidden = self._follow(route.hops)
        site = self._standing(found, route.field) if not route.hops else found
        inner = (
            system_sql(site, route.name) if route.field is None else field_sql(site, route.field, self.seen)
        )
        if not hidden:
            return inner
        return FieldSql(case((and_(*hidden), inner.value)), inner.storage, inner.order, inner.field)

    def operand(self, operand: Operand) -> tuple[Sql, Storage]:
        """Return what a figure aggregates, and how it is kept."""
        if operand.route is not None:
            found = self.value(operand.route)
            return found.value, found.storage
        assert operand.checked is not None
        scale = operand.kind.scale
        storage = _COMPUTED[operand.kind.key] if scale is None else scaled(scale)
        return self.seen.computed(self.site, operand.checked, scale), storage

    def holds(self, condition: Node) -> Sql:
        """Return whether a row meets the condition of a figure."""
        return self.seen.condition(self.site, condition)

    def some(self, route: Route, test: Callable[[FieldSql], Sql]) -> Sql:
        """Return whether one of the values that a route leads to passes a test."""
        if not route.is_many:
            return test(self.value(route))
        steps, rest = _to_first_many(route)
        site, hidden = self._follow(steps)
        if not steps:
            site = self.record
        home, key, rest_route = _beyond(route, rest)
        inner = Rows(self.viewer, home)
        link = inner.key(key)
        passed = inner.some(rest_route, test)
        found = select(literal(1)).select_from(inner.source).where(link == site.table.c["id"], *inner.allowed)
        exists = found.where(passed).correlate(*self._tables()).exists()
        return and_(*hidden, exists) if hidden else exists

    def key(self, link: Field | None) -> Sql:
        """Return the column that leads to an outer row: a link, or that of a line to its record."""
        if link is None:
            assert self.line is not None
            return self.line.table.c["parent"]
        site = self._standing(self.site, link)
        stored = site.stored(link)
        assert stored is not None
        return site.table.c[stored.column.name]

    def _tables(self) -> Sequence[FromClause]:
        joined = [site.table for site, _ in self._joined.values()]
        return [
            self.record.table,
            *([self.line.table] if self.line else []),
            *joined,
            *self._figures.values(),
        ]

    def _standing(self, site: Site, field: Field | None) -> Site:
        """Return where a field of a row stands: in the line, or in its record."""
        place = site.definition.field(field.id) if field else None
        return self.line if self.line and place and place.lines is self.line.lines else self.record

    def parent(self, line: Site) -> Site | None:
        """Return the record of a line, where the line is one of these rows."""
        return self.record if self.line and line.table is self.line.table else None

    def linked(self, site: Site, link: Field) -> Site | None:
        """Join the record that a link leads to, where its row is among those joined and may be read."""
        assert isinstance(link.options, LinkOptions)
        way, target = self._way(site), link.options.entity
        if way is None or self.viewer.may("read", target) is None:
            return None
        way = (*way, link.id)
        if way not in self._joined:
            seen = self._joined[way[:-1]][1] if way[:-1] else _NOTHING
            home = Home(self.viewer.definition.entities[target])
            self._joined[way] = self._join(site, Hop(link, home), seen)
        return self._joined[way][0]

    def grouped(self, site: Site, field: Field, groups: Subquery) -> Subquery | None:
        """Join a field computed for all rows at once, where the rows it is of are among those joined."""
        if self._way(site) is None:
            return None
        key = (site.table, field.id)
        if key not in self._figures:
            self._figures[key] = groups
            self.source = self.source.outerjoin(groups, groups.c["key"] == site.table.c["id"])
        return self._figures[key]

    def _way(self, site: Site) -> tuple[str, ...] | None:
        """Return the links that lead to a row that is joined."""
        if site.table is self.site.table or site.table is self.record.table:
            return ()
        return next((way for way, (joined, _) in self._joined.items() if joined.table is site.table), None)

    def _follow(self, hops: Sequence[Hop]) -> tuple[Site, tuple[Sql, ...]]:
        """Join the records along some links; return the last with what must hold for it to be seen."""
        site, seen = self.site, _NOTHING
        way: tuple[str, ...] = ()
        for hop in hops:
            way = (*way, hop.link.id)
            if way not in self._joined:
                start = self._standing(site, hop.link) if len(way) == 1 else site
                self._joined[way] = self._join(start, hop, seen)
            site, seen = self._joined[way]
        return site, seen

    def _join(self, start: Site, hop: Hop, seen: tuple[Sql, ...]) -> tuple[Site, tuple[Sql, ...]]:
        target = self.record.at(hop.to.entity.id)
        stored = start.stored(hop.link)
        if stored is None:
            raise NotFound.of("report.field.unknown", (), field=hop.link.id)
        on = start.table.c[stored.column.name] == target.table.c["id"]
        self.source = self.source.outerjoin(target.table, on)
        decision = self.viewer.require("read", hop.to.entity.id)
        if decision.row is True:
            return target, seen
        return target, (*seen, self.plain.condition(target, decision.row))


def _to_first_many(route: Route) -> tuple[tuple[Hop, ...], tuple[Hop, ...]]:
    if route.into is not None:
        return (), route.hops
    first = next(n for n, hop in enumerate(route.hops) if hop.is_back)
    return route.hops[:first], route.hops[first:]


def _beyond(route: Route, rest: tuple[Hop, ...]) -> tuple[Home, Field | None, Route]:
    """Return the many rows, the link from them back, and the way on from there."""
    if route.into is not None:
        home = Home(route.home.entity, route.into)
        return home, None, Route(home, rest, route.name, route.field)
    home = rest[0].to
    return home, rest[0].link, Route(home, rest[1:], route.name, route.field)
