"""History and audit trail in one: a row per change, each chained to the one before by HMAC.

Rows are only ever added, in the transaction of the change they tell of. One chain per app: on SQLite the
single writer remembers its end, on PostgreSQL a locked row holds it, so that a chain never forks.
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, Dialect, Select, Update, bindparam, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or_not

from engine.kernel.issue import Issue
from runtime.storage.database import remembered
from runtime.storage.sql_types import instant_text, is_sqlite
from runtime.storage.statement import Row, compile_statement, run, run_many, run_one
from runtime.storage.system_tables import sys_change, sys_change_head

START = ""
_BATCH = 1_000
_CHAINED = (
    "app_id", "sequence", "at", "principal_kind", "principal_id", "actor", "action", "entity_id", "record_id",
    "version", "source", "reason", "correlation", "changes",
)  # fmt: skip
_HEAD = select(sys_change_head.c.sequence, sys_change_head.c.chain)


@dataclass(frozen=True, slots=True)
class Change:
    """What happened. `entity` is the id of an entity or the name of a system table.

    `changes` are JSON kinds: field id to [before, after]; of detail lines a list of what happened to each.
    """

    app: str
    action: str
    principal_kind: str
    principal_id: str
    actor: str | None
    entity: str | None = None
    record: str | None = None
    version: int | None = None
    source: str = "api"
    reason: str | None = None
    correlation: str | None = None
    changes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Head:
    sequence: int
    chain: str


class ChangeLog:
    """The log of one installation; `key` signs its links."""

    def __init__(self, dialect: Dialect, key: bytes) -> None:
        self._key = key
        self._dialect = dialect
        columns = {column.name: bindparam(column.name, type_=column.type) for column in sys_change.c}
        self._insert = compile_statement(insert(sys_change).values(columns), dialect)
        self._locked_head = compile_statement(_of_app(_HEAD).with_for_update(), dialect)
        self._move_head = compile_statement(_moved(), dialect)

    def append(self, connection: Connection, at: datetime, changes: Sequence[Change]) -> None:
        """Add changes that happened together, all of one app."""
        if not changes:
            return
        app = changes[0].app
        head = self._head(connection, app)
        rows: list[dict[str, Any]] = []
        for change in changes:
            row = _row(change, head.sequence + 1, at)
            row["chain"] = self._link(head.chain, row)
            head = _Head(row["sequence"], row["chain"])
            rows.append(row)
        run_many(connection, self._insert, rows)
        self._keep_head(connection, app, head)

    def verify(self, connection: Connection, app: str) -> Issue | None:
        """Follow a chain from its beginning; return the first link that does not hold."""
        head = _Head(0, START)
        for row in _rows(connection, app):
            expected = self._link(head.chain, row)
            if row["sequence"] != head.sequence + 1 or not hmac.compare_digest(expected, row["chain"]):
                return Issue("audit.chain.broken", params={"app": app, "sequence": row["sequence"]})
            head = _Head(row["sequence"], row["chain"])
        if not is_sqlite(self._dialect) and head.sequence != _stored_head(connection, app).sequence:
            return Issue("audit.chain.cut", params={"app": app, "sequence": head.sequence})
        return None

    def _link(self, before: str, row: Mapping[str, Any]) -> str:
        values = [row[name] for name in _CHAINED]
        values[2] = instant_text(values[2])
        message = before.encode() + b"|" + orjson.dumps(values)
        return hmac.new(self._key, message, hashlib.sha256).hexdigest()

    def _head(self, connection: Connection, app: str) -> _Head:
        if is_sqlite(self._dialect):
            known = remembered(connection).get(f"change_head {app}")
            return known if isinstance(known, _Head) else _last(connection, app)
        rows = run(connection, self._locked_head, {"app": app}) or _first_head(connection, app)
        return _Head(*rows[0])

    def _keep_head(self, connection: Connection, app: str, head: _Head) -> None:
        if is_sqlite(self._dialect):
            remembered(connection)[f"change_head {app}"] = head
            return
        run_one(connection, self._move_head, {"app": app, "to": head.sequence, "link": head.chain})


def _row(change: Change, sequence: int, at: datetime) -> dict[str, Any]:
    return {
        "app_id": change.app,
        "sequence": sequence,
        "at": at,
        "principal_kind": change.principal_kind,
        "principal_id": change.principal_id,
        "actor": change.actor,
        "action": change.action,
        "entity_id": change.entity,
        "record_id": change.record,
        "version": change.version,
        "source": change.source,
        "reason": change.reason,
        "correlation": change.correlation,
        "changes": orjson.dumps(change.changes, option=orjson.OPT_SORT_KEYS).decode(),
    }


def _rows(connection: Connection, app: str) -> Iterator[Mapping[str, Any]]:
    last = 0
    while True:
        found = select(sys_change).where(sys_change.c.app_id == app, sys_change.c.sequence > last)
        rows = connection.execute(found.order_by(sys_change.c.sequence).limit(_BATCH)).mappings().all()
        yield from rows  # type: ignore[misc]
        if not rows:
            return
        last = rows[-1]["sequence"]


def _last(connection: Connection, app: str) -> _Head:
    found = select(sys_change.c.sequence, sys_change.c.chain).where(sys_change.c.app_id == app)
    row = connection.execute(found.order_by(sys_change.c.sequence.desc()).limit(1)).first()
    return _Head(*row) if row else _Head(0, START)


def _stored_head(connection: Connection, app: str) -> _Head:
    row = connection.execute(_of_app(_HEAD), {"app": app}).first()
    return _Head(*row) if row else _Head(0, START)


def _first_head(connection: Connection, app: str) -> Sequence[Row]:
    """Make the row of a chain's end, or wait for whoever makes it just now; return it, locked."""
    first = insert_or_not(sys_change_head).values(app_id=app, sequence=0, chain=START)
    connection.execute(first.on_conflict_do_nothing())
    return connection.execute(_of_app(_HEAD).with_for_update(), {"app": app}).all()


def _of_app(question: Select[Any]) -> Select[Any]:
    return question.where(sys_change_head.c.app_id == bindparam("app"))


def _moved() -> Update:
    moved = update(sys_change_head).where(sys_change_head.c.app_id == bindparam("app"))
    return moved.values(sequence=bindparam("to"), chain=bindparam("link"))
