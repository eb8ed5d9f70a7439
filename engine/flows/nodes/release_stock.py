"""Release stock: gives back what the flow's record had locked and not shipped."""

from typing import Any

from engine.flows.effects import ReleaseStock
from engine.flows.moving import leave
from engine.flows.node_kind import At, NodeKind, ask
from engine.metadata.model import ReleaseStockNode


def _enter(at: At[ReleaseStockNode]) -> None:
    ask(at, ReleaseStock(key=at.work.key(), node=at.node.id, record=at.work.instance.record))


def _hear(at: At[ReleaseStockNode], key: str, result: Any) -> None:
    at.work.say(at.token, "flow.stock.released", count=result)
    leave(at.work, at.token, "done")


KIND = NodeKind("release_stock", _enter, _hear)
