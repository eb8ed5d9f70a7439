"""What a kind of node does: one file per kind in `nodes/`, gathered in a generated index."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from engine.flows.effects import Effect
from engine.flows.events import Decided
from engine.flows.instance import Task, Token
from engine.flows.plan import PlannedNode
from engine.flows.working import Working

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class At(Generic[T]):
    """A node with the token that is at it, and the instance it belongs to."""

    work: Working
    planned: PlannedNode
    node: T
    number: int

    @property
    def token(self) -> Token:
        """Return the token as it is now."""
        return self.work.tokens[self.number]


@dataclass(frozen=True, slots=True)
class NodeKind(Generic[T]):
    """Functions by what happens; a kind leaves out what cannot happen to it."""

    key: str
    enter: Callable[[At[T]], None]
    hear: Callable[[At[T], str, Any], None] | None = None
    decide: Callable[[At[T], Task, Decided], None] | None = None
    wake: Callable[[At[T]], None] | None = None


def ask(at: At[Any], effect: Effect, **data: Any) -> None:
    """Ask the shell for something, and wait at the node until it is heard of."""
    at.work.effects.append(effect)
    at.work.put(at.token, effect=effect.key, **data)
