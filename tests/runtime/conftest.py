"""A server for every test that wants one, on SQLite; suites about the database ask for both kinds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from runtime.server.logs import set_up_logs
from tests.factories.server import Server


@pytest.fixture(scope="session", autouse=True)
def plain_logs() -> None:
    """Log as a server does; the default of the library draws traces with every value in them."""
    set_up_logs("error")


@pytest.fixture
def server(sqlite_url: str, tmp_path: Path) -> Iterator[Server]:
    made = Server(sqlite_url, tmp_path)
    yield made
    made.close()
