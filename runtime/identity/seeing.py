"""Passes to see one app as somebody else: given to one session, for an hour, and signed instead of stored.

A pass proves only that it was given, and so written down; whether its holder still may is judged each time.
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from engine.ports import Clock
from runtime.identity.sessions import Session

LASTING = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Pass:
    """Whom the holder sees as, in which app, both by id, and until when."""

    person: str
    app: str
    until: datetime


class Passes:
    """Gives passes and reads them back."""

    def __init__(self, key: bytes, clock: Clock) -> None:
        self._key = key
        self._clock = clock

    def give(self, session: Session, person: str, app: str) -> tuple[str, Pass]:
        """Return a pass as it is sent, and what it says."""
        given = Pass(person, app, self._clock.now().replace(microsecond=0) + LASTING)
        said = f"{given.person}.{given.app}.{int(given.until.timestamp())}"
        return f"{said}.{self._signed(said, session)}", given

    def read(self, text: str, session: Session) -> Pass | None:
        """Return what a pass says; None where it is not this session's, was changed, or is over."""
        said, _, signature = text.rpartition(".")
        parts = said.split(".")
        expected = self._signed(said, session)
        if len(parts) != 3 or not hmac.compare_digest(signature.encode(), expected.encode()):
            return None
        given = Pass(parts[0], parts[1], datetime.fromtimestamp(int(parts[2]), UTC))
        return given if given.until > self._clock.now() else None

    def _signed(self, said: str, session: Session) -> str:
        message = f"{session.digest}|{said}".encode()
        return base64.urlsafe_b64encode(hmac.new(self._key, message, hashlib.sha256).digest()).decode()
