"""Who acts: a person, an API token, a flow, a connector, the installation. None inherits from another."""

from dataclasses import dataclass
from typing import Literal, Optional

PrincipalKind = Literal["human", "token", "system", "flow", "connector"]


@dataclass(frozen=True, slots=True)
class Grant:
    """What a task lets its person see and enter of its record, beyond their roles; field ids.

    It is meant for one record: whoever grants it looks at no other one with it.
    """

    entity: str
    readable: frozenset[str]
    writable: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody or something that acts.

    `user` is the person behind it, for `CURRENT_USER()`. `scopes` narrow a token; None narrows nothing.
    `epoch` counts changes of rights, so that what was decided before a change is not used after it.
    `seen_by` is somebody else who looks with these eyes: they see what both may see, and change nothing.
    """

    id: str
    kind: PrincipalKind
    roles: frozenset[str] = frozenset()
    user: str | None = None
    scopes: frozenset[str] | None = None
    epoch: int = 0
    grant: Grant | None = None
    seen_by: Optional["Principal"] = None


SYSTEM = Principal("system", "system")
