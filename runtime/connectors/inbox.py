"""What came in: one row per event, kept with its raw body. Owns the rows of `sys_inbound_event`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import Connection, func, insert, select, update

from engine.kernel.issue import Issue
from runtime.storage.inserting import inserting
from runtime.storage.system_tables_connectors import sys_inbound_event

State: TypeAlias = Literal["done", "parked", "ignored", "refused"]

_HOUR = "%Y-%m-%dT%H"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of an event: `verdict` says what it meant, or why nothing was done."""

    state: State
    verdict: str
    order_id: str | None = None
    order_no: str | None = None
    entity: str | None = None
    record: str | None = None
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """An event as it came in."""

    id: str
    connector: str
    event: str
    topic: str
    raw: bytes
    at: datetime


def put(connection: Connection, arrived: Arrived) -> bool:
    """Write an event down; return False where the same was written before."""
    row = {
        "id": arrived.id,
        "connector_id": arrived.connector,
        "event_id": arrived.event,
        "topic": arrived.topic,
        "state": "parked",
        "verdict": "arrived",
        "raw": arrived.raw,
        "received_at": arrived.at,
        "attempts": 1,
    }
    new = inserting(connection.dialect, sys_inbound_event).values(row).on_conflict_do_nothing()
    return connection.execute(new.returning(sys_inbound_event.c.id)).scalar() is not None


def settle(connection: Connection, id: str, outcome: Outcome, at: datetime) -> None:
    """Write down what became of an event."""
    values = {
        "state": outcome.state,
        "verdict": outcome.verdict,
        "order_id": outcome.order_id,
        "order_no": outcome.order_no,
        "entity_id": outcome.entity,
        "record_id": outcome.record,
        "issues": [issue_row(issue) for issue in outcome.issues] or None,
        "done_at": None if outcome.state == "parked" else at,
    }
    connection.execute(update(sys_inbound_event).where(sys_inbound_event.c.id == id).values(values))


def try_again(connection: Connection, id: str) -> None:
    """Count another attempt."""
    more = {"attempts": sys_inbound_event.c.attempts + 1}
    connection.execute(update(sys_inbound_event).where(sys_inbound_event.c.id == id).values(more))


def count_refused(connection: Connection, arrived: Arrived, verdict: str) -> None:
    """Count a message that nobody may have sent: one row an hour, so that forgers cannot fill the disk."""
    event = f"{verdict}:{arrived.at.strftime(_HOUR)}"
    place = (sys_inbound_event.c.connector_id == arrived.connector) & (sys_inbound_event.c.event_id == event)
    more = {"attempts": sys_inbound_event.c.attempts + 1, "done_at": arrived.at}
    again = update(sys_inbound_event).where(place).values(more).returning(sys_inbound_event.c.id)
    if connection.execute(again).scalar() is None:
        row = {
            "id": arrived.id,
            "connector_id": arrived.connector,
            "event_id": event,
            "topic": arrived.topic[:60],
            "state": "refused",
            "verdict": verdict,
            "raw": b"",
            "received_at": arrived.at,
            "done_at": arrived.at,
            "attempts": 1,
        }
        connection.execute(insert(sys_inbound_event).values(row))


def get_event(connection: Connection, connector: str, id: str) -> Any | None:
    """Return the row of an event, or None."""
    place = (sys_inbound_event.c.connector_id == connector) & (sys_inbound_event.c.id == id)
    return connection.execute(select(sys_inbound_event).where(place)).one_or_none()


def connector_of(connection: Connection, id: str) -> str | None:
    """Return the connector through which an event came in."""
    asked = select(sys_inbound_event.c.connector_id).where(sys_inbound_event.c.id == id)
    return connection.execute(asked).scalar()


def last_message(connection: Connection, connector: str, order_id: str) -> bytes | None:
    """Return what the shop last sent of an order, of what is kept."""
    table = sys_inbound_event.c
    place = (table.connector_id == connector, table.order_id == order_id)
    kept = (table.topic != "order.deleted", table.raw != b"")
    return connection.execute(
        select(table.raw).where(*place, *kept).order_by(table.id.desc()).limit(1)
    ).scalar()


def list_events(
    connection: Connection, connector: str, state: str | None, before: str | None, limit: int
) -> Sequence[Any]:
    """Return events, newest first, without their raw bodies."""
    table = sys_inbound_event.c
    wanted = select(*(column for column in table if column.name != "raw")).where(
        table.connector_id == connector
    )
    if state:
        wanted = wanted.where(table.state == state)
    if before:
        wanted = wanted.where(table.id < before)
    return connection.execute(wanted.order_by(table.id.desc()).limit(limit)).all()


def parked_events(connection: Connection, connector: str, limit: int = 1_000) -> Sequence[str]:
    """Return the ids of what is parked, oldest first."""
    table = sys_inbound_event.c
    wanted = select(table.id).where(table.connector_id == connector, table.state == "parked")
    return connection.execute(wanted.order_by(table.id).limit(limit)).scalars().all()


def counts(connection: Connection) -> Mapping[str, Mapping[str, int]]:
    """Return how many events stand in which state, by connector; of the refused, how many came."""
    table = sys_inbound_event.c
    amount = func.sum(table.attempts).filter(table.state == "refused")
    asked = select(table.connector_id, table.state, func.count(), amount).group_by(
        table.connector_id, table.state
    )
    found: dict[str, dict[str, int]] = {}
    for connector, state, rows, refused in connection.execute(asked):
        found.setdefault(connector, {})[state] = int(refused) if state == "refused" else rows
    return found


def last_received(connection: Connection) -> Mapping[str, datetime]:
    """Return when something genuine last came in, by connector."""
    table = sys_inbound_event.c
    asked = select(table.connector_id, func.max(table.received_at)).where(table.state != "refused")
    return {row[0]: row[1] for row in connection.execute(asked.group_by(table.connector_id))}


def issue_row(issue: Issue) -> dict[str, Any]:
    """Return an issue as it is kept."""
    return {"code": issue.code, "path": list(issue.path), "params": dict(issue.params)}


def issue_of(row: Mapping[str, Any]) -> Issue:
    """Return a kept issue."""
    return Issue(row["code"], tuple(row["path"]), row["params"])
