"""The only HTTP client of the product: every call, and every hop of a redirect, is judged before it is made.

Bounded in time, size and number; follows few redirects, and leaves credentials behind when the host changes.
Blocks its thread: call it beside the event loop.
"""

import ssl
import threading
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

import httpcore

from engine.kernel.errors import Invalid, Unavailable
from runtime.outgoing.destination import Destination, read_destination
from runtime.outgoing.network import Deadline, PinnedBackend
from runtime.outgoing.routing import Routes

SECONDS = 15.0
MOST_BYTES = 5_000_000
REDIRECTS = 3
AT_ONCE = 20
_REDIRECTING = frozenset({301, 302, 303, 307, 308})
_KEEPING_METHOD = frozenset({307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request. `credentials` are headers that belong to the host of `url` alone."""

    method: str
    url: str
    app: str
    headers: Mapping[str, str] = field(default_factory=dict)
    credentials: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class OutgoingCalls:
    """Makes calls for all apps of an installation."""

    def __init__(
        self, routes: Routes, trust: Callable[[], ssl.SSLContext] = ssl.create_default_context
    ) -> None:
        self.routes = routes
        self._trust = trust
        self._places: dict[str, threading.BoundedSemaphore] = defaultdict(
            lambda: threading.BoundedSemaphore(AT_ONCE)
        )

    def send(self, call: Call, seconds: float = SECONDS) -> Answer:
        """Make a call; raise Forbidden or Invalid where it may not be made, Unavailable where it failed."""
        deadline = Deadline.within(seconds)
        place = self._places[call.app]
        if not place.acquire(timeout=seconds):
            raise Unavailable.of("outgoing.calls.many")
        try:
            return self._follow(call, deadline)
        except (httpcore.TimeoutException, TimeoutError) as problem:
            raise Unavailable.of("outgoing.call.slow") from problem
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as problem:
            raise Unavailable.of("outgoing.call.failed", (), cause=type(problem).__name__) from problem
        finally:
            place.release()

    def _follow(self, call: Call, deadline: Deadline) -> Answer:
        for _ in range(REDIRECTS + 1):
            destination = read_destination(call.url)
            answer = self._once(call, destination, deadline)
            if answer.status not in _REDIRECTING or "location" not in answer.headers:
                return answer
            call = _next_hop(call, destination, answer)
        raise Invalid.of("outgoing.redirects.many")

    def _once(self, call: Call, destination: Destination, deadline: Deadline) -> Answer:
        address = self.routes.address_of(destination)
        headers = {
            "Host": destination.authority,
            "User-Agent": "Tongdao",
            "Accept-Encoding": "identity",
            "Content-Length": str(len(call.body)),
            "Connection": "close",
            **call.headers,
            **call.credentials,
        }
        context = self._trust() if destination.scheme == "https" else None
        url = httpcore.URL(
            scheme=destination.scheme,
            host=destination.host,
            port=destination.port,
            target=destination.target,
        )
        backend = PinnedBackend(address, deadline)
        with (
            httpcore.ConnectionPool(ssl_context=context, network_backend=backend) as pool,
            pool.stream(call.method, url, headers=[*headers.items()], content=call.body or None) as response,
        ):
            names = {name.decode("latin-1").lower(): _text(value) for name, value in response.headers}
            return Answer(response.status, names, _read(response, names))


def _read(response: httpcore.Response, headers: Mapping[str, str]) -> bytes:
    """Return the body; refuse one that grows too large or comes packed although that was not asked for."""
    if headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        raise Invalid.of("outgoing.answer.packed")
    chunks: list[bytes] = []
    size = 0
    for chunk in response.iter_stream():
        size += len(chunk)
        if size > MOST_BYTES:
            raise Invalid.of("outgoing.answer.large", (), most=MOST_BYTES)
        chunks.append(chunk)
    return b"".join(chunks)


def _next_hop(call: Call, here: Destination, answer: Answer) -> Call:
    url = urljoin(call.url, answer.headers["location"])
    there = read_destination(url)
    is_same = (there.scheme, there.host, there.port) == (here.scheme, here.host, here.port)
    onward = replace(call, url=url, credentials=call.credentials if is_same else {})
    if answer.status in _KEEPING_METHOD or call.method in ("GET", "HEAD"):
        return onward
    return replace(onward, method="GET", body=b"")


def _text(value: bytes) -> str:
    return value.decode("latin-1")
