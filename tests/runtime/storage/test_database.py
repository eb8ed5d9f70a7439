import subprocess
import sys
import threading
from concurrent.futures import Future
from functools import partial
from typing import Any, cast

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from engine.kernel.errors import Invalid, Unavailable
from runtime.storage.connect import open_database
from runtime.storage.database import Database, remembered
from runtime.storage.sqlite import SqliteDatabase
from runtime.storage.system_tables import sys_counter
from runtime.storage.system_tables_flows import METADATA

WITHOUT_END = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def _count(connection: Connection, series: str, value: int = 1) -> None:
    connection.execute(insert(sys_counter).values(series=series, period="", value=value))


def _series(database: Database) -> set[str]:
    with database.read() as connection:
        return set(connection.execute(select(sys_counter.c.series)).scalars())


def test_what_was_written_is_read(database: Database) -> None:
    database.write(lambda connection: _count(connection, "a"))

    assert _series(database) == {"a"}


def test_the_result_of_the_work_is_returned(database: Database) -> None:
    assert database.write(lambda connection: connection.exec_driver_sql("SELECT 7").scalar()) == 7


def test_a_failed_work_leaves_nothing_behind(database: Database) -> None:
    def work(connection: Connection) -> None:
        _count(connection, "a")
        raise LookupError

    with pytest.raises(LookupError):
        database.write(work)
    assert _series(database) == set()


def test_a_failed_work_takes_no_other_with_it(database: Database) -> None:
    gate = threading.Event()
    first = database.submit(lambda connection: (gate.wait(5), _count(connection, "first"))[1])
    bad = database.submit(lambda connection: (_count(connection, "bad"), _count(connection, "bad")))
    last = database.submit(lambda connection: _count(connection, "last"))

    gate.set()
    first.result()
    last.result()

    with pytest.raises(IntegrityError):
        bad.result()
    assert _series(database) == {"first", "last"}


def test_a_reader_cannot_write_on_sqlite(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    with pytest.raises(Exception, match="readonly"), database.read() as connection:
        _count(connection, "a")
    database.close()


def test_concurrent_increments_are_all_counted(database: Database) -> None:
    database.write(lambda connection: _count(connection, "a", 0))

    def increment(connection: Connection) -> None:
        connection.execute(update(sys_counter).values(value=sys_counter.c.value + 1))

    waiting: list[Future[None]] = [database.submit(increment) for _ in range(50)]
    for each in waiting:
        each.result()

    with database.read() as connection:
        assert connection.execute(select(sys_counter.c.value)).scalar_one() == 50


def test_the_loser_of_a_deadlock_runs_again(postgres_url: str) -> None:
    database = open_database(postgres_url)
    for series in ("a", "b"):
        database.write(partial(_count, series=series))
    both_hold_one = threading.Barrier(2, timeout=10)

    def in_order(first: str, second: str) -> "Future[list[str]]":
        attempts: list[str] = []

        def work(connection: Connection) -> list[str]:
            attempts.append(first)
            _add_by_driver(connection, first)
            if len(attempts) == 1:
                both_hold_one.wait()
            _add_by_driver(connection, second)
            return attempts

        return database.submit(work)

    results = [in_order("a", "b"), in_order("b", "a")]
    assert sorted(len(result.result()) for result in results) == [1, 2]

    with database.read() as connection:
        assert connection.execute(select(sys_counter.c.value)).scalars().all() == [3, 3]
    database.close()


def _add_by_driver(connection: Connection, series: str) -> None:
    driver = cast(Any, connection.connection.driver_connection)
    driver.execute("UPDATE sys_counter SET value = value + 1 WHERE series = %s", (series,))


def test_a_slow_read_ends_at_its_deadline(database: Database) -> None:
    with pytest.raises(Unavailable) as refused, database.read(seconds=0.2) as connection:
        connection.exec_driver_sql(WITHOUT_END)

    assert refused.value.issues[0].code == "storage.query.too_slow"


def test_a_slow_write_ends_at_its_deadline_and_the_next_one_works(database: Database) -> None:
    with pytest.raises(Unavailable):
        database.write(lambda connection: connection.exec_driver_sql(WITHOUT_END), seconds=0.2)

    database.write(lambda connection: _count(connection, "a"))
    assert _series(database) == {"a"}


def test_memory_of_works_lasts_until_a_rollback(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    database.write(lambda connection: remembered(connection).update(head=1))
    assert database.write(lambda connection: remembered(connection).get("head")) == 1

    with pytest.raises(ZeroDivisionError):
        database.write(lambda connection: 1 // 0)

    assert database.write(lambda connection: remembered(connection).get("head")) is None
    database.close()


def test_a_second_start_on_the_same_file_explains_and_stops(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    program = f"from runtime.storage.connect import open_database; open_database({sqlite_url!r})"

    second = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert second.returncode != 0
    assert "storage.database.in_use" in second.stderr
    database.close()
    open_database(sqlite_url).close()


def test_a_foreign_file_is_left_alone(tmp_path) -> None:
    path = tmp_path / "other.db"
    subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sqlite3; sqlite3.connect({str(path)!r}).execute('create table t(a)')",
        ],
        check=True,
    )

    with pytest.raises(Invalid) as refused:
        SqliteDatabase(path)

    assert refused.value.issues[0].code == "storage.database.foreign"


def test_opening_again_keeps_what_was_written(database_url: str) -> None:
    database = open_database(database_url)
    database.write(lambda connection: _count(connection, "a"))
    database.close()

    database = open_database(database_url)
    assert _series(database) == {"a"}
    database.close()


def test_a_newer_database_is_refused(database_url: str) -> None:
    database = open_database(database_url)
    database.write(lambda connection: connection.exec_driver_sql("UPDATE sys_schema SET version_num = '9'"))
    database.close()

    with pytest.raises(Invalid) as refused:
        open_database(database_url)
    assert refused.value.issues[0].code == "storage.database.newer"


def test_migrations_lead_to_the_tables_of_the_program(database: Database) -> None:
    with database.read() as connection:
        options = {"include_object": lambda _object, name, kind, *_: name != "sys_schema"}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []


@pytest.mark.parametrize("url", ["", "sqlite://", "mysql://host/db", "sqlite:///:memory:"])
def test_an_unusable_address_is_refused(url: str) -> None:
    with pytest.raises(Invalid) as refused:
        open_database(url)
    assert refused.value.issues[0].code == "storage.database.url"
