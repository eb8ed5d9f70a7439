"""Reading records for a viewer on one connection: one, or a page, with the detail lines asked for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from sqlalchemy import Connection

from engine.entities.values import Line
from engine.kernel.errors import Invalid, NotFound
from engine.kernel.issue import Issue
from engine.query.record_query import RecordQuery, check_limits
from runtime.storage.asking import LinesQuestion, ask, ask_one, cursor_key, order_text, parameters, shape_key
from runtime.storage.binding import kept_list
from runtime.storage.columns.families import KEY
from runtime.storage.marking import Marked, mark
from runtime.storage.paging import write_cursor
from runtime.storage.plans import plans_of
from runtime.storage.record_ids import is_record_id
from runtime.storage.rows import Form, Item
from runtime.storage.statement import run
from runtime.storage.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ItemPage:
    """Records as flat items, system fields among them; with the ids of those each mark is true of."""

    items: list[Item]
    next_cursor: str | None = None
    total: int | None = None
    marked: tuple[Marked, ...] = ()


def get(viewer: Viewer, connection: Connection, entity: str, id: str, form: Form) -> Item:
    """Read one record with its detail lines; NotFound where it is absent or may not be read."""
    decision = viewer.require("read", entity)
    question = plans_of(viewer.definition).get(
        (viewer.reach, "get", entity), lambda: ask_one(viewer, decision)
    )
    rows = (
        run(connection, question.plan.statement, {"id": id, **viewer.bound(question.plan.statement)})
        if is_record_id(id)
        else []
    )
    if not rows:
        raise NotFound.of("record.absent")
    item = question.plan.read[form](rows[0])
    add_lines(viewer, connection, question.lines, [item], form)
    return item


def find(viewer: Viewer, connection: Connection, entity: str, query: RecordQuery, form: Form) -> ItemPage:
    """Read a page."""
    too_much = check_limits(query)
    if too_much:
        raise Invalid(too_much)
    decision = viewer.require("read", entity)
    after = cursor_key(query)
    question = plans_of(viewer.definition).get(
        shape_key(viewer, entity, query, after), lambda: ask(viewer, decision, query, after)
    )
    given = parameters(viewer, question, query, after)
    try:
        rows = run(connection, question.plan.statement, {**given, **viewer.bound(question.plan.statement)})
    except psycopg.DataError as problem:
        raise Invalid([Issue("query.cursor.unreadable", ("cursor",))]) if after else problem from problem
    page, width = rows[: query.limit], question.plan.width
    read = question.plan.read[form]
    items = [read(row) for row in page]
    add_lines(viewer, connection, question.lines, items, form)
    more = write_cursor(order_text(query), page[-1][width:]) if len(rows) > query.limit else None
    total = (
        run(connection, question.count, {**given, **viewer.bound(question.count)})[0][0]
        if query.count == "exact"
        else None
    )
    marked = mark(viewer, connection, decision, query.marks, [item["id"] for item in items])
    return ItemPage(items, more, total, marked)


def add_lines(
    viewer: Viewer, connection: Connection, questions: Sequence[LinesQuestion], items: list[Item], form: Form
) -> None:
    """Put detail lines into items: as `Line` values, or as objects with their id."""
    for question in questions:
        ids = kept_list([item["id"] for item in items], KEY, viewer.dialect)
        read = question.plan.read[form]
        found: Mapping[str, list[Any]] = defaultdict(list)
        for parent, id, *row in run(
            connection, question.plan.statement, {"ids": ids, **viewer.bound(question.plan.statement)}
        ):
            values = read(row)
            found[parent].append(Line(id, values) if form == "values" else {"id": id, **values})
        for item in items:
            lines = found.get(item["id"], [])
            item[question.name] = tuple(lines) if form == "values" else lines
