"""Holds stock for all lines of a record, or tells which ones are short."""

from engine.flows.effects import ReserveStock
from engine.kernel.errors import Conflict
from runtime.flows.executors.executor import Executor
from runtime.flows.stage import Stage
from runtime.stock.holding import Holder, Line, short_issues
from runtime.stock.reserving import reserve


def _carry_out(stage: Stage, effect: ReserveStock) -> None:
    instance, unit = stage.instance, stage.records().unit
    holder = Holder(entity=instance.entity, record=instance.record)
    lines = [
        Line(line=each.line, product=each.product, warehouse=each.warehouse, quantity=each.quantity)
        for each in effect.lines
    ]
    short = reserve(unit, effect.stock, holder, lines)
    if short:
        raise Conflict(short_issues(unit, effect.stock, short))


EXECUTOR = Executor(ReserveStock, _carry_out, writes=True)
