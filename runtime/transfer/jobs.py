"""Imports at work in this process: how far they are, and asking them to stop.

A few threads at a time; what must survive a restart is in `store`.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from engine.kernel.errors import Conflict

AT_ONCE = 2


@dataclass(slots=True)
class Ticket:
    """One piece of work: rows done so far, of how many, and whether it is to stop."""

    total: int
    done: int = 0
    is_stopped: bool = False


class Jobs:
    """Work by import id."""

    def __init__(self, begin: Callable[[Callable[[], None]], None] | None = None) -> None:
        self._tickets: dict[str, Ticket] = {}
        self._places = threading.Semaphore(AT_ONCE)
        self._begin = begin or self._in_background

    def start(
        self,
        id: str,
        total: int,
        enter: Callable[[], None],
        work: Callable[[Ticket], None],
        begin: Callable[[Callable[[], None]], None] | None = None,
    ) -> None:
        """Begin work on an import once `enter` has written that it begins; Conflict where it is at work.

        `begin` sets this work going, in place of what sets work going otherwise.
        """
        ticket = Ticket(total)
        if self._tickets.setdefault(id, ticket) is not ticket:
            raise Conflict.of("transfer.import.busy")
        try:
            enter()
        except BaseException:
            del self._tickets[id]
            raise
        (begin or self._begin)(lambda: self._whole(id, ticket, work))

    def _whole(self, id: str, ticket: Ticket, work: Callable[[Ticket], None]) -> None:
        try:
            with self._places:
                work(ticket)
        finally:
            del self._tickets[id]

    def find(self, id: str) -> Ticket | None:
        """Return how far an import is, if this process works on it."""
        return self._tickets.get(id)

    def stop(self, id: str) -> bool:
        """Ask work to stop; tell whether there is any."""
        ticket = self._tickets.get(id)
        if ticket is not None:
            ticket.is_stopped = True
        return ticket is not None

    def _in_background(self, work: Callable[[], None]) -> None:
        threading.Thread(target=work, name="import", daemon=True).start()
