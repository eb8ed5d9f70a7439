"""Wakes whoever empties the outbox, as soon as the work that filled it is committed.

In this process at once; on PostgreSQL other processes hear of it by NOTIFY, sent with the transaction.
"""

import threading

from sqlalchemy import Connection, func, select

from runtime.storage.database import after_commit, waiting_for_commit
from runtime.storage.sql_types import is_sqlite

CHANNEL = "tongdao_outbox"


class Bell:
    """One bell per process; every waiting lane has a string of it."""

    def __init__(self) -> None:
        self._strings: list[threading.Event] = []
        self._call = self.ring

    def string(self) -> threading.Event:
        """Return an event that is set whenever there may be something to do."""
        made = threading.Event()
        self._strings.append(made)
        return made

    def ring(self) -> None:
        """Wake everybody now."""
        for each in self._strings:
            each.set()

    def ring_after(self, connection: Connection) -> None:
        """Wake everybody when the unit of work is committed."""
        if self._call in waiting_for_commit(connection):
            return
        after_commit(connection, self._call)
        if not is_sqlite(connection.dialect):
            connection.execute(select(func.pg_notify(CHANNEL, "")))
