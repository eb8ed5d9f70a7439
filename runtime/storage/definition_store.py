"""Published releases of apps in the database; documents as they were, for ever."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select

from engine.ports import Release, ReleaseEntry
from runtime.storage.database import Database
from runtime.storage.system_tables import sys_release

_RELEASE = (
    sys_release.c.app,
    sys_release.c.number,
    sys_release.c.documents,
    sys_release.c.note,
    sys_release.c.by,
    sys_release.c.at,
)


class StoredDefinitions:
    """The definition store of an installation."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def names(self) -> Sequence[str]:
        """Return the names of all apps, in order."""
        named = select(sys_release.c.app).distinct().order_by(sys_release.c.app)
        with self._database.read() as connection:
            return connection.execute(named).scalars().all()

    def newest(self, app: str) -> Release | None:
        """Return the release in use."""
        with self._database.read() as connection:
            return newest_release(connection, app)

    def release(self, app: str, number: int) -> Release | None:
        """Return one release."""
        with self._database.read() as connection:
            return _first(connection, _of(app).where(sys_release.c.number == number))

    def releases(self, app: str) -> Sequence[ReleaseEntry]:
        """List releases, newest first."""
        release = sys_release.c
        found = select(release.number, release.note, release.by, release.at).where(release.app == app)
        with self._database.read() as connection:
            rows = connection.execute(found.order_by(release.number.desc())).all()
        return [ReleaseEntry(*row) for row in rows]


def newest_release(connection: Connection, app: str) -> Release | None:
    """Return the release in use, inside a unit of work."""
    return _first(connection, _of(app).order_by(sys_release.c.number.desc()).limit(1))


def newest_number(connection: Connection, app: str) -> int:
    """Return the number of the release in use, 0 before the first."""
    newest = select(func.max(sys_release.c.number)).where(sys_release.c.app == app)
    return int(connection.execute(newest).scalar() or 0)


def _of(app: str) -> Select[Any]:
    return select(*_RELEASE).where(sys_release.c.app == app)


def _first(connection: Connection, found: Select[Any]) -> Release | None:
    row = connection.execute(found).first()
    return Release(*row) if row else None
