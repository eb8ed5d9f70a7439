"""Hands frames on to whoever listens in this process. Never waits: a listener that is too slow is told so.

The last frames are kept, so that who looked first and listens now misses nothing in between.
"""

import asyncio
import threading
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from runtime.realtime.frame import Frame

MOST_WAITING = 500


@dataclass(eq=False, slots=True)
class Listener:
    """One open browser; `missed` says that some frames did not fit, so that it must look at everything."""

    loop: asyncio.AbstractEventLoop
    frames: "asyncio.Queue[Frame | None]" = field(default_factory=lambda: asyncio.Queue(MOST_WAITING))
    missed: bool = False

    def offer(self, frame: Frame | None) -> None:
        """Take a frame, in the loop's own thread; None ends the listening."""
        try:
            self.frames.put_nowait(frame)
        except asyncio.QueueFull:
            self.missed = True


class Hub:
    """All listeners of this process."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._listeners: set[Listener] = set()
        self._last: deque[Frame] = deque(maxlen=MOST_WAITING)
        self._count = 0
        self._changing = threading.Lock()

    @property
    def position(self) -> str:
        """How far the telling has come; who listens after it later hears all that came since."""
        return f"{self._name}.{self._count}"

    def listen(self, after: str | None = None) -> Listener:
        """Begin to listen, in a running loop; with what came after a position, where that is still known."""
        listener = Listener(asyncio.get_running_loop())
        with self._changing:
            since = [] if after is None else self._since(after)
            self._listeners.add(listener)
        listener.missed = since is None
        for frame in since or ():
            listener.offer(frame)
        return listener

    def leave(self, listener: Listener) -> None:
        """Stop listening."""
        with self._changing:
            self._listeners.discard(listener)

    def publish(self, frames: Iterable[Frame]) -> None:
        """Hand frames on; may be called from any thread."""
        told = list(frames)
        with self._changing:
            self._last.extend(told)
            self._count += len(told)
            listeners = tuple(self._listeners)
        for listener in listeners:
            for frame in told:
                _tell(listener, frame)

    def _since(self, position: str) -> list[Frame] | None:
        name, _, count = position.rpartition(".")
        known = name == self._name and count.isascii() and count.isdigit()
        behind = self._count - int(count) if known else -1
        return list(self._last)[len(self._last) - behind :] if 0 <= behind <= len(self._last) else None

    def close(self) -> None:
        """End all listening."""
        with self._changing:
            listeners = tuple(self._listeners)
        for listener in listeners:
            _tell(listener, None)


def _tell(listener: Listener, frame: Frame | None) -> None:
    try:
        listener.loop.call_soon_threadsafe(listener.offer, frame)
    except RuntimeError:  # the loop has ended meanwhile
        listener.missed = True
