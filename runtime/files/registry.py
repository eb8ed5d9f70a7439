"""What is known of each file: name, type, size, who brought it, and the record that carries it.

Adds rows of `sys_file` and reads them; the record that carries a file is written where records are saved.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from engine.kernel.errors import NotFound
from runtime.files.content import Stored
from runtime.storage.system_tables import sys_file

ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file; without a record it belongs to who uploaded it."""

    id: str
    key: str
    name: str
    type: str
    size: int
    purpose: str
    app: str | None
    entity: str | None
    field: str | None
    record: str | None
    created_by: str | None


def register(
    connection: Connection, id: str, stored: Stored, name: str, type: str, by: str, now: datetime
) -> FileEntry:
    """Write down a file that was taken in."""
    row = {
        "id": id,
        "storage_key": stored.key,
        "name": name,
        "content_type": type,
        "size": stored.size,
        "sha256": stored.sha256,
        "purpose": ATTACHMENT,
        "created_at": now,
        "created_by": by,
    }
    connection.execute(insert(sys_file).values(row))
    return FileEntry(id, stored.key, name, type, stored.size, ATTACHMENT, None, None, None, None, by)


def find_files(connection: Connection, ids: Iterable[str]) -> Mapping[str, FileEntry]:
    """Return the files that exist among given ids."""
    wanted = select(sys_file).where(sys_file.c.id.in_(list(ids)), sys_file.c.deleted_at.is_(None))
    return {row.id: _entry(row) for row in connection.execute(wanted)}


def get_file(connection: Connection, id: str) -> FileEntry:
    """Return a file; raise NotFound."""
    found = find_files(connection, [id]).get(id)
    if found is None:
        raise NotFound.of("file.unknown")
    return found


def _entry(row: Row[Any]) -> FileEntry:
    return FileEntry(
        row.id,
        row.storage_key,
        row.name,
        row.content_type,
        row.size,
        row.purpose,
        row.app_id,
        row.entity_id,
        row.field_id,
        row.record_id,
        row.created_by,
    )
