"""How long bodies of what other systems sent are kept: they hold names and addresses of customers."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, update

from runtime.storage.system_tables_connectors import sys_inbound_event

BODIES_KEPT = timedelta(days=90)
_events = sys_inbound_event.c


def forget_bodies(connection: Connection, now: datetime) -> int:
    """Empty the bodies of events that were settled long ago; return how many.

    That something came, when, and what became of it stays. What waits for somebody keeps its body, since it
    is played again from it.
    """
    old = (_events.received_at < now - BODIES_KEPT, _events.state != "parked", _events.raw != b"")
    return connection.execute(update(sys_inbound_event).where(*old).values(raw=b"")).rowcount
