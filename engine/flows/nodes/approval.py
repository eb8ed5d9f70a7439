"""Approval: people decide on the record, one of them, all of them, or one after the other."""

from collections.abc import Iterator
from typing import Any

from engine.flows.asking import (
    Found,
    decide_task,
    find_people,
    given_people,
    hand_out,
    hear_escalated,
    make_task,
    pending,
    remind,
    time_is_up,
    transfer,
)
from engine.flows.events import Decided
from engine.flows.graph import START
from engine.flows.instance import Reason, Task, TaskState
from engine.flows.moving import leave, stand
from engine.flows.node_kind import At, NodeKind
from engine.flows.returning import hand_back, resubmitted
from engine.metadata.model import ApprovalNode, FillInNode, Who

HEAD = (Who(source="department_head"),)
SUPERIOR = (Who(source="superior"),)


def _enter(at: At[ApprovalNode]) -> None:
    given = given_people(at)
    if given:
        _assign(at, given)
    else:
        find_people(at, at.node.approvers, "approvers")


def _hear(at: At[ApprovalNode], key: str, result: Any) -> None:
    people: Found = tuple(result or ())
    if key in at.token.data.get("keys", {}):
        hear_escalated(at, key, people)
    elif at.token.data["stage"] == "superior":
        _assign(at, _without_submitter(at, people))
    elif at.node.if_submitter == "superior" and at.work.instance.submitter in dict(people):
        at.work.put(at.token, found=tuple((person, why.code, why.params) for person, why in people))
        find_people(at, SUPERIOR, "superior")
    else:
        _assign(at, people)


def _without_submitter(at: At[ApprovalNode], superiors: Found) -> Found:
    """Put the superior where the submitter stood among those to ask."""
    found = tuple(
        (person, Reason(code=code, params=params)) for person, code, params in at.token.data["found"]
    )
    submitter, people = at.work.instance.submitter, dict[str, Reason]()
    for person, reason in found:
        for each, why in superiors[:1] if person == submitter else ((person, reason),):
            people.setdefault(each, why)
    code = "flow.approver.superior" if superiors else "flow.approver.no_superior"
    at.work.say(at.token, code, person=submitter)
    at.work.put(at.token, found=None)
    return tuple(people.items())


def _assign(at: At[ApprovalNode], people: Found) -> None:
    if not people:
        _nobody(at)
        return
    for person, reason in people:
        at.work.say(at.token, "flow.approver.asked", person=person, because=reason.code, **_flat(reason))
        settled = _settled(at, person)
        task = make_task(at, "approval", person, reason=reason)
        if settled:
            at.work.say(at.token, settled, person=person)
            event = Decided(facts=at.work.facts, task=task.number, by=person, action="approve")
            decide_task(at, task, event, "approved")
    _settle(at)


def _settled(at: At[ApprovalNode], person: str) -> str | None:
    """Return why somebody need not be asked: they submitted it, or have just approved the step before."""
    if person == at.work.instance.submitter and at.node.if_submitter == "approve":
        return "flow.approver.is_submitter"
    if "required" in at.node.fields.values():
        return None
    is_again = any(task.decided_by == person for task in _approved_before(at))
    return "flow.approver.again" if is_again else None


def _approved_before(at: At[ApprovalNode]) -> Iterator[Task]:
    """Yield what people approved in the step with people just before this one."""
    nodes, steps = at.work.plan.nodes, reversed(at.work.steps)
    asking = {id for id, each in nodes.items() if isinstance(each.node, ApprovalNode | FillInNode)} | {START}
    mine = (step for step in steps if step.token == at.number and step.node in asking)
    before = next((step for step in mine if step.left_at), None)
    if before is None or before.left_at is None or before.outcome != "approved":
        return
    for task in at.work.tasks.values():
        is_approved = task.node == before.node and task.state == "approved" and task.decided_at
        if is_approved and task.decided_at and before.entered_at <= task.decided_at <= before.left_at:
            yield task


def _nobody(at: At[ApprovalNode]) -> None:
    is_head_left = at.node.if_nobody == "head" and at.token.data["stage"] != "head"
    if at.node.if_nobody == "approve":
        at.work.say(at.token, "flow.approver.nobody_approved")
        leave(at.work, at.token, "approved")
    elif is_head_left:
        at.work.say(at.token, "flow.approver.nobody_head")
        find_people(at, HEAD, "head")
    else:
        stand(at.work, at.token, Reason(code="flow.approver.nobody"))


def _settle(at: At[ApprovalNode]) -> None:
    """See whether the step is decided; if not, ask those whose turn it is."""
    tasks = list(at.work.tasks_of(at.token))
    approved = [task for task in tasks if task.state == "approved"]
    waiting = [task for task in tasks if task.state == "waiting"]
    if any(task.state == "rejected" for task in tasks):
        leave(at.work, at.token, "rejected")
    elif len(approved) == len(tasks) or (approved and at.node.mode == "any"):
        leave(at.work, at.token, "approved")
    elif at.node.mode != "sequential":
        hand_out(at, waiting) if waiting else None
    elif not any(pending(at)):
        hand_out(at, waiting[:1])


def _decide(at: At[ApprovalNode], task: Task, event: Decided) -> None:
    match event.action:
        case "approve" | "reject":
            state, code = _DECISIONS[event.action]
            at.work.say(at.token, code, person=event.by, opinion=event.opinion)
            decide_task(at, task, event, state)
            _settle(at)
        case "return":
            decide_task(at, task, event, "returned")
            hand_back(at, event)
        case "submit":
            decide_task(at, task, event, "done")
            resubmitted(at, event)
        case "transfer":
            transfer(at, task, event)
        case "remind":
            remind(at, event.by)


_DECISIONS: dict[str, tuple[TaskState, str]] = {
    "approve": ("approved", "flow.approval.approved"),
    "reject": ("rejected", "flow.approval.rejected"),
}


def _wake(at: At[ApprovalNode]) -> None:
    time_is_up(at, approved="approved")


def _flat(reason: Reason) -> dict[str, Any]:
    return {key: value for key, value in reason.params.items() if key not in ("person", "because")}


KIND = NodeKind("approval", _enter, _hear, _decide, _wake)
