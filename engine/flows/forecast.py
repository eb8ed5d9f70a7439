"""Who will be asked if a flow starts now: it is run to its end in thought, everybody approving at once.

Nothing is carried out. What only reads, such as who is meant by a role, the shell may answer; where it does
not, a stand-in is asked and what would be found is blank.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.flows.advance import advance
from engine.flows.effects import (
    AssignTask,
    CallConnector,
    CreateRecord,
    Decide,
    Effect,
    FindPeople,
    FindRecords,
    Notify,
    ReleaseStock,
    ReserveStock,
    ShipStock,
    StartFlow,
    StartTimer,
    UpdateRecord,
)
from engine.flows.events import Action, Decided, EffectDone, Event, Facts, Started, TimePassed
from engine.flows.instance import Instance, Reason, Step
from engine.flows.plan import FlowPlan
from engine.metadata.model import ApprovalNode, FillInNode, Who

STAND_IN = "somebody"
MOST_EVENTS = 500
_DONE = (CallConnector, CreateRecord, Notify, ReleaseStock, ReserveStock, ShipStock, StartFlow, UpdateRecord)

Answer = Callable[[FindPeople | FindRecords | Decide], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastStep:
    """A step that asks people: whom its sources mean, who they are, and why it comes to it."""

    node: str
    kind: str
    label: Mapping[str, str]
    mode: str
    who: tuple[Who, ...]
    people: tuple[str, ...]
    reasons: tuple[Reason, ...]


def forecast(
    plan: FlowPlan, instance: Instance, started: Started, answer: Answer | None = None
) -> tuple[ForecastStep, ...]:
    """Return the steps with people that a new run would come to, in their order.

    A step that is come to again and again is told once. The reasons of a step are those of all steps since
    the one before: the branches that led to it.
    """
    facts, waiting = started.facts, deque[Event]([started])
    for _ in range(MOST_EVENTS):
        if not waiting or instance.state != "running":
            break
        instance, effects = advance(plan, instance, _now(waiting.popleft(), facts))
        facts = written(instance, facts, effects)
        waiting.extend(event for effect in effects for event in _events(effect, facts, answer or _stand_in))
    return tuple(_steps(plan, instance))


def _now(event: Event, facts: Facts) -> Event:
    return replace(event, facts=facts)


def written(instance: Instance, facts: Facts, effects: tuple[Effect, ...]) -> Facts:
    """Return the facts with what a step would have written into the record."""
    mine = (each for each in effects if isinstance(each, UpdateRecord) and each.record == instance.record)
    written: dict[str, Any] = {
        name: value for each in mine if each.line is None for name, value in each.values.items()
    }
    return replace(facts, values={**facts.values, **written}) if written else facts


def _events(effect: Effect, facts: Facts, answer: Answer) -> Iterator[Event]:
    match effect:
        case FindPeople() | FindRecords() | Decide():
            yield EffectDone(facts=facts, key=effect.key, result=answer(effect))
        case AssignTask(task=task):
            action: Action = "approve" if task.kind == "approval" else "submit"
            yield Decided(facts=facts, task=task.number, by=task.person, action=action, opinion="-")
        case StartTimer(key=key):
            yield TimePassed(facts=facts, key=key)
        case _ if isinstance(effect, _DONE):
            yield EffectDone(facts=facts, key=effect.key)


def _stand_in(effect: FindPeople | FindRecords | Decide) -> Any:
    if isinstance(effect, FindPeople):
        return ((STAND_IN, Reason(code="flow.person.unknown")),)
    return None


def _steps(plan: FlowPlan, instance: Instance) -> Iterator[ForecastStep]:
    reasons: list[Reason] = []
    told: set[str] = set()
    for step in instance.steps:
        planned = plan.nodes.get(step.node)
        reasons += step.reasons
        if step.node in told:
            continue
        told.add(step.node)
        match planned.node if planned else None:
            case ApprovalNode() as node:
                yield _step(instance, step, node, reasons, who=node.approvers, mode=node.mode)
            case FillInNode() as node:
                yield _step(instance, step, node, reasons, who=node.people, mode="any")
            case _:
                continue
        reasons = []


def _step(
    instance: Instance,
    step: Step,
    node: ApprovalNode | FillInNode,
    reasons: list[Reason],
    *,
    who: tuple[Who, ...],
    mode: str,
) -> ForecastStep:
    shown = tuple(each for each in reasons if each.code not in _IN_THOUGHT)
    tasks = (task for task in instance.tasks if task.node == step.node and task.token == step.token)
    people = tuple(dict.fromkeys(task.person for task in tasks if task.person != STAND_IN))
    return ForecastStep(
        node=node.id, kind=node.kind, label=node.label, mode=mode, who=who, people=people, reasons=shown
    )


_IN_THOUGHT = ("flow.approval.approved", "flow.fill_in.submitted")
