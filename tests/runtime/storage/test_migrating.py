"""A database of the first release becomes one of this release, with all that is in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    Table,
    bindparam,
    column,
    insert,
    inspect,
    make_url,
    select,
    table,
)

from runtime.storage import migrate as migrating
from runtime.storage.connect import open_database
from runtime.storage.database import Database
from runtime.storage.migrate import migrate
from runtime.storage.postgresql import PostgresDatabase
from runtime.storage.sqlite import SqliteDatabase
from runtime.storage.system_tables import METADATA, sys_draft, sys_draft_command, sys_setting, sys_user
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


def test_what_was_undone_when_undo_was_a_count_is_undone_still(first: Database) -> None:
    first.write(_leave_a_draft)

    migrate(first)

    with first.read() as connection:
        found = select(sys_draft_command.c.n, sys_draft_command.c.undone).order_by(sys_draft_command.c.n)
        marks = [tuple(each) for each in connection.execute(found)]
    assert marks == [(0, False), (1, True), (2, True)]


def _leave_a_draft(connection: Connection) -> None:
    """Three commands of which one holds, as the first release kept them."""
    draft = table("sys_draft", *(column(each) for each in ("app", "base", "revision", "done", "modified_at")))
    at = bindparam("at", NOW, sys_draft.c.modified_at.type)
    connection.execute(insert(draft).values(app="sales", base=1, revision=4, done=1, modified_at=at))
    for n in range(3):
        row = {"app": "sales", "n": n, "kind": "add_field", "params": {}, "by": "u1", "at": NOW}
        old = [each for each in sys_draft_command.c if each.name in row]
        connection.execute(
            insert(Table("sys_draft_command", MetaData(), *(_copied(each) for each in old))).values(row)
        )


def _copied(each: Any) -> Column[Any]:
    return Column(each.name, each.type)
