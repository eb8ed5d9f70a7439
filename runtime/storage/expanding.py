"""What links and persons lead to: titles and further fields, one statement per link of an answer."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Dialect, select

from engine.access.decision import Decision
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.metadata.definition import places
from engine.metadata.model import Field, LinkOptions, PersonOptions
from engine.query.record_query import Expand
from runtime.storage.authorized import AuthorizedField, authorized
from runtime.storage.binding import is_one_of, kept_list
from runtime.storage.columns.families import KEY
from runtime.storage.compile import Plan, titles_plan
from runtime.storage.expanding_files import expand_files
from runtime.storage.formulas_in_sql import SqlFormulas
from runtime.storage.plans import plans_of
from runtime.storage.statement import Statement, compile_statement, run
from runtime.storage.system_tables import sys_user
from runtime.storage.viewer import Viewer

PEOPLE = ("created_by", "modified_by")
EVERYTHING = "*"

Item = dict[str, Any]


def expand(
    viewer: Viewer, connection: Connection, entity: str, items: list[Item], wanted: Iterable[Expand]
) -> None:
    """Turn the ids in items into `{"id", "title", …}`; what may not be seen keeps its id alone.

    Everything includes links and persons in detail lines, and attachments.
    """
    asked = tuple(wanted)
    for each in _named(viewer, entity, asked):
        holders = [one for one in _holders(items, each.lines) if one.get(each.name)]
        if not holders:
            continue
        found = _found(viewer, connection, each, sorted({one[each.name] for one in holders}))
        for one in holders:
            one[each.name] = found.get(one[each.name]) or {"id": one[each.name], "title": None}
    if any(each.field == EVERYTHING for each in asked):
        expand_files(viewer, connection, entity, items)


def _holders(items: list[Item], lines: str | None) -> list[Item]:
    """List what has the field: the records, or the detail lines of one field that they carry."""
    return items if lines is None else [line for item in items for line in item.get(lines) or ()]


@dataclass(frozen=True, slots=True)
class _Link:
    """A link or person field to expand; `target` is the entity, or None for people."""

    name: str
    target: str | None
    fields: tuple[str, ...] = ()
    lines: str | None = None


def _named(viewer: Viewer, entity: str, wanted: Iterable[Expand]) -> Iterable[_Link]:
    decision = viewer.require("read", entity)
    links: dict[tuple[str | None, str], _Link] = {}
    for index, each in enumerate(wanted):
        if each.field == EVERYTHING:
            links = {(link.lines, link.name): link for link in _every(viewer, entity, decision)} | links
            continue
        found = authorized(viewer.definition, decision, each.field)
        link = _Link(each.field, None) if each.field in PEOPLE else None
        if isinstance(found, AuthorizedField) and found.field:
            link = _link(found.field, each.fields)
        if link is None:
            raise Invalid([Issue("query.expand.no_link", ("expand", index), {"field": each.field})])
        links[None, link.name] = link
    return links.values()


def _every(viewer: Viewer, entity: str, decision: Decision) -> Iterable[_Link]:
    """List all links and persons that may be seen, those of detail lines among them."""
    for place in places(viewer.definition.entities[entity]):
        link = _link(place.field) if place.field.id in decision.readable else None
        if link:
            yield replace(link, lines=place.lines.name if place.lines else None)
    for name in PEOPLE:
        yield _Link(name, None)


def _link(field: Field, fields: tuple[str, ...] = ()) -> _Link | None:
    match field.options:
        case LinkOptions(entity=target):
            return _Link(field.name, target, fields)
        case PersonOptions():
            return _Link(field.name, None)
    return None


def _found(viewer: Viewer, connection: Connection, link: _Link, ids: list[str]) -> Mapping[str, Item]:
    if link.target is None:
        return people(viewer, connection, ids)
    viewer = viewer.beside_tasks()
    given = {"ids": kept_list(ids, KEY, viewer.dialect)}
    plan = plans_of(viewer.definition).get(
        (viewer.reach, "titles", link.target, link.fields), lambda: _titles(viewer, link)
    )
    if plan is None:
        return {}
    read = plan.read["json"]
    rows = run(connection, plan.statement, {**given, **viewer.bound(plan.statement)})
    return {row[0]: {"id": row[0], "title": row[1]} | read(row[2:]) for row in rows}


def record_titles(viewer: Viewer, connection: Connection, entity: str, ids: list[str]) -> Mapping[str, Item]:
    """Return records as `{"id", "title"}` by id, those that the viewer may read."""
    return _found(viewer, connection, _Link("", entity), ids)


def _titles(viewer: Viewer, link: _Link) -> Plan | None:
    assert link.target is not None
    decision = viewer.may("read", link.target)
    if decision is None:
        return None
    fields = [authorized(viewer.definition, decision, name, masked=True) for name in link.fields]
    refused = [each.under("expand") for each in fields if isinstance(each, Issue)]
    if refused:
        raise Invalid(refused)
    shown = [each for each in fields if isinstance(each, AuthorizedField)]
    return titles_plan(viewer.site(link.target), SqlFormulas(viewer.dialect), decision, shown)


def titles(viewer: Viewer, connection: Connection, entity: str, ids: Collection[str]) -> Mapping[str, Item]:
    """Return records as `{"id", "title"}` by id, as far as they may be seen."""
    return _found(viewer, connection, _Link("", entity), list(ids)) if ids else {}


def people(viewer: Viewer, connection: Connection, ids: Collection[str]) -> Mapping[str, Item]:
    """Return people as `{"id", "title"}` by id."""
    statement = plans_of(viewer.definition).get(
        (viewer.dialect.name, "people"), lambda: _people_statement(viewer.dialect)
    )
    rows = run(connection, statement, {"ids": kept_list(ids, KEY, viewer.dialect)}) if ids else []
    return {id: {"id": id, "title": name} for id, name in rows}


def _people_statement(dialect: Dialect) -> Statement:
    found = select(sys_user.c.id, sys_user.c.name).where(is_one_of(sys_user.c.id, "ids", KEY, dialect))
    return compile_statement(found, dialect)
