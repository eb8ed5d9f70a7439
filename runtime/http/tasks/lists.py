"""Lists of tasks: what waits for somebody, what they decided, what they have started. Each by one index."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select, tuple_
from sqlalchemy.sql import ColumnElement

from engine.access.principal import Principal
from engine.kernel.errors import Invalid
from runtime.http.flows.run_items import run_items
from runtime.http.flows.showing import Item, Showing
from runtime.http.flows.task_items import summed_up
from runtime.storage.record_ids import is_record_id
from runtime.storage.system_tables_flows import sys_flow_instance, sys_task

_tasks, _runs = sys_task.c, sys_flow_instance.c


def list_todo(showing: Showing, reader: Principal, app: str | None, cursor: str | None, limit: int) -> Item:
    """Return pending tasks of a person, the newest first."""
    mine = [_tasks.person == reader.user, _tasks.state == "pending", *_of_app(_tasks.app_id, app)]
    if cursor:
        mine.append(_tasks.id < _id(cursor))
    rows = _rows(showing.connection, select(sys_task).where(*mine).order_by(_tasks.id.desc()), limit)
    more = rows[limit - 1].id if len(rows) > limit else None
    return {"items": summed_up(showing, reader, rows[:limit]), "next_cursor": more}


def list_done(showing: Showing, reader: Principal, app: str | None, cursor: str | None, limit: int) -> Item:
    """Return what a person decided, the latest first."""
    mine = [_tasks.decided_by == reader.user, *_of_app(_tasks.app_id, app)]
    if cursor:
        at, _, id = cursor.partition("|")
        mine.append(tuple_(_tasks.decided_at, _tasks.id) < tuple_(_moment(at), _id(id)))
    ordered = select(sys_task).where(*mine).order_by(_tasks.decided_at.desc(), _tasks.id.desc())
    rows = _rows(showing.connection, ordered, limit)
    last = rows[limit - 1] if len(rows) > limit else None
    more = f"{last.decided_at.isoformat()}|{last.id}" if last is not None else None
    return {"items": summed_up(showing, reader, rows[:limit]), "next_cursor": more}


def list_started(
    showing: Showing, reader: Principal, app: str | None, cursor: str | None, limit: int
) -> Item:
    """Return the runs a person has started, the newest first."""
    mine = [_runs.submitter == reader.user, *_of_app(_runs.app_id, app)]
    if cursor:
        mine.append(_runs.id < _id(cursor))
    rows = _rows(showing.connection, select(sys_flow_instance).where(*mine).order_by(_runs.id.desc()), limit)
    more = rows[limit - 1].id if len(rows) > limit else None
    return {"items": run_items(showing, rows[:limit]), "next_cursor": more}


def counts(connection: Connection, person: str) -> dict[str, int]:
    """Return how much waits for a person, and how much of what they started is under way."""
    todo = select(func.count()).where(_tasks.person == person, _tasks.state == "pending")
    started = select(func.count()).where(_runs.submitter == person, _runs.state == "running")
    return {
        "todo": connection.execute(todo).scalar_one(),
        "started": connection.execute(started).scalar_one(),
    }


def _rows(connection: Connection, found: Any, limit: int) -> list[Row[Any]]:
    return list(connection.execute(found.limit(limit + 1)))


def _of_app(column: ColumnElement[Any], app: str | None) -> list[ColumnElement[bool]]:
    return [column == app] if app else []


def _id(text: str) -> str:
    if not is_record_id(text):
        raise Invalid.of("query.cursor.unreadable", ("cursor",))
    return text


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as problem:
        raise Invalid.of("query.cursor.unreadable", ("cursor",)) from problem
