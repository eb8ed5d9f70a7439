"""What went wrong and waits for somebody: one row per cause, reopened when it happens again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, insert, select, update

from engine.ports import IdSource
from runtime.storage.system_tables_flows import sys_incident

IncidentKind = Literal["step", "call", "inbound", "loop", "stock"]
_rows = sys_incident.c


@dataclass(frozen=True, slots=True, kw_only=True)
class NewIncident:
    """Something that went wrong; `subject` names its cause, so that the same is not told twice."""

    app: str
    kind: IncidentKind
    code: str
    subject: str
    params: Mapping[str, Any] = field(default_factory=dict)
    flow: str | None = None
    node: str | None = None
    instance: str | None = None
    entity: str | None = None
    record: str | None = None
    token: int | None = None
    outbox: str | None = None
    effect: Mapping[str, Any] | None = None


def open_incident(connection: Connection, new: NewIncident, ids: IdSource, now: datetime) -> str:
    """Tell of an incident; return its id."""
    said = {"code": new.code, "params": dict(new.params), "at": now, "state": "open", "outbox_id": new.outbox}
    known = connection.execute(select(_rows.id, _rows.attempts).where(_rows.subject == new.subject)).first()
    if known is not None:
        again = {
            **said,
            "attempts": known.attempts + 1,
            "closed_at": None,
            "closed_by": None,
            "closed_how": None,
        }
        changed = update(sys_incident).where(_rows.id == known.id)
        connection.execute(changed.values(**again, version=_rows.version + 1))
        return str(known.id)
    id = ids.record_id()
    connection.execute(
        insert(sys_incident).values(
            **said,
            id=id,
            app_id=new.app,
            kind=new.kind,
            subject=new.subject,
            flow_id=new.flow,
            node_id=new.node,
            instance_id=new.instance,
            entity_id=new.entity,
            record_id=new.record,
            token=new.token,
            effect=dict(new.effect) if new.effect is not None else None,
            attempts=1,
            version=1,
        )
    )
    return id


def close_incident(
    connection: Connection, subject: str, now: datetime, *, how: str = "done", by: str | None = None
) -> bool:
    """Say that what went wrong is mended; tell whether it was open."""
    closing = update(sys_incident).where(_rows.subject == subject, _rows.state == "open")
    closed = {"state": "closed", "closed_at": now, "closed_by": by, "closed_how": how}
    return connection.execute(closing.values(**closed, version=_rows.version + 1)).rowcount == 1


def close_of_run(connection: Connection, instance: str, now: datetime) -> None:
    """Close what is open about a run that has ended."""
    closing = update(sys_incident).where(_rows.instance_id == instance, _rows.state == "open")
    closed = {"state": "closed", "closed_at": now, "closed_how": "ended"}
    connection.execute(closing.values(**closed, version=_rows.version + 1))
