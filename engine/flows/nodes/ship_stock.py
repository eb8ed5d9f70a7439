"""Ship stock: takes what the record, or the one its link leads to, had locked out of stock."""

from typing import Any

from engine.flows.effects import ShipStock
from engine.flows.moving import fail, leave
from engine.flows.node_kind import At, NodeKind, ask
from engine.kernel.issue import Issue
from engine.metadata.model import ShipStockNode


def _enter(at: At[ShipStockNode]) -> None:
    record: object = at.work.instance.record
    if at.node.order:
        name = at.work.plan.fields[at.node.order].name
        record = at.work.facts.values.get(name)
    if not isinstance(record, str) or not record:
        fail(at.work, at.token, [Issue("flow.target.blank", params={"target": name})])
        return
    ask(at, ShipStock(key=at.work.key(), node=at.node.id, record=record))


def _hear(at: At[ShipStockNode], key: str, result: Any) -> None:
    at.work.say(at.token, "flow.stock.shipped", count=result)
    leave(at.work, at.token, "done")


KIND = NodeKind("ship_stock", _enter, _hear)
