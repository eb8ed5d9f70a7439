"""What a kind of shop must know: whether a message is genuine, what it says, and how the shop is spoken to.

One file per kind beside this one; `kinds.py` lists them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from engine.connectors.shop import ShopEvent
from engine.kernel.values import Value
from runtime.outgoing.calls import OutgoingCalls


@dataclass(frozen=True, slots=True)
class Message:
    """What came in, byte for byte; header names in lower case."""

    raw: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Site:
    """One shop as this installation reaches it."""

    app: str
    address: str
    secrets: Mapping[str, str]
    calls: OutgoingCalls


@dataclass(frozen=True, slots=True)
class OrdersPage:
    """Orders as the shop sends them, and whether there are more."""

    orders: Sequence[Mapping[str, Any]]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Action:
    """Something the shop is asked to do; `key` is the same however often it is asked."""

    key: str
    name: str
    order_id: str
    values: Mapping[str, Value] = field(default_factory=dict)


class ShopKind(Protocol):
    """One kind of shop."""

    key: str
    secrets: Sequence[str]
    signing: str  # the secret that messages are signed with
    actions: Mapping[str, Sequence[str]]  # what it can be asked to do, with the values each needs

    def is_greeting(self, message: Message) -> bool:
        """Tell whether a message only asks whether anybody is there."""

    def is_genuine(self, message: Message, secret: str) -> bool:
        """Tell whether who knows the secret has signed a message."""

    def read_event(self, message: Message) -> ShopEvent:
        """Read a genuine message; raise Invalid where it does not say what it should."""

    def message_of(self, order: Mapping[str, Any]) -> Message:
        """Return an order that was fetched as the message the shop would have sent."""

    def kept(self, raw: bytes, topic: str, event: str) -> Message:
        """Return a message that was kept by its body, topic and event id."""

    def fetch_orders(self, site: Site, since: datetime, page: int) -> OrdersPage:
        """Return a page of the orders changed since a moment, oldest change first."""

    def listen(self, site: Site, hook: str) -> None:
        """See to it that the shop tells that address of its orders."""

    def try_out(self, site: Site) -> None:
        """Ask the shop for something small; raise where it cannot be reached or refuses."""

    def act(self, site: Site, action: Action) -> Mapping[str, Any]:
        """Have the shop do something, once however often it is asked; return what it answered."""
