"""From a question in names to its shape in authorized fields, and to the parameters of its statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import SYSTEM
from engine.entities.computed import is_stored
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.metadata.definition import places
from engine.metadata.model import Field, LinesOptions
from engine.query.record_query import RecordQuery
from runtime.storage.authorized import AuthorizedField, authorized, shown_fields
from runtime.storage.columns.column import Storage
from runtime.storage.compile import (
    Conditioned,
    Plan,
    Shape,
    count_plan,
    get_plan,
    lines_plan,
    list_plan,
    value_sql,
)
from runtime.storage.conditions import condition_parameters, contains_pattern, suits
from runtime.storage.filters import readable_filter
from runtime.storage.formulas_in_sql import SqlFormulas
from runtime.storage.given import read_given
from runtime.storage.live import Formulas, Site
from runtime.storage.paging import Key, after_parameters, read_cursor
from runtime.storage.plans import plans_of
from runtime.storage.statement import Statement
from runtime.storage.viewer import Viewer


@dataclass(frozen=True, slots=True)
class LinesQuestion:
    """How the detail lines of one field are read."""

    name: str
    plan: Plan


@dataclass(frozen=True, slots=True)
class Question:
    """A compiled question for one record or a list, with the lines that go with it.

    `conditions` tells how each compared value is kept.
    """

    plan: Plan
    count: Statement
    conditions: tuple[Storage, ...] = ()
    lines: tuple[LinesQuestion, ...] = ()


def shape_key(viewer: Viewer, entity: str, query: RecordQuery, after: Key | None) -> tuple[object, ...]:
    """Return what the SQL of a question depends on."""
    return (
        viewer.reach,
        entity,
        query.fields,
        tuple((each.field, each.operator) for each in query.conditions),
        query.filter,
        bool(query.search),
        query.sort,
        None if after is None else tuple(each is None for each in after),
        query.trash,
    )


def order_text(query: RecordQuery) -> str:
    """Return the order of a query as text; a cursor is good for one order only."""
    return ",".join(f"-{each.field}" if each.descending else each.field for each in query.sort)


def cursor_key(query: RecordQuery) -> Key | None:
    """Return where the page before ended."""
    if query.cursor is None:
        return None
    key = read_cursor(order_text(query), len(query.sort) + 1, query.cursor)
    if isinstance(key, Issue):
        raise Invalid([key])
    return key


def ask_one(viewer: Viewer, decision: Decision) -> Question:
    """Compile reading one record by id, with all its detail lines."""
    site, formulas = viewer.site(decision.entity), SqlFormulas(viewer.dialect)
    shown = shown_fields(viewer.definition, decision)
    plan = get_plan(site, formulas, decision, shown)
    return Question(plan, plan.statement, lines=_lines(viewer, site, formulas, shown))


def whole_question(viewer: Viewer, entity: str, live: frozenset[str] = frozenset()) -> Question:
    """Return how the installation itself reads a record: what is stored, and live fields by id."""
    return plans_of(viewer.definition).get(
        (viewer.dialect.name, "whole", entity, live), lambda: _whole(viewer, entity, live)
    )


def _whole(viewer: Viewer, entity: str, live: frozenset[str]) -> Question:
    decision = authorize(viewer.definition, SYSTEM, "read", entity)
    assert isinstance(decision, Decision)
    wanted = live | {
        place.field.id
        for place in places(viewer.definition.entities[entity])
        if is_stored(viewer.definition, place)
    }
    return ask_one(viewer, replace(decision, readable=decision.readable & wanted))


def ask(viewer: Viewer, decision: Decision, query: RecordQuery, after: Key | None) -> Question:
    """Compile a question; every name that may not be used is refused at once."""
    site, formulas = viewer.site(decision.entity), SqlFormulas(viewer.dialect)
    shape = shape_of(viewer, decision, query, after)
    storages = condition_storages(site, formulas, shape)
    lines = _lines(viewer, site, formulas, shape.shown)
    return Question(list_plan(site, formulas, shape), count_plan(site, formulas, shape), storages, lines)


def condition_storages(site: Site, formulas: Formulas, shape: Shape) -> tuple[Storage, ...]:
    """Return how the values of conditions are kept; refuse operators that do not suit them."""
    values = [value_sql(site, formulas, each.field) for each in shape.conditions]
    issues = [
        Issue(
            "query.operator.unsuitable",
            ("conditions", index),
            {"operator": each.operator, "field": each.field.name},
        )
        for index, (each, value) in enumerate(zip(shape.conditions, values, strict=True))
        if not suits(each.operator, value.storage)
    ]
    if issues:
        raise Invalid(issues)
    return tuple(each.storage for each in values)


def _lines(
    viewer: Viewer, site: Site, formulas: Formulas, shown: Sequence[AuthorizedField]
) -> tuple[LinesQuestion, ...]:
    """Compile the detail lines among shown fields, with those of their columns that may be read."""
    return tuple(
        LinesQuestion(each.name, _lines_plan(viewer, site, formulas, each.decision, each.field))
        for each in shown
        if each.field and isinstance(each.field.options, LinesOptions)
    )


def _lines_plan(viewer: Viewer, site: Site, formulas: Formulas, decision: Decision, field: Field) -> Plan:
    assert isinstance(field.options, LinesOptions)
    columns = [
        AuthorizedField(decision, each.name, each, each.id in decision.masked)
        for each in field.options.fields
        if each.id in decision.readable or each.id in decision.masked
    ]
    return lines_plan(site.at(decision.entity, field), formulas, columns)


def parameters(
    viewer: Viewer, question: Question, query: RecordQuery, after: Key | None
) -> Mapping[str, Any]:
    """Return what is bound when a question runs."""
    bound = {"limit": query.limit + 1, **condition_values(viewer, question.conditions, query)}
    return bound if after is None else {**bound, **after_parameters(after)}


def condition_values(viewer: Viewer, storages: Sequence[Storage], query: RecordQuery) -> dict[str, Any]:
    """Return what conditions and the search are bound to."""
    bound: dict[str, Any] = {}
    issues: list[Issue] = []
    for index, (each, storage) in enumerate(zip(query.conditions, storages, strict=True)):
        value = read_given(each.operator, each.value, storage, viewer.context)
        if isinstance(value, Issue):
            issues.append(value.under("conditions", index))
            continue
        name = f"condition_{index}"
        bound |= condition_parameters(each.operator, value, storage, name, viewer.context, viewer.dialect)
    if issues:
        raise Invalid(issues)
    if query.search:
        bound["search"] = contains_pattern(query.search)
    return bound


def shape_of(viewer: Viewer, decision: Decision, query: RecordQuery, after: Key | None) -> Shape:
    """Return a query in authorized fields; every name that may not be used is refused at once."""
    definition = viewer.definition
    issues: list[Issue] = []

    def named(name: str, *place: str | int, masked: bool = False) -> AuthorizedField:
        found = authorized(definition, decision, name, masked=masked)
        if isinstance(found, Issue):
            issues.append(found.under(*place))
            return AuthorizedField(decision, "id")
        return found

    conditions = tuple(
        Conditioned(named(each.field, "conditions", index), each.operator)
        for index, each in enumerate(query.conditions)
    )
    sort = tuple((named(each.field, "sort", index), each.descending) for index, each in enumerate(query.sort))
    if query.fields is None:
        shown = tuple(each for each in shown_fields(definition, decision) if not _is_lines(each))
    else:
        shown = tuple(named(each, "fields", index, masked=True) for index, each in enumerate(query.fields))
    if issues:
        raise Invalid(issues)
    tree = readable_filter(viewer, decision, query.filter) if query.filter else None
    blanks = None if after is None else tuple(each is None for each in after)
    return Shape(
        decision,
        shown,
        conditions,
        filter=tree,
        seen_by=SqlFormulas(viewer.dialect, viewer),
        searched=_searched(viewer, decision, query),
        sort=sort,
        blanks=blanks,
        trash=query.trash,
    )


def _searched(viewer: Viewer, decision: Decision, query: RecordQuery) -> tuple[AuthorizedField, ...]:
    """Return the fields a search looks at: those of the entity that may be read, or its title."""
    if not query.search:
        return ()
    entity = viewer.definition.entities[decision.entity]
    ids = entity.search or ((entity.title,) if entity.title else ())
    fields = [each for each in entity.fields if each.id in ids and each.id in decision.readable]
    return tuple(AuthorizedField(decision, each.name, each) for each in fields)


def _is_lines(field: AuthorizedField) -> bool:
    return field.field is not None and isinstance(field.field.options, LinesOptions)
