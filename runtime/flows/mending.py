"""Mends an incident: a step is done again, skipped or done otherwise; a job is replayed or given up."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from engine.flows.events import EffectDone
from engine.kernel.errors import Conflict, NotFound
from engine.ports import Clock
from runtime.flows.ending import How, repair
from runtime.flows.incidents import close_incident
from runtime.flows.outbox import give_up, replay
from runtime.flows.runtime import FlowRuntime
from runtime.flows.stepping import step
from runtime.realtime.frame import Frame
from runtime.storage.record_ids import is_record_id
from runtime.storage.system_tables_flows import sys_incident, sys_outbox

_rows, _jobs = sys_incident.c, sys_outbox.c


def mend(
    runtime: FlowRuntime,
    connection: Connection,
    *,
    incident: str,
    by: str,
    how: How,
    values: Mapping[str, Any],
) -> None:
    """Mend an open incident; what goes wrong again opens it again."""
    found = (
        select(sys_incident).where(_rows.id == incident).with_for_update() if is_record_id(incident) else None
    )
    row = connection.execute(found).first() if found is not None else None
    if row is None:
        raise NotFound.of("flow.incident.unknown")
    if row.state != "open":
        raise Conflict.of("flow.incident.settled")
    now = _clock(runtime).now()
    close_incident(connection, row.subject, now, how=how, by=by)
    if row.token is not None and row.instance_id is not None:
        repair(runtime, connection, (row.instance_id, row.token), by, how=how, values=values)
    elif row.outbox_id is not None:
        _mend_job(runtime, connection, row.outbox_id, how, values)
    elif row.kind == "inbound":
        runtime.inbound(connection, row.subject, how)
    elif how != "skip":
        raise Conflict.of("flow.incident.unrepairable")
    runtime.announce(connection, [Frame(kind="incident", app=row.app_id, id=incident)])


def _mend_job(
    runtime: FlowRuntime, connection: Connection, id: str, how: How, values: Mapping[str, Any]
) -> None:
    job = connection.execute(select(sys_outbox).where(_jobs.id == id)).first()
    if job is None:
        raise Conflict.of("flow.incident.settled")
    if how == "skip":
        if not give_up(connection, id):
            raise Conflict.of("flow.incident.settled")
        if job.kind == "call" and job.instance_id is not None:
            step(
                runtime,
                connection,
                job.instance_id,
                lambda facts: EffectDone(facts=facts, key=job.effect_key),
            )
        return
    payload = None
    if how == "edit":
        payload = {**job.payload, "values": {**job.payload.get("values", {}), **values}}
    if not replay(connection, id, _clock(runtime).now(), payload):
        raise Conflict.of("flow.incident.settled")
    runtime.bell.ring_after(connection)


def _clock(runtime: FlowRuntime) -> Clock:
    return runtime.store.clock
