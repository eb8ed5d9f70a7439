"""SQL statements per request, counted in this process, with warm caches as in a running server."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson
from sqlalchemy import Engine, event

from runtime.bench.documents import order
from runtime.bench.records import RECORDS
from runtime.bench.stage import fill_product
from runtime.http.features import FEATURES
from runtime.server.app import create_app
from runtime.server.wiring import open_services
from runtime.settings import Settings

ROWS = 200


def count_statements() -> str:
    """Return a table of statements per kind of request, on SQLite."""
    with TemporaryDirectory(prefix="tongdao-bench-") as folder:
        data, url = Path(folder), f"sqlite:///{folder}/tongdao.sqlite"
        filled = fill_product(data, url, ROWS)
        services = open_services(Settings(data=data, database=url))
        try:
            app = create_app(services, FEATURES)
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
            asyncio.run(_call(app, "GET", f"{RECORDS}/{id}", b"", headers))
            for title, method, path, content, more in requests:
                with counting() as statements:
                    size = asyncio.run(_call(app, method, path, content, {**headers, **more}))
                rows.append(f"{title:<34}{len(statements):>12}{size:>12,}")
            return "\n".join(rows)
        finally:
            services.close()


@contextmanager
def counting() -> Iterator[list[str]]:
    """Collect the statements that any engine of this process executes, without savepoints and the like."""
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.upper().startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "ROLLBACK")):
            seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


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
