"""Drafts of apps: their commands, which of them hold, and a revision that tells a stale editor."""

from collections.abc import Callable

from sqlalchemy import Connection, delete, insert, select, update

from engine.kernel.errors import Conflict
from engine.kernel.issue import Issue
from engine.ports import Clock, DraftCommand, StoredDraft
from runtime.storage.database import Database
from runtime.storage.system_tables import sys_draft, sys_draft_command


class StoredDrafts:
    """The draft store of an installation."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def draft(self, app: str) -> StoredDraft | None:
        """Return the draft, or None where the app was never edited."""
        with self._database.read() as connection:
            return read_draft(connection, app)

    def append(self, app: str, revision: int, base: int, command: DraftCommand) -> StoredDraft:
        """Add a command after those that hold; undone ones are dropped. Makes the draft at revision 0."""

        def work(connection: Connection) -> None:
            draft = _open(connection, app, revision, base, self._clock)
            _drop_from(connection, app, draft.done)
            row = {"app": app, "n": draft.done, "kind": command.kind, "params": dict(command.params)}
            connection.execute(insert(sys_draft_command).values(**row, by=command.by, at=command.at))
            self._move(connection, draft, base=base, done=draft.done + 1)

        return self._changed(app, work)

    def move(self, app: str, revision: int, done: int) -> StoredDraft:
        """Let the first `done` commands hold: undo and redo."""

        def work(connection: Connection) -> None:
            draft = _expected(connection, app, revision)
            if not 0 <= done <= len(draft.commands):
                raise Conflict.of("draft.step.none")
            self._move(connection, draft, base=draft.base, done=done)

        return self._changed(app, work)

    def restart(self, app: str, revision: int, base: int) -> StoredDraft:
        """Drop all commands and begin again from a release."""

        def work(connection: Connection) -> None:
            draft = _expected(connection, app, revision)
            _drop_from(connection, app, 0)
            self._move(connection, draft, base=base, done=0)

        return self._changed(app, work)

    def _changed(self, app: str, work: Callable[[Connection], None]) -> StoredDraft:
        def whole(connection: Connection) -> StoredDraft:
            work(connection)
            draft = read_draft(connection, app)
            assert draft is not None
            return draft

        return self._database.write(whole)

    def _move(self, connection: Connection, draft: StoredDraft, *, base: int, done: int) -> None:
        moved = update(sys_draft).where(sys_draft.c.app == draft.app, sys_draft.c.revision == draft.revision)
        row = {"base": base, "done": done, "revision": draft.revision + 1, "modified_at": self._clock.now()}
        if connection.execute(moved.values(row)).rowcount != 1:
            raise _stale(draft)


def read_draft(connection: Connection, app: str) -> StoredDraft | None:
    """Return the draft of an app, inside a unit of work."""
    found = select(sys_draft.c.base, sys_draft.c.revision, sys_draft.c.done).where(sys_draft.c.app == app)
    row = connection.execute(found).first()
    if row is None:
        return None
    command = sys_draft_command.c
    listed = select(command.kind, command.params, command.by, command.at).where(command.app == app)
    commands = connection.execute(listed.order_by(command.n)).all()
    return StoredDraft(app, *row, commands=tuple(DraftCommand(*each) for each in commands))


def empty_draft(connection: Connection, app: str, revision: int, base: int, clock: Clock) -> None:
    """Begin the draft again from a release that was just made of it."""
    draft = _expected(connection, app, revision)
    _drop_from(connection, app, 0)
    row = {"base": base, "done": 0, "revision": draft.revision + 1, "modified_at": clock.now()}
    connection.execute(update(sys_draft).where(sys_draft.c.app == app).values(row))


def _open(connection: Connection, app: str, revision: int, base: int, clock: Clock) -> StoredDraft:
    if revision == 0 and read_draft(connection, app) is None:
        row = {"app": app, "base": base, "revision": 0, "done": 0, "modified_at": clock.now()}
        connection.execute(insert(sys_draft).values(row))
    return _expected(connection, app, revision)


def _expected(connection: Connection, app: str, revision: int) -> StoredDraft:
    draft = read_draft(connection, app)
    if draft is None or draft.revision != revision:
        raise _stale(draft)
    return draft


def _stale(draft: StoredDraft | None) -> Conflict:
    return Conflict([Issue("draft.revision.stale", params={"revision": draft.revision if draft else 0})])


def _drop_from(connection: Connection, app: str, n: int) -> None:
    command = sys_draft_command.c
    connection.execute(delete(sys_draft_command).where(command.app == app, command.n >= n))
