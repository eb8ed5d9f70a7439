"""What a database is to the rest of the runtime: reading with a deadline, writing as a unit of work.

The two kinds are `sqlite` and `postgresql`; `connect` picks one. Transactions begin and end here and
nowhere else: a unit of work gets a connection and never commits.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol, TypeVar, cast

import psycopg
from sqlalchemy import Connection, Dialect
from sqlalchemy.exc import DBAPIError

from engine.kernel.errors import DomainError, Unavailable

T = TypeVar("T")
Work = Callable[[Connection], T]

INTERACTIVE_SECONDS = 5.0
REPORT_SECONDS = 60.0

_FAULTS = {
    "57014": "storage.query.too_slow",
    "55P03": "storage.database.busy",
    "53100": "storage.database.full",
    "SQLITE_INTERRUPT": "storage.query.too_slow",
    "SQLITE_BUSY": "storage.database.busy",
    "SQLITE_LOCKED": "storage.database.busy",
    "SQLITE_FULL": "storage.database.full",
}
_LOST_RACES = ("40001", "40P01")
_REMEMBERED = "remembered"
_AFTER_COMMIT = "after commit"


class Database(Protocol):
    """One database with its connections."""

    @property
    def dialect(self) -> Dialect:
        """Return how this database speaks SQL."""

    def read(self, seconds: float = INTERACTIVE_SECONDS) -> AbstractContextManager[Connection]:
        """Lend a connection for reading; what takes longer than `seconds` ends as `Unavailable`."""

    def write(self, work: Work[T], seconds: float = REPORT_SECONDS) -> T:
        """Run a unit of work and return after the durable commit; it may run again after a lost race."""

    def submit(self, work: Work[T], seconds: float = REPORT_SECONDS) -> "Future[T]":
        """Run a unit of work elsewhere; the future is done after the durable commit."""

    def close(self) -> None:
        """Let what is running end and release everything."""


def remembered(connection: Connection) -> dict[str, object]:
    """Return what units of work may keep in memory: it lasts until something is rolled back."""
    memory: dict[str, object] = connection.info.setdefault(_REMEMBERED, {})
    return memory


def forget(connection: Connection) -> None:
    """Drop what was kept in memory, because it may tell of rows that are not there."""
    connection.info.pop(_REMEMBERED, None)


def after_commit(connection: Connection, call: Callable[[], None]) -> None:
    """Have something called as soon as this unit of work is durable; it must be quick and not fail."""
    connection.info.setdefault(_AFTER_COMMIT, []).append(call)


def waiting_for_commit(connection: Connection) -> Sequence[Callable[[], None]]:
    """Return what will be called after the commit."""
    calls: list[Callable[[], None]] = connection.info.get(_AFTER_COMMIT, [])
    return calls


def take_after_commit(connection: Connection) -> list[Callable[[], None]]:
    """Return what waits for the commit, and let the connection forget it."""
    calls: list[Callable[[], None]] = connection.info.pop(_AFTER_COMMIT, [])
    return calls


@contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """Undo what happens inside, and only that, when it fails; straight on the driver, for many rows."""
    driver = cast(Any, connection.connection.driver_connection)
    driver.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        forget(connection)
        driver.execute("ROLLBACK TO SAVEPOINT part")
        driver.execute("RELEASE SAVEPOINT part")
        raise
    driver.execute("RELEASE SAVEPOINT part")


@contextmanager
def translated_faults() -> Iterator[None]:
    """Turn the database's refusals for lack of time or space into domain errors."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, psycopg.Error) as problem:
        raise translate(problem) or problem from problem


def translate(problem: Exception) -> DomainError | None:
    """Return the domain error for a fault that is nobody's mistake, or None."""
    original = problem.orig if isinstance(problem, DBAPIError) else problem
    state = getattr(original, "sqlstate", None) or getattr(original, "sqlite_errorname", None)
    code = _FAULTS.get(str(state))
    return Unavailable.of(code) if code else None


def is_lost_race(problem: BaseException) -> bool:
    """Tell whether a unit of work may run again; the driver's own faults come without SQLAlchemy around."""
    fault = problem.orig if isinstance(problem, DBAPIError) else problem
    return getattr(fault, "sqlstate", None) in _LOST_RACES
