"""kill -9 at any moment: nothing acknowledged is lost, nothing is stored twice, the history stays whole.

TONGDAO_CRASH_CYCLES says how often the server is killed; the moments come from a printed seed.
"""

import os
import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import pytest

from runtime.bench.documents import documents
from runtime.bench.stage import fill_product
from runtime.server.wiring import open_services
from runtime.settings import Settings
from tests.crash.ledger import Ledger, Writer, connect, create, stored
from tests.support.running_server import RunningServer

CYCLES = int(os.environ.get("TONGDAO_CRASH_CYCLES", "30"))
CLIENTS = 4
LONGEST_RUN = 0.4


@contextmanager
def running(server: RunningServer) -> Iterator[None]:
    """Run a server that is killed, not stopped, when it is no longer needed."""
    server.start()
    try:
        yield
    finally:
        server.kill()


@pytest.mark.crash
def test_nothing_acknowledged_is_lost_by_kill_9(database_url: str, tmp_path: Path) -> None:
    chance = random.Random(seed := random.randrange(2**32))
    print(f"seed {seed}")
    environment = {"TONGDAO_DATABASE": database_url, "TONGDAO_LOG_LEVEL": "error"}
    server = RunningServer(tmp_path, environment=environment)
    server.data.mkdir()
    token = fill_product(server.data, database_url, rows=0).token
    ledger, keys = Ledger(), (f"K{number:06d}" for number in count())

    for _ in range(CYCLES):
        with running(server):
            repeat_uncertain(server.port, token, ledger)
            writers = [Writer(server.port, token, keys, ledger) for _ in range(CLIENTS)]
            for writer in writers:
                writer.start()
            writers[0].join(timeout=chance.uniform(0.0, LONGEST_RUN))
        for writer in writers:
            writer.join(timeout=30)

    with running(server):
        repeat_uncertain(server.port, token, ledger)
        found = stored(server.port, token)
    assert len(ledger.acknowledged) >= CYCLES
    assert found == {key: [id] for key, id in ledger.acknowledged.items()}
    require_whole_history(server.data, database_url, creations=len(found))


def repeat_uncertain(port: int, token: str, ledger: Ledger) -> None:
    """Ask again for what was never answered; the key keeps it from being done twice."""
    with closing(connect(port)) as connection:
        for key in sorted(ledger.uncertain):
            ledger.acknowledged[key] = create(connection, token, key)


def require_whole_history(folder: Path, url: str, creations: int) -> None:
    """Every creation has its one entry, and the chain over all entries holds."""
    app = documents()["app.json"]["id"]
    orders = documents()["entities/orders.json"]["id"]
    services = open_services(Settings(data=folder, database=url))
    try:
        with services.database.read() as connection:
            assert services.change_log.verify(connection, app) is None
            entries = connection.exec_driver_sql(
                f"SELECT count(*), count(DISTINCT record_id) FROM sys_change "
                f"WHERE entity_id = '{orders}' AND action = 'create'"
            ).one()
        assert tuple(entries) == (creations, creations)
    finally:
        services.close()
