"""Sub-flow: runs another flow; one that was rejected or given up leaves by `rejected` where that is drawn."""

from typing import Any

from engine.flows.computing import target
from engine.flows.effects import StartFlow
from engine.flows.moving import fail, leave
from engine.flows.node_kind import At, NodeKind, ask
from engine.kernel.issue import Issue
from engine.metadata.model import SubFlowNode


def _enter(at: At[SubFlowNode]) -> None:
    found = target(at)
    if isinstance(found, Issue):
        fail(at.work, at.token, [found])
        return
    entity, record = found
    effect = StartFlow(
        key=at.work.key(), node=at.node.id, flow=at.node.flow, entity=entity, record=record, wait=at.node.wait
    )
    ask(at, effect)


def _hear(at: At[SubFlowNode], key: str, result: Any) -> None:
    if at.node.wait:
        at.work.say(at.token, "flow.sub_flow.ended", state=str(result))
    is_refused = at.node.wait and result in ("rejected", "withdrawn", "cancelled")
    has_way = at.work.plan.after(at.node.id, "rejected")
    leave(at.work, at.token, "rejected" if is_refused and has_way else "done")


KIND = NodeKind("sub_flow", _enter, _hear)
