"""Hands frames on to whoever listens in this process. Never waits: a listener that is too slow is told so."""

import asyncio
import threading
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

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()
        self._changing = threading.Lock()

    def listen(self) -> Listener:
        """Begin to listen, in a running loop."""
        listener = Listener(asyncio.get_running_loop())
        with self._changing:
            self._listeners.add(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """Stop listening."""
        with self._changing:
            self._listeners.discard(listener)

    def publish(self, frames: Iterable[Frame]) -> None:
        """Hand frames on; may be called from any thread."""
        told = list(frames)
        with self._changing:
            listeners = tuple(self._listeners)
        for listener in listeners:
            for frame in told:
                _tell(listener, frame)

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
