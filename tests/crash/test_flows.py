"""kill -9 while flows run, at any moment and at every boundary of a step: none lost, none doubled, none stuck.

TONGDAO_CRASH_CYCLES says how often the server is killed; `TONGDAO_CRASH_CYCLES=500 pytest tests/crash/test_flows.py`
is the long run. The moments come from a printed seed.
"""

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from runtime.bench.documents import flow_documents
from runtime.bench.stage import fill_product, free_port, wait_for
from runtime.server.wiring import open_services
from runtime.settings import Settings
from tests.crash.ledger import Ledger, Writer, authorised, connect
from tests.crash.test_kill import repeat_uncertain, require_whole_history

CYCLES = int(os.environ.get("TONGDAO_CRASH_CYCLES", "30"))
CLIENTS = 3
LONGEST_RUN = 0.8
RECOVERY_SECONDS = 90.0
BOUNDARIES = ("", "after_claim", "before_step_commit", "after_step_commit", "after_commit_before_ack")
Refused = (OSError, http.client.HTTPException, ValueError)


@pytest.mark.crash
def test_no_run_is_lost_doubled_or_stuck_by_kill_9(database_url: str, tmp_path: Path) -> None:
    chance = random.Random(seed := random.randrange(2**32))
    print(f"seed {seed}")
    filled = fill_product(tmp_path, database_url, rows=0)
    install_flow(tmp_path, database_url)
    ledger, keys, port = Ledger(), (f"K{number:06d}" for number in count()), free_port()

    for cycle in range(CYCLES):
        boundary = BOUNDARIES[cycle % len(BOUNDARIES)]
        with server(tmp_path, database_url, port, f"{boundary}:{chance.randint(1, 8)}" if boundary else ""):
            with suppress(*Refused):
                repeat_uncertain(port, filled.token, ledger)
            crew = [
                *(Writer(port, filled.token, keys, ledger) for _ in range(CLIENTS)),
                Decider(port, filled.token),
            ]
            for each in crew:
                each.start()
            crew[0].join(timeout=chance.uniform(0.1, LONGEST_RUN))
        for each in crew:
            each.join(timeout=30)

    with server(tmp_path, database_url, port):
        repeat_uncertain(port, filled.token, ledger)
        settle(port, filled.token)
    assert len(ledger.acknowledged) >= CYCLES
    require_done_once(tmp_path, database_url, ledger)
    require_whole_history(tmp_path, database_url, creations=len(ledger.acknowledged))


class Decider(threading.Thread):
    """Approves what waits until the server is gone."""

    def __init__(self, port: int, token: str) -> None:
        super().__init__(daemon=True)
        self._port, self._token = port, token

    def run(self) -> None:
        with suppress(*Refused), closing(connect(self._port)) as connection:
            while True:
                approve_all(connection, self._token)


def approve_all(connection: http.client.HTTPConnection, token: str) -> dict[str, int]:
    """Approve what waits; return how much waited, and how many runs were under way."""
    answer = ask(connection, token, "GET", "/api/tasks?limit=50")
    for task in answer["items"]:
        body = {"action": "approve", "version": task["version"]}
        ask(connection, token, "POST", f"/api/tasks/{task['id']}/decisions", body)
    counts: dict[str, int] = answer["counts"]
    return counts


def ask(connection: http.client.HTTPConnection, token: str, method: str, path: str, body: Any = None) -> Any:
    headers = {**authorised(token), "Content-Type": "application/json"}
    connection.request(method, path, json.dumps(body) if body else None, headers)
    response = connection.getresponse()
    content = response.read()
    assert response.status in (200, 409), (response.status, content)
    return json.loads(content)


def settle(port: int, token: str) -> None:
    """Decide everything until nothing is under way any more; stuck is where nothing goes on for long.

    Many kills leave thousands of runs to be decided, so the time of all of it says nothing.
    """
    before, since = None, time.monotonic()
    with closing(connect(port)) as connection:
        while time.monotonic() - since < RECOVERY_SECONDS:
            counts = approve_all(connection, token)
            if not counts["todo"] and not counts["started"]:
                return
            if counts != before:
                before, since = counts, time.monotonic()
            threading.Event().wait(0.05)
    pytest.fail(f"nothing went on for {RECOVERY_SECONDS} s: {before}")


def install_flow(folder: Path, url: str) -> None:
    services = open_services(Settings(data=folder, database=url))
    try:
        services.install(flow_documents())
    finally:
        services.close()


def require_done_once(folder: Path, url: str, ledger: Ledger) -> None:
    """Each order had one run to its end: each step left its trace once, and nothing waits."""
    services = open_services(Settings(data=folder, database=url))
    try:
        with services.database.read() as connection:

            def rows(statement: str) -> list[Any]:
                return list(connection.exec_driver_sql(statement))

            assert rows("SELECT count(*) FROM sys_outbox WHERE state <> 'done' AND kind <> 'upkeep'") == [
                (0,)
            ]
            assert rows("SELECT count(*) FROM sys_incident WHERE state = 'open'") == [(0,)]
            runs = rows("SELECT record_id, state FROM sys_flow_instance")
            tasks = Counter(
                row[0] for row in rows("SELECT instance_id FROM sys_task WHERE state = 'approved'")
            )
            entity = flow_documents()["entities/orders.json"]["id"].replace("ent_", "e_")
            marks = Counter(row[0] for row in rows(f"SELECT f_remark0001 FROM {entity}"))
            names = rows("SELECT f_name0001 FROM e_customers01 WHERE f_name0001 LIKE 'K%%'")
    finally:
        services.close()
    orders = ledger.acknowledged
    assert Counter(str(row[0]) for row in runs) == Counter(orders.values())
    assert {row[1] for row in runs} == {"completed"}
    assert set(tasks.values()) == {1}
    assert len(tasks) == len(orders)
    assert marks == {"ab": len(orders)}
    assert Counter(row[0] for row in names) == Counter(orders.keys())


@contextmanager
def server(folder: Path, url: str, port: int, failpoint: str = "") -> Iterator["subprocess.Popen[bytes]"]:
    """A server that dies at a named place or is killed when it is no longer needed."""
    environment = {
        **os.environ,
        "PORT": str(port),
        "TONGDAO_DATA": str(folder),
        "TONGDAO_DATABASE": url,
        "TONGDAO_LOG_LEVEL": "error",
        "TONGDAO_FAILPOINT": failpoint,
    }
    process = subprocess.Popen([sys.executable, "-m", "runtime.cli", "serve"], env=environment)
    try:
        with suppress(RuntimeError):
            wait_for(port, process)
        yield process
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=30)
