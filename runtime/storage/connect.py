"""Opens the database a URL names and brings its system tables up to date."""

from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from engine.kernel.errors import Invalid, Unavailable
from runtime.storage.database import Database
from runtime.storage.migrate import migrate
from runtime.storage.postgresql import PostgresDatabase
from runtime.storage.sqlite import SqliteDatabase

_POSTGRES = ("postgres", "postgresql", "postgresql+psycopg")


def open_database(url: str) -> Database:
    """Open `sqlite:///path` or `postgresql://…`, with the system tables of this release."""
    database = _connect(url)
    try:
        migrate(database)
    except BaseException:
        database.close()
        raise
    return database


def _connect(url: str) -> Database:
    try:
        parsed = make_url(url)
    except ArgumentError as problem:
        raise Invalid.of("storage.database.url") from problem
    if parsed.drivername == "sqlite" and parsed.database and parsed.database != ":memory:":
        return SqliteDatabase(Path(parsed.database))
    if parsed.drivername not in _POSTGRES:
        raise Invalid.of("storage.database.url")
    database = PostgresDatabase(parsed.set(drivername="postgresql+psycopg"))
    try:
        with database.read():
            return database
    except DBAPIError as problem:
        database.close()
        raise Unavailable.of("storage.database.unreachable", host=parsed.host or "") from problem
