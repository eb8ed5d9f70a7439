"""Sends letters by SMTP, through the same judgement of addresses as every call.

A letter's Message-ID is made of the key of its effect, so that one sent again is the same letter.
"""

import hashlib
import smtplib
import socket
import ssl
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

from engine.entities.field_types.email import read_email
from engine.kernel.errors import Invalid, Unavailable
from engine.kernel.issue import Issue
from engine.ports import Clock
from runtime.flows.outgoing import Letter
from runtime.outgoing.destination import ascii_host
from runtime.outgoing.routing import CONNECT_SECONDS, Routes

SECONDS = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PostOffice:
    """The server that takes letters, as the operator named it."""

    host: str
    port: int
    tls: str = "starttls"
    user: str = ""
    password: str = ""
    sender: str = ""

    @property
    def address(self) -> str:
        """Return the address letters come from."""
        return self.sender or f"tongdao@{self.host}"


class Letters:
    """The letter box of an installation."""

    def __init__(self, office: PostOffice, routes: Routes, clock: Clock) -> None:
        self._office = office
        self._routes = routes
        self._clock = clock

    def __call__(self, letter: Letter) -> None:
        """Send a letter; Unavailable where trying again may help, Invalid where it never will."""
        message = write_letter(letter, self._office.address, self._clock.now())
        try:
            self._send(message)
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as problem:
            raise _refusal(problem) from problem
        except (smtplib.SMTPException, OSError) as problem:
            raise Unavailable.of("letter.server.trouble", (), cause=type(problem).__name__) from problem

    def _send(self, message: EmailMessage) -> None:
        office = self._office
        host = ascii_host(office.host) or office.host
        is_listed = f"{host}:{office.port}" in self._routes.private
        address = self._routes.checked(host, office.port, is_listed=is_listed)
        with _Connection(address, host, office) as server:
            if office.tls == "starttls":
                server.starttls(context=ssl.create_default_context())
            if office.user:
                server.login(office.user, office.password)
            server.send_message(message)


class _Connection(smtplib.SMTP):
    """SMTP to an address that was judged, under the name of its host."""

    def __init__(self, address: str, host: str, office: PostOffice) -> None:
        self._address = address
        self._is_sealed = office.tls == "tls"
        super().__init__(host, office.port, timeout=SECONDS)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        plain = socket.create_connection((self._address, port), CONNECT_SECONDS)
        plain.settimeout(timeout)
        if not self._is_sealed:
            return plain
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def write_letter(letter: Letter, sender: str, at: datetime) -> EmailMessage:
    """Return the message; raise Invalid where it has no address to go to."""
    to = read_email(letter.to)
    if not isinstance(to, str):
        raise Invalid.of("letter.address.wrong", (), to=letter.to[:100])
    message = EmailMessage()
    domain = sender.rpartition("@")[2]
    message["Message-ID"] = f"<{hashlib.sha256(letter.key.encode()).hexdigest()[:40]}@{domain}>"
    message["From"] = formataddr(("Tongdao", sender))
    message["To"] = to
    message["Subject"] = " ".join(letter.subject.split())[:500]
    message["Date"] = format_datetime(at)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)  # drops what was said of the content before
    message["Content-Language"] = letter.language
    return message


def _refusal(problem: smtplib.SMTPException) -> Invalid | Unavailable:
    """Return whether the server refuses for good (5xx) or for now."""
    codes = [problem.smtp_code] if isinstance(problem, smtplib.SMTPResponseException) else []
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in problem.recipients.values()]
    code = max(codes, default=400)
    kind = Invalid if code >= 500 else Unavailable
    return kind([Issue("letter.server.refuses", (), {"status": code})])
