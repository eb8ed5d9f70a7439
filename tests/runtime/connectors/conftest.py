"""A shop's server on each kind of database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.runtime.connectors.shop_server import ShopServer


@pytest.fixture
def shop(database_url: str, tmp_path: Path) -> Iterator[ShopServer]:
    made = ShopServer(database_url, tmp_path)
    yield made
    made.close()
