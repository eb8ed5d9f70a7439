"""The outbox: what is still to be done, as rows that commit with their cause. The table is the truth.

A job is leased for a while by one worker at a time; each lease has a number (`fence`), so that a worker
that comes late changes nothing. Jobs of one order key are done in the order in which they came. While work
is paused nothing is leased.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Select, exists, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from engine.ports import IdSource
from runtime.storage.inserting import inserting
from runtime.storage.pausing import pausing
from runtime.storage.sql_types import is_sqlite
from runtime.storage.system_tables_flows import sys_outbox

JobKind = Literal["start", "advance", "timer", "cancel", "schedule", "upkeep", "call", "letter"]
INNER: tuple[JobKind, ...] = ("start", "advance", "timer", "cancel", "schedule", "upkeep")
OUTER: tuple[JobKind, ...] = ("call", "letter")

LEASE = timedelta(seconds=10)
DELAYS = (5, 30, 120, 600, 3_600, 21_600, 86_400)
JITTER = 0.2

_jobs = sys_outbox.c
_RETURNED = (
    _jobs.id, _jobs.kind, _jobs.app_id, _jobs.instance_id, _jobs.effect_key, _jobs.payload, _jobs.run_at,
    _jobs.attempt, _jobs.fence,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class NewJob:
    """Something to be done, once: `key` is its name for ever."""

    kind: JobKind
    app: str
    key: str
    run_at: datetime
    instance: str | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)
    order_key: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """A job that a worker has leased; the fence is the number of the lease."""

    id: str
    kind: JobKind
    app: str
    instance: str | None
    key: str
    payload: Mapping[str, Any]
    run_at: datetime
    attempt: int
    fence: int


def put(connection: Connection, job: NewJob, ids: IdSource, now: datetime) -> str | None:
    """Add a job within the transaction of its cause; None where its key is known already."""
    row = {
        "id": ids.record_id(),
        "kind": job.kind,
        "app_id": job.app,
        "instance_id": job.instance,
        "effect_key": job.key,
        "payload": dict(job.payload),
        "state": "ready",
        "run_at": job.run_at,
        "attempt": 0,
        "fence": 0,
        "order_key": job.order_key,
        "created_at": now,
    }
    adding = (
        inserting(connection.dialect, sys_outbox).values(row).on_conflict_do_nothing().returning(_jobs.id)
    )
    added = connection.execute(adding).scalar()
    return str(added) if added is not None else None


def claim(
    connection: Connection, kinds: Sequence[JobKind], worker: str, now: datetime, *, limit: int = 16
) -> list[Job]:
    """Lease jobs that are due, the oldest first, and never two of one order key."""
    rows = connection.execute(_leasing(connection, _due(kinds, now).limit(limit), worker, now))
    return sorted((Job(*row) for row in rows), key=lambda job: job.id)


def finish(connection: Connection, job: Job) -> bool:
    """Say that a job is done; False where its lease was lost meanwhile."""
    return _settle(connection, job, {"state": "done", "lease_owner": None, "lease_until": None})


def retry(connection: Connection, job: Job, now: datetime) -> bool:
    """Give a job back to be done later, or park it after the last try; tell whether it is parked."""
    if job.attempt > len(DELAYS):
        park(connection, job)
        return True
    seconds = DELAYS[job.attempt - 1] * random.uniform(1 - JITTER, 1 + JITTER)
    values = {"state": "ready", "run_at": now + timedelta(seconds=seconds)}
    _settle(connection, job, {**values, "lease_owner": None, "lease_until": None})
    return False


def park(connection: Connection, job: Job) -> bool:
    """Set a job aside until somebody decides about it."""
    return _settle(connection, job, {"state": "parked", "lease_owner": None, "lease_until": None})


def replay(connection: Connection, id: str, now: datetime, payload: Mapping[str, Any] | None = None) -> bool:
    """Have a job done once more from its first try, with what it is given changed where that is said."""
    values: dict[str, Any] = {"state": "ready", "run_at": now, "attempt": 0}
    if payload is not None:
        values["payload"] = dict(payload)
    again = update(sys_outbox).where(_jobs.id == id, _jobs.state.in_(("parked", "ready"))).values(values)
    return connection.execute(again).rowcount == 1


def give_up(connection: Connection, id: str) -> bool:
    """Let a job that nobody works on be done without doing it."""
    ended = update(sys_outbox).where(_jobs.id == id, _jobs.state.in_(("parked", "ready")))
    return connection.execute(ended.values(state="done")).rowcount == 1


def stop(connection: Connection, key: str) -> bool:
    """Let a job that has not begun, named by its key, never be done."""
    ended = update(sys_outbox).where(_jobs.effect_key == key, _jobs.state.in_(("ready", "parked")))
    return connection.execute(ended.values(state="done")).rowcount == 1


def stop_calls(connection: Connection, instance: str) -> None:
    """Let calls that a run still waits for, and that are not under way, never be made."""
    waiting = (_jobs.instance_id == instance, _jobs.kind == "call", _jobs.state.in_(("ready", "parked")))
    connection.execute(update(sys_outbox).where(*waiting).values(state="done"))


def extend(connection: Connection, jobs: Sequence[Job], worker: str, now: datetime) -> None:
    """Lease jobs that are still being done for longer."""
    held = (_jobs.id.in_([job.id for job in jobs]), _jobs.lease_owner == worker, _jobs.state == "leased")
    connection.execute(update(sys_outbox).where(*held).values(lease_until=now + LEASE))


def revive(connection: Connection, now: datetime, worker: str | None = None) -> int:
    """Give back jobs whose lease has run out; those of a worker at once, because it is gone."""
    lost = (
        _jobs.lease_until < now if worker is None else _jobs.lease_owner.startswith(worker, autoescape=True)
    )
    again = update(sys_outbox).where(_jobs.state == "leased", lost)
    return connection.execute(again.values(state="ready", lease_owner=None, lease_until=None)).rowcount


def forget_done(connection: Connection, before: datetime, kinds: Sequence[JobKind] = (*INNER, *OUTER)) -> int:
    """Drop jobs that were done long ago."""
    old = sys_outbox.delete().where(_jobs.state == "done", _jobs.run_at < before, _jobs.kind.in_(kinds))
    return connection.execute(old).rowcount


def _due(kinds: Sequence[JobKind], now: datetime) -> Select[Any]:
    earlier = sys_outbox.alias("earlier")
    is_next = ~exists().where(
        earlier.c.order_key == _jobs.order_key,
        earlier.c.id < _jobs.id,
        earlier.c.state.in_(("ready", "leased")),
    )
    ready = (_jobs.state == "ready", _jobs.run_at <= now, _jobs.kind.in_(kinds), ~pausing())
    return select(_jobs.id).where(*ready, is_next).order_by(_jobs.id)


def _leasing(connection: Connection, due: Select[Any], worker: str, now: datetime) -> ReturningUpdate[Any]:
    if not is_sqlite(connection.dialect):
        due = due.with_for_update(skip_locked=True, of=sys_outbox)
    leased = {
        "state": "leased",
        "lease_owner": worker,
        "lease_until": now + LEASE,
        "attempt": _jobs.attempt + 1,
        "fence": _jobs.fence + 1,
    }
    return update(sys_outbox).where(_jobs.id.in_(due)).values(leased).returning(*_RETURNED)


def _settle(connection: Connection, job: Job, values: Mapping[str, Any]) -> bool:
    mine = update(sys_outbox).where(_jobs.id == job.id, _jobs.fence == job.fence, _jobs.state == "leased")
    return connection.execute(mine.values(**values)).rowcount == 1
