"""A timer is a job whose time has not come."""

from engine.flows.effects import StartTimer
from runtime.flows.executors.executor import NO_ANSWER, Executor, NoAnswer
from runtime.flows.outbox import NewJob
from runtime.flows.stage import Stage


def _carry_out(stage: Stage, effect: StartTimer) -> NoAnswer:
    job = NewJob(kind="timer", app=stage.app, key=effect.key, run_at=effect.at, instance=stage.instance.id)
    stage.runtime.put(stage.connection, job)
    return NO_ANSWER


EXECUTOR = Executor(StartTimer, _carry_out)
