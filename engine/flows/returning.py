"""Handing a record back: to who submitted it, or to an earlier step; and coming on again from there."""

from dataclasses import replace

from engine.flows.asking import make_task
from engine.flows.effects import AssignTask
from engine.flows.events import Decided
from engine.flows.graph import START
from engine.flows.instance import Step
from engine.flows.moving import arrive, clear, close_step, drop, give_back, holding, move
from engine.flows.node_kind import At
from engine.metadata.model import ApprovalNode

SUBMITTER = "submitter"


def hand_back(at: At[ApprovalNode], event: Decided) -> None:
    """Leave an approval for where its record is returned to."""
    work, to = at.work, event.to or SUBMITTER
    _say(at, event, to)
    clear(work, at.token)
    close_step(work, at.token, "returned")
    if at.node.after_return == "again":
        _drop_others(at, to)
        _give_back(at, to)
    if to == SUBMITTER:
        _ask_submitter(at)
    else:
        move(work, at.token, to, back=at.node.id if at.node.after_return == "resume" else None)


def _say(at: At[ApprovalNode], event: Decided, to: str) -> None:
    if to == SUBMITTER:
        code, label = "flow.approval.returned_submitter", dict[str, str]()
    else:
        code, label = "flow.approval.returned", dict(at.work.plan.nodes[to].node.label)
    at.work.say(at.token, code, person=event.by, opinion=event.opinion, to=label)


def resubmitted(at: At[ApprovalNode], event: Decided) -> None:
    """Go on after the submitter sent a returned record again: from the start, or straight back here."""
    work = at.work
    work.say(at.token, "flow.approval.resubmitted", person=event.by)
    close_step(work, at.token, "done")
    if at.node.after_return == "resume":
        move(work, at.token, at.node.id)
        return
    del work.tokens[at.number]
    for node in work.plan.after(START, "done"):
        arrive(work, node)


def _drop_others(at: At[ApprovalNode], to: str) -> None:
    """End the other paths that go again from where the record goes back to."""
    again = at.work.plan.reaches[START if to == SUBMITTER else to]
    for token in list(at.work.tokens.values()):
        if token.number != at.number and token.node in again:
            drop(at.work, token)


def _give_back(at: At[ApprovalNode], to: str) -> None:
    """Give back stock whose step comes again: by then the record may ask for something else."""
    reserving = holding(at.work)
    if reserving in at.work.plan.reaches[START if to == SUBMITTER else to]:
        give_back(at.work, reserving)


def _ask_submitter(at: At[ApprovalNode]) -> None:
    work, submitter = at.work, at.work.instance.submitter
    assert submitter is not None
    work.steps.append(Step(node=START, token=at.number, entered_at=work.facts.at))
    work.put(at.token, tasks=None)
    task = replace(make_task(at, "resubmit", submitter), state="pending")
    work.tasks[task.number] = task
    work.effects.append(AssignTask(key=work.key(), task=task))
