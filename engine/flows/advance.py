"""Advancing a flow: an instance and an event in, the instance after it and the effects it asks for out.

Pure: the same instance and event always give the same. An event that nothing waits for changes nothing,
so that what is heard twice is done once.
"""

from typing import Any

from engine.flows.effects import Effect, RaiseIncident
from engine.flows.events import (
    Decided,
    EffectDone,
    EffectFailed,
    Event,
    Repaired,
    Started,
    TimePassed,
    Withdrawn,
)
from engine.flows.graph import START
from engine.flows.instance import Instance, Reason, Step, Token
from engine.flows.may import refusals
from engine.flows.moving import arrive, end, fail, leave, stand
from engine.flows.node_kind import At, NodeKind
from engine.flows.nodes._index import NODE_KINDS
from engine.flows.nodes.join import open_joins
from engine.flows.nodes.per_line import to_next_step
from engine.flows.plan import FlowPlan
from engine.flows.working import Working
from engine.metadata.model import ApprovalNode

ENTRIES = 1_000
TOKENS = 100
DEPTH = 5


def advance(plan: FlowPlan, instance: Instance, event: Event) -> tuple[Instance, tuple[Effect, ...]]:
    """Return the instance after an event, and what the shell must do; what may not happen changes nothing."""
    if instance.state != "running" or refusals(plan, instance, event, is_administrator=True):
        return instance, ()
    work = Working(plan, instance, event.facts)
    _take(work, event)
    _go_on(work)
    return work.result()


def _take(work: Working, event: Event) -> None:
    match event:
        case Started():
            _start(work, event)
        case EffectDone(key=key, result=result):
            _hear(work, key, result)
        case EffectFailed(key=key, issues=issues):
            token = _waiting_for(work, key)
            if token:
                fail(work, work.put(token), issues)
        case Decided():
            _decide(work, event)
        case TimePassed(key=key):
            _wake(work, key)
        case Repaired():
            _repair(work, event)
        case Withdrawn():
            end(work, "cancelled" if event.is_cancelled else "withdrawn")


def _start(work: Working, event: Started) -> None:
    if work.steps or work.tokens:
        return
    if event.before:
        work.known["before"] = dict(event.before)
    for node in work.plan.after(START, "done"):
        arrive(work, node)


def _go_on(work: Working) -> None:
    """Let tokens go on until all of them wait; a flow without tokens is complete."""
    while work.state == "running":
        while work.arrived:
            token = work.tokens.get(work.arrived.popleft())
            if token:
                _enter(work, token)
        open_joins(work)
        if not work.arrived:
            break
    if work.state == "running" and not work.tokens:
        work.state = "completed"


def _enter(work: Working, token: Token) -> None:
    """Enter the node a token has come to, or within a per-line node the next step."""
    if "lines" in token.data:
        if not to_next_step(work, token):
            return
    else:
        loop = _loop(work)
        if loop:
            _cut(work, token, loop)
            return
        work.steps.append(Step(node=token.node, token=token.number, entered_at=work.facts.at))
    token = work.tokens[token.number]
    _kind(work, token).enter(_at(work, token))


def _hear(work: Working, key: str, result: Any) -> None:
    token = _waiting_for(work, key)
    hear = _kind(work, token).hear if token else None
    if token and hear:
        work.put(token)
        hear(_at(work, token), key, result)


def _decide(work: Working, event: Decided) -> None:
    task = work.tasks[event.task]
    token = work.tokens[task.token]
    decide = _kind(work, token).decide
    assert decide is not None
    decide(_at(work, token), task, event)


def _wake(work: Working, key: str) -> None:
    token = next((each for each in work.tokens.values() if each.data.get("timer") == key), None)
    wake = _kind(work, token).wake if token else None
    if token and wake:
        wake(_at(work, token))


def _repair(work: Working, event: Repaired) -> None:
    """Go on from an incident: past the step, or into it again, perhaps with other values."""
    token = work.put(work.tokens[event.token], incident=None, tasks=None, given=dict(event.values) or None)
    work.say(token, f"flow.repair.{event.how}", person=event.by)
    if event.how == "skip":
        leave(work, token, "approved" if isinstance(work.node(token).node, ApprovalNode) else "done")
    elif work.open_step(token) is None:
        work.arrived.append(token.number)
    else:
        _kind(work, token).enter(_at(work, token))


def _waiting_for(work: Working, key: str) -> Token | None:
    tokens = work.tokens.values()
    return next((each for each in tokens if key == each.effect or key in each.data.get("keys", {})), None)


def _kind(work: Working, token: Token) -> NodeKind[Any]:
    return NODE_KINDS[work.node(token).node.kind]


def _at(work: Working, token: Token) -> At[Any]:
    planned = work.node(work.tokens[token.number])
    return At(work, planned, planned.node, token.number)


def _loop(work: Working) -> Reason | None:
    """Return why a flow is cut off: it entered too many nodes, or too many runs led to it."""
    if work.instance.depth > DEPTH:
        return Reason(code="flow.loop.depth", params={"limit": DEPTH})
    if len(work.steps) >= ENTRIES:
        return Reason(code="flow.loop.entries", params={"limit": ENTRIES})
    if len(work.tokens) > TOKENS:
        return Reason(code="flow.loop.tokens", params={"limit": TOKENS})
    return None


def _cut(work: Working, token: Token, loop: Reason) -> None:
    """Stop a loop: one incident is enough to be seen, however many tokens run into it at once."""
    if any(isinstance(effect, RaiseIncident) for effect in work.effects):
        work.put(token, incident=True)
    else:
        stand(work, token, loop)
