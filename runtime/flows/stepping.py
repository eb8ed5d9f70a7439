"""One event in a run, with everything that follows from it, in the transaction it is given.

The engine says what shall happen; each inner effect is carried out and its answer handed back, until nothing
is open. Outer effects are rows of the outbox. What is refused for good is undone alone and told to the flow.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from engine.flows.advance import advance
from engine.flows.effects import Effect
from engine.flows.events import EffectDone, EffectFailed, Event, Facts
from engine.flows.instance import Instance
from engine.flows.plan import FlowPlan, plan_flow
from engine.kernel.errors import DomainError, Invalid, NotFound, Unavailable
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from runtime.flows.executors._index import EXECUTORS
from runtime.flows.executors.executor import NoAnswer
from runtime.flows.incidents import close_of_run
from runtime.flows.instances import Run, keep_run, lock_run, waited_for
from runtime.flows.outbox import NewJob, stop_calls
from runtime.flows.runtime import FlowRuntime
from runtime.flows.stage import Stage
from runtime.realtime.frame import Frame
from runtime.storage.database import savepoint

MOST_EFFECTS = 5_000

MakeEvent = Callable[[Facts], Event]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What an effect came to; the event is made when its turn comes, so that it sees what is then true."""

    key: str
    result: Any = None
    issues: tuple[Issue, ...] = ()

    def event(self, facts: Facts) -> Event:
        if self.issues:
            return EffectFailed(facts=facts, key=self.key, issues=self.issues)
        return EffectDone(facts=facts, key=self.key, result=self.result)


def step(runtime: FlowRuntime, connection: Connection, instance: str, make_event: MakeEvent) -> Instance:
    """Hand an event to a run, carry out what follows, and keep the run."""
    run = lock_run(connection, instance)
    return step_run(open_stage(runtime, connection, run), run, make_event)


def step_run(stage: Stage, run: Run, make_event: MakeEvent) -> Instance:
    """Hand an event to a run that is locked already."""
    waiting: deque[MakeEvent] = deque([make_event])
    count = 0
    while waiting:
        event = waiting.popleft()(stage.facts())
        stage.instance, effects = advance(stage.plan, stage.instance, event)
        count += len(effects)
        if count > MOST_EFFECTS:
            raise Invalid.of("flow.loop.effects", (), limit=MOST_EFFECTS)
        for effect in effects:
            answer = _carry_out(stage, effect)
            if answer is not None:
                waiting.append(answer.event)
    _keep(stage, run)
    return stage.instance


def open_stage(runtime: FlowRuntime, connection: Connection, run: Run) -> Stage:
    """Return what a step of a run works with; raise where its app or flow is gone."""
    app = runtime.apps.by_id(run.app)
    former = runtime.apps.former(run.app, run.instance.release)
    if app is None or former is None or run.instance.flow not in former.flows:
        raise NotFound.of("flow.unknown")
    plan = planned(former, run.instance.flow)
    now = runtime.store.clock.now()
    return Stage(runtime, connection, app.definition, former, plan, run.instance, now)


def planned(definition: Definition, flow: str) -> FlowPlan:
    """Return the plan of a flow; raise Invalid where it cannot run."""
    plan = plan_flow(definition, flow)
    if isinstance(plan, list):
        raise Invalid(plan)
    return plan


def _carry_out(stage: Stage, effect: Effect) -> _Answer | None:
    executor = EXECUTORS[type(effect)]
    try:
        with savepoint(stage.connection):
            result = executor.carry_out(stage, effect)
    except Unavailable:
        raise
    except DomainError as refusal:
        return _Answer(effect.key, issues=refusal.issues)
    if executor.writes:
        stage.changed()
    return None if isinstance(result, NoAnswer) else _Answer(effect.key, result)


def _keep(stage: Stage, run: Run) -> None:
    instance, runtime = stage.instance, stage.runtime
    keep_run(stage.connection, run, instance)
    if instance.state != "running":
        stop_calls(stage.connection, instance.id)
        close_of_run(stage.connection, instance.id, stage.now)
        _tell_parent(stage)
        _cancel_waited_for(stage)
    people = (instance.submitter,) if instance.submitter else ()
    stage.announce(
        Frame(
            kind="instance",
            app=stage.app,
            entity=instance.entity,
            id=instance.id,
            version=run.version + 1,
            people=people,
        )
    )
    runtime.announce(stage.connection, stage.frames)


def _tell_parent(stage: Stage) -> None:
    """Let the run that waits for this one go on."""
    instance = stage.instance
    if instance.parent is None or instance.parent_effect is None:
        return
    job = NewJob(
        kind="advance",
        app=stage.app,
        key=f"{instance.id}:ended",
        run_at=stage.now,
        instance=instance.parent,
        payload={"key": instance.parent_effect, "result": instance.state},
        order_key=instance.parent,
    )
    stage.runtime.put(stage.connection, job)


def _cancel_waited_for(stage: Stage) -> None:
    """Let runs end whose end nobody waits for any more."""
    for run in waited_for(stage.connection, stage.instance):
        job = NewJob(
            kind="cancel",
            app=stage.app,
            key=f"{run}:cancel",
            run_at=stage.now,
            instance=run,
            order_key=run,
        )
        stage.runtime.put(stage.connection, job)
