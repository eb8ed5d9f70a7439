"""Doing the jobs of the outbox: inner ones in one transaction with their end, outer ones between two."""

import logging
from functools import partial
from typing import Any

from sqlalchemy import Connection

from engine.flows.events import EffectDone, EffectFailed, Event, Facts, Started, TimePassed, Withdrawn
from engine.flows.stored import value_from_json
from engine.kernel.errors import DomainError, NotFound, Unavailable
from engine.kernel.issue import Issue
from runtime.failpoints import failpoint
from runtime.flows.incidents import NewIncident, close_incident, open_incident
from runtime.flows.instances import find_run
from runtime.flows.outbox import Job, finish, park, retry
from runtime.flows.outgoing import Call, Letter
from runtime.flows.runtime import FlowRuntime
from runtime.flows.schedules import fire_schedule
from runtime.flows.stepping import step
from runtime.flows.upkeep import do_upkeep
from runtime.realtime.frame import Frame

_log = logging.getLogger("tongdao.flows")
# What is only not possible now becomes an incident when it has not been for a while.
_PATIENCE = 3


class Lost(Exception):
    """The lease of a job ran out while it was done: somebody else does it."""


def do_inner(runtime: FlowRuntime, job: Job, connection: Connection) -> None:
    """Do a job that concerns this database alone, and its end, in one transaction."""
    if not finish(connection, job):
        raise Lost
    if job.attempt > 1:
        close_incident(connection, subject_of(job), runtime.store.clock.now())
    if job.kind == "schedule":
        fire_schedule(runtime, connection, job)
    elif job.kind == "upkeep":
        do_upkeep(runtime, connection, job)
    elif job.instance is not None:
        step(runtime, connection, job.instance, partial(_event, job))
    failpoint("before_step_commit")


def do_outer(runtime: FlowRuntime, job: Job) -> None:
    """Do a job outside of the database, then write down that it was done, and what came of it."""
    if job.kind == "letter":
        payload = job.payload
        runtime.letters(
            Letter(
                key=job.key,
                app=job.app,
                to=payload["to"],
                subject=payload["subject"],
                body=payload["body"],
                language=payload["language"],
            )
        )
        answer: Any = None
    else:
        answer = _call(runtime, job)
    failpoint("after_external_before_record")
    runtime.store.database.write(partial(_heard, runtime, job, answer))


def failed(runtime: FlowRuntime, job: Job, problem: BaseException) -> None:
    """Give a job back that could not be done, or park it, and tell of it where somebody must look."""
    if isinstance(problem, Lost):
        return
    if not isinstance(problem, DomainError):
        _log.error("job failed", exc_info=problem, extra={"job": job.id, "kind": job.kind})

    def work(connection: Connection) -> None:
        now = runtime.store.clock.now()
        is_hopeless = isinstance(problem, NotFound)
        is_parked = park(connection, job) if is_hopeless else retry(connection, job, now)
        if is_parked or not isinstance(problem, Unavailable) or job.attempt >= _PATIENCE:
            id = open_incident(connection, _incident(connection, job, problem), runtime.store.ids, now)
            runtime.announce(connection, [Frame(kind="incident", app=job.app, id=id)])

    runtime.store.database.write(work)


def subject_of(job: Job) -> str:
    """Return the name of what is wrong with a job."""
    return f"job:{job.id}"


def _event(job: Job, facts: Facts) -> Event:
    if job.kind == "start":
        return Started(facts=facts)
    if job.kind == "timer":
        return TimePassed(facts=facts, key=job.key)
    if job.kind == "cancel":
        return Withdrawn(facts=facts, by="", is_cancelled=True)
    return EffectDone(facts=facts, key=job.payload["key"], result=value_from_json(job.payload["result"]))


def _call(runtime: FlowRuntime, job: Job) -> Any:
    """Return what another system answered, or the issues of a refusal that will not change."""
    payload = job.payload
    call = Call(
        key=job.key,
        app=job.app,
        connector=payload["connector"],
        action=payload["action"],
        values=payload["values"],
        entity=payload.get("entity"),
        record=payload.get("record"),
        attempt=job.attempt,
    )
    try:
        return runtime.outgoing(call)
    except Unavailable:
        raise
    except DomainError as refusal:
        return refusal.issues


def _heard(runtime: FlowRuntime, job: Job, answer: Any, connection: Connection) -> None:
    if not finish(connection, job):
        raise Lost
    close_incident(connection, subject_of(job), runtime.store.clock.now())
    if job.kind == "call" and job.instance is not None:
        step(runtime, connection, job.instance, partial(_answered, job.key, answer))


def _answered(key: str, answer: Any, facts: Facts) -> Event:
    if isinstance(answer, tuple):
        return EffectFailed(facts=facts, key=key, issues=answer)
    return EffectDone(facts=facts, key=key, result=value_from_json(answer))


def _incident(connection: Connection, job: Job, problem: BaseException) -> NewIncident:
    fault = Issue("flow.step.fault", params={"cause": type(problem).__name__})
    issue = next(iter(problem.issues), fault) if isinstance(problem, DomainError) else fault
    run = find_run(connection, job.instance) if job.instance else None
    instance = run.instance if run else None
    return NewIncident(
        app=job.app,
        kind="call" if job.kind in ("call", "letter") else "step",
        code=issue.code,
        params=issue.params,
        subject=subject_of(job),
        flow=instance.flow if instance else None,
        node=job.payload.get("node"),
        instance=job.instance,
        entity=instance.entity if instance else None,
        record=instance.record if instance else None,
        outbox=job.id,
        effect={"kind": job.kind, **job.payload},
    )
