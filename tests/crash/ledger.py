"""Clients that write down what the server acknowledged: the truth that a crash must not contradict."""

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

from runtime.bench.load import HOST
from runtime.bench.records import RECORDS

TIMEOUT = 10.0


@dataclass
class Ledger:
    """What was sent under which key, and which of it was acknowledged with which id."""

    sent: set[str] = field(default_factory=set)
    acknowledged: dict[str, str] = field(default_factory=dict)

    @property
    def uncertain(self) -> set[str]:
        """Keys whose answer never came: each may have been stored once, or not at all."""
        return self.sent - self.acknowledged.keys()


class Writer(threading.Thread):
    """Creates orders under idempotency keys until the server is gone."""

    def __init__(self, port: int, token: str, keys: Iterator[str], ledger: Ledger) -> None:
        super().__init__(daemon=True)
        self._port, self._token, self._keys, self._ledger = port, token, keys, ledger

    def run(self) -> None:
        with closing(connect(self._port)) as connection:
            for key in self._keys:
                self._ledger.sent.add(key)
                try:
                    self._ledger.acknowledged[key] = create(connection, self._token, key)
                except (OSError, http.client.HTTPException):
                    return


def connect(port: int) -> http.client.HTTPConnection:
    """Return a connection to the server."""
    return http.client.HTTPConnection(HOST, port, timeout=TIMEOUT)


def create(connection: http.client.HTTPConnection, token: str, key: str) -> str:
    """Create the order of a key and return its id; the same key never makes a second one."""
    headers = {**authorised(token), "Idempotency-Key": key, "Content-Type": "application/json"}
    body = json.dumps({"no": key, "status": "open", "amount": "10.00", "discount": "0.1"})
    connection.request("POST", RECORDS, body, headers)
    response = connection.getresponse()
    content = response.read()
    assert response.status == 201, (response.status, content)
    id: str = json.loads(content)["id"]
    return id


def stored(port: int, token: str) -> dict[str, list[str]]:
    """Return the ids of all stored orders by their key."""
    found: dict[str, list[str]] = {}
    cursor: str | None = ""
    with closing(connect(port)) as connection:
        while cursor is not None:
            path = f"{RECORDS}?limit=500&fields=no" + (f"&cursor={cursor}" if cursor else "")
            connection.request("GET", path, headers=authorised(token))
            page = json.loads(connection.getresponse().read())
            for item in page["items"]:
                found.setdefault(item["no"], []).append(item["id"])
            cursor = page["next_cursor"]
    return found


def authorised(token: str) -> dict[str, str]:
    """Return the header that says who asks."""
    return {"Authorization": f"Bearer {token}"}
