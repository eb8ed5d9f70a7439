"""Questions to SQL: a closed set of parts, fields with their permission, constants as parameters.

A statement is made once per shape of question and kept; what differs between two questions of one shape
is bound when it runs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Select, func, or_, select

from engine.access.decision import Decision
from engine.expressions.nodes import Node
from engine.metadata.model import LinesOptions, LinkOptions
from runtime.storage.authorized import AuthorizedField
from runtime.storage.binding import Sql, is_one_of, parameter
from runtime.storage.columns.families import KEY, TEXT, WHOLE
from runtime.storage.conditions import condition_sql, like
from runtime.storage.live import FieldSql, Formulas, Site, field_sql, linked_title_sql, system_sql, title_sql
from runtime.storage.paging import SortKey, comes_after, order_by
from runtime.storage.rows import Form, Reader, Shown, readers
from runtime.storage.statement import Statement, compile_statement

Found: TypeAlias = Select[Any]

SYSTEM_COLUMNS = ("id", "version", "created_at", "created_by", "modified_at", "modified_by", "deleted_at")


@dataclass(frozen=True, slots=True)
class Conditioned:
    """A field under an operator; its value comes as parameters later."""

    field: AuthorizedField
    operator: str


@dataclass(frozen=True, slots=True)
class Shape:
    """All of a question that its SQL depends on.

    `blanks` tells which parts of the cursor are blank; `seen_by` says the filter in the viewer's eyes.
    """

    decision: Decision
    shown: tuple[AuthorizedField, ...]
    conditions: tuple[Conditioned, ...] = ()
    filter: Node | None = None
    seen_by: Formulas | None = None
    searched: tuple[AuthorizedField, ...] = ()
    sort: tuple[tuple[AuthorizedField, bool], ...] = ()
    blanks: tuple[bool, ...] | None = None
    trash: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A compiled question: what makes records of its rows, and how many columns of a row they take.

    In lists the key of the order follows in the row.
    """

    statement: Statement
    read: Mapping[Form, Reader]
    width: int


def get_plan(site: Site, formulas: Formulas, decision: Decision, shown: Sequence[AuthorizedField]) -> Plan:
    """Compile reading one record by id, living or in the trash, that meets the decision's row rule."""
    columns, named = _selected(site, formulas, shown)
    found = select(*columns).where(site.table.c["id"] == parameter("id", KEY, site.dialect))
    return _plan(_allowed(found, site, formulas, decision), named, site)


def list_plan(site: Site, formulas: Formulas, shape: Shape) -> Plan:
    """Compile a page of a list."""
    columns, named = _selected(site, formulas, shape.shown)
    keys = sort_keys(site, formulas, shape.sort)
    found = matching(select(*columns, *(each.value for each in keys)), site, formulas, shape)
    if shape.blanks is not None:
        found = found.where(comes_after(keys, shape.blanks, site.dialect))
    limited = found.order_by(*order_by(keys, site.dialect)).limit(parameter("limit", WHOLE, site.dialect))
    return _plan(limited, named, site)


def count_plan(site: Site, formulas: Formulas, shape: Shape) -> Statement:
    """Compile the number of records of a list."""
    counted = select(func.count()).select_from(site.table)
    return compile_statement(matching(counted, site, formulas, shape), site.dialect)


def titles_plan(site: Site, formulas: Formulas, decision: Decision, shown: Sequence[AuthorizedField]) -> Plan:
    """Compile the titles, and further fields, of records by a list of ids."""
    values = [value_sql(site, formulas, each) for each in shown]
    id = site.table.c["id"]
    columns = [id, title_sql(site, formulas).value, *(each.value for each in values)]
    found = select(*columns).where(is_one_of(id, "ids", KEY, site.dialect))
    return _plan(_allowed(found, site, formulas, decision), _named(shown, values), site)


