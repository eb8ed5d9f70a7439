"""How tokens move: enter a node, leave it by an outcome, stop as an incident, end the flow."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from engine.flows.effects import CloseTask, RaiseIncident, ReleaseStock, StopTimer
from engine.flows.graph import END
from engine.flows.instance import InstanceState, Reason, Token
from engine.flows.working import Working
from engine.kernel.issue import Issue
from engine.metadata.model import ReleaseStockNode, ReserveStockNode, ShipStockNode

_FALL_BACK = {"approved": "done"}


def arrive(work: Working, node: str, **data: Any) -> None:
    """Put a new token at a node; at the end there is nothing more to do."""
    if node == END:
        return
    token = Token(number=work.number(), node=node, since=work.facts.at, data=data)
    work.tokens[token.number] = token
    work.arrived.append(token.number)


def move(work: Working, token: Token, node: str, **data: Any) -> None:
    """Move a token to a node, and forget what it carried but where it must come back to."""
    if node == END:
        del work.tokens[token.number]
        return
    carried = {"back": token.data.get("back"), **data}
    kept = {key: value for key, value in carried.items() if value is not None}
    work.tokens[token.number] = Token(number=token.number, node=node, since=work.facts.at, data=kept)
    work.arrived.append(token.number)


def leave(work: Working, token: Token, outcome: str, *, branch: str | None = None) -> None:
    """Leave a node by an outcome, or by a branch of it."""
    if "lines" in token.data and outcome != "error":
        work.put(token, given=None, between=True)
        work.arrived.append(token.number)
        return
    clear(work, token)
    close_step(work, token, branch or outcome)
    token = work.tokens[token.number]
    back = token.data.get("back")
    targets = work.plan.after(token.node, branch or outcome)
    if not targets and outcome in _FALL_BACK:
        targets = work.plan.after(token.node, _FALL_BACK[outcome])
    if back is not None and outcome in ("done", "approved"):
        token = work.put(token, back=None)
        targets = (back,)
    if outcome == "rejected" and not targets:
        end(work, "rejected")
    else:
        _follow(work, token, targets)


def _follow(work: Working, token: Token, targets: tuple[str, ...]) -> None:
    if len(targets) == 1:
        move(work, token, targets[0])
        return
    del work.tokens[token.number]
    for target in targets:
        arrive(work, target)


def fail(work: Working, token: Token, issues: Iterable[Issue]) -> None:
    """Leave by the `error` edge, or stop as an incident where there is none."""
    reasons = tuple(Reason(code=issue.code, params=issue.params) for issue in issues)
    if not work.plan.after(token.node, "error"):
        stand(work, token, *reasons)
        return
    for reason in reasons:
        work.reason(token, reason)
    leave(work, token, "error")


def stand(work: Working, token: Token, *reasons: Reason) -> None:
    """Stop a token as an incident, until somebody repairs it."""
    for reason in reasons:
        work.reason(token, reason)
    clear(work, token)
    token = work.put(work.tokens[token.number], incident=True, keys=None)
    node = work.node(token).node.id
    work.effects.append(RaiseIncident(key=work.key(), node=node, token=token.number, reasons=reasons))


def clear(work: Working, token: Token) -> None:
    """Close the tasks of the step a token is in, and stop its timer."""
    for task in list(work.tasks_of(token)):
        if task.state in ("pending", "waiting"):
            cancelled = replace(task, state="cancelled")
            work.tasks[task.number] = cancelled
            if task.state == "pending":
                work.effects.append(CloseTask(key=work.key(), task=cancelled))
    timer = token.data.get("timer")
    if timer:
        work.effects.append(StopTimer(key=work.key(), timer=timer))
    work.put(token, timer=None)


def close_step(work: Working, token: Token, outcome: str | None) -> None:
    """Note that the step a token is in was left."""
    at = work.open_step(token)
    if at is not None:
        work.steps[at] = replace(work.steps[at], left_at=work.facts.at, outcome=outcome)


def drop(work: Working, token: Token) -> None:
    """Take a token out of the flow, with all that it waits for."""
    clear(work, token)
    close_step(work, token, None)
    del work.tokens[token.number]


def end(work: Working, state: InstanceState) -> None:
    """End the flow, whatever is still going on in it."""
    for token in list(work.tokens.values()):
        drop(work, token)
    work.arrived.clear()
    work.state = state
    if state != "completed":
        give_back(work, holding(work))


def give_back(work: Working, reserving: str | None) -> None:
    """Give back the stock that a node locked, if there is one."""
    if reserving:
        release = ReleaseStock(key=work.key(), node=reserving, record=work.instance.record)
        work.effects.append(release)


def holding(work: Working) -> str | None:
    """Return the node that locked stock which was neither shipped nor given back since."""
    for step in reversed(work.steps):
        planned = work.plan.nodes.get(step.node)
        if planned is None or step.outcome != "done":
            continue
        match planned.node:
            case ReserveStockNode():
                return step.node
            case ReleaseStockNode() | ShipStockNode(order=None):
                return None
    return None
