"""What becomes of an event: written down, judged, booked and told to flows, all in one transaction.

An event that cannot be booked is parked whole, with its reasons: nothing of it is half done, and it is
played again when its reason was repaired. Only faults that pass by themselves leave as exceptions.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from engine.connectors.shop import EventKind, ShopEvent, ShopOrder, judge, removed
from engine.expressions.context import Context
from engine.kernel.errors import DomainError, NotFound, Unavailable
from engine.kernel.issue import Issue
from engine.metadata.model import ShopOrders
from runtime.connectors import inbox
from runtime.connectors.booking import Booking
from runtime.connectors.crosswalk import Crosswalk
from runtime.connectors.inbox import Arrived, Outcome
from runtime.connectors.places import Place
from runtime.connectors.stored import lock
from runtime.flows.incidents import NewIncident, close_incident, open_incident
from runtime.flows.triggers import ShopSignal
from runtime.storage.database import savepoint
from runtime.storage.repository import Repository, Store
from runtime.storage.unit import Origin, Unit

SUBJECT = "inbound:"
DUPLICATE = Outcome(state="ignored", verdict="duplicate")


class Listener(Protocol):
    """Whoever starts flows, within the transaction."""

    def __call__(self, unit: Unit, signal: ShopSignal) -> None:
        """Hear of an event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """One connector that takes events in."""

    place: Place
    store: Store
    listeners: tuple[Listener, ...] = ()

    def receive(self, connection: Connection, event: ShopEvent, raw: bytes) -> Outcome:
        """Take an event in, once: the same event again is a duplicate."""
        now = self.store.clock.now()
        lock(connection, self.place.id)
        arrived = Arrived(
            id=self.store.ids.record_id(),
            connector=self.place.id,
            event=event.id,
            topic=event.topic,
            raw=raw,
            at=now,
        )
        if not inbox.put(connection, arrived):
            return DUPLICATE
        outcome = self._outcome(connection, event, now)
        inbox.settle(connection, arrived.id, outcome, now)
        if outcome.state == "parked":
            self._report(connection, arrived.id, outcome, now)
        return outcome

    def replay(self, connection: Connection, id: str) -> Outcome:
        """Play a parked event again; raise NotFound where none is parked under that id."""
        lock(connection, self.place.id)
        row = inbox.get_event(connection, self.place.id, id)
        if row is None or row.state != "parked":
            raise NotFound.of("connector.event.absent")
        event = self.place.kind.read_event(self.place.kind.kept(row.raw, row.topic, row.event_id))
        inbox.try_again(connection, id)
        now = self.store.clock.now()
        outcome = self._outcome(connection, event, now)
        inbox.settle(connection, id, outcome, now)
        self._report(connection, id, outcome, now)
        return outcome

    def leave(self, connection: Connection, id: str) -> None:
        """Let a parked event be, for good."""
        row = inbox.get_event(connection, self.place.id, id)
        if row is None or row.state != "parked":
            raise NotFound.of("connector.event.absent")
        left = Outcome(state="ignored", verdict="left", order_id=row.order_id, order_no=row.order_no)
        inbox.settle(connection, id, left, self.store.clock.now())

    def _outcome(self, connection: Connection, event: ShopEvent, now: datetime) -> Outcome:
        orders = self.place.document.orders
        order = event.order or self._last_known(connection, event, now)
        if orders is None or order is None:
            return Outcome(state="ignored", verdict="unknown", order_id=event.order_id)
        try:
            with savepoint(connection):
                return self._take(connection, orders, order, now)
        except Unavailable:
            raise
        except DomainError as refusal:
            return _outcome_of(order, "parked", "refused", orders.entity, issues=refusal.issues)

    def _take(self, connection: Connection, orders: ShopOrders, order: ShopOrder, now: datetime) -> Outcome:
        crosswalk = Crosswalk(connection, self.place.id)
        known = crosswalk.order(orders.entity, order.id)
        digest = hashlib.sha256(repr(order).encode()).hexdigest()
        verdict = judge(known.seen if known else None, order, digest)
        record = known.record if known else None
        if verdict in ("older", "same", "early"):
            return _outcome_of(order, "ignored", verdict, orders.entity, record)
        booking = self._booking(connection, orders, crosswalk, now)
        is_to_come = record is None and order.stage == "paid"
        if is_to_come:
            record = booking.create(order)
        elif record is not None:
            booking.change(record, order)
        crosswalk.remember_order(orders.entity, order, digest, known, record)
        kind: EventKind = "order_paid" if is_to_come else verdict  # type: ignore[assignment]
        if record is not None:
            self._tell(booking, kind, record)
        return _outcome_of(order, "done", kind, orders.entity, record)

    def _booking(
        self, connection: Connection, orders: ShopOrders, crosswalk: Crosswalk, now: datetime
    ) -> Booking:
        definition = self.place.installed.definition
        origin = Origin("connector", correlation=self.place.id, by_hand=False)
        repository = Repository(self.store, definition, self.place.principal, origin)
        context = Context(now, ZoneInfo(definition.app.timezone))
        return Booking(definition, orders, repository.within(connection), crosswalk, context)

    def _tell(self, booking: Booking, kind: EventKind, record: str) -> None:
        unit, entity = booking.records.unit, booking.orders.entity
        values = unit.existing(unit.viewer.require("read", entity), record)
        signal = ShopSignal(self.place.id, kind, entity, record, values)
        for listener in self.listeners:
            listener(unit, signal)

    def _report(self, connection: Connection, id: str, outcome: Outcome, now: datetime) -> None:
        """Open an incident about what is parked, and close it when that was booked."""
        subject = f"{SUBJECT}{id}"
        if outcome.state != "parked":
            close_incident(connection, subject, now)
            return
        issue = outcome.issues[0]
        incident = NewIncident(
            app=self.place.installed.definition.app.id,
            kind="inbound",
            code=issue.code,
            params={**issue.params, "number": outcome.order_no or ""},
            subject=subject,
            entity=outcome.entity,
        )
        open_incident(connection, incident, self.store.ids, now)

    def _last_known(self, connection: Connection, event: ShopEvent, now: datetime) -> ShopOrder | None:
        """Return an order that was removed there, as it was last told of."""
        raw = inbox.last_message(connection, self.place.id, event.order_id)
        if raw is None:
            return None
        kind = self.place.kind
        last = kind.read_event(kind.kept(raw, "order.updated", event.id)).order
        return removed(last, now) if last else None


def _outcome_of(
    order: ShopOrder,
    state: inbox.State,
    verdict: str,
    entity: str,
    record: str | None = None,
    *,
    issues: tuple[Issue, ...] = (),
) -> Outcome:
    return Outcome(
        state=state,
        verdict=verdict,
        order_id=order.id,
        order_no=order.order_no,
        entity=entity,
        record=record,
        issues=issues,
    )
