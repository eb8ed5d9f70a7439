"""Refusals that only a server knows; they extend the tree of `engine.kernel.errors`.

Forbidden
├── Unauthenticated       nobody is signed in
Conflict
├── Stale                 the record changed meanwhile; carries it as it is now
Invalid
├── Unreadable            the body is not what it should be at all
├── TooLarge              more than this route takes
├── WrongMedia            another content type was sent
└── PreconditionRequired  If-Match is missing
Unavailable
└── Limited               too many tries; carries the seconds to wait
"""

from collections.abc import Iterable, Mapping
from typing import Any

from engine.kernel.errors import Conflict, Forbidden, Invalid, Unavailable
from engine.kernel.issue import Issue


class Unauthenticated(Forbidden):
    """Nobody is signed in."""


class Stale(Conflict):
    """The record changed meanwhile."""

    def __init__(self, issues: Iterable[Issue], current: Mapping[str, Any]) -> None:
        super().__init__(issues)
        self.current = current


class Unreadable(Invalid):
    """The body is not what it should be at all."""


class TooLarge(Invalid):
    """More than this route takes."""


class WrongMedia(Invalid):
    """Another content type was sent than the route reads."""


class PreconditionRequired(Invalid):
    """If-Match is missing."""


class Limited(Unavailable):
    """Too many tries."""

    def __init__(self, issues: Iterable[Issue], seconds: int) -> None:
        super().__init__(issues)
        self.seconds = seconds
