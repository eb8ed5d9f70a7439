"""What can happen to an instance: a closed set of frozen dataclasses.

Every event carries the moment and the values of the record as they are now, so that advancing reads nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeAlias

from engine.kernel.issue import Issue
from engine.kernel.values import Value

Action: TypeAlias = Literal["approve", "reject", "return", "transfer", "submit", "remind"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineValues:
    """One detail line: its id and values by column name."""

    id: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What expressions of the flow see: the moment, and values by dotted path (`total`, `customer.level`).

    `lines` holds detail lines by field id, each column by dotted path and live. `FlowPlan.names` and
    `FlowPlan.columns` say what is needed.
    """

    at: datetime
    values: Mapping[str, Value] = field(default_factory=dict)
    lines: Mapping[str, tuple[LineValues, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """The trigger fired. `before` are the values by path a changed record had."""

    facts: Facts
    before: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectDone:
    """An effect was carried out; `result` is what the effect's docstring says."""

    facts: Facts
    key: str
    result: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectFailed:
    """An effect was refused for good: the token leaves by its `error` edge, or stops as an incident."""

    facts: Facts
    key: str
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A person did something with a task. `to` is the node a record is returned to, `person` a new owner."""

    facts: Facts
    task: int
    by: str
    action: Action
    opinion: str = ""
    to: str | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePassed:
    """A timer that an effect started has run out."""

    facts: Facts
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """Who submitted takes it back, or an administrator cancels it."""

    facts: Facts
    by: str
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """An administrator goes on from an incident: do the step again, skip it, or again with other values.

    `values` replace what the step was given, by name: fields of a record, inputs of an action, `people`
    to ask, or the `branch` to take.
    """

    facts: Facts
    token: int
    by: str
    how: Literal["retry", "skip", "edit"]
    values: Mapping[str, Any] = field(default_factory=dict)


Event: TypeAlias = Started | EffectDone | EffectFailed | Decided | TimePassed | Withdrawn | Repaired
