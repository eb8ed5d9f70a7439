"""What happens to people, roles and credentials, as entries of the audit trail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from runtime.storage.change_log import Change, ChangeLog
from runtime.storage.system_tables import SYSTEM_APP


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: an action on a row of a system table, by a person."""

    action: str
    table: str
    id: str
    by: str | None
    changes: Mapping[str, Any]


def tell(log: ChangeLog, connection: Connection, now: datetime, event: Event) -> None:
    """Add an event, within the transaction that makes it happen."""
    change = Change(
        app=SYSTEM_APP,
        action=event.action,
        principal_kind="human" if event.by else "system",
        principal_id=event.by or "system",
        actor=event.by,
        entity=event.table,
        record=event.id,
        source="api" if event.by else "system",
        changes=event.changes,
    )
    log.append(connection, now, [change])
