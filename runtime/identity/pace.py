"""How fast one token may call: a bucket per token in memory, filled evenly; one process, one count."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

SECONDS = 60.0
REMEMBERED = 10_000


@dataclass(slots=True)
class _Bucket:
    held: float
    at: float


class Pace:
    """Counts calls by token id; so many a minute may come from one."""

    def __init__(self, calls: int, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._calls = calls
        self._monotonic = monotonic
        self._buckets: dict[str, _Bucket] = {}

    def take(self, token: str) -> int:
        """Count one call; return 0 where it may go on, else the seconds to wait."""
        now, rate = self._monotonic(), self._calls / SECONDS
        if len(self._buckets) >= REMEMBERED:
            self._buckets.clear()
        bucket = self._buckets.setdefault(token, _Bucket(float(self._calls), now))
        bucket.held = min(float(self._calls), bucket.held + (now - bucket.at) * rate)
        bucket.at = now
        if bucket.held < 1:
            return math.ceil((1 - bucket.held) / rate)
        bucket.held -= 1
        return 0
