"""A timer that has not run out never will."""

from engine.flows.effects import StopTimer
from runtime.flows.executors.executor import NO_ANSWER, Executor, NoAnswer
from runtime.flows.outbox import stop
from runtime.flows.stage import Stage


def _carry_out(stage: Stage, effect: StopTimer) -> NoAnswer:
    stop(stage.connection, effect.timer)
    return NO_ANSWER


EXECUTOR = Executor(StopTimer, _carry_out)
