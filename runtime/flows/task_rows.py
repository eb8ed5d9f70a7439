"""Tasks as rows, beside the instance that owns them: what a list of tasks is read from.

A row has a version and a state; it is closed only while it is open, so that of two decisions one is too late.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from engine.flows.instance import Task
from runtime.flows.stage import Stage
from runtime.storage.system_tables_flows import sys_task

OPEN = ("waiting", "pending")
_rows = sys_task.c


def keep_task(stage: Stage, task: Task) -> str:
    """Write a task that was made or has become somebody's; return the id of its row."""
    connection, instance = stage.connection, stage.instance
    mine = (_rows.instance_id == instance.id, _rows.number == task.number)
    known = connection.execute(select(_rows.id).where(*mine)).scalar()
    values = _values(task)
    if known is not None:
        connection.execute(update(sys_task).where(*mine).values(**values, version=_rows.version + 1))
        return str(known)
    id = stage.runtime.store.ids.record_id()
    connection.execute(
        insert(sys_task).values(
            **values,
            id=id,
            instance_id=instance.id,
            number=task.number,
            app_id=stage.app,
            flow_id=instance.flow,
            node_id=task.node,
            entity_id=instance.entity,
            record_id=instance.record,
            submitter=instance.submitter,
            version=1,
        )
    )
    return id


def close_task(connection: Connection, instance: str, task: Task) -> str | None:
    """Close the row of a task that is open; return its id, None where it is closed already."""
    mine = (_rows.instance_id == instance, _rows.number == task.number, _rows.state.in_(OPEN))
    closing = update(sys_task).where(*mine).values(**_values(task), version=_rows.version + 1)
    closed = connection.execute(closing.returning(_rows.id)).scalar()
    return str(closed) if closed is not None else None


def pending_ids(connection: Connection, instance: str) -> Mapping[int, str]:
    """Return the rows of pending tasks of a run by their number."""
    found = select(_rows.number, _rows.id).where(_rows.instance_id == instance, _rows.state == "pending")
    return {row.number: str(row.id) for row in connection.execute(found)}


def _values(task: Task) -> dict[str, Any]:
    return {
        "kind": task.kind,
        "state": task.state,
        "person": task.person,
        "since": task.since,
        "due": task.due,
        "decided_at": task.decided_at,
        "decided_by": task.decided_by,
        "opinion": task.opinion,
    }
