"""SQL statements per request, counted in this process, with warm caches as in a running server."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson
from sqlalchemy import event
from sqlalchemy.pool import Pool

from runtime.bench.documents import order
from runtime.bench.records import RECORDS
from runtime.bench.stage import Filled, fill_product
from runtime.http.features import FEATURES
from runtime.server.app import create_app
from runtime.server.logs import set_up_logs
from runtime.server.wiring import open_services
from runtime.settings import Settings

ROWS = 200


def count_statements() -> str:
    """Return a table of statements per kind of request, on SQLite."""
    with TemporaryDirectory(prefix="tongdao-bench-") as folder:
        data, url = Path(folder), f"sqlite:///{folder}/tongdao.sqlite"
        filled = fill_product(data, url, ROWS)
        set_up_logs("error")
        with tracing() as seen:
            services = open_services(Settings(data=data, database=url))
            try:
                return _count(create_app(services, FEATURES), filled, seen)
            finally:
                services.close()


def _count(app: Any, filled: Filled, seen: list[str]) -> str:
    headers = {"authorization": f"Bearer {filled.token}", "content-type": "application/json"}
    id, body = filled.ids[0], orjson.dumps(order(999_999, filled.customers[0]))
    requests = [
        ("get one", "GET", f"{RECORDS}/{id}", b"", {}),
        ("list 20", "GET", f"{RECORDS}?limit=20", b"", {}),
        ("list 20, link expanded", "GET", f"{RECORDS}?limit=20&expand=customer", b"", {}),
        ("create", "POST", RECORDS, body, {}),
        ("update", "PATCH", f"{RECORDS}/{id}", b'{"remark": "new"}', {"if-match": '"1"'}),
    ]
    rows = [f"{'SQL statements per request':<34}{'statements':>12}{'bytes sent':>12}"]
    # A running server has read and written before.
    for method, path, content in (("GET", f"{RECORDS}/{id}", b""), ("POST", RECORDS, body)):
        asyncio.run(_call(app, method, path, content, headers))
    for title, method, path, content, more in requests:
        seen.clear()
        size = asyncio.run(_call(app, method, path, content, {**headers, **more}))
        rows.append(f"{title:<34}{sum(map(_is_counted, seen)):>12}{size:>12,}")
    return "\n".join(rows)


@contextmanager
def tracing() -> Iterator[list[str]]:
    """Collect what every SQLite connection opened from now on executes, whoever asks it."""
    seen: list[str] = []

    def watch(connection: Any, _record: object) -> None:
        connection.set_trace_callback(seen.append)

    event.listen(Pool, "connect", watch)
    try:
        yield seen
    finally:
        event.remove(Pool, "connect", watch)


def _is_counted(statement: str) -> bool:
    """Beginning and ending a unit of work is not a question to the database."""
    return not statement.upper().startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "ROLLBACK", "PRAGMA"))


async def _call(app: Any, method: str, path: str, body: bytes, headers: dict[str, str]) -> int:
    """Send one request to the application and return how many bytes of body came back."""
    place, _, query = path.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "path": place,
        "raw_path": place.encode(),
        "query_string": query.encode(),
        "headers": [
            (name.encode(), value.encode()) for name, value in {**headers, "host": "localhost"}.items()
        ],
        "http_version": "1.1",
        "scheme": "http",
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 1),
        "root_path": "",
        "state": {},
    }
    sent = 0

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        nonlocal sent
        if message["type"] == "http.response.start" and message["status"] >= 400:
            raise RuntimeError(f"{method} {path}: {message['status']}")
        sent += len(message.get("body", b""))

    await app(scope, receive, send)
    return sent
