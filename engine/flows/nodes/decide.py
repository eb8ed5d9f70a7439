"""Decide: asks a decision table; its outputs are known by name."""

from typing import Any

from engine.flows.effects import Decide
from engine.flows.formulas import shown
from engine.flows.moving import leave
from engine.flows.node_kind import At, NodeKind, ask
from engine.metadata.model import DecideNode


def _enter(at: At[DecideNode]) -> None:
    given = at.token.data.get("given")
    if given:
        _know(at, given)
    else:
        ask(at, Decide(key=at.work.key(), node=at.node.id, rule=at.node.rule))


def _hear(at: At[DecideNode], key: str, result: Any) -> None:
    _know(at, result or {})


def _know(at: At[DecideNode], outputs: Any) -> None:
    at.work.known[at.node.as_] = outputs
    results = {name: shown(value) for name, value in outputs.items() if name != "rows"}
    label = dict(at.work.plan.rules[at.node.rule])
    rows = ", ".join(map(str, outputs.get("rows", ())))
    at.work.say(at.token, "flow.rule.decided", rule=label, results=results, rows=rows)
    leave(at.work, at.token, "done")


KIND = NodeKind("decide", _enter, _hear)
