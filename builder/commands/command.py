"""What an edit command is: its stored form, its kind, its refusal. The kinds are files beside this one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.ports import Documents, Words

P = TypeVar("P")
Mint = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Command:
    """One edit as data; with complete parameters it does the same thing whenever it is applied."""

    kind: str
    params: Mapping[str, Any]


class Refused(Exception):
    """Leaves a command from inside; `perform` returns its issues."""

    def __init__(self, *issues: Issue) -> None:
        self.issues = issues
        super().__init__("; ".join(issue.code for issue in issues))

    @classmethod
    def because(cls, code: str, path: Path = (), **params: str | int) -> "Refused":
        """Make a refusal of one issue."""
        return cls(Issue(code, path, params))


def _as_given(documents: Documents, params: P, mint: Mint) -> P:
    return params


@dataclass(frozen=True, slots=True)
class EditCommand(Generic[P]):
    """A kind of edit.

    `apply` returns changed documents or raises Refused. `describe` gives the parameters of the
    sentence `command.<kind>`, seen from before the edit. `complete` fills in what the tool decides,
    minted ids above all, before the command is stored.
    """

    kind: str
    params: type[P]
    apply: Callable[[Documents, P], Documents]
    describe: Callable[[Documents, P], Words]
    complete: Callable[[Documents, P, Mint], P] = _as_given
