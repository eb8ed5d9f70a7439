"""What a principal may do with one entity: the only key to data."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from engine.expressions.nodes import Node

Action = Literal["read", "create", "update", "delete", "export", "import"]
ACTIONS: tuple[Action, ...] = get_args(Action)
RowRule: TypeAlias = Node | Literal[True]


@dataclass(frozen=True, slots=True)
class Decision:
    """A permission that was given: without one, no data is reached.

    `row` is the condition a record must meet, before and after a change. The sets hold field ids, those of
    detail lines among them: `readable` are shown and may be filtered, sorted and searched by; `masked`,
    never readable as well, are shown in part (`engine.access.mask`); what is in neither does not exist
    for this principal. `writable` may be entered. Equal fingerprints see equal data.
    """

    entity: str
    action: Action
    row: RowRule
    readable: frozenset[str]
    writable: frozenset[str]
    masked: frozenset[str]
    fingerprint: str
