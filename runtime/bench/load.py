"""A bounded load over loopback: keep-alive connections that send prepared requests and time the answers.

Plain asyncio streams, because a full HTTP client would cost more than the server it measures.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Load:
    """What came of a run; latencies in seconds, sorted."""

    answers: int
    seconds: float
    latencies: tuple[float, ...]

    @property
    def rate(self) -> float:
        """Answers per second."""
        return self.answers / self.seconds

    def percentile(self, share: float) -> float:
        """Latency in milliseconds that `share` of the answers kept."""
        return self.latencies[min(len(self.latencies) - 1, int(share * len(self.latencies)))] * 1000


def request(method: str, path: str, headers: dict[str, str] | None = None, body: bytes = b"") -> bytes:
    """Prepare the bytes of one HTTP/1.1 request."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def drive(port: int, make: Callable[[int], bytes], *, connections: int, seconds: float) -> Load:
    """Send `make(n)` over `connections` for `seconds`; an answer of 400 or above ends the run."""
    return asyncio.run(_drive(port, make, connections, seconds))


async def _drive(port: int, make: Callable[[int], bytes], connections: int, seconds: float) -> Load:
    latencies: list[float] = []
    begin = time.perf_counter()
    senders = [
        _send(port, make, number, connections, begin + seconds, latencies) for number in range(connections)
    ]
    await asyncio.gather(*senders)
    return Load(len(latencies), time.perf_counter() - begin, tuple(sorted(latencies)))


async def _send(
    port: int, make: Callable[[int], bytes], number: int, step: int, end: float, latencies: list[float]
) -> None:
    reader, writer = await asyncio.open_connection(HOST, port)
    while (start := time.perf_counter()) < end:
        writer.write(make(number))
        await _answer(reader)
        latencies.append(time.perf_counter() - start)
        number += step
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    length = _content_length(head)
    body = await reader.readexactly(length) if length else b""
    if int(head[9:12]) >= 400:
        raise RuntimeError(f"the server answered {head[:40]!r} {body[:300]!r}")


def _content_length(head: bytes) -> int:
    lowered = head.lower()
    begin = lowered.find(b"content-length:")
    return int(lowered[begin + 15 : lowered.index(b"\r\n", begin)]) if begin >= 0 else 0
