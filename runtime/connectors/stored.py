"""The settings of a connector as they are kept: address, sealed secrets, and how it fares.

Owns the rows of `sys_connector`. A secret is good for one host: where the host changes it is given again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from engine.kernel.issue import Issue
from runtime.storage.secrets import Vault
from runtime.storage.system_tables_connectors import sys_connector


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One row."""

    id: str
    app: str
    address: str
    secrets: Mapping[str, str]
    enabled: bool
    settings: Mapping[str, Any] = field(default_factory=dict)
    cursor: datetime | None = None
    next_at: datetime | None = None
    failures: int = 0
    problem: Mapping[str, Any] | None = None
    modified_at: datetime
    modified_by: str | None = None
    version: int = 1

    def open(self, vault: Vault, name: str) -> str:
        """Return a secret, or an empty text where there is none."""
        sealed = self.secrets.get(name)
        return vault.decrypt(sealed, place_of(self.id, name)).decode() if sealed else ""


def place_of(id: str, name: str) -> str:
    """Return where a secret lies, for the vault."""
    return f"sys_connector|secrets.{name}|{id}"


def find_stored(connection: Connection, id: str) -> Stored | None:
    """Return the settings of a connector, or None where nobody has set it up."""
    row = connection.execute(select(sys_connector).where(sys_connector.c.id == id)).one_or_none()
    return Stored(**row._mapping) if row else None


def all_stored(connection: Connection) -> Mapping[str, Stored]:
    """Return the settings of all connectors by id."""
    return {row.id: Stored(**row._mapping) for row in connection.execute(select(sys_connector))}


def lock(connection: Connection, id: str) -> None:
    """Let one unit of work after the other handle what comes from one connector."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(sys_connector.c.id).where(sys_connector.c.id == id).with_for_update())


def save(connection: Connection, stored: Stored, *, is_new: bool) -> None:
    """Write settings that somebody gave."""
    row = {name: getattr(stored, name) for name in Stored.__dataclass_fields__}
    if is_new:
        connection.execute(insert(sys_connector).values(row))
    else:
        connection.execute(update(sys_connector).where(sys_connector.c.id == stored.id).values(row))


def note_success(connection: Connection, id: str, cursor: datetime, next_at: datetime) -> None:
    """Remember up to when the shop was asked."""
    values = {"cursor": cursor, "next_at": next_at, "failures": 0, "problem": None}
    connection.execute(update(sys_connector).where(sys_connector.c.id == id).values(values))


def note_failure(connection: Connection, id: str, issue: Issue, next_at: datetime) -> None:
    """Remember that the shop could not be asked, and why."""
    values = {
        "next_at": next_at,
        "failures": sys_connector.c.failures + 1,
        "problem": {"code": issue.code, "params": dict(issue.params)},
    }
    connection.execute(update(sys_connector).where(sys_connector.c.id == id).values(values))
