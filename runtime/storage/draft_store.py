"""Drafts of apps: their commands, which of them are taken back, and a revision that tells a stale editor.

What changes a draft is announced to the designers that are open, once it is durable.
"""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, Delete, delete, func, insert, select, update

from engine.kernel.errors import Conflict
from engine.kernel.issue import Issue
from engine.ports import Clock, DraftCommand, Marking, StoredDraft
from runtime.storage.database import Database
from runtime.storage.inserting import inserting
from runtime.storage.system_tables import sys_draft, sys_draft_command, sys_draft_edit

# Hears the name of an app and the revision of its draft, None where a release made it another one.
Changed = Callable[[Connection, str, int | None], None]


def tell_nobody(connection: Connection, app: str, revision: int | None) -> None:
    """Announce nothing: for stores that stand alone."""


class StoredDrafts:
    """The draft store of an installation; `changed` hears of every app whose draft changes."""

    def __init__(self, database: Database, clock: Clock, changed: Changed = tell_nobody) -> None:
        self._database = database
        self._clock = clock
        self._changed = changed

    def draft(self, app: str) -> StoredDraft | None:
        """Return the draft, or None where the app was never edited."""
        with self._database.read() as connection:
            return read_draft(connection, app)

    def knows(self, app: str, by: str, edit: str) -> bool:
        """Tell whether an edit id of a person was written before, be it published or given up since."""
        known = sys_draft_edit.c
        found = select(known.edit).where(known.app == app, known.by == by, known.edit == edit)
        with self._database.read() as connection:
            return connection.execute(found).first() is not None

    def append(self, app: str, revision: int, base: int, command: DraftCommand) -> StoredDraft:
        """Add a command; undone ones of the same person are dropped. Makes the draft at revision 0."""

        def work(connection: Connection) -> None:
            draft = _open(connection, app, revision, base, self._clock)
            self._move(connection, draft, base)
            kept = sys_draft_command.c
            connection.execute(_dropped(app).where(kept.by == command.by, kept.undone))
            row = {"kind": command.kind, "params": dict(command.params), "edit": command.edit}
            values = {**row, "app": app, "n": _next(connection, app), "by": command.by, "at": command.at}
            connection.execute(insert(sys_draft_command).values(**values, undone=False))
            self._remember(connection, app, command.by, command.edit)

        return self._written(app, work)

    def mark(self, app: str, revision: int, marking: Marking) -> StoredDraft:
        """Take commands back, or let them hold again."""

        def work(connection: Connection) -> None:
            draft = _expected(connection, app, revision)
            self._move(connection, draft, draft.base)
            command = sys_draft_command.c
            here = update(sys_draft_command).where(command.app == app, command.n.in_(marking.numbers))
            if connection.execute(here.values(undone=marking.undone)).rowcount != len(marking.numbers):
                raise Conflict.of("draft.step.none")
            self._remember(connection, app, marking.by, marking.edit)

        return self._written(app, work)

    def restart(self, app: str, revision: int, base: int) -> StoredDraft:
        """Drop all commands and begin again from a release."""

        def work(connection: Connection) -> None:
            draft = _expected(connection, app, revision)
            self._move(connection, draft, base)
            connection.execute(_dropped(app))

        return self._written(app, work)

    def _written(self, app: str, work: Callable[[Connection], None]) -> StoredDraft:
        def whole(connection: Connection) -> StoredDraft:
            work(connection)
            draft = read_draft(connection, app)
            assert draft is not None
            self._changed(connection, app, draft.revision)
            return draft

        return self._database.write(whole)

    def _remember(self, connection: Connection, app: str, by: str, edit: str) -> None:
        if edit:
            row = {"app": app, "by": by, "edit": edit, "at": self._clock.now()}
            connection.execute(insert(sys_draft_edit).values(row))

    # Always first: it locks the draft, so that who is slower finds it stale before writing anything.
    def _move(self, connection: Connection, draft: StoredDraft, base: int) -> None:
        moved = update(sys_draft).where(sys_draft.c.app == draft.app, sys_draft.c.revision == draft.revision)
        row = {"base": base, "revision": draft.revision + 1, "modified_at": self._clock.now()}
        if connection.execute(moved.values(row)).rowcount != 1:
            raise _stale(draft)


def read_draft(connection: Connection, app: str) -> StoredDraft | None:
    """Return the draft of an app, inside a unit of work."""
    found = select(sys_draft.c.base, sys_draft.c.revision).where(sys_draft.c.app == app)
    row = connection.execute(found).first()
    if row is None:
        return None
    command = sys_draft_command.c
    columns = (command.kind, command.params, command.by, command.at, command.edit, command.n, command.undone)
    commands = connection.execute(select(*columns).where(command.app == app).order_by(command.n)).all()
    return StoredDraft(app, *row, commands=tuple(DraftCommand(*each) for each in commands))


def empty_draft(connection: Connection, app: str, revision: int, base: int, clock: Clock) -> None:
    """Begin the draft again from a release that was just made of it."""
    draft = _expected(connection, app, revision)
    connection.execute(_dropped(app))
    row = {"base": base, "revision": draft.revision + 1, "modified_at": clock.now()}
    connection.execute(update(sys_draft).where(sys_draft.c.app == app).values(row))


def forget_edits(connection: Connection, before: datetime) -> int:
    """Drop edit ids that no browser sends again; return how many."""
    return connection.execute(delete(sys_draft_edit).where(sys_draft_edit.c.at < before)).rowcount


def _open(connection: Connection, app: str, revision: int, base: int, clock: Clock) -> StoredDraft:
    if revision == 0 and read_draft(connection, app) is None:
        row = {"app": app, "base": base, "revision": 0, "modified_at": clock.now()}
        connection.execute(inserting(connection.dialect, sys_draft).values(row).on_conflict_do_nothing())
    return _expected(connection, app, revision)


def _expected(connection: Connection, app: str, revision: int) -> StoredDraft:
    draft = read_draft(connection, app)
    if draft is None or draft.revision != revision:
        raise _stale(draft)
    return draft


def _stale(draft: StoredDraft | None) -> Conflict:
    return Conflict([Issue("draft.revision.stale", params={"revision": draft.revision if draft else 0})])


def _next(connection: Connection, app: str) -> int:
    command = sys_draft_command.c
    last = connection.execute(select(func.max(command.n)).where(command.app == app)).scalar()
    return 0 if last is None else int(last) + 1


def _dropped(app: str) -> Delete:
    return delete(sys_draft_command).where(sys_draft_command.c.app == app)
