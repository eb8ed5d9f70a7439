"""PostgreSQL: reads commit by themselves, a unit of work is one transaction, lost races run again."""

import random
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from psycopg import Connection as Driver
from psycopg import Error
from psycopg.types.string import TextLoader
from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from engine.kernel.errors import Unavailable
from runtime.storage.database import (
    INTERACTIVE_SECONDS,
    REPORT_SECONDS,
    T,
    Work,
    forget,
    is_lost_race,
    take_after_commit,
    translated_faults,
)

ATTEMPTS = 4
LOCK_SECONDS = 10.0
_CONNECTIONS = 8


class PostgresDatabase:
    """One PostgreSQL database; any number of processes may share it."""

    def __init__(self, url: URL) -> None:
        self._readers = _engine(url, autocommit=True)
        self._writers = _engine(url, autocommit=False)
        self._threads = ThreadPoolExecutor(_CONNECTIONS, thread_name_prefix="postgresql-writer")
        self._closed = False

    @property
    def dialect(self) -> Dialect:
        """Return how this database speaks SQL."""
        return self._readers.dialect

    @contextmanager
    def read(self, seconds: float = INTERACTIVE_SECONDS) -> Iterator[Connection]:
        """Lend a connection on which every statement is its own transaction."""
        with translated_faults(), self._readers.connect() as connection:
            if seconds == INTERACTIVE_SECONDS:
                yield connection
                return
            _limit(connection, "SET", seconds)
            try:
                yield connection
            finally:
                _limit(connection, "SET", INTERACTIVE_SECONDS)

    def write(self, work: Work[T], seconds: float = REPORT_SECONDS) -> T:
        """Run a unit of work in a transaction of its own, again where it lost a race."""
        for attempt in range(1, ATTEMPTS):
            try:
                return self._attempt(work, seconds)
            except (DBAPIError, Error) as problem:
                if not is_lost_race(problem):
                    raise
                time.sleep(random.uniform(0.005, 0.02) * attempt)
        return self._attempt(work, seconds)

    def submit(self, work: Work[T], seconds: float = REPORT_SECONDS) -> "Future[T]":
        """Run a unit of work on a thread of the pool."""
        if self._closed:
            raise Unavailable.of("storage.database.closed")
        return self._threads.submit(self.write, work, seconds)

    def close(self) -> None:
        """Finish what waits and give the connections back."""
        self._closed = True
        self._threads.shutdown()
        self._readers.dispose()
        self._writers.dispose()

    def _attempt(self, work: Work[T], seconds: float) -> T:
        with translated_faults(), self._writers.begin() as connection:
            forget(connection)
            take_after_commit(connection)
            if seconds != REPORT_SECONDS:
                _limit(connection, "SET LOCAL", seconds)
            result = work(connection)
            calls = take_after_commit(connection)
        for call in calls:
            call()
        return result


def _engine(url: URL, *, autocommit: bool) -> Engine:
    seconds = INTERACTIVE_SECONDS if autocommit else REPORT_SECONDS
    settings = {
        "timezone": "UTC",
        "statement_timeout": int(seconds * 1000),
        "lock_timeout": int(LOCK_SECONDS * 1000),
        "idle_in_transaction_session_timeout": 60_000,
    }
    engine = create_engine(
        url,
        isolation_level="AUTOCOMMIT" if autocommit else "READ COMMITTED",
        pool_size=_CONNECTIONS,
        max_overflow=_CONNECTIONS,
        pool_reset_on_return=None if autocommit else "rollback",
        connect_args={"options": " ".join(f"-c {name}={value}" for name, value in settings.items())},
    )

    def connected(driver: Driver[object], _record: object) -> None:
        driver.adapters.register_loader("uuid", TextLoader)

    event.listen(engine, "connect", connected)
    return engine


def _limit(connection: Connection, scope: str, seconds: float) -> None:
    connection.exec_driver_sql(f"{scope} statement_timeout = {int(seconds * 1000):d}")
