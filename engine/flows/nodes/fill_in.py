"""Fill in: somebody completes the record; the first to submit does."""

from typing import Any

from engine.flows.asking import (
    Found,
    decide_task,
    find_people,
    given_people,
    hand_out,
    hear_escalated,
    make_task,
    remind,
    time_is_up,
    transfer,
)
from engine.flows.events import Decided
from engine.flows.instance import Reason, Task
from engine.flows.moving import leave, stand
from engine.flows.node_kind import At, NodeKind
from engine.metadata.model import FillInNode


def _enter(at: At[FillInNode]) -> None:
    given = given_people(at)
    if given:
        _assign(at, given)
    else:
        find_people(at, at.node.people, "people")


def _hear(at: At[FillInNode], key: str, result: Any) -> None:
    people: Found = tuple(result or ())
    if key in at.token.data.get("keys", {}):
        hear_escalated(at, key, people)
    elif people:
        _assign(at, people)
    else:
        stand(at.work, at.token, Reason(code="flow.person.nobody"))


def _assign(at: At[FillInNode], people: Found) -> None:
    for person, reason in people:
        at.work.say(at.token, "flow.fill_in.asked", person=person, because=reason.code)
    hand_out(at, [make_task(at, "fill_in", person, reason=reason) for person, reason in people])


def _decide(at: At[FillInNode], task: Task, event: Decided) -> None:
    match event.action:
        case "submit":
            at.work.say(at.token, "flow.fill_in.submitted", person=event.by)
            decide_task(at, task, event, "done")
            leave(at.work, at.token, "done")
        case "transfer":
            transfer(at, task, event)
        case "remind":
            remind(at, event.by)


def _wake(at: At[FillInNode]) -> None:
    time_is_up(at, approved="done")


KIND = NodeKind("fill_in", _enter, _hear, _decide, _wake)
