"""SQLite: many readers, one writer thread, and one commit for all units of work that wait together.

A unit of work that fails is rolled back to its savepoint alone; nothing is answered before the commit.
"""

import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic

from sqlalchemy import Connection, Dialect, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from engine.kernel.errors import Invalid, Unavailable
from runtime.storage.database import (
    INTERACTIVE_SECONDS,
    REPORT_SECONDS,
    T,
    Work,
    forget,
    take_after_commit,
    translate,
    translated_faults,
)
from runtime.storage.formulas.sqlite_functions import register_functions
from runtime.storage.process_lock import ProcessLock

APPLICATION_ID = 0x546F6E67  # "Tong"
BATCH = 256
BATCH_SECONDS = 0.05
_OPCODES_BETWEEN_LOOKS = 20_000
_READERS = 8


class _Deadline:
    """When the statement that is running must end; looked at by SQLite itself."""

    __slots__ = ("at",)

    def __init__(self) -> None:
        self.at = float("inf")

    def is_passed(self) -> bool:
        return time.monotonic() > self.at


@dataclass(frozen=True, slots=True)
class _Waiting(Generic[T]):
    work: Work[T]
    seconds: float
    future: "Future[T]"


@dataclass(frozen=True, slots=True)
class _Done:
    """A unit of work whose commit is near: what it returns, and what waits for the commit."""

    future: "Future[Any]"
    result: Any
    calls: list[Callable[[], None]]


class SqliteDatabase:
    """One SQLite file, owned by this process alone."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = ProcessLock(path)
        self._readers = _engine(path, None, ("query_only = ON",))
        self._writers = _engine(path, "BEGIN IMMEDIATE", ("synchronous = FULL",))
        try:
            self._writer = _prepare(self._writers, path)
        except BaseException:
            self._release()
            raise
        self._queue: queue.SimpleQueue[_Waiting[Any] | None] = queue.SimpleQueue()
        self._failed = False
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="sqlite-writer", daemon=True)
        self._thread.start()

    @property
    def dialect(self) -> Dialect:
        """Return how this database speaks SQL."""
        return self._readers.dialect

    @contextmanager
    def read(self, seconds: float = INTERACTIVE_SECONDS) -> Iterator[Connection]:
        """Lend a connection that sees one state of the database until it is given back."""
        with translated_faults(), self._readers.connect() as connection:
            connection.info["deadline"].at = time.monotonic() + seconds
            driver = _driver(connection)
            driver.execute("BEGIN")
            try:
                yield connection
            finally:
                driver.rollback()

    def write(self, work: Work[T], seconds: float = REPORT_SECONDS) -> T:
        """Run a unit of work on the writer thread and wait for its commit."""
        return self.submit(work, seconds).result()

    def submit(self, work: Work[T], seconds: float = REPORT_SECONDS) -> "Future[T]":
        """Queue a unit of work."""
        if self._closed or self._failed:
            raise Unavailable.of("storage.database.closed")
        waiting = _Waiting(work, seconds, Future())
        self._queue.put(waiting)
        return waiting.future

    def close(self) -> None:
        """Finish what waits, fold the log into the file, and release the lock."""
        if self._closed:
            return
        self._closed = True
        self._queue.put(None)
        self._thread.join()
        _driver(self._writer).execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._writer.close()
        self._release()

    def _release(self) -> None:
        self._readers.dispose()
        self._writers.dispose()
        self._lock.release()

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            if not self._run_batch(first):
                return

    def _run_batch(self, first: _Waiting[Any]) -> bool:
        """Run what waits in one transaction; False when the end was asked for."""
        done: list[_Done] = []
        waiting: _Waiting[Any] | None = first
        until = time.monotonic() + BATCH_SECONDS
        try:
            self._writer.begin()
        except DBAPIError as problem:
            first.future.set_exception(translate(problem) or problem)
            return True
        while waiting is not None:
            self._run_one(waiting, done)
            if len(done) >= BATCH or time.monotonic() > until or self._queue.empty():
                break
            waiting = self._queue.get()
        self._commit(done)
        return waiting is not None

    def _run_one(self, waiting: _Waiting[Any], done: list[_Done]) -> None:
        driver = _driver(self._writer)
        self._writer.info["deadline"].at = time.monotonic() + waiting.seconds
        driver.execute("SAVEPOINT work")
        try:
            with translated_faults():
                result = waiting.work(self._writer)
        except BaseException as problem:
            self._undo(problem, waiting.future)
        else:
            driver.execute("RELEASE work")
            done.append(_Done(waiting.future, result, take_after_commit(self._writer)))
        finally:
            self._writer.info["deadline"].at = float("inf")

    def _undo(self, problem: BaseException, future: "Future[Any]") -> None:
        """Undo one unit of work; where SQLite already ended the transaction, none of its batch is kept."""
        forget(self._writer)
        take_after_commit(self._writer)
        driver = _driver(self._writer)
        if driver.in_transaction:
            driver.execute("ROLLBACK TO work")
            driver.execute("RELEASE work")
        future.set_exception(problem)

    def _commit(self, done: list[_Done]) -> None:
        try:
            if not _driver(self._writer).in_transaction:
                raise Unavailable.of("storage.database.rolled_back")
            self._writer.commit()
        except Exception as problem:
            self._refuse(done, problem)
            return
        for each in done:
            for call in each.calls:
                call()
            each.future.set_result(each.result)

    def _refuse(self, done: list[_Done], problem: Exception) -> None:
        """Answer a batch whose commit failed; after a failed flush to disk nothing is acknowledged again."""
        forget(self._writer)
        self._writer.rollback()
        name = getattr(getattr(problem, "orig", None), "sqlite_errorname", "")
        self._failed = self._failed or str(name).startswith("SQLITE_IOERR")
        translated = (translate(problem) if isinstance(problem, DBAPIError) else None) or problem
        for each in done:
            each.future.set_exception(translated)


def _engine(path: Path, begin: str | None, pragmas: tuple[str, ...]) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=QueuePool,
        pool_size=_READERS,
        max_overflow=_READERS,
        connect_args={"check_same_thread": False, "isolation_level": None, "timeout": 10},
    )

    def connected(driver: sqlite3.Connection, record: Any) -> None:
        for pragma in ("journal_mode = WAL", "foreign_keys = ON", "trusted_schema = OFF", *pragmas):
            driver.execute(f"PRAGMA {pragma}")
        register_functions(driver)
        deadline = record.info["deadline"] = _Deadline()
        driver.set_progress_handler(deadline.is_passed, _OPCODES_BETWEEN_LOOKS)

    def begun(connection: Connection) -> None:
        if begin:
            _driver(connection).execute(begin)

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine


def _prepare(writers: Engine, path: Path) -> Connection:
    """Open the writer's connection and make sure that the file is new or ours."""
    with translated_faults():
        writer = writers.connect()
    driver = _driver(writer)
    mark = driver.execute("PRAGMA application_id").fetchone()[0]
    if mark == 0 and driver.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
        driver.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
    elif mark != APPLICATION_ID:
        writer.close()
        raise Invalid.of("storage.database.foreign", file=str(path))
    return writer


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
