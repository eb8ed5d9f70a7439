"""A flow run in thought, step by step: whoever tries it decides for the people in it, and lets time pass.

Nothing is carried out. What a step would do is noted; what only reads is answered by whoever tries it. The
same record and the same moves lead to the same place, so that nothing is kept between two moves.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from engine.flows.advance import advance
from engine.flows.effects import (
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
    StopTimer,
    UpdateRecord,
)
from engine.flows.events import Decided, EffectDone, Event, Facts, Started, TimePassed
from engine.flows.forecast import MOST_EVENTS, written
from engine.flows.instance import Instance, Step, Task
from engine.flows.plan import FlowPlan

DONE = (CallConnector, CreateRecord, Notify, ReleaseStock, ReserveStock, ShipStock, StartFlow, UpdateRecord)
READING = (FindPeople, FindRecords, Decide)

Answer = Callable[[FindPeople | FindRecords | Decide, Facts], Any]
How = Literal["approve", "reject", "submit", "time"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A decision about a task by its number, or time that passes for the step `node`."""

    how: How
    node: str = ""
    task: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedStep:
    """A step that was come to, and what it would have done."""

    step: Step
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """How far it went; `timers` are the steps that wait for a time."""

    instance: Instance
    steps: tuple[TriedStep, ...]
    timers: tuple[str, ...]

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Return what people are asked for now."""
        return tuple(task for task in self.instance.tasks if task.state == "pending")

    @property
    def failed(self) -> tuple[str, ...]:
        """Return the steps that stopped with a fault."""
        return tuple(token.node for token in self.instance.tokens if "incident" in token.data)


def try_flow(
    plan: FlowPlan, instance: Instance, started: Started, moves: Sequence[Move], answer: Answer
) -> Trial:
    """Run a flow as far as the moves lead; a move that nothing waits for changes nothing."""
    run = _Run(plan, instance, started.facts, answer)
    run.go(started)
    for move in moves:
        event = run.event_of(move)
        if event is not None:
            run.go(event)
    return run.result()


class _Run:
    """One trial while it goes on."""

    def __init__(self, plan: FlowPlan, instance: Instance, facts: Facts, answer: Answer) -> None:
        self.plan = plan
        self.instance = instance
        self.facts = facts
        self.answer = answer
        self.effects: dict[int, list[Effect]] = {}
        self.timers: dict[str, tuple[str, datetime]] = {}
        self.left = MOST_EVENTS
        self.holders = {step.node.id: id for id, steps in plan.steps.items() for step in steps}

    def go(self, first: Event) -> None:
        """Let everything happen that needs nobody."""
        waiting = deque([first])
        while waiting and self.left > 0:
            self.left -= 1
            event = replace(waiting.popleft(), facts=self.facts)
            self.instance, effects = advance(self.plan, self.instance, event)
            self.facts = written(self.instance, self.facts, effects)
            for effect in effects:
                self._note(effect)
                if isinstance(effect, READING):
                    result = self.answer(effect, self.facts)
                    waiting.append(EffectDone(facts=self.facts, key=effect.key, result=result))
                elif isinstance(effect, DONE):
                    waiting.append(EffectDone(facts=self.facts, key=effect.key))

    def event_of(self, move: Move) -> Event | None:
        """Return what a move means now."""
        if move.how == "time":
            key = next((key for key, (node, _) in self.timers.items() if node == move.node), None)
            if key is None:
                return None
            _, at = self.timers.pop(key)
            self.facts = replace(self.facts, at=max(at, self.facts.at))
            return TimePassed(facts=self.facts, key=key)
        task = next((each for each in self.instance.tasks if each.number == move.task), None)
        if task is None:
            return None
        return Decided(facts=self.facts, task=task.number, by=task.person, action=move.how, opinion="-")

    def result(self) -> Trial:
        """Return how far it went."""
        steps = (
            TriedStep(step=step, effects=tuple(self.effects.get(at, ())))
            for at, step in enumerate(self.instance.steps)
        )
        is_running = self.instance.state == "running"
        timers = tuple(dict.fromkeys(node for node, _ in self.timers.values())) if is_running else ()
        return Trial(instance=self.instance, steps=tuple(steps), timers=timers)

    def _note(self, effect: Effect) -> None:
        """Keep what a step would do with the step, and the times that are waited for."""
        if isinstance(effect, StartTimer):
            self.timers[effect.key] = (effect.node, effect.at)
        elif isinstance(effect, StopTimer):
            self.timers.pop(effect.timer, None)
        task: Task | None = getattr(effect, "task", None)
        node: str = task.node if task else getattr(effect, "node", "")
        wanted = (node, self.holders.get(node))
        places = [at for at, step in enumerate(self.instance.steps) if step.node in wanted]
        if places:
            self.effects.setdefault(places[-1], []).append(effect)
