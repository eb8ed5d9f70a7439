"""What the value of a field is in SQL: its column, or the subquery that computes it when read.

Links are followed by scalar subqueries, each a look-up by key. Rights are not decided here: `site` says
in whose eyes linked records are seen.
"""

from dataclasses import dataclass, replace
from typing import Any, Protocol

from sqlalchemy import (
    INTEGER,
    ColumnElement,
    Dialect,
    FromClause,
    Subquery,
    case,
    func,
    literal,
    null,
    select,
    type_coerce,
)

from engine.expressions.nodes import Node
from engine.expressions.parse import parse
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import (
    Entity,
    Field,
    FormulaOptions,
    LinkOptions,
    LookupOptions,
    PersonOptions,
    RollupOptions,
)
from engine.query.aggregate import average_places
from runtime.storage.columns.column import Storage
from runtime.storage.columns.families import TEXT, WHOLE, scaled
from runtime.storage.physical import SYSTEM_STORAGE, StoredField, field_storage, record_tables
from runtime.storage.sql_types import is_sqlite
from runtime.storage.system_tables import sys_user

Sql = ColumnElement[Any]
TITLE_HOPS = 4
_NEVER_BLANK = ("count", "sum")


@dataclass(frozen=True, slots=True)
class Site:
    """One row in SQL whose fields are meant: of an entity, or of its detail lines."""

    definition: Definition
    dialect: Dialect
    entity: Entity
    table: FromClause
    lines: Field | None = None

    def at(self, entity_id: str, lines: Field | None = None) -> "Site":
        """Return a site at another row, under a name of its own."""
        target = record_tables(self.definition)[entity_id]
        table = target.lines[lines.id].table if lines else target.table
        return replace(self, entity=target.entity, table=table.alias(), lines=lines)

    def stored(self, field: Field) -> StoredField | None:
        """Return how a field of this row is stored, or None where it is live."""
        tables = record_tables(self.definition)[self.entity.id]
        return (tables.lines[self.lines.id].stored if self.lines else tables.stored).get(field.id)


@dataclass(frozen=True, slots=True)
class FieldSql:
    """A value in SQL, as the database keeps it by `storage`; `field` is the one it comes from at last."""

    value: Sql
    storage: Storage
    order: Sql
    field: Field | None = None


class Formulas(Protocol):
    """Expressions in SQL; the compiler of expressions gives them."""

    def value(self, site: Site, place: FieldPlace) -> Sql:
        """Return a live formula of the row at a site, as its field's storage keeps it."""

    def condition(self, site: Site, tree: Node) -> Sql:
        """Return whether the row at a site meets a condition; an error is no."""

    def grouped(self, site: Site, field: Field, groups: Subquery) -> Subquery | None:
        """Join a field computed for all rows at once; None where each row's is computed by itself."""


def site_of(definition: Definition, dialect: Dialect, entity_id: str) -> Site:
    """Return the site at the rows of an entity's own table."""
    target = record_tables(definition)[entity_id]
    return Site(definition, dialect, target.entity, target.table)


def system_sql(site: Site, name: str) -> FieldSql:
    """Return a system field such as `created_at`."""
    column = site.table.c[name]
    return FieldSql(column, SYSTEM_STORAGE[name], column)


def field_sql(site: Site, field: Field, formulas: Formulas) -> FieldSql:
    """Return the value of a field of the row at a site."""
    stored = site.stored(field)
    if stored is not None:
        column = site.table.c[stored.column.name]
        order = column if stored.sort_key is None else site.table.c[stored.sort_key.name]
        return FieldSql(column, stored.storage, order, field)
    match field.options:
        case LookupOptions():
            return _lookup(site, field.options, formulas)
        case RollupOptions():
            return _rollup(site, field, field.options, formulas)
        case FormulaOptions():
            value = formulas.value(site, FieldPlace(field, site.entity, site.lines))
            return FieldSql(value, field_storage(field), value, field)
    raise LookupError(f"{field.type} has no value of its own")


def title_sql(site: Site, formulas: Formulas, hops: int = TITLE_HOPS) -> FieldSql:
    """Return the title of the record at a site, over links where the title is one."""
    place = site.definition.field(site.entity.title) if site.entity.title else None
    if place is None or not hops:
        return FieldSql(null(), TEXT, site.table.c["id"])
    match place.field.options:
        case LinkOptions(entity=target) if target in site.definition.entities:
            return linked_title_sql(site, place.field, formulas, hops - 1)
        case PersonOptions():
            return person_sql(site, place.field)
    return field_sql(site, place.field, formulas)


