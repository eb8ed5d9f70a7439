"""Sets the stage: a filled database for the product and one for the peer, and a server process on each."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.access.principal import Principal
from runtime.bench import plain
from runtime.bench.documents import APP, CUSTOMERS, ENTITY, ROLE_ID, documents, orders
from runtime.bench.load import HOST
from runtime.identity.people import NewPerson, add_person
from runtime.identity.tokens import TokenWish, make_token
from runtime.server.services import Services
from runtime.server.wiring import open_services
from runtime.settings import Settings

BATCH = 1_000
CUSTOMER_COUNT = 500
START_SECONDS = 30.0
UNHINDERED = 10**9  # one token sends every request of a measurement


@dataclass(frozen=True, slots=True)
class Filled:
    """A product database with its rows: who may ask, and how fast the rows went in."""

    token: str
    customers: tuple[str, ...]
    ids: tuple[str, ...]
    rows_per_second: float


@dataclass(frozen=True, slots=True)
class Stage:
    """Two running servers over the same rows."""

    product: int
    peer: int
    filled: Filled
    peer_ids: tuple[str, ...]
    peer_url: str


@contextmanager
def set_stage(url: str, peer_url: str, rows: int) -> Iterator[Stage]:
    """Fill both databases, start both servers, and end them afterwards."""
    with TemporaryDirectory(prefix="tongdao-bench-") as folder:
        data = Path(folder)
        url, peer_url = url.format(folder=folder), peer_url.format(folder=folder)
        filled = fill_product(data, url, rows)
        engine = plain.open_engine(peer_url)
        plain.fill(engine, filled.customers, list(orders(0, rows, list(filled.customers))))
        peer_ids = plain.some_ids(engine, len(filled.ids))
        engine.dispose()
        product_port, peer_port = free_port(), free_port()
        product = ("-m", "runtime.cli", "serve")
        peer = ("-m", "runtime.bench.plain", peer_url, str(peer_port))
        environment = {
            "PORT": str(product_port),
            "TONGDAO_DATA": folder,
            "TONGDAO_DATABASE": url,
            "TONGDAO_LOG_LEVEL": "warning",
            "TONGDAO_API_PACE": str(UNHINDERED),
        }
        with running(product, environment, product_port), running(peer, {}, peer_port):
            yield Stage(product_port, peer_port, filled, peer_ids, peer_url)


def fill_product(data: Path, url: str, rows: int) -> Filled:
    """Install the measured app and bring its rows in through the repository, with all checks."""
    services = open_services(Settings(data=data, database=url))
    try:
        services.install(documents())
        person, token = _somebody(services)
        principal = Principal(person, "human", frozenset({ROLE_ID}), person, None, 0)
        installed = services.apps.get(APP)
        repository = services.repository(installed, principal)
        entities = {each.name: each.id for each in installed.definition.entities.values()}
        names = [{"name": f"Customer {number}"} for number in range(CUSTOMER_COUNT)]
        saved = repository.bulk(entities[CUSTOMERS], "create", (), names, partial=False)
        customers = tuple(str(row.id) for row in saved)
        begin, ids = time.perf_counter(), []
        for first in range(0, rows, BATCH):
            batch = list(orders(first, min(BATCH, rows - first), list(customers)))
            ids += repository.bulk(entities[ENTITY], "create", (), batch, partial=False)
        seconds = time.perf_counter() - begin
        return Filled(
            token, customers, tuple(str(row.id) for row in ids[:: max(1, rows // 1_000)]), rows / seconds
        )
    finally:
        services.close()


def _somebody(services: Services) -> tuple[str, str]:
    """Return the id of a person with the measured role, and the text of a token of theirs."""
    app_id = documents()["app.json"]["id"]
    new = NewPerson(login="bench", name={"zh": "bench", "en": "bench"}, roles=((app_id, ROLE_ID),))
    add = partial(add_person, new=new, clock=services.clock, ids=services.ids, by=None)
    person = services.database.write(add)
    wish = TokenWish(user_id=person.id, name="bench", scopes=None, expires_at=None)
    make = partial(make_token, wish=wish, clock=services.clock, ids=services.ids, by=person.id)
    secret, _ = services.database.write(make)
    return person.id, secret.text


def free_port() -> int:
    """Return a port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(arguments: tuple[str, ...], environment: dict[str, str], port: int) -> Iterator[None]:
    """Run a server process as long as it is needed."""
    process = subprocess.Popen(
        [sys.executable, *arguments], env={**os.environ, **environment}, stdout=subprocess.DEVNULL
    )
    try:
        wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Return as soon as a server answers; raise where it ends or takes too long."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://{HOST}:{port}/api/health", timeout=1).close()
            return
        except urllib.error.HTTPError:
            return  # it answers, if only that it does not know the place
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"the server on port {port} did not start")
