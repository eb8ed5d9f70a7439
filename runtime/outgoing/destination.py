"""Where a call goes, read once from its address: scheme, host as the network spells it, port, path."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue

PORTS = frozenset({80, 443, 8443})
_DEFAULT_PORTS = {"http": 80, "https": 443}
_LENGTH = 2_000
_HOST = re.compile(r"[0-9a-z]([0-9a-z._-]*[0-9a-z])?|[0-9a-f:.]+")
_UNCLEAN = re.compile(r"[\x00-\x20\x7f\\]")


@dataclass(frozen=True, slots=True)
class Destination:
    """A host and port, and what is asked of it; `target` is path and query."""

    scheme: str
    host: str
    port: int
    target: str = "/"

    @property
    def place(self) -> str:
        """Return `host:port`, as the operator's list of private hosts names it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def authority(self) -> str:
        """Return what the Host header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"


def read_destination(url: str) -> Destination:
    """Read an address; raise Invalid where it is none that may be called."""
    found = _read(url)
    if isinstance(found, Issue):
        raise Invalid([found])
    return found


def ascii_host(name: str) -> str | None:
    """Return a host name as it is looked up, in lower case and without the dot of the root; None for none."""
    try:
        plain = name.encode("idna").decode("ascii") if not name.isascii() else name
    except UnicodeError:
        return None
    plain = plain.lower().removesuffix(".")
    return plain if _HOST.fullmatch(plain) and len(plain) <= 253 else None


def _read(url: str) -> Destination | Issue:
    if len(url) > _LENGTH or _UNCLEAN.search(url):
        return Issue("outgoing.address.unreadable")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return Issue("outgoing.address.unreadable")
    if parts.scheme not in _DEFAULT_PORTS:
        return Issue("outgoing.address.scheme")
    if parts.username is not None or parts.password is not None:
        return Issue("outgoing.address.login")
    host = ascii_host(parts.hostname or "")
    if host is None or port == 0:
        return Issue("outgoing.address.unreadable")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not target.isascii():
        return Issue("outgoing.address.unreadable")
    return Destination(parts.scheme, host, port or _DEFAULT_PORTS[parts.scheme], target)
