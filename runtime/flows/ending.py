"""Ends or hurries a run from outside: withdrawing, cancelling, reminding, and mending an incident."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Literal

from sqlalchemy import Connection

from engine.flows.events import Decided, Event, Facts, Repaired, Withdrawn
from engine.flows.may import refusals
from engine.kernel.errors import Conflict
from runtime.flows.deciding import require_allowed
from runtime.flows.instances import lock_run
from runtime.flows.runtime import FlowRuntime
from runtime.flows.stepping import MakeEvent, open_stage, step_run

How = Literal["retry", "skip", "edit"]


def withdraw(runtime: FlowRuntime, connection: Connection, instance: str, by: str) -> None:
    """Take a run back, as who submitted."""
    _step(runtime, connection, instance, partial(_withdrawn, by, is_cancelled=False))


def cancel(runtime: FlowRuntime, connection: Connection, instance: str, by: str) -> None:
    """End a run, as an administrator."""
    _step(runtime, connection, instance, partial(_withdrawn, by, is_cancelled=True))


def remind(
    runtime: FlowRuntime, connection: Connection, instance: str, by: str, *, is_administrator: bool
) -> None:
    """Tell everybody a run waits for once more."""
    run = lock_run(connection, instance)
    pending = {each.token: each.number for each in run.instance.tasks if each.state == "pending"}
    if not pending:
        raise Conflict.of("flow.task.closed")
    for number in pending.values():
        run = lock_run(connection, instance)
        stage = open_stage(runtime, connection, run)
        make = partial(_reminded, number, by)
        event = make(stage.facts())
        issues = refusals(stage.plan, stage.instance, event, is_administrator=is_administrator)
        require_allowed(connection, issues)
        step_run(stage, run, make)


def repair(
    runtime: FlowRuntime,
    connection: Connection,
    at: tuple[str, int],
    by: str,
    *,
    how: How,
    values: Mapping[str, Any],
) -> None:
    """Go on from an incident: `at` is the run and its token."""
    instance, token = at
    _step(runtime, connection, instance, partial(_repaired, token, by, how, values))


def _step(runtime: FlowRuntime, connection: Connection, instance: str, make: MakeEvent) -> None:
    run = lock_run(connection, instance)
    stage = open_stage(runtime, connection, run)
    issues = refusals(stage.plan, stage.instance, make(stage.facts()), is_administrator=True)
    require_allowed(connection, issues)
    step_run(stage, run, make)


def _withdrawn(by: str, facts: Facts, *, is_cancelled: bool) -> Event:
    return Withdrawn(facts=facts, by=by, is_cancelled=is_cancelled)


def _reminded(number: int, by: str, facts: Facts) -> Event:
    return Decided(facts=facts, task=number, by=by, action="remind")


def _repaired(token: int, by: str, how: How, values: Mapping[str, Any], facts: Facts) -> Event:
    return Repaired(facts=facts, token=token, by=by, how=how, values=values)
