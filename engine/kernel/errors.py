"""Exceptions for leaving a shell and for broken contracts; expected refusals are returned as issues.

    DomainError
    ├── NotFound       what was named does not exist, or must look so to this principal
    ├── Forbidden      known and refused
    ├── Conflict       somebody was faster: stale version, decided task, duplicate
    ├── Invalid        submitted data or document has errors
    └── Unavailable    try again later: busy, locked, out of a limit

`runtime/server/problems.py` alone knows which HTTP status each becomes.
"""

from collections.abc import Iterable

from engine.kernel.issue import Issue, Scalar
from engine.kernel.path import Path


class DomainError(Exception):
    """A refusal with its issues."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = tuple(issues)
        super().__init__("; ".join(f"{issue.code} {issue.pointer}" for issue in self.issues))

    @classmethod
    def of(cls, code: str, path: Path = (), **params: Scalar) -> "DomainError":
        """Make the error from one issue."""
        return cls([Issue(code, path, params)])


class NotFound(DomainError):
    """What was named does not exist, or must look so to this principal."""


class Forbidden(DomainError):
    """Known and refused."""


class Conflict(DomainError):
    """Somebody was faster."""


class Invalid(DomainError):
    """Submitted data or a document has errors."""


class Unavailable(DomainError):
    """Not now; trying again later may help."""
