"""Whether a trigger fires: one file per kind in `triggers/`, gathered in a generated index."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from engine.expressions.coerce import to_boolean
from engine.expressions.context import Context, Run
from engine.expressions.faults import Fault
from engine.flows.events import Facts
from engine.flows.formulas import Sight
from engine.flows.plan import FlowPlan
from engine.kernel.issue import Issue
from engine.kernel.values import ErrorValue, Value

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What happened to a record: the facts after it, values by path before it, ids of changed fields.

    `event` and `connector` are those of a shop; `is_beyond` is what the trigger said of this record last.
    """

    kind: Literal["created", "changed", "shop", "due", "pressed"]
    facts: Facts
    before: Mapping[str, Value] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    user: str | None = None
    event: str | None = None
    connector: str | None = None
    is_beyond: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Firing:
    """Whether the flow starts; `is_beyond` is to be kept for the record, `issue` says what went wrong."""

    fires: bool
    is_beyond: bool = False
    issue: Issue | None = None


@dataclass(frozen=True, slots=True)
class Watched(Generic[T]):
    """A trigger with the plan of its flow and a change."""

    plan: FlowPlan
    trigger: T
    change: Change


@dataclass(frozen=True, slots=True)
class TriggerKind(Generic[T]):
    """`changes` are the kinds of change it looks at; `fires` is asked for those only."""

    key: str
    changes: frozenset[str]
    fires: Callable[[Watched[T]], Firing]


def computed(watched: Watched[Any], name: str) -> Value | Issue:
    """Return the value of an expression of the trigger, blank without one."""
    expression = watched.plan.formulas.get(("trigger", name))
    if expression is None:
        return None
    change, sight = watched.change, Sight(watched.change.facts, {"before": watched.change.before})
    value = expression.value(sight, Context(change.facts.at, watched.plan.timezone, change.user))
    if isinstance(value, ErrorValue):
        return _failed(expression.text, value)
    return value


def fires_when(watched: Watched[Any]) -> Firing:
    """Fire where the condition of the trigger is true, or there is none."""
    holds = condition(watched)
    return Firing(fires=False, issue=holds) if isinstance(holds, Issue) else Firing(fires=holds)


def condition(watched: Watched[Any]) -> bool | Issue:
    """Return whether the condition of a trigger is true."""
    if watched.trigger.when is None:
        return True
    value = computed(watched, "when")
    if isinstance(value, Issue):
        return value
    change = watched.change
    try:
        return to_boolean(Run(Context(change.facts.at, watched.plan.timezone, change.user)), value)
    except Fault as fault:
        return _failed(watched.trigger.when, fault.error)


def _failed(text: str, error: ErrorValue) -> Issue:
    cause = error.cause.removeprefix("expression.cause.")
    params = {"expression": text, "error": error.code, "cause": cause}
    return Issue("flow.trigger.failed", params=params)
