"""Sessions on the server: opened at sign-in, found by the digest of a random id, ended at will.

Owns the rows of `sys_session`; the cookie is the HTTP shell's.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from engine.ports import Clock, IdSource
from runtime.identity.credentials import digest, new_csrf_token, new_session_id
from runtime.identity.epoch import raise_epoch
from runtime.identity.people import Account
from runtime.storage.system_tables import sys_session

IDLE = timedelta(hours=12)
ABSOLUTE = timedelta(days=7)
# Seen times are written at most this often, so that reading costs no writing.
TOUCH_AFTER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Session:
    """One signed-in browser."""

    digest: str
    user_id: str
    csrf_token: str
    epoch: int
    seen_at: datetime
    idle_until: datetime
    expires_at: datetime

    def is_alive(self, now: datetime) -> bool:
        """Tell whether the session still holds."""
        return now < self.idle_until and now < self.expires_at

    def is_due_for_touch(self, now: datetime) -> bool:
        """Tell whether it is time to write down that the session is in use."""
        return now - self.seen_at >= TOUCH_AFTER


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a sign-in came from, for the person's own list of sessions."""

    address: str = ""
    user_agent: str = ""


def open_session(
    connection: Connection, account: Account, origin: Origin, clock: Clock, ids: IdSource
) -> tuple[str, Session]:
    """Open a session; return the id for the cookie, which is stored nowhere, and the session."""
    id, now = new_session_id(), clock.now()
    connection.execute(delete(sys_session).where(sys_session.c.expires_at < now))
    session = Session(
        digest=digest(id),
        user_id=account.person.id,
        csrf_token=new_csrf_token(),
        epoch=account.session_epoch,
        seen_at=now,
        idle_until=now + IDLE,
        expires_at=now + ABSOLUTE,
    )
    connection.execute(
        insert(sys_session).values(
            id=ids.record_id(),
            token_hash=session.digest,
            user_id=session.user_id,
            csrf_token=session.csrf_token,
            epoch=session.epoch,
            created_at=now,
            seen_at=now,
            idle_until=session.idle_until,
            expires_at=session.expires_at,
            address=origin.address[:64],
            user_agent=origin.user_agent[:200],
        )
    )
    return id, session


def find_session(connection: Connection, session_digest: str) -> Session | None:
    """Return the session a digest belongs to."""
    row = connection.execute(
        select(sys_session).where(sys_session.c.token_hash == session_digest)
    ).one_or_none()
    if row is None:
        return None
    return Session(
        row.token_hash, row.user_id, row.csrf_token, row.epoch, row.seen_at, row.idle_until, row.expires_at
    )


def touch_session(connection: Connection, session_digest: str, now: datetime) -> None:
    """Write down that a session is in use."""
    values = {"seen_at": now, "idle_until": now + IDLE}
    connection.execute(update(sys_session).where(sys_session.c.token_hash == session_digest).values(values))


def end_session(connection: Connection, session_digest: str) -> None:
    """End a session everywhere."""
    connection.execute(delete(sys_session).where(sys_session.c.token_hash == session_digest))
    raise_epoch(connection)
