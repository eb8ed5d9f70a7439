"""Asks shops for what was missed: orders changed since the last time, a bounded number at once.

What a webhook told already is known and changes nothing. Blocks its thread.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from engine.kernel.errors import DomainError, Invalid
from engine.kernel.issue import Issue
from runtime.connectors.inbox import Arrived, count_refused
from runtime.connectors.kind import Site
from runtime.connectors.places import Place
from runtime.connectors.receiving import Receiver
from runtime.connectors.sites import receiver_of, site_of, stored_at_work
from runtime.connectors.stored import note_failure, note_success
from runtime.server.services import Services

PAGES = 20
OVERLAP = timedelta(minutes=2)
EVERY = timedelta(minutes=5)
LONGEST = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """How many orders the shop told of, and how many of them were news."""

    seen: int
    taken: int


def catch_up(services: Services, place: Place) -> CaughtUp:
    """Ask a shop, and remember how that went; raise what kept it from being asked."""
    stored = stored_at_work(services, place)
    now = services.clock.now()
    cursor = stored.cursor or stored.modified_at
    try:
        found, reached = _fetch(services, place, site_of(services, place, stored), cursor)
    except DomainError as problem:
        issue = problem.issues[0]
        wait = min(EVERY * 2 ** min(stored.failures, 8), LONGEST)
        services.database.write(lambda connection: note_failure(connection, place.id, issue, now + wait))
        raise
    services.database.write(lambda connection: note_success(connection, place.id, reached, now + EVERY))
    return found


def _fetch(services: Services, place: Place, site: Site, cursor: datetime) -> tuple[CaughtUp, datetime]:
    receiver = receiver_of(services, place)
    seen, taken, reached = 0, 0, cursor
    for page in range(1, PAGES + 1):
        got = place.kind.fetch_orders(site, cursor - OVERLAP, page)
        for order in got.orders:
            modified, is_news = _take(services, receiver, order)
            seen, taken = seen + 1, taken + is_news
            reached = max(reached, modified or reached)
        if not got.has_more:
            break
    return CaughtUp(seen, taken), reached


def _take(services: Services, receiver: Receiver, order: Mapping[str, Any]) -> tuple[datetime | None, bool]:
    """Take one order in; one that cannot be read is counted and does not hold up the others."""
    kind = receiver.place.kind
    try:
        message = kind.message_of(order)
        event = kind.read_event(message)
    except Invalid as problem:
        _count(services, receiver, problem.issues[0])
        return None, False
    outcome = services.database.write(lambda connection: receiver.receive(connection, event, message.raw))
    return event.order.modified_at if event.order else None, outcome.state in ("done", "parked")


def _count(services: Services, receiver: Receiver, issue: Issue) -> None:
    arrived = Arrived(
        id=services.ids.record_id(),
        connector=receiver.place.id,
        event="",
        topic=issue.code,
        raw=b"",
        at=services.clock.now(),
    )
    services.database.write(lambda connection: count_refused(connection, arrived, "unreadable"))
