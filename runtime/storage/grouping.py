"""Records of a list gathered by the values of one field: how many there are of each, and sums over them.

A further level is asked for group by group: the same question with the group as a condition. Rights are those
of the list: the same rows, and only fields that may be read in full.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import INTEGER, Connection, func, select, type_coerce
from sqlalchemy.sql.elements import ColumnElement

from engine.access.decision import Decision
from engine.entities.field_type import Trait
from engine.entities.shown_as import shown_as
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Field, LinkOptions, PersonOptions
from engine.query.record_query import RecordQuery, check_limits
from engine.reports.periods import Unit, calendar_of
from runtime.storage.asking import condition_storages, condition_values, shape_key, shape_of
from runtime.storage.authorized import AuthorizedField, authorized
from runtime.storage.columns.column import Storage
from runtime.storage.columns.families import DAY
from runtime.storage.compile import matching, value_sql
from runtime.storage.expanding import people, record_titles
from runtime.storage.formulas_in_sql import SqlFormulas
from runtime.storage.periods_in_sql import Periods, period_sql
from runtime.storage.plans import plans_of
from runtime.storage.rows import Item
from runtime.storage.sql_types import is_sqlite
from runtime.storage.statement import Row, Statement, compile_statement, run
from runtime.storage.viewer import Viewer

MOST_GROUPS = 200
MOST_SUMS = 10
# SQLite adds 64-bit integers: high and low digits are added apart, so that no sum is too large.
HALF = 10**9
_REFUSALS = {"by": "query.group.unsuitable", "sums": "query.sum.unsuitable"}


@dataclass(frozen=True, slots=True)
class Grouping:
    """The field records are gathered by, for dates by which part of them, and the fields added up."""

    by: str
    sums: tuple[str, ...] = ()
    grain: Unit | None = None


@dataclass(frozen=True, slots=True)
class Groups:
    """The largest groups as they are sent, how many there are in all, and how many records."""

    items: list[Item]
    groups: int
    total: int


@dataclass(frozen=True, slots=True)
class _Plan:
    """A compiled grouping: its statement, how the values of conditions, the key and the sums are kept."""

    statement: Statement
    conditions: tuple[Storage, ...]
    key: Storage
    sums: tuple[Storage, ...]


def group(
    viewer: Viewer, connection: Connection, entity: str, query: RecordQuery, grouping: Grouping
) -> Groups:
    """Return the groups of the records a query is about, the blank one among them, titles beside ids."""
    too_much = check_limits(query)
    if too_much:
        raise Invalid(too_much)
    decision = viewer.require("read", entity)
    asked = replace(query, sort=(), fields=())
    key = (*shape_key(viewer, entity, asked, None), "groups", grouping)
    plan = plans_of(viewer.definition).get(key, lambda: _compile(viewer, decision, asked, grouping))
    given = condition_values(viewer, plan.conditions, query)
    rows = run(connection, plan.statement, {**given, **viewer.bound(plan.statement)})
    items = [_item(viewer, plan, grouping.sums, row) for row in rows]
    _add_titles(viewer, connection, _field(viewer.definition, decision, grouping.by), items)
    groups, total = rows[0][1:3] if rows else (0, 0)
    return Groups(items, groups, int(total))


def _compile(viewer: Viewer, decision: Decision, query: RecordQuery, grouping: Grouping) -> _Plan:
    site, formulas = viewer.site(decision.entity), SqlFormulas(viewer.dialect)
    shape = shape_of(viewer, decision, query, None)
    by, *added_up = _authorized(viewer, decision, grouping)
    key, *summed = [value_sql(site, formulas, each) for each in (by, *added_up)]
    periods = _periods(viewer, by, grouping.grain)
    gathered = period_sql(key.value, periods, viewer.dialect) if periods else key.value
    columns = [gathered.label("k"), *(each.value.label(f"s{n}") for n, each in enumerate(summed))]
    inner = matching(select(*columns).select_from(site.table), site, formulas, shape).subquery()
    count = func.count().label("n")
    added = [part for n in range(len(summed)) for part in _added(viewer, inner.c[f"s{n}"])]
    in_all = (func.count().over(), func.sum(count).over())
    found = select(inner.c.k, *in_all, count, *added).group_by(inner.c.k).order_by(count.desc(), inner.c.k)
    return _Plan(
        compile_statement(found.limit(MOST_GROUPS), viewer.dialect),
        condition_storages(site, formulas, shape),
        DAY if periods else key.storage,
        tuple(each.storage for each in summed),
    )


def _periods(viewer: Viewer, by: AuthorizedField, grain: Unit | None) -> Periods | None:
    """Return the periods that make the groups; days are periods of instants, but of dates their values."""
    assert by.field is not None
    of_instants = shown_as(viewer.definition, by.field).key == "datetime"
    if grain is None and not of_instants:
        return None
    return Periods(grain or "day", calendar_of(viewer.definition.app), viewer.context.timezone, of_instants)


def _added(viewer: Viewer, value: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    if not is_sqlite(viewer.dialect):
        return [func.sum(value)]
    kept = type_coerce(value, INTEGER)
    return [func.sum(kept.op("/")(HALF)), func.sum(kept.op("%")(HALF))]


def _authorized(viewer: Viewer, decision: Decision, grouping: Grouping) -> tuple[AuthorizedField, ...]:
    """Return the fields a grouping names; refuse those that may not be read, or not be grouped or added."""
    by, sums = grouping.by, grouping.sums
    wanted = [("by", by, Trait.GROUPABLE), *(("sums", name, Trait.SUMMABLE) for name in sums)]
    found = [_usable(viewer, decision, *each) for each in wanted]
    issues = [each for each in found if isinstance(each, Issue)]
    if len(sums) > MOST_SUMS:
        issues.append(Issue("query.size.too_much", ("sums",), {"count": len(sums), "limit": MOST_SUMS}))
    if grouping.grain and not issues and not _is_dated(viewer, found[0]):
        issues.append(Issue("query.group.unsuitable", ("grain",), {"field": by}))
    if issues:
        raise Invalid(issues)
    return tuple(each for each in found if isinstance(each, AuthorizedField))


def _is_dated(viewer: Viewer, found: AuthorizedField | Issue) -> bool:
    field = found.field if isinstance(found, AuthorizedField) else None
    return field is not None and shown_as(viewer.definition, field).key in ("date", "datetime")


def _usable(
    viewer: Viewer, decision: Decision, place: str, name: str, trait: Trait
) -> AuthorizedField | Issue:
    found = authorized(viewer.definition, decision, name)
    if isinstance(found, Issue):
        return found.under(place)
    if found.field is None or trait not in shown_as(viewer.definition, found.field).traits:
        return Issue(_REFUSALS[place], (place,), {"field": name})
    return found


def _item(viewer: Viewer, plan: _Plan, names: Sequence[str], row: Row) -> Item:
    value, _, _, count, *added = row
    width = len(added) // len(names) if names else 1
    halves = [added[at : at + width] for at in range(0, len(added), width)]
    sums = {
        name: _sum(viewer, storage, half)
        for name, storage, half in zip(names, plan.sums, halves, strict=True)
    }
    return {"value": _wire(viewer, plan.key, value), "count": count, "sums": sums}


def _sum(viewer: Viewer, storage: Storage, half: Sequence[Any]) -> Any:
    """Join what was added apart; of no values at all there is no sum."""
    if half[0] is None:
        return None
    total = half[0] * HALF + half[1] if len(half) > 1 else half[0]
    return _wire(viewer, storage, int(total) if storage.scale is None else total)


def _wire(viewer: Viewer, storage: Storage, value: Any) -> Any:
    conversion = storage.conversion(viewer.dialect)
    convert = conversion.to_wire or conversion.from_db
    return convert(value) if convert and value is not None else value


def _field(definition: Definition, decision: Decision, name: str) -> Field | None:
    found = authorized(definition, decision, name)
    return found.field if isinstance(found, AuthorizedField) else None


def _add_titles(viewer: Viewer, connection: Connection, field: Field | None, items: list[Item]) -> None:
    """Linked records and people stand in the answer as in an expanded record."""
    ids = [each["value"] for each in items if each["value"] is not None]
    match field.options if field else None:
        case LinkOptions(entity=target):
            titles = record_titles(viewer, connection, target, ids) if ids else {}
        case PersonOptions():
            titles = people(viewer, connection, ids)
        case _:
            return
    for each in items:
        if each["value"] is not None:
            each["value"] = titles.get(each["value"]) or {"id": each["value"], "title": None}
