"""Expressions at a site in SQL: names become columns and look-ups, `formulas` does the rest.

Names that follow links see all records, as documents mean them, or only those a viewer may read, as in
filters of that viewer.
"""

from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Dialect, Subquery, case

from engine.dependencies.resolve import PARENT, Standpoint, Step, resolve
from engine.entities.conversion import scale_of
from engine.entities.expression import checked_at
from engine.entities.formula_text import formula_text
from engine.entities.scope import RecordScope
from engine.expressions.check import Checked, check
from engine.expressions.nodes import Node
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.metadata.definition import FieldPlace
from engine.metadata.model import Field, FormulaOptions, LinkOptions
from runtime.storage.formulas.compile import formula_condition, formula_value
from runtime.storage.formulas.term import SqlField
from runtime.storage.live import FieldSql, Site, Sql, field_sql, system_sql, through
from runtime.storage.viewer import Viewer


class Joins(Protocol):
    """What a statement over many rows joins once, not looked up for each row; None where it does not."""

    def parent(self, line: Site) -> Site | None:
        """Return the record of the line at a site."""

    def linked(self, site: Site, link: Field) -> Site | None:
        """Return the record that a link of the row at a site leads to."""

    def grouped(self, site: Site, field: Field, groups: Subquery) -> Subquery | None:
        """Return a field of the rows at a site as it is in `groups`: by `key`, their id, in `value`."""


@dataclass(frozen=True, slots=True)
class SqlFormulas:
    """Expressions for one dialect; `seen_by` limits the linked records that names can reach."""

    dialect: Dialect
    seen_by: Viewer | None = None
    joins: Joins | None = None

    def grouped(self, site: Site, field: Field, groups: Subquery) -> Subquery | None:
        """Join a field computed for all rows at once, where the statement is over many rows."""
        return self.joins.grouped(site, field, groups) if self.joins else None

    def value(self, site: Site, place: FieldPlace) -> Sql:
        """Return a live formula of the row at a site, as its field's storage keeps it."""
        assert isinstance(place.field.options, FormulaOptions)
        where = Standpoint(site.entity, site.lines)
        checked = checked_at(site.definition, where, formula_text(site.definition, place.field.options))
        if not isinstance(checked, Checked):
            raise Invalid(checked)
        scale = scale_of(place.field.options)
        return _said(
            formula_value(checked, _Names(site, SqlFormulas(self.dialect)), self.dialect, scale=scale)
        )

    def computed(self, site: Site, checked: Checked, scale: int | None) -> Sql:
        """Return what a checked expression gives for the row at a site, kept with decimal places."""
        return _said(formula_value(checked, _Names(site, self), self.dialect, scale=scale))

    def condition(self, site: Site, tree: Node) -> Sql:
        """Return whether the row at a site meets a condition; an error is no."""
        checked = check(tree, RecordScope(site.definition, Standpoint(site.entity, site.lines)))
        if not isinstance(checked, Checked):
            raise Invalid(checked)
        return _said(formula_condition(checked, _Names(site, self), self.dialect))


def _said(made: Sql | Issue) -> Sql:
    if isinstance(made, Issue):
        raise Invalid([made])
    return made


class _Names:
    """What the names of an expression are at a site."""

    def __init__(self, site: Site, formulas: SqlFormulas) -> None:
        self._site = site
        self._formulas = formulas
        self._scope = RecordScope(site.definition, Standpoint(site.entity, site.lines))

    def resolve(self, path: tuple[str, ...]) -> SqlField | None:
        """Return the SQL of a path over links; a list of values has none."""
        type = self._scope.resolve(path)
        if type is None or type.is_many:
            return None
        found = self._at(path)
        return SqlField(found.value, type, found.storage.scale) if found else None

    def _at(self, path: tuple[str, ...]) -> FieldSql | None:
        site = self._site
        if site.lines is not None and path[0] == PARENT:
            joins = self._formulas.joins
            if joined := joins.parent(site) if joins else None:
                return _Names(joined, self._formulas)._at(path[1:])
            owner = site.at(site.entity.id)
            inner = _Names(owner, self._formulas)._at(path[1:])
            return through(site, owner, site.table.c["parent"], inner) if inner else None
        steps = resolve(site.definition, Standpoint(site.entity, site.lines), path)
        return self._first(steps) if steps else None

    def _first(self, steps: tuple[Step, ...]) -> FieldSql | None:
        first, *rest = steps
        if first.field is None:
            return system_sql(self._site, first.name)
        if not rest:
            return field_sql(self._site, first.field, self._formulas)
        stored = self._site.stored(first.field)
        if stored is None or not isinstance(first.field.options, LinkOptions):
            return None
        joins = self._formulas.joins
        joined = joins.linked(self._site, first.field) if joins else None
        target = joined or self._site.at(first.field.options.entity)
        inner = _Names(target, self._formulas)._first(tuple(rest))
        if inner is None:
            return None
        if joined:
            return self._seen(target, inner)
        return through(self._site, target, self._site.table.c[stored.column.name], self._seen(target, inner))

    def _seen(self, target: Site, inner: FieldSql) -> FieldSql:
        """Hide a value of a record that the viewer may not read."""
        viewer = self._formulas.seen_by
        decision = viewer.may("read", target.entity.id) if viewer else None
        if decision is None or decision.row is True:
            return inner
        may_see = SqlFormulas(self._formulas.dialect).condition(target, decision.row)
        return FieldSql(case((may_see, inner.value)), inner.storage, inner.order, inner.field)
