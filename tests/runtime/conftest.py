"""A server for every test that wants one, on SQLite; suites about the database ask for both kinds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories.server import Server


@pytest.fixture
def server(sqlite_url: str, tmp_path: Path) -> Iterator[Server]:
    made = Server(sqlite_url, tmp_path)
    yield made
    made.close()
