"""Records over HTTP: with rights, metadata, checks and history, against hand-written endpoints without."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count

import orjson

from runtime.bench.documents import APP, ENTITY, order, orders
from runtime.bench.load import Load, drive, request
from runtime.bench.report import Line
from runtime.bench.stage import Stage

CONNECTIONS = 16
BULK_ROWS = 500
RECORDS = f"/api/apps/{APP}/entities/{ENTITY}/records"

Make = Callable[[int], bytes]


def measure_records(stage: Stage, seconds: float) -> Iterator[Line]:
    """Yield a line per kind of request; both servers are measured one after the other, in turns."""
    for title, product, peer, connections, factor in _requests(stage):
        ours = _rate(stage.product, product, connections, seconds)
        theirs = _rate(stage.peer, peer, connections, seconds)
        unit = "rows/s" if factor > 1 else "requests/s"
        yield Line(title, ours.rate * factor, theirs.rate * factor, unit)
        yield Line(f"  p99 of {title}", ours.percentile(0.99), theirs.percentile(0.99), "ms (less is better)")


def _rate(port: int, make: Make, connections: int, seconds: float) -> Load:
    drive(port, make, connections=connections, seconds=min(seconds, 0.5))
    return drive(port, make, connections=connections, seconds=seconds)


def _shared_out(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out as many as it takes to give every connection records of its own: two changes never meet."""
    return ids[: len(ids) // CONNECTIONS * CONNECTIONS]


def _requests(stage: Stage) -> list[tuple[str, Make, Make, int, int]]:
    ids, peer_ids = _shared_out(stage.filled.ids), _shared_out(stage.peer_ids)
    customers = list(stage.filled.customers)
    headers = {"Authorization": f"Bearer {stage.filled.token}"}
    numbers = count(10_000_000)
    versions: Counter[str] = Counter()

    def new(_n: int) -> bytes:
        number = next(numbers)
        return orjson.dumps(order(number, customers[number % len(customers)]))

    def many(_n: int) -> bytes:
        first = next(numbers) * BULK_ROWS
        return orjson.dumps({"mode": "create", "records": list(orders(first, BULK_ROWS, customers))})

    def change() -> bytes:
        # Never the same twice: what changes nothing makes no new version.
        return orjson.dumps({"remark": f"changed {next(numbers)}"})

    def get(path: str) -> Make:
        prepared = request("GET", path, headers)
        return lambda _n: prepared

    def one(base: str, known: tuple[str, ...]) -> Make:
        return lambda n: request("GET", f"{base}/{known[n % len(known)]}", headers)

    def change_ours(n: int) -> bytes:
        id = ids[n % len(ids)]
        versions[id] += 1
        conditional = {**headers, "If-Match": f'"{versions[id]}"'}
        return request("PATCH", f"{RECORDS}/{id}", conditional, change())

    def change_theirs(n: int) -> bytes:
        return request("PATCH", f"/orders/{peer_ids[n % len(peer_ids)]}", headers, change())

    return [
        ("get one", one(RECORDS, ids), one("/orders", peer_ids), CONNECTIONS, 1),
        ("list 20", get(f"{RECORDS}?limit=20&sort=-no"), get("/orders?limit=20"), CONNECTIONS, 1),
        (
            "list 20, link expanded",
            get(f"{RECORDS}?limit=20&sort=-no&expand=customer"),
            get("/orders?limit=20&expand=true"),
            CONNECTIONS,
            1,
        ),
        (
            "create",
            lambda n: request("POST", RECORDS, headers, new(n)),
            lambda n: request("POST", "/orders", headers, new(n)),
            CONNECTIONS,
            1,
        ),
        ("update", change_ours, change_theirs, CONNECTIONS, 1),
        (
            f"bulk create, {BULK_ROWS} a request",
            lambda n: request("POST", f"{RECORDS}:bulk", headers, many(n)),
            lambda n: request("POST", "/orders/bulk", headers, many(n)),
            1,
            BULK_ROWS,
        ),
    ]
