"""The closed set of policies a route may declare, and the texts they are written as.

`public`, `session`, `administer:<part>`, `record:<action>`, `design`, `oversee`. Says nothing about how
they are kept.
"""

from dataclasses import dataclass
from typing import Literal

PARTS = ("people", "roles", "tokens", "audit", "data", "flows", "connectors", "apps")
ACTIONS = ("read", "create", "update", "delete", "export", "import")

PolicyKind = Literal["public", "session", "administer", "record", "design", "oversee"]


@dataclass(frozen=True, slots=True)
class Policy:
    """Who may call a route; `detail` is the part administered or the action on records."""

    kind: PolicyKind
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.detail}" if self.detail else self.kind


_KNOWN = {
    str(policy): policy
    for policy in (
        Policy("public"),
        Policy("session"),
        Policy("design"),
        Policy("oversee"),
        *(Policy("administer", part) for part in PARTS),
        *(Policy("record", action) for action in ACTIONS),
    )
}


def parse_policy(text: str) -> Policy | None:
    """Return the policy a text names, or None."""
    return _KNOWN.get(text)
