"""Work for people in one step: who is asked, in which turn, until when, and what happens when time is up."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from engine.flows.computing import people_in_fields
from engine.flows.durations import read_duration
from engine.flows.effects import AssignTask, CloseTask, FindPeople, Remind, StartTimer, StopTimer
from engine.flows.events import Decided
from engine.flows.instance import Reason, Task, TaskKind, TaskState
from engine.flows.moving import leave
from engine.flows.node_kind import At
from engine.metadata.model import Who

Found = tuple[tuple[str, Reason], ...]


def find_people(at: At[Any], who: tuple[Who, ...], stage: str, submitter: str | None = None) -> str:
    """Ask the shell for people, and remember what for; return the key of the question."""
    effect = FindPeople(
        key=at.work.key(),
        node=at.node.id,
        who=who,
        submitter=submitter or at.work.instance.submitter,
        fields=people_in_fields(at, (each.field for each in who)),
    )
    at.work.effects.append(effect)
    at.work.put(at.token, effect=effect.key, stage=stage)
    return effect.key


def given_people(at: At[Any]) -> Found:
    """Return the people an administrator named when the step was repaired."""
    people = at.token.data.get("given", {}).get("people", ())
    return tuple((str(person), Reason(code="flow.person.given")) for person in people)


def make_task(
    at: At[Any], kind: TaskKind, person: str, *, state: TaskState = "waiting", reason: Reason | None = None
) -> Task:
    """Note a task that nobody knows of yet."""
    task = Task(
        number=at.work.number(),
        token=at.number,
        node=at.node.id,
        kind=kind,
        person=person,
        state=state,
        since=at.work.facts.at,
        reason=reason,
    )
    at.work.tasks[task.number] = task
    at.work.put(at.token, tasks=(*at.token.data.get("tasks", ()), task.number))
    return task


def hand_out(at: At[Any], tasks: Iterable[Task]) -> None:
    """Give tasks to their people, and start the time they have."""
    timeout = at.node.timeout if tasks else None
    due = at.work.facts.at + read_duration(timeout.after) if timeout else None
    for task in tasks:
        pending = replace(task, state="pending", since=at.work.facts.at, due=due)
        at.work.tasks[task.number] = pending
        at.work.effects.append(AssignTask(key=at.work.key(), task=pending))
    start_timer(at)


def start_timer(at: At[Any]) -> None:
    """Start the time a step has anew."""
    timeout, running = at.node.timeout, at.token.data.get("timer")
    if running:
        at.work.effects.append(StopTimer(key=at.work.key(), timer=running))
    if timeout:
        key, end = at.work.key(), at.work.facts.at + read_duration(timeout.after)
        at.work.effects.append(StartTimer(key=key, node=at.node.id, at=end))
        at.work.put(at.token, timer=key)


def decide_task(at: At[Any], task: Task, event: Decided, state: TaskState) -> None:
    """Note what somebody did with a task; it is theirs no more. One that nobody was given is only noted."""
    decided = replace(
        task, state=state, decided_at=event.facts.at, decided_by=event.by, opinion=event.opinion
    )
    at.work.tasks[task.number] = decided
    if task.state == "pending":
        at.work.effects.append(CloseTask(key=at.work.key(), task=decided))


def hand_over(at: At[Any], task: Task, person: str) -> None:
    """Make a task somebody else's."""
    moved = replace(task, person=person, before=task.person, since=at.work.facts.at)
    at.work.tasks[task.number] = moved
    at.work.effects.append(AssignTask(key=at.work.key(), task=moved))


def transfer(at: At[Any], task: Task, event: Decided) -> None:
    """Hand a task over because its owner wants it so."""
    at.work.say(at.token, "flow.task.transferred", person=task.person, to=event.person, opinion=event.opinion)
    hand_over(at, task, event.person or task.person)


def remind(at: At[Any], by: str | None) -> None:
    """Tell those again whose tasks are pending."""
    numbers = tuple(task.number for task in pending(at))
    if numbers:
        effect = Remind(key=at.work.key(), node=at.node.id, tasks=numbers, by=by)
        at.work.effects.append(effect)


def pending(at: At[Any]) -> Iterator[Task]:
    """Yield the tasks people have in the step."""
    return (task for task in at.work.tasks_of(at.token) if task.state == "pending")


def escalate(at: At[Any]) -> None:
    """Ask for the superior of everybody who was asked and has not decided."""
    for task in list(pending(at)):
        effect = FindPeople(
            key=at.work.key(), node=at.node.id, who=(Who(source="superior"),), submitter=task.person
        )
        at.work.effects.append(effect)
        at.work.put(at.token, keys={**at.token.data.get("keys", {}), effect.key: task.number})


def hear_escalated(at: At[Any], key: str, people: Found) -> None:
    """Hand a task over to the superior that was found; where there is none, its owner is reminded."""
    keys = dict(at.token.data["keys"])
    task = at.work.tasks[keys.pop(key)]
    at.work.put(at.token, keys=keys or None)
    asked = {each.person for each in pending(at)}
    superior = next((person for person, _ in people if person not in asked), None)
    if superior is None:
        at.work.say(at.token, "flow.timeout.no_superior", person=task.person)
        at.work.effects.append(Remind(key=at.work.key(), node=at.node.id, tasks=(task.number,), by=None))
    else:
        at.work.say(at.token, "flow.timeout.escalated", person=task.person, to=superior)
        hand_over(at, task, superior)


def time_is_up(at: At[Any], *, approved: str) -> None:
    """Do what a step does when nobody has acted in time; `approved` is how it is left when all is well."""
    then = at.node.timeout.then if at.node.timeout else "remind"
    at.work.put(at.token, effect=at.token.effect, timer=None)
    at.work.say(at.token, f"flow.timeout.{then}", after=at.node.timeout.after if at.node.timeout else "")
    if then in ("approve", "reject"):
        outcome = approved if then == "approve" else "rejected"
        has_way = at.work.plan.after(at.node.id, "timeout")
        leave(at.work, at.token, "timeout" if has_way else outcome)
        return
    if then == "escalate":
        escalate(at)
    else:
        remind(at, None)
    start_timer(at)
