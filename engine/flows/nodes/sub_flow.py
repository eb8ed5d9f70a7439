"""Sub-flow: runs another flow on a record; its rejection leaves by `rejected` where that edge is drawn."""

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
    has_way = at.node.wait and at.work.plan.after(at.node.id, str(result))
    leave(at.work, at.token, str(result) if has_way and result == "rejected" else "done")


KIND = NodeKind("sub_flow", _enter, _hear)
