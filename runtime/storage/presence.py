"""Who has the designers of an app open: one row per person, good for a minute after its last sign of life."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from sqlalchemy import Connection, delete, insert, select, update

from engine.ports import Clock, Present
from runtime.storage.database import Database
from runtime.storage.system_tables import sys_present

A_MINUTE = timedelta(seconds=60)


class StoredPresence:
    """The presence of an installation; `changed` hears of apps where somebody came or went."""

    def __init__(self, database: Database, clock: Clock, changed: Callable[[Connection, str], None]) -> None:
        self._database = database
        self._clock = clock
        self._changed = changed

    def arrive(self, app: str, person: str, file: str) -> Sequence[Present]:
        """Note that a person is there, and return everybody who was there within the last minute."""

        def work(connection: Connection) -> list[Present]:
            now = self._clock.now()
            table = sys_present.c
            connection.execute(delete(sys_present).where(table.app == app, table.at < now - A_MINUTE))
            here = update(sys_present).where(table.app == app, table.person == person)
            if connection.execute(here.values(file=file, at=now)).rowcount == 0:
                row = {"app": app, "person": person, "file": file, "at": now}
                connection.execute(insert(sys_present).values(row))
                self._changed(connection, app)
            found = select(table.person, table.file, table.at).where(table.app == app).order_by(table.person)
            return [Present(*each) for each in connection.execute(found)]

        return self._database.write(work)

    def leave(self, app: str, person: str) -> None:
        """Note that a person has gone."""

        def work(connection: Connection) -> None:
            gone = delete(sys_present).where(sys_present.c.app == app, sys_present.c.person == person)
            if connection.execute(gone).rowcount:
                self._changed(connection, app)

        self._database.write(work)
