"""A request that is sent twice has one effect: its key and answer are kept in the effect's transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select, update

from engine.kernel.errors import Conflict
from runtime.storage.inserting import inserting
from runtime.storage.system_tables import sys_idempotency

KEPT = timedelta(days=7)
KEY_LENGTH = 255


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, to be answered again."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def once(
    connection: Connection,
    principal: str,
    key: str,
    body_hash: str,
    now: datetime,
    work: Callable[[Connection], Answer],
) -> Answer:
    """Do the work the first time, return the kept answer afterwards; another body is a conflict."""
    table = sys_idempotency.c
    row = {"principal_id": principal, "key": key, "body_hash": body_hash, "created_at": now}
    # What came back tells it: an INSERT's row count is not known on every driver.
    claim = (
        inserting(connection.dialect, sys_idempotency)
        .values(row)
        .on_conflict_do_nothing()
        .returning(table.key)
    )
    is_first = connection.execute(claim).first() is not None
    mine = (table.principal_id == principal, table.key == key)
    if is_first:
        answer = work(connection)
        kept = {"status": answer.status, "headers": dict(answer.headers), "answer": answer.body}
        connection.execute(update(sys_idempotency).where(*mine).values(kept))
        return answer
    found = connection.execute(
        select(table.body_hash, table.status, table.headers, table.answer).where(*mine)
    )
    known_hash, status, headers, body = found.one()
    if known_hash != body_hash:
        raise Conflict.of("request.idempotency.reused", ("Idempotency-Key",))
    return Answer(status, headers, body)


def forget_old(connection: Connection, now: datetime) -> int:
    """Drop keys that no client repeats any more; return how many."""
    old = delete(sys_idempotency).where(sys_idempotency.c.created_at < now - KEPT)
    return connection.execute(old).rowcount
