"""A database of the first release becomes one of this release, with all that is in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert, inspect, make_url, select

from runtime.storage import migrate as migrating
from runtime.storage.connect import open_database
from runtime.storage.database import Database
from runtime.storage.migrate import migrate
from runtime.storage.postgresql import PostgresDatabase
from runtime.storage.sqlite import SqliteDatabase
from runtime.storage.system_tables import METADATA, sys_setting, sys_user
from tests.factories.stores import CountedIds, StillClock

NOW = StillClock().now()
USER = {
    "id": CountedIds().record_id(), "kind": "human", "login": "ann", "login_key": "ann", "name": "Ann",
    "created_at": NOW, "modified_at": NOW,
}  # fmt: skip


@pytest.fixture
def first(database_url: str) -> Iterator[Database]:
    """A database as the first release left it, with a person and a setting."""
    url = make_url(database_url)
    opened: Any
    if url.drivername == "sqlite":
        opened = SqliteDatabase(Path(str(url.database)))
    else:
        opened = PostgresDatabase(url.set(drivername="postgresql+psycopg"))
    opened.write(_make_first)
    yield opened
    opened.close()


def _make_first(connection: Connection) -> None:
    scripts = ScriptDirectory(str(migrating._SCRIPTS))
    [base] = scripts.get_bases()
    options = {
        "fn": lambda revision, _context: scripts._upgrade_revs(base, revision),
        "version_table": "sys_schema",
        "transactional_ddl": False,
    }
    context = MigrationContext.configure(connection, opts=options)
    with Operations.context(context):
        context.run_migrations()
    connection.execute(insert(sys_user).values(USER))
    connection.execute(insert(sys_setting).values(key="seed:x", value=3, modified_at=NOW))


def test_a_database_of_the_first_release_keeps_what_is_in_it(first: Database) -> None:
    with first.read() as connection:
        before = set(inspect(connection).get_table_names())

    migrate(first)
    migrate(first)

    with first.read() as connection:
        missing = METADATA.tables.keys() - set(inspect(connection).get_table_names())
        people = connection.execute(select(sys_user.c.login, sys_user.c.created_at)).all()
        setting = connection.execute(select(sys_setting.c.value)).scalar()
    assert "sys_outbox" not in before
    assert missing == set()
    assert [tuple(each) for each in people] == [("ann", NOW)]
    assert setting == 3


def test_an_upgraded_database_is_shaped_as_a_new_one(first: Database) -> None:
    migrate(first)

    with first.read() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": "sys_schema"})
        assert compare_metadata(context, METADATA) == []


def test_an_upgraded_database_opens(first: Database, database_url: str) -> None:
    first.close()

    open_database(database_url).close()
