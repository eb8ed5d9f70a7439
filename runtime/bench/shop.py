"""Paid orders of a shop, at a steady pace: until the answer, and until their stock is locked.

A real server process, real signatures, one message in ten sent twice and one in ten followed by an older
state; loopback only.
"""

import asyncio
import base64
import hashlib
import hmac
import random
import threading
import time
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
from sqlalchemy import Engine, create_engine, select

from engine.access.principal import SYSTEM
from engine.kernel.errors import Invalid
from engine.query.record_query import RecordQuery
from runtime.app_folder import read_app_folder
from runtime.bench.load import HOST, request
from runtime.bench.stage import free_port, running
from runtime.connectors.places import Place, all_places
from runtime.connectors.setting_up import Given, set_up
from runtime.demo.example import APP, FOLDER
from runtime.seeding import add_people_of, load_seeds
from runtime.server.services import Services
from runtime.server.wiring import open_services
from runtime.settings import Settings
from runtime.storage.system_tables_connectors import sys_external_id
from runtime.storage.system_tables_stock import sys_reservation

SECRET = "bench"
ENOUGH = 1_000_000
LAST_SEED = "stock.csv"
LOOK_SECONDS = 0.02
DRAIN_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Prepared:
    """A filled database: the connector, and what can be bought."""

    connector: str
    skus: Sequence[str]


@dataclass(frozen=True, slots=True)
class Run:
    """A server at work on a filled database, and a way to look into it from outside."""

    port: int
    prepared: Prepared
    engine: Engine


@dataclass(slots=True)
class Seen:
    """When messages were sent, answered, and their stock seen locked, by order number; in seconds."""

    sent: dict[str, float] = field(default_factory=dict)
    answered: dict[str, float] = field(default_factory=dict)
    locked: dict[str, float] = field(default_factory=dict)
    refused: list[bytes] = field(default_factory=list)

    def latencies(self, what: Mapping[str, float]) -> list[float]:
        """Return how long each order took, in milliseconds, sorted."""
        return sorted((at - self.sent[order]) * 1000 for order, at in what.items())


def prepare(data: Path, url: str) -> Prepared:
    """Install the example app with its goods, and set its shop up."""
    services = open_services(Settings(data=data, database=url))
    try:
        documents = read_app_folder(FOLDER)
        if isinstance(documents, list):
            raise Invalid(documents)
        services.install(documents)
        installed = services.apps.get(APP)
        add_people_of(services, installed, FOLDER)
        for loaded in load_seeds(services, installed, FOLDER):
            if loaded.file.endswith(LAST_SEED):
                break
        _fill_shelves(services)
        place = next(each for each in all_places(services.apps) if each.document.kind == "woocommerce")
        _set_up(services, place)
        products = services.repository(installed, SYSTEM).find(
            _entity(services, "product"), RecordQuery(filter="on_sale", fields=("sku",), limit=100)
        )
        return Prepared(place.id, [str(each.values["sku"]) for each in products.records])
    finally:
        services.close()


def _fill_shelves(services: Services) -> None:
    repository = services.repository(services.apps.get(APP), SYSTEM)
    stock, cursor = _entity(services, "stock"), None
    while True:
        page = repository.find(stock, RecordQuery(limit=500, cursor=cursor, fields=()))
        rows = [{"id": each.id, "on_hand": ENOUGH} for each in page.records]
        repository.bulk(stock, "update", (), rows, partial=False)
        cursor = page.next_cursor
        if cursor is None:
            return


def _entity(services: Services, name: str) -> str:
    found = services.apps.get(APP).definition.entity_named(name)
    assert found is not None
    return found.id


def _set_up(services: Services, place: Place) -> None:
    secrets = {"consumer_key": "ck", "consumer_secret": "cs", "webhook_secret": SECRET}
    given = Given(address="https://shop.example", secrets=secrets, enabled=True, settings={})
    services.database.write(lambda connection: set_up(services, place, connection, given, None))


def message(prepared: Prepared, number: int, delivery: str, *, is_old: bool = False) -> bytes:
    """Return one signed message of a paid order of two articles; an old one is of a minute before."""
    moment = f"{datetime.now(UTC) - timedelta(minutes=is_old):%Y-%m-%dT%H:%M:%S}"
    chosen = random.Random(number).sample(list(prepared.skus), 2)
    person = {"first_name": "明", "last_name": "王", "phone": f"138{number % 500:08d}", "state": "CN12",
              "city": "杭州", "address_1": "文三路 1 号", "country": "CN", "email": ""}  # fmt: skip
    order = {
        "id": number, "number": str(number), "status": "processing", "currency": "CNY", "customer_id": 0,
        "date_created_gmt": moment, "date_modified_gmt": moment,
        "date_paid_gmt": moment, "shipping_total": "8.00", "total": "28.00",
        "billing": person, "shipping": {}, "line_items": [
            {"id": n, "name": sku, "sku": sku, "quantity": 1, "subtotal": "10.00", "total": "10.00"}
            for n, sku in enumerate(chosen)
        ],
    }  # fmt: skip
    raw = orjson.dumps(order)
    signed = base64.b64encode(hmac.new(SECRET.encode(), raw, hashlib.sha256).digest()).decode()
    headers = {
        "X-WC-Webhook-Topic": "order.updated",
        "X-WC-Webhook-Delivery-ID": delivery,
        "X-WC-Webhook-Signature": signed,
        "Connection": "close",
    }
    return request("POST", f"/api/hooks/{prepared.connector}", headers, raw)


