"""Whether what goes on by itself is paused: the outbox, timetables and the catching up with shops.

A restored backup is of yesterday: until an administrator has looked at it, no letter leaves a second time.
"""

from datetime import datetime

from sqlalchemy import Connection, Exists, delete, exists, insert, select

from runtime.storage.system_tables import sys_setting

_KEY = "work:paused"
_mine = sys_setting.c.key == _KEY


def pausing() -> Exists:
    """Return, as a condition in SQL, whether work is paused."""
    return exists().where(_mine)


def is_paused(connection: Connection) -> bool:
    """Tell whether work is paused."""
    return bool(connection.execute(select(pausing())).scalar())


def pause(connection: Connection, now: datetime) -> None:
    """Let nothing begin by itself from now on."""
    resume(connection)
    connection.execute(insert(sys_setting).values(key=_KEY, value=True, modified_at=now))


def resume(connection: Connection) -> bool:
    """Let work go on; tell whether it was paused."""
    return connection.execute(delete(sys_setting).where(_mine)).rowcount == 1
