"""Imports as they are stored: what was proposed, how far they are, what they came to.

Owns the rows of `sys_import`. A state changes only from the states it may follow, in one statement, so that
two requests never start the same import.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from engine.kernel.errors import Conflict, NotFound
from runtime.storage.system_tables import sys_import

BUSY = ("checking", "running")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredImport:
    """One import; `proposal` is what was found in the file, `mapping` what somebody decided."""

    id: str
    app_id: str
    entity_id: str
    state: str
    file_id: str
    file_name: str
    sheet: str
    header_row: int
    encoding: str | None
    proposal: Mapping[str, Any]
    mapping: Mapping[str, Any]
    settings: Mapping[str, Any]
    done: int
    total: int
    report: Mapping[str, Any] | None
    issues: Iterable[Mapping[str, Any]]
    created_by: str
    created_at: datetime
    modified_at: datetime


def add_import(connection: Connection, new: StoredImport) -> None:
    """Store a new import."""
    values = {name: getattr(new, name) for name in StoredImport.__slots__}
    connection.execute(insert(sys_import).values(**values))


def get_import(connection: Connection, id: str, owner: str) -> StoredImport:
    """Return an import of a person; somebody else's is absent."""
    query = select(sys_import).where(sys_import.c.id == id, sys_import.c.created_by == owner)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise NotFound.of("transfer.import.unknown")
    return _import(row)


def change_import(
    connection: Connection, id: str, states: Iterable[str], now: datetime, **values: Any
) -> None:
    """Change an import that is in one of some states; raise Conflict where it is in another."""
    changed = update(sys_import).where(sys_import.c.id == id, sys_import.c.state.in_(tuple(states)))
    if connection.execute(changed.values(**values, modified_at=now)).rowcount != 1:
        raise Conflict.of("transfer.import.busy")


def _import(row: Row[Any]) -> StoredImport:
    values = {name: getattr(row, name) for name in StoredImport.__slots__}
    values["issues"] = row.issues or []
    return StoredImport(**values)
