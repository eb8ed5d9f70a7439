"""Holds stock for all lines of a record, or tells which ones are short."""

from engine.flows.effects import ReserveStock
from engine.kernel.errors import Conflict
from runtime.flows.executors.executor import Executor
from runtime.flows.stage import Stage
from runtime.stock.holding import Holder, short_issues
from runtime.stock.reserving import reserve


def _carry_out(stage: Stage, effect: ReserveStock) -> None:
    instance, unit = stage.instance, stage.records().unit
    holder = Holder(entity=instance.entity, record=instance.record)
    short = reserve(unit, effect.stock, holder, effect.lines)
    if short:
        raise Conflict(short_issues(unit, effect.stock, short))


EXECUTOR = Executor(ReserveStock, _carry_out, writes=True)
