"""The real clock and the real randomness, as the ports of the engine want them."""

import secrets
import threading
import time
from datetime import UTC, datetime

from engine.kernel.ids import mint, uuid7

_PARTS = 4_096  # of a millisecond, in the bits that RFC 9562 offers for them


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant, aware and in UTC."""
        return datetime.now(UTC)


class SystemIds:
    """Ids from the machine's randomness; record ids of one process are in the order they were made."""

    def __init__(self) -> None:
        self._last = 0
        self._taking = threading.Lock()

    def document_id(self, kind: str) -> str:
        """Mint the id of a document or a part of one."""
        return mint(kind, secrets.token_bytes(8))

    def record_id(self) -> str:
        """Mint the id of a record, a UUIDv7."""
        with self._taking:
            self._last = max(time.time_ns() * _PARTS // 1_000_000, self._last + 1)
            milliseconds, part = divmod(self._last, _PARTS)
        return uuid7(milliseconds, part.to_bytes(2) + secrets.token_bytes(8))
