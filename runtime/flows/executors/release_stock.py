"""Gives back what a record holds and has not shipped."""

from engine.flows.effects import ReleaseStock
from runtime.flows.executors.executor import Executor
from runtime.flows.stage import Stage
from runtime.stock.releasing import release


def _carry_out(stage: Stage, effect: ReleaseStock) -> int:
    return release(stage.records().unit, effect.record)


EXECUTOR = Executor(ReleaseStock, _carry_out, writes=True)
