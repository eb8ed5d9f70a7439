"""Announces what a unit of work changed, once it is durable: here at once, elsewhere through PostgreSQL.

Frames gather while the unit of work goes on. Other processes hear of them by NOTIFY from a thread of its
own, so that no writer waits for it; a frame that is lost with its process costs a browser one look.
"""

import queue
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from engine.kernel.errors import DomainError
from runtime.realtime.frame import Frame, write_frame
from runtime.realtime.hub import Hub
from runtime.storage.database import Database, after_commit, waiting_for_commit
from runtime.storage.sql_types import is_sqlite

CHANNEL = "tongdao_frames"
MOST_AT_ONCE = 200
# A change of many records is told as one of their entity.
_ONE_BY_ONE = 20


class Announcer:
    """Announces frames of units of work."""

    def __init__(self, database: Database, hub: Hub, process: str) -> None:
        self._hub = hub
        self._elsewhere = None if is_sqlite(database.dialect) else _Elsewhere(database, process)

    def __call__(self, connection: Connection, frames: Sequence[Frame]) -> None:
        """Announce frames when the unit of work is committed."""
        waiting = (each for each in waiting_for_commit(connection) if isinstance(each, _Gathered))
        gathered = next(waiting, None)
        if gathered is None:
            gathered = _Gathered(self._publish)
            after_commit(connection, gathered)
        gathered.frames.extend(frames)

    def close(self) -> None:
        """Stop telling other processes."""
        if self._elsewhere:
            self._elsewhere.close()

    def _publish(self, gathered: Sequence[Frame]) -> None:
        frames = merged(gathered)
        self._hub.publish(frames)
        if self._elsewhere:
            self._elsewhere.tell(frames)


@dataclass(slots=True)
class _Gathered:
    """The frames of one unit of work."""

    publish: Callable[[Sequence[Frame]], None]
    frames: list[Frame] = field(default_factory=list)

    def __call__(self) -> None:
        self.publish(self.frames)


def merged(frames: Sequence[Frame]) -> list[Frame]:
    """Return each frame once, and those of many records as one without an id."""
    distinct = list(dict.fromkeys(frames))
    records: dict[tuple[str, str | None], list[Frame]] = {}
    for frame in distinct:
        if frame.kind == "record":
            records.setdefault((frame.app, frame.entity), []).append(frame)
    many = {place for place, found in records.items() if len(found) > _ONE_BY_ONE}
    kept = [each for each in distinct if each.kind != "record" or (each.app, each.entity) not in many]
    return [*kept, *(Frame(kind="record", app=app, entity=entity) for app, entity in sorted(many, key=str))]


class _Elsewhere(threading.Thread):
    """Tells other processes, some frames at a time."""

    def __init__(self, database: Database, process: str) -> None:
        super().__init__(name="announcing", daemon=True)
        self._database = database
        self._process = process
        self._waiting: queue.SimpleQueue[list[Frame] | None] = queue.SimpleQueue()
        self.start()

    def tell(self, frames: list[Frame]) -> None:
        if frames:
            self._waiting.put(frames)

    def close(self) -> None:
        self._waiting.put(None)
        self.join(timeout=5)

    def run(self) -> None:
        while (frames := self._waiting.get()) is not None:
            with suppress(DomainError, DBAPIError), self._database.read() as connection:
                for frame in frames[:MOST_AT_ONCE]:
                    said = f"{self._process} {write_frame(frame)}"
                    connection.execute(select(func.pg_notify(CHANNEL, said)))
