"""Signing in and out: tries are counted first, hashes are verified beside the loop, sessions are opened.

Joins people, passwords, sessions and limits; the cookie is the HTTP shell's.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection

from engine.kernel.issue import Issue
from engine.ports import Clock, IdSource
from runtime.identity.callers import Caller, Callers
from runtime.identity.limits import LOGIN_OF_ACCOUNT, LOGIN_OF_NETWORK, network_of, take
from runtime.identity.passwords import HashingPool, is_outdated, is_too_long
from runtime.identity.people import Account, find_account, login_key, renew_hash
from runtime.identity.sessions import Origin, Session, end_session, open_session, touch_session
from runtime.identity.trail import Event, tell
from runtime.storage.change_log import ChangeLog
from runtime.storage.database import Database

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Refused:
    """Why somebody was not signed in; `seconds` to wait where it was tried too often."""

    issue: Issue
    seconds: int = 0


class SignIn:
    """Opens and ends sessions."""

    def __init__(
        self,
        database: Database,
        callers: Callers,
        pool: HashingPool,
        log: ChangeLog,
        clock: Clock,
        ids: IdSource,
    ) -> None:
        self._database = database
        self._callers = callers
        self._pool = pool
        self._log = log
        self._clock = clock
        self._ids = ids

    async def with_password(self, login: str, password: str, origin: Origin) -> str | Refused:
        """Return a session id for the cookie, or why not; it never says whether the login exists."""
        seconds = await self._write(partial(self._count_try, login_key(login)[:100], origin.address))
        if seconds:
            return Refused(Issue("session.tries.exhausted", (), {"seconds": seconds}), seconds)
        with self._database.read() as connection:
            account = find_account(connection, login)
        is_right = await self._pool.is_right(
            "" if is_too_long(password) else password, account.password_hash if account else None
        )
        if account is None or not is_right or not account.person.active:
            return Refused(Issue("session.login.wrong"))
        await self._renew_hash(account, password)
        return await self.open(account, origin)

    async def open(self, account: Account, origin: Origin) -> str:
        """Open a session for somebody whose identity is proven."""
        user = account.person.id

        def work(connection: Connection) -> str:
            id, session = open_session(connection, account, origin, self._clock, self._ids)
            tell(self._log, connection, session.seen_at, Event("sign_in", "sys_session", user, user, {}))
            return id

        return await self._write(work)

    async def end(self, session: Session) -> None:
        """End a session everywhere."""
        await self._write(partial(end_session, session_digest=session.digest))
        self._callers.forget()

    async def touch(self, caller: Caller) -> None:
        """Write down, now and then, that a session is in use."""
        session, now = caller.session, self._clock.now()
        if session is not None and session.is_due_for_touch(now):
            await self._write(partial(touch_session, session_digest=session.digest, now=now))
            self._callers.drop(session)

    async def _renew_hash(self, account: Account, password: str) -> None:
        """Hash again what was hashed with older parameters; sessions go on."""
        if account.password_hash and is_outdated(account.password_hash):
            new = await self._pool.hash(password)
            await self._write(partial(renew_hash, id=account.person.id, password_hash=new))

    def _count_try(self, login: str, address: str, connection: Connection) -> int:
        now = self._clock.now()
        of_network = take(connection, LOGIN_OF_NETWORK, network_of(address), now)
        return of_network or take(connection, LOGIN_OF_ACCOUNT, login, now)

    async def _write(self, work: Callable[[Connection], T]) -> T:
        return await asyncio.wrap_future(self._database.submit(work))
