"""What surrounds one evaluation: the fixed moment, the time zone, the user, and how much work is left."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from engine.expressions.faults import TEXT_TOO_LONG, TOO_MUCH_WORK, Fault

TEXT_BYTES = 64 * 1024
WORK = 10_000


@dataclass(frozen=True, slots=True)
class Context:
    """Fixed once per request or step. `work` is how many list items and characters functions may touch."""

    now: datetime
    timezone: ZoneInfo
    user: str | None = None
    roles: frozenset[str] = frozenset()
    work: int = WORK


class Run:
    """One evaluation: its context and the work it has left."""

    __slots__ = ("context", "left")

    def __init__(self, context: Context) -> None:
        self.context = context
        self.left = context.work

    def spend(self, amount: int) -> None:
        """Count work; too much of it is an error value, never a hang."""
        self.left -= amount
        if self.left < 0:
            raise Fault(TOO_MUCH_WORK)


def bounded(text: str) -> str:
    """Refuse a text above 64 KB."""
    if len(text) > TEXT_BYTES // 4 and len(text.encode("utf-8", "replace")) > TEXT_BYTES:
        raise Fault(TEXT_TOO_LONG)
    return text
