"""kill -9 at any moment: nothing acknowledged is lost, nothing is stored twice, the history stays whole.

TONGDAO_CRASH_CYCLES says how often the server is killed; the moments come from a printed seed.
"""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import pytest

from runtime.bench.documents import documents
from runtime.bench.stage import fill_product, free_port, wait_for
from runtime.server.wiring import open_services
from runtime.settings import Settings
from tests.crash.ledger import Ledger, Writer, connect, create, stored

CYCLES = int(os.environ.get("TONGDAO_CRASH_CYCLES", "30"))
CLIENTS = 4
LONGEST_RUN = 0.4


@contextmanager
def server(folder: Path, url: str, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """A server that is killed, not stopped, when it is no longer needed."""
    environment = {
        **os.environ,
        "PORT": str(port),
        "TONGDAO_DATA": str(folder),
        "TONGDAO_DATABASE": url,
        "TONGDAO_LOG_LEVEL": "error",
    }
    process = subprocess.Popen([sys.executable, "-m", "runtime.cli", "serve"], env=environment)
    try:
        wait_for(port, process)
        yield process
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=30)


@pytest.mark.crash
def test_nothing_acknowledged_is_lost_by_kill_9(database_url: str, tmp_path: Path) -> None:
    chance = random.Random(seed := random.randrange(2**32))
    print(f"seed {seed}")
    filled = fill_product(tmp_path, database_url, rows=0)
    ledger, keys, port = Ledger(), (f"K{number:06d}" for number in count()), free_port()

    for _ in range(CYCLES):
        with server(tmp_path, database_url, port):
            repeat_uncertain(port, filled.token, ledger)
            writers = [Writer(port, filled.token, keys, ledger) for _ in range(CLIENTS)]
            for writer in writers:
                writer.start()
            writers[0].join(timeout=chance.uniform(0.0, LONGEST_RUN))
        for writer in writers:
            writer.join(timeout=30)

    with server(tmp_path, database_url, port):
        repeat_uncertain(port, filled.token, ledger)
        found = stored(port, filled.token)
    assert len(ledger.acknowledged) >= CYCLES
    assert found == {key: [id] for key, id in ledger.acknowledged.items()}
    require_whole_history(tmp_path, database_url, creations=len(found))


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
