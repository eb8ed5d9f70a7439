"""One run of a flow as data: where it stands, what it asked of whom, and why it went which way.

Nothing here knows the definition. Everything is JSON kinds at the bottom, so that an instance is stored as it
is; values of the record are not kept, they come with each event.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeAlias

from engine.kernel.issue import Scalar

InstanceState: TypeAlias = Literal["running", "completed", "rejected", "withdrawn", "cancelled"]
TaskState: TypeAlias = Literal["waiting", "pending", "approved", "rejected", "returned", "done", "cancelled"]
TaskKind: TypeAlias = Literal["approval", "fill_in", "resubmit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something was decided, as a message code with parameters; words are made when somebody reads it."""

    code: str
    params: Mapping[str, Scalar | Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A place in the graph that is being worked on. `effect` is the key of what it waits to hear about.

    `line` counts the detail line and `step` the inner step of a per-line node.
    """

    number: int
    node: str
    since: datetime
    effect: str | None = None
    line: int = 0
    step: int = 0
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Work for one person in one step. `waiting` is a later one of a sequence whose turn has not come."""

    number: int
    token: int
    node: str
    kind: TaskKind
    person: str
    state: TaskState
    since: datetime
    due: datetime | None = None
    decided_at: datetime | None = None
    decided_by: str | None = None
    opinion: str = ""
    before: str | None = None  # whose it was before it was transferred or escalated
    reason: Reason | None = None  # why this person


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A node that was entered: when, how it was left, and every decision in it with its inputs."""

    node: str
    token: int
    entered_at: datetime
    left_at: datetime | None = None
    outcome: str | None = None  # done, approved, rejected, returned, error, timeout, or the id of a branch
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """A run. `release` is the published state of the app whose flow it follows to its end.

    `known` holds what earlier steps found by the name they gave it: `{"id", …values}` of records, outputs of
    rules, `before` of a change. `counter` numbers tokens, tasks and effects; `depth` and `chain` tell which
    runs led to this one.
    """

    id: str
    flow: str
    release: int
    entity: str
    record: str
    submitter: str | None
    started_at: datetime
    state: InstanceState = "running"
    ended_at: datetime | None = None
    tokens: tuple[Token, ...] = ()
    tasks: tuple[Task, ...] = ()
    steps: tuple[Step, ...] = ()
    known: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    counter: int = 0
    depth: int = 0
    chain: str = ""
    parent: str | None = None  # the run that waits for this one, and the key of its effect
    parent_effect: str | None = None
