"""Threads beside the event loop, a few at a time; who comes when the queue is full is asked to try again."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from engine.kernel.errors import Unavailable

T = TypeVar("T")


class BoundedPool:
    """Runs blocking work; `busy` is the code of the refusal when too many wait."""

    def __init__(self, name: str, width: int, most: int, busy: str) -> None:
        self._threads = ThreadPoolExecutor(width, name)
        self._most = most
        self._busy = busy
        self._waiting = 0

    async def run(self, work: Callable[[], T]) -> T:
        """Run work and return what it gives."""
        if self._waiting >= self._most:
            raise Unavailable.of(self._busy)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """End the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)