def lines_plan(site: Site, formulas: Formulas, shown: Sequence[AuthorizedField]) -> Plan:
    """Compile the detail lines of records by a list of ids; rows begin with the ids of record and line."""
    values = [value_sql(site, formulas, each) for each in shown]
    parent = site.table.c["parent"]
    found = select(parent, site.table.c["id"], *(each.value for each in values))
    ordered = found.where(is_one_of(parent, "ids", KEY, site.dialect)).order_by(
        parent, site.table.c["position"]
    )
    return _plan(ordered, _named(shown, values), site)


def _named(shown: Sequence[AuthorizedField], values: Sequence[FieldSql]) -> tuple[Shown, ...]:
    return tuple(
        Shown(each.name, value.storage, each.is_masked) for each, value in zip(shown, values, strict=True)
    )


def _plan(found: Found, named: tuple[Shown, ...], site: Site) -> Plan:
    return Plan(compile_statement(found, site.dialect), readers(named, site.dialect), len(named))


def sort_keys(
    site: Site, formulas: Formulas, sort: Sequence[tuple[AuthorizedField, bool]]
) -> tuple[SortKey, ...]:
    """Return the columns of an order, the id last; newest first where no order is asked for."""
    keys = [_sort_key(site, formulas, field, descending) for field, descending in sort]
    last = keys[-1].descending if keys else True
    return (*keys, SortKey(site.table.c["id"], KEY, last, is_never_blank=True))


def _sort_key(site: Site, formulas: Formulas, field: AuthorizedField, descending: bool) -> SortKey:
    found = value_sql(site, formulas, field)
    storage = found.storage if found.order is found.value else TEXT
    return SortKey(
        found.order, storage, descending, is_never_blank=field.field is None and field.name != "created_by"
    )


def _selected(
    site: Site, formulas: Formulas, shown: Sequence[AuthorizedField]
) -> tuple[list[Sql], tuple[Shown, ...]]:
    """Return the columns of an answer: the system's, then the fields'; detail lines are read apart."""
    system = [(name, system_sql(site, name)) for name in SYSTEM_COLUMNS]
    valued = [
        (each, value_sql(site, formulas, each))
        for each in shown
        if each.field and not isinstance(each.field.options, LinesOptions)
    ]
    named = [Shown(name, value.storage) for name, value in system]
    named += [Shown(each.name, value.storage, each.is_masked) for each, value in valued]
    return [value.value for _, value in (*system, *valued)], tuple(named)


def value_sql(site: Site, formulas: Formulas, field: AuthorizedField) -> FieldSql:
    """Return an authorized field in SQL."""
    return field_sql(site, field.field, formulas) if field.field else system_sql(site, field.name)


def _allowed(found: Found, site: Site, formulas: Formulas, decision: Decision) -> Found:
    return found if decision.row is True else found.where(formulas.condition(site, decision.row))


def matching(found: Found, site: Site, formulas: Formulas, shape: Shape) -> Found:
    """Return a selection of those rows a shape is about and its decision allows."""
    deleted = site.table.c["deleted_at"]
    found = found.where(deleted.is_not(None) if shape.trash else deleted.is_(None))
    found = _allowed(found, site, formulas, shape.decision)
    for index, each in enumerate(shape.conditions):
        target = value_sql(site, formulas, each.field)
        found = found.where(condition_sql(each.operator, target, f"condition_{index}", site.dialect))
    if shape.filter is not None:
        found = found.where((shape.seen_by or formulas).condition(site, shape.filter))
    return found.where(_found_by_search(site, formulas, shape.searched)) if shape.searched else found


def _found_by_search(site: Site, formulas: Formulas, fields: Sequence[AuthorizedField]) -> Sql:
    pattern = parameter("search", TEXT, site.dialect)
    return or_(*(like(_searched(site, formulas, each), pattern, site.dialect) for each in fields))


def _searched(site: Site, formulas: Formulas, field: AuthorizedField) -> Sql:
    """Return the text of a field that is searched: of a link the title it shows."""
    if field.field and isinstance(field.field.options, LinkOptions):
        return linked_title_sql(site, field.field, formulas).value
    return value_sql(site, formulas, field).value
