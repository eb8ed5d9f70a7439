"""From a credential to who is calling: person and principal, remembered until anybody's rights change.

Reads sessions, tokens, people and roles; writes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from engine.access.principal import Principal
from engine.ports import Clock
from runtime.identity.credentials import digest
from runtime.identity.epoch import Epoch
from runtime.identity.people import Person, get_account, roles_held
from runtime.identity.sessions import Session, find_session
from runtime.identity.tokens import Token, find_token
from runtime.storage.database import Database

REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is calling: a person in a browser (`session`) or a program with a token of theirs (`token`).

    With `seen_by` the person is only looked at: the session is that of who looks.
    """

    principal: Principal
    person: Person
    session: Session | None = None
    token: Token | None = None
    seen_by: Person | None = None

    def is_alive(self, now: datetime) -> bool:
        """Tell whether the credential still holds."""
        credential = self.session or self.token
        return credential is not None and credential.is_alive(now)


@dataclass(slots=True)
class _Memory:
    epoch: int = -1
    callers: dict[str, Caller] = field(default_factory=dict)
    seen: dict[str, tuple[Principal, Person]] = field(default_factory=dict)


class Callers:
    """Finds callers by credential."""

    def __init__(self, database: Database, clock: Clock, epoch: Epoch) -> None:
        self._database = database
        self._clock = clock
        self._epoch = epoch
        self._memory = _Memory()

    def by_session(self, id: str) -> Caller | None:
        """Return who is signed in with a session id."""
        return self._find(digest(id), self._from_session)

    def by_token(self, text: str) -> Caller | None:
        """Return whom an API token stands for."""
        return self._find(digest(text), self._from_token)

    def seen(self, person: str) -> tuple[Principal, Person] | None:
        """Return an active person as they would be when signed in; None where there is none."""
        memory = self._current()
        if person not in memory.seen:
            with self._database.read() as connection:
                account = get_account(connection, person)
                if account is None or not account.person.active:
                    return None
                roles = roles_held(connection, person)
            principal = Principal(person, "human", roles, user=person, epoch=memory.epoch)
            memory.seen[person] = (principal, account.person)
        return memory.seen[person]

    def forget(self) -> None:
        """Look again at everything, because something was changed here."""
        self._epoch.expire()

    def again(self, caller: Caller) -> Caller:
        """Return a caller as they are after a change made here."""
        session = caller.session
        found = self._find(session.digest, self._from_session) if session else None
        return found or caller

    def drop(self, session: Session) -> None:
        """Look again at one session."""
        self._memory.callers.pop(session.digest, None)

    def _find(self, key: str, load: Callable[[Connection, str, int], Caller | None]) -> Caller | None:
        memory = self._current()
        caller = memory.callers.get(key)
        if caller is None:
            with self._database.read() as connection:
                caller = load(connection, key, memory.epoch)
            if caller is not None:
                memory.callers[key] = caller
        return caller if caller is not None and caller.is_alive(self._clock.now()) else None

    def _current(self) -> _Memory:
        """Return what is remembered under the epoch of now."""
        epoch = self._epoch.current()
        if self._memory.epoch != epoch or len(self._memory.callers) >= REMEMBERED:
            self._memory = _Memory(epoch)
        return self._memory

    def _from_session(self, connection: Connection, key: str, epoch: int) -> Caller | None:
        session = find_session(connection, key)
        account = get_account(connection, session.user_id) if session else None
        if session is None or account is None or account.session_epoch != session.epoch:
            return None
        person = account.person
        if not person.active:
            return None
        principal = Principal(
            person.id, "human", roles_held(connection, person.id), user=person.id, epoch=epoch
        )
        return Caller(principal, person, session=session)

    def _from_token(self, connection: Connection, key: str, epoch: int) -> Caller | None:
        token = find_token(connection, key)
        account = get_account(connection, token.user_id) if token else None
        if token is None or account is None or not account.person.active:
            return None
        roles = roles_held(connection, token.user_id)
        principal = Principal(token.id, "token", roles, user=token.user_id, scopes=token.scopes, epoch=epoch)
        return Caller(principal, account.person, token=token)