async def drive(run: Run, first: int, rate: float, seconds: float) -> Seen:
    """Send orders at a pace that does not wait for answers, and watch stock being locked meanwhile."""
    seen, stopped = Seen(), threading.Event()
    port, prepared = run.port, run.prepared
    watching = asyncio.create_task(asyncio.to_thread(_watch, run.engine, seen, stopped))
    sending: list[asyncio.Task[None]] = []
    begin = time.perf_counter()
    for n in range(int(rate * seconds)):
        await asyncio.sleep(max(0.0, begin + n / rate - time.perf_counter()))
        number = first + n
        seen.sent[str(number)] = time.perf_counter()
        sending.append(
            asyncio.create_task(_one(port, message(prepared, number, f"d{number}"), seen, str(number)))
        )
        if n % 10 == 3:
            sending.append(
                asyncio.create_task(_one(port, message(prepared, number, f"d{number}"), seen, None))
            )
        if n % 10 == 7:
            late = message(prepared, number, f"d{number}-late", is_old=True)
            sending.append(asyncio.create_task(_after(sending[-1], _one(port, late, seen, None))))
    await asyncio.gather(*sending)
    end = time.perf_counter() + DRAIN_SECONDS
    while len(seen.locked) < len(seen.sent) and time.perf_counter() < end:
        await asyncio.sleep(0.1)
    stopped.set()
    await watching
    return seen


async def _after(first: asyncio.Task[None], then: Coroutine[None, None, None]) -> None:
    await first
    await then


async def _one(port: int, raw: bytes, seen: Seen, order: str | None) -> None:
    reader, writer = await asyncio.open_connection(HOST, port)
    writer.write(raw)
    answer = await reader.read()
    writer.close()
    if not answer.startswith(b"HTTP/1.1 200"):
        seen.refused.append(answer[-300:])
    elif order is not None:
        seen.answered[order] = time.perf_counter()


def _watch(engine: Engine, seen: Seen, stopped: threading.Event) -> None:
    """Note when the reservations of an order can first be seen by somebody else."""
    number = select(sys_external_id.c.number).join(
        sys_reservation, sys_reservation.c.record_id == sys_external_id.c.record_id
    )
    while not stopped.is_set():
        with engine.connect() as connection:
            found = connection.execute(number.distinct()).scalars().all()
        now = time.perf_counter()
        for each in found:
            if each in seen.sent:
                seen.locked.setdefault(each, now)
        time.sleep(LOOK_SECONDS)


def measure_shop(name: str, url: str, rate: float, seconds: float) -> Iterator[str]:
    """Yield what came of one run on an empty database."""
    with TemporaryDirectory(prefix="tongdao-bench-") as folder:
        data, address = Path(folder), url.format(folder=folder)
        prepared = prepare(data, address)
        port = free_port()
        environment = {
            "PORT": str(port),
            "TONGDAO_DATA": folder,
            "TONGDAO_DATABASE": address,
            "TONGDAO_LOG_LEVEL": "error",
        }
        with running(("-m", "runtime.cli", "serve"), environment, port):
            run = Run(port, prepared, create_engine(address))
            asyncio.run(drive(run, 100_000, rate, min(3.0, seconds)))
            seen = asyncio.run(drive(run, 200_000, rate, seconds))
            run.engine.dispose()
    yield f"{name}: {len(seen.sent)} paid orders at {rate:g}/s, one in ten twice, one in ten told late"
    yield f"  until answered  {_figures(seen.latencies(seen.answered))}"
    yield f"  until locked    {_figures(seen.latencies(seen.locked))}"
    yield f"  locked {len(seen.locked)} of {len(seen.sent)}, refused {len(seen.refused)}"


def _figures(latencies: Sequence[float]) -> str:
    if not latencies:
        return "none"
    at = {share: latencies[min(len(latencies) - 1, int(share * len(latencies)))] for share in (0.5, 0.99)}
    return f"p50 {at[0.5]:.0f} ms, p99 {at[0.99]:.0f} ms, worst {latencies[-1]:.0f} ms"
