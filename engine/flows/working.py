"""One instance while it advances: taken apart, changed in place, and put together again.

Nothing of it is handed on; outside of one call there are only instances and effects.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from engine.expressions.context import Context
from engine.flows.effects import Effect
from engine.flows.events import Facts, LineValues
from engine.flows.formulas import Sight
from engine.flows.instance import Instance, InstanceState, Reason, Step, Task, Token
from engine.flows.plan import FlowPlan, PlannedNode
from engine.metadata.model import PerLineNode


class Working:
    """Tokens and tasks by number, steps in order, effects so far, and tokens that have come to a node."""

    def __init__(self, plan: FlowPlan, instance: Instance, facts: Facts) -> None:
        self.plan = plan
        self.instance = instance
        self.facts = facts
        self.tokens = {token.number: token for token in instance.tokens}
        self.tasks = {task.number: task for task in instance.tasks}
        self.steps = list(instance.steps)
        self.known: dict[str, Mapping[str, Any]] = dict(instance.known)
        self.counter = instance.counter
        self.state: InstanceState = instance.state
        self.effects: list[Effect] = []
        self.arrived: deque[int] = deque()

    def result(self) -> tuple[Instance, tuple[Effect, ...]]:
        """Return the instance as it is now, and what was asked of the shell."""
        has_ended = self.state != "running" and self.instance.state == "running"
        instance = replace(
            self.instance,
            state=self.state,
            ended_at=self.facts.at if has_ended else self.instance.ended_at,
            tokens=tuple(self.tokens.values()),
            tasks=tuple(self.tasks.values()),
            steps=tuple(self.steps),
            known=self.known,
            counter=self.counter,
        )
        return instance, tuple(self.effects)

    def number(self) -> int:
        """Return a number that nothing else in this instance has."""
        self.counter += 1
        return self.counter

    def key(self) -> str:
        """Return a key that no other effect of this installation has, ever."""
        return f"{self.instance.id}:{self.number()}"

    def node(self, token: Token) -> PlannedNode:
        """Return the node a token is at, within a per-line node the step of it."""
        planned = self.plan.nodes[token.node]
        is_inside = isinstance(planned.node, PerLineNode) and "lines" in token.data
        return self.plan.steps[token.node][token.step] if is_inside else planned

    def sight(self, token: Token) -> Sight:
        """Return what expressions see from where a token is."""
        return Sight(self.facts, self.known, self._line(token))

    @property
    def context(self) -> Context:
        """Return what surrounds every evaluation; the user of a flow is who submitted."""
        return Context(self.facts.at, self.plan.timezone, self.instance.submitter)

    def put(self, token: Token, *, effect: str | None = None, **data: Any) -> Token:
        """Keep a token with what it waits for and further data; a value of None is taken out."""
        merged = {key: value for key, value in {**token.data, **data}.items() if value is not None}
        self.tokens[token.number] = replace(token, effect=effect, data=merged)
        return self.tokens[token.number]

    def say(self, token: Token, code: str, **params: Any) -> None:
        """Note a reason at the step a token is in."""
        self.reason(token, Reason(code=code, params=params))

    def reason(self, token: Token, reason: Reason) -> None:
        """Note a reason at the step a token is in."""
        at = self.open_step(token)
        if at is not None:
            self.steps[at] = replace(self.steps[at], reasons=(*self.steps[at].reasons, reason))

    def open_step(self, token: Token) -> int | None:
        """Return which step a token is in."""
        entered = range(len(self.steps) - 1, -1, -1)
        return next((at for at in entered if _is_open(self.steps[at], token)), None)

    def tasks_of(self, token: Token) -> Iterator[Task]:
        """Yield the tasks of the step a token is in, in the order they were made."""
        return (self.tasks[number] for number in token.data.get("tasks", ()))

    def _line(self, token: Token) -> LineValues | None:
        planned, ids = self.plan.nodes[token.node].node, token.data.get("lines")
        if not isinstance(planned, PerLineNode) or ids is None or token.line >= len(ids):
            return None
        lines = self.facts.lines.get(planned.lines, ())
        return next((line for line in lines if line.id == ids[token.line]), None)


def _is_open(step: Step, token: Token) -> bool:
    return step.token == token.number and step.left_at is None
