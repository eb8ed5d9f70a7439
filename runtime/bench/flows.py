"""Flows: how long after a commit a task is seen, and how many steps a second one process does."""

import http.client
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
from sqlalchemy import select

from engine.access.principal import SYSTEM
from engine.flows.stored import from_json
from runtime.bench.documents import APP, ENTITY, flow_documents, order
from runtime.bench.load import HOST
from runtime.bench.records import RECORDS
from runtime.bench.report import Line
from runtime.bench.stage import fill_product, free_port, running
from runtime.server.wiring import open_services
from runtime.settings import Settings
from runtime.storage.system_tables_flows import sys_flow_instance

TRIALS = 200
RUNS = 500
PATIENCE = 10.0


def measure_flows(url: str, runs: int = RUNS) -> Iterator[Line]:
    """Yield how long tasks take to be seen, and how fast steps are done; the target stands beside."""
    with TemporaryDirectory(prefix="tongdao-bench-flows-") as folder:
        data = Path(folder)
        url = url.format(folder=folder)
        token = fill_product(data, url, rows=0).token
        services = open_services(Settings(data=data, database=url))
        try:
            services.install(flow_documents())
        finally:
            services.close()
        rate = _steps_a_second(data, url, runs)
        port = free_port()
        environment = {
            "PORT": str(port),
            "TONGDAO_DATA": folder,
            "TONGDAO_DATABASE": url,
            "TONGDAO_LOG_LEVEL": "warning",
        }
        with running(("-m", "runtime.cli", "serve"), environment, port):
            seconds = sorted(_until_seen(port, token, TRIALS))
    yield Line(
        "p95 from commit to task", seconds[int(len(seconds) * 0.95)] * 1_000, 1_000.0, "ms (less is better)"
    )
    yield Line(
        "median from commit to task", seconds[len(seconds) // 2] * 1_000, 1_000.0, "ms (less is better)"
    )
    yield Line("steps", rate, 100.0, "steps/s")


def _steps_a_second(data: Path, url: str, runs: int) -> float:
    """Start many runs at once, and do all that follows."""
    services = open_services(Settings(data=data, database=url))
    try:
        installed = services.apps.get(APP)
        entity = next(each.id for each in installed.definition.entities.values() if each.name == ENTITY)
        rows = [order(90_000_000 + number, None) for number in range(runs)]
        services.repository(installed, SYSTEM).bulk(entity, "create", (), rows, partial=False)
        begin = time.perf_counter()
        services.flows.dispatcher.drain()
        seconds = time.perf_counter() - begin
        with services.database.read() as connection:
            documents = list(connection.execute(select(sys_flow_instance.c.document)).scalars())
        return sum(len(from_json(each).steps) for each in documents) / seconds
    finally:
        services.close()


def _until_seen(port: int, token: str, trials: int) -> Iterator[float]:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    with closing(http.client.HTTPConnection(HOST, port, timeout=PATIENCE)) as connection:
        known = _todo(connection, headers)
        for number in range(trials):
            connection.request("POST", RECORDS, orjson.dumps(order(95_000_000 + number, None)), headers)
            connection.getresponse().read()
            begin = time.perf_counter()
            while (found := _todo(connection, headers)) <= known and time.perf_counter() - begin < PATIENCE:
                time.sleep(0.001)
            known = found
            yield time.perf_counter() - begin


def _todo(connection: http.client.HTTPConnection, headers: dict[str, str]) -> int:
    connection.request("GET", "/api/tasks?limit=1", headers=headers)
    count: int = orjson.loads(connection.getresponse().read())["counts"]["todo"]
    return count
