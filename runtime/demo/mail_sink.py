"""A mail server that keeps every letter as a file and sends none on; one sent again is the same file."""

import email
import email.policy
import hashlib
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

HOST = "127.0.0.1"
FOLDER = "letters"
SHOWN = 200


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """A letter as it arrived."""

    id: str
    at: str
    sender: str
    to: str
    subject: str
    language: str
    body: str


class MailSink:
    """Takes letters at a port of this machine."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.port = port or free_port()
        self._controller = Controller(_Keeper(folder), hostname=HOST, port=self.port)

    def start(self) -> None:
        """Begin to listen."""
        self._controller.start()

    def stop(self) -> None:
        """End."""
        self._controller.stop()


def free_port() -> int:
    """Return a port nobody listens at."""
    with socket.create_server((HOST, 0)) as listener:
        return int(listener.getsockname()[1])


class _Keeper:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        """Keep a letter under its Message-ID."""
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        id = email.message_from_bytes(content).get("Message-ID", content.decode("latin-1"))
        name = hashlib.sha256(id.encode()).hexdigest()[:32]
        fresh = self._folder / f"{name}.new"
        fresh.write_bytes(content)
        fresh.replace(self._folder / f"{name}.eml")
        return "250 kept"


def kept_letters(folder: Path) -> Sequence[KeptLetter]:
    """Return the letters that arrived, the latest first."""
    files = sorted(folder.glob("*.eml"), key=lambda each: each.stat().st_mtime_ns, reverse=True)
    return [_read(each) for each in files[:SHOWN]]


def _read(file: Path) -> KeptLetter:
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain",))
    return KeptLetter(
        id=file.stem,
        at=message["Date"].datetime.isoformat() if message["Date"] else "",
        sender=str(message["From"] or ""),
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        language=str(message["Content-Language"] or ""),
        body=body.get_content().replace("\r\n", "\n") if body else "",
    )
