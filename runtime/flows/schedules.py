"""Schedules: each flow with a timetable has one job for its next time, made when the time before was done.

Times are those of the app's zone. A time that passed while nothing ran is caught up once.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from engine.access.principal import SYSTEM
from engine.flows.triggers.schedule import due_times
from engine.metadata.definition import Definition
from engine.metadata.model import Flow, ScheduleTrigger
from engine.query.record_query import RecordQuery
from runtime.flows.outbox import Job, NewJob
from runtime.flows.runtime import FlowRuntime
from runtime.flows.starting import NewRun, Published, Starter
from runtime.storage.reading import find
from runtime.storage.unit import Origin

_PAGE = 500
MOST_RECORDS = 10_000


def plan_schedules(runtime: FlowRuntime, connection: Connection, definitions: list[Definition]) -> None:
    """See to it that every enabled schedule has a job for its next time."""
    now = runtime.store.clock.now()
    for definition in definitions:
        for flow in definition.flows.values():
            if flow.enabled and isinstance(flow.trigger, ScheduleTrigger):
                _put_next(runtime, connection, definition, flow, now)


def fire_schedule(runtime: FlowRuntime, connection: Connection, job: Job) -> None:
    """Start a flow for every record it runs on, and plan its next time; a changed timetable has no effect."""
    app = runtime.apps.by_id(job.app)
    flow = app.definition.flows.get(job.payload["flow"]) if app else None
    if app is None or flow is None or not flow.enabled or not isinstance(flow.trigger, ScheduleTrigger):
        return
    if job.payload["cron"] == flow.trigger.cron:
        start = Starter(runtime.store.ids, runtime.bell, runtime.announce)
        published, now = Published(app.definition, app.release), runtime.store.clock.now()
        for record in _records(runtime, connection, app.definition, flow.trigger):
            new = NewRun(flow=flow.id, entity=flow.trigger.entity, record=record, submitter=None)
            start(connection, published, new, now)
    _put_next(runtime, connection, app.definition, flow, max(job.run_at, runtime.store.clock.now()))


def _put_next(
    runtime: FlowRuntime, connection: Connection, definition: Definition, flow: Flow, after: datetime
) -> None:
    assert isinstance(flow.trigger, ScheduleTrigger)
    cron = flow.trigger.cron
    at = next(due_times(cron, after, ZoneInfo(definition.app.timezone)), None)
    if at is None:
        return
    key = f"schedule:{flow.id}:{cron}:{at.isoformat()}"
    payload = {"flow": flow.id, "cron": cron}
    job = NewJob(kind="schedule", app=definition.app.id, key=key, run_at=at, payload=payload)
    runtime.put(connection, job)


def _records(
    runtime: FlowRuntime, connection: Connection, definition: Definition, trigger: ScheduleTrigger
) -> list[str]:
    repository = runtime.repository(definition, SYSTEM, Origin("flow"))
    viewer = repository.within(connection).unit.viewer
    found: list[str] = []
    cursor: str | None = None
    while len(found) < MOST_RECORDS:
        query = RecordQuery(filter=trigger.when, fields=("id",), limit=_PAGE, cursor=cursor)
        page = find(viewer, connection, trigger.entity, query, "values")
        found += [item["id"] for item in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break
    return found
