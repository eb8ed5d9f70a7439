"""The permission epoch: a number in the database that grows when anybody's rights or credentials change.

Every process looks at it again after half a second at the latest; what was resolved under an older
number is thrown away. In the process that makes the change it counts at once.
"""

import time
from collections.abc import Callable

from sqlalchemy import Connection, insert, select, update

from runtime.storage.database import Database
from runtime.storage.system_tables import sys_epoch

NAME = "permission"
SECONDS = 0.5


def raise_epoch(connection: Connection) -> None:
    """Count one change of rights, within the transaction that makes it."""
    raised = update(sys_epoch).where(sys_epoch.c.name == NAME).values(value=sys_epoch.c.value + 1)
    if not connection.execute(raised).rowcount:
        connection.execute(insert(sys_epoch).values(name=NAME, value=1))


def read_epoch(connection: Connection) -> int:
    """Return the epoch as it is stored."""
    return connection.execute(select(sys_epoch.c.value).where(sys_epoch.c.name == NAME)).scalar() or 0


class Epoch:
    """The epoch as this process knows it."""

    def __init__(self, database: Database, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._monotonic = monotonic
        self._value = 0
        self._fresh_until = float("-inf")

    def current(self) -> int:
        """Return the epoch, at most half a second old."""
        if self._monotonic() >= self._fresh_until:
            with self._database.read() as connection:
                self._value = read_epoch(connection)
            self._fresh_until = self._monotonic() + SECONDS
        return self._value

    def expire(self) -> None:
        """Look again at the next use; called after a change was made here."""
        self._fresh_until = float("-inf")
