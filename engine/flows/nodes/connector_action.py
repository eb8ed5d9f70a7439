"""Connector action: asks another system to do something, and goes on when it has answered."""

from typing import Any

from engine.flows.computing import compute, formula
from engine.flows.effects import CallConnector
from engine.flows.moving import fail, leave
from engine.flows.node_kind import At, NodeKind, ask
from engine.kernel.issue import Issue
from engine.metadata.model import ConnectorActionNode


def _enter(at: At[ConnectorActionNode]) -> None:
    expressions = {name: formula(at, "input", name) for name in at.node.input}
    values = {name: compute(at, each) for name, each in expressions.items() if each}
    issues = [each for each in values.values() if isinstance(each, Issue)]
    if issues:
        fail(at.work, at.token, issues)
        return
    effect = CallConnector(
        key=at.work.key(),
        node=at.node.id,
        connector=at.node.connector,
        action=at.node.action,
        values={
            **{name: each for name, each in values.items() if not isinstance(each, Issue)},
            **at.token.data.get("given", {}),
        },
    )
    ask(at, effect)


def _hear(at: At[ConnectorActionNode], key: str, result: Any) -> None:
    if at.node.as_:
        at.work.known[at.node.as_] = result if isinstance(result, dict) else {"result": result}
    leave(at.work, at.token, "done")


KIND = NodeKind("connector_action", _enter, _hear)
