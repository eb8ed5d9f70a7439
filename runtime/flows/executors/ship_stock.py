"""Takes what a record holds out of stock."""

from engine.flows.effects import ShipStock
from runtime.flows.executors.executor import Executor
from runtime.flows.stage import Stage
from runtime.stock.shipping import ship


def _carry_out(stage: Stage, effect: ShipStock) -> int:
    return ship(stage.records().unit, effect.record)


EXECUTOR = Executor(ShipStock, _carry_out, writes=True)
