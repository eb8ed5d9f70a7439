"""What a step asks the shell to do: a closed set of frozen dataclasses.

Each has a key, unique in its instance for ever: the shell carries a key out at most once, and uses it as
idempotency key outside. *Inner* effects happen in the transaction of the step and are answered at once by
`EffectDone` or `EffectFailed`; *outer* ones leave through the outbox and are answered when they were heard.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from engine.entities.stock import StockLine
from engine.flows.instance import Reason, Task
from engine.kernel.values import Value
from engine.metadata.model import Who


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateRecord:
    """Inner. Values by field name, detail lines as a tuple of mappings.

    Result: `{"id", …values by the dotted paths asked for}`.
    """

    key: str
    node: str
    entity: str
    values: Mapping[str, object]
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRecord:
    """Inner. Values by field name; `line` is set where they are those of one detail line.

    Result: `{"id", …values by the dotted paths asked for}` where any are, else None.
    """

    key: str
    node: str
    entity: str
    record: str
    values: Mapping[str, object]
    lines_field: str | None = None
    line: str | None = None
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindRecords:
    """Inner. `where` is the text of a condition, in which `given` are values by `flow.<path>`.

    Result: `{"id", …values by the dotted paths asked for, "count"}` of the first one, or None.
    """

    key: str
    node: str
    entity: str
    where: str
    given: Mapping[str, Value]
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """Inner. Result: the outputs of a decision table by name, and `"rows"`, the ids of matching rows."""

    key: str
    node: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindPeople:
    """Inner. `fields` are the user ids in person fields by field id.

    Superiors and heads of departments are those of `submitter`. Result: a tuple of
    `(user id, Reason)`, each person once, in the order of the sources.
    """

    key: str
    node: str
    who: tuple[Who, ...]
    submitter: str | None
    fields: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReserveStock:
    """Inner. All lines or none. Fails with an issue per short line (`stock.line.short`)."""

    key: str
    node: str
    stock: str
    lines: tuple[StockLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseStock:
    """Inner. Gives back what the record holds. Result: how many reservations."""

    key: str
    node: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipStock:
    """Inner. Takes what the record holds out of stock. Result: how many reservations."""

    key: str
    node: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignTask:
    """Inner, not answered. A task is now somebody's; they are told."""

    key: str
    task: Task


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseTask:
    """Inner, not answered. A task is nobody's any more, or was decided."""

    key: str
    task: Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Remind:
    """Inner, not answered. People with pending tasks are told again."""

    key: str
    node: str
    tasks: tuple[int, ...]
    by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notify:
    """Inner, answered when written: people by `who` and an address outside; letters leave by the outbox."""

    key: str
    node: str
    template: str
    who: tuple[Who, ...]
    submitter: str | None
    channels: tuple[str, ...]
    fields: Mapping[str, str | None] = field(default_factory=dict)
    email: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallConnector:
    """Outer. Result: what the action answered, as JSON kinds."""

    key: str
    node: str
    connector: str
    action: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartTimer:
    """Inner, not answered; `TimePassed` with this key comes when `at` is reached."""

    key: str
    node: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StopTimer:
    """Inner, not answered."""

    key: str
    timer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFlow:
    """Inner where it is not waited for; else answered when the other run has ended, with its state."""

    key: str
    node: str
    flow: str
    entity: str
    record: str
    wait: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseIncident:
    """Inner, not answered. The token stands still until somebody repairs, repeats or skips its step."""

    key: str
    node: str
    token: int
    reasons: tuple[Reason, ...]


Effect: TypeAlias = (
    CreateRecord
    | UpdateRecord
    | FindRecords
    | Decide
    | FindPeople
    | ReserveStock
    | ReleaseStock
    | ShipStock
    | AssignTask
    | CloseTask
    | Remind
    | Notify
    | CallConnector
    | StartTimer
    | StopTimer
    | StartFlow
    | RaiseIncident
)
