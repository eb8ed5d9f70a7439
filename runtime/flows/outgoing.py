"""What leaves the installation for flows: calls of other systems and letters, each behind one protocol.

Both are asked with the key of their effect, which never changes however often they are asked, so that the
other side can tell a repetition. They raise `Unavailable` where trying again may help, any other
`DomainError` where it never will.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlalchemy import Connection

from engine.kernel.errors import Conflict, Unavailable


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Something another system shall do; values and answer are JSON kinds."""

    key: str
    app: str
    connector: str
    action: str
    values: Mapping[str, Any] = field(default_factory=dict)
    entity: str | None = None
    record: str | None = None
    attempt: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter to one address."""

    key: str
    app: str
    to: str
    subject: str
    body: str
    language: str = "zh-CN"


class Outgoing(Protocol):
    """Whoever calls other systems."""

    def __call__(self, call: Call) -> Mapping[str, Any]:
        """Do it and return what was answered."""


class LetterBox(Protocol):
    """Whoever sends letters."""

    def __call__(self, letter: Letter) -> None:
        """Send it."""


class Inbound(Protocol):
    """Whoever took in what another system told, and parked it."""

    def __call__(self, connection: Connection, subject: str, how: str) -> None:
        """Play what an incident is about again, or with `skip` leave it, in this unit of work."""


def no_inbound(connection: Connection, subject: str, how: str) -> None:
    """Stand in where nothing comes in."""
    raise Conflict.of("flow.incident.unrepairable")


def no_outgoing(call: Call) -> Mapping[str, Any]:
    """Stand in where no connector is set up: what is to be called waits."""
    raise Unavailable.of("flow.outgoing.absent", (), action=call.action)


def no_letters(letter: Letter) -> None:
    """Stand in where no mail server is set up: letters wait."""
    raise Unavailable.of("flow.letter.no_server", (), to=letter.to)