def linked_title_sql(site: Site, field: Field, formulas: Formulas, hops: int = TITLE_HOPS) -> FieldSql:
    """Return the title of the record that a link at a site leads to."""
    assert isinstance(field.options, LinkOptions)
    other = site.at(field.options.entity)
    return through(site, other, _column(site, field), title_sql(other, formulas, hops))


def person_sql(site: Site, field: Field) -> FieldSql:
    """Return the name of the person in a field."""
    people = sys_user.alias()
    column = _column(site, field)
    name = select(people.c.name).where(people.c.id == column).correlate(site.table).scalar_subquery()
    return FieldSql(name, TEXT, name)


def _column(site: Site, field: Field) -> Sql:
    stored = site.stored(field)
    if stored is None:
        raise LookupError(f"{field.id} is not stored")
    return site.table.c[stored.column.name]


def through(site: Site, target: Site, key: Sql, inner: FieldSql) -> FieldSql:
    """Return a value at the row whose id a key of the row at a site holds."""

    def fetch(value: Sql) -> Sql:
        found = select(value).select_from(target.table).where(target.table.c["id"] == key)
        return found.correlate(site.table).scalar_subquery()

    value = fetch(inner.value)
    order = value if inner.order is inner.value else fetch(inner.order)
    return replace(inner, value=value, order=order)


def _lookup(site: Site, options: LookupOptions, formulas: Formulas) -> FieldSql:
    link, shown = site.definition.field(options.link), site.definition.field(options.field)
    assert link is not None
    assert shown is not None
    assert isinstance(link.field.options, LinkOptions)
    target = site.at(link.field.options.entity)
    return through(site, target, _column(site, link.field), field_sql(target, shown.field, formulas))


def _rollup(site: Site, field: Field, options: RollupOptions, formulas: Formulas) -> FieldSql:
    """Aggregate over the living records whose link leads to the row; their lines where the link is there."""
    link = site.definition.field(options.link)
    assert link is not None
    rows = site.at(options.entity, link.lines)
    owner = rows if link.lines is None else site.at(options.entity)
    key = _column(rows, link.field)
    conditions: list[Sql] = [owner.table.c["deleted_at"].is_(None)]
    if owner is not rows:
        conditions.append(rows.table.c["parent"] == owner.table.c["id"])
    if options.filter:
        conditions.append(formulas.condition(owner, parsed(options.filter)))
    summed = site.definition.field(options.field) if options.field else None
    inner = field_sql(rows, summed.field, formulas) if summed else None
    value, storage = _aggregate(options.aggregate, inner, site.dialect)
    made = select(value.label("value")).select_from(rows.table).where(*conditions)
    joined = formulas.grouped(site, field, made.add_columns(key.label("key")).group_by(key).subquery())
    if joined is None:
        result: Sql = made.where(key == site.table.c["id"]).correlate(site.table).scalar_subquery()
    else:
        result = joined.c["value"]
        if options.aggregate in _NEVER_BLANK:
            result = func.coalesce(result, literal(0, INTEGER()))
    return FieldSql(result, storage, result, inner.field if inner else None)


def parsed(text: str) -> Node:
    """Return the tree of an expression of a valid document."""
    tree = parse(text)
    if isinstance(tree, Issue):
        raise ValueError(f"not an expression: {text!r}")
    return tree


def _aggregate(kind: str, inner: FieldSql | None, dialect: Dialect) -> tuple[Sql, Storage]:
    """Return the figure and how it is kept. Without rows a count or sum is 0, the others are blank."""
    if inner is None or kind == "count":
        return func.count() if inner is None else func.count(inner.value), WHOLE
    match kind:
        case "sum":
            return func.coalesce(func.sum(inner.value), literal(0, INTEGER())), inner.storage
        case "minimum":
            return func.min(inner.value), inner.storage
        case "maximum":
            return func.max(inner.value), inner.storage
    return _average(inner, dialect)


def _average(inner: FieldSql, dialect: Dialect) -> tuple[Sql, Storage]:
    """Return the mean with two more places than its numbers, halves rounded away from zero."""
    scale = average_places(inner.storage.scale or 0)
    storage = scaled(scale)
    total: Sql = func.sum(inner.value)
    count = func.count(inner.value)
    if not is_sqlite(dialect):
        return func.round(total / func.nullif(count, 0), scale), storage
    total = type_coerce(total, INTEGER())
    shift = 10 ** (scale - (inner.storage.scale or 0))
    doubled = type_coerce(func.abs(total), INTEGER()) * (2 * shift)
    half_up = (doubled + count) // func.nullif(2 * count, 0, type_=INTEGER())
    return case((total < 0, -half_up), else_=half_up), storage
