"""The real clock and the real randomness, as the ports of the engine want them."""

import secrets
import time
from datetime import UTC, datetime

from engine.kernel.ids import mint, uuid7


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant, aware and in UTC."""
        return datetime.now(UTC)


class SystemIds:
    """Ids from the machine's randomness."""

    def document_id(self, kind: str) -> str:
        """Mint the id of a document or a part of one."""
        return mint(kind, secrets.token_bytes(8))

    def record_id(self) -> str:
        """Mint the id of a record, a UUIDv7."""
        return uuid7(time.time_ns() // 1_000_000, secrets.token_bytes(10))
