"""Which address a call really goes to: every address of a name must be allowed, and one of them is used.

Private hosts are reached only where the operator listed host and port.
"""

import socket
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from dataclasses import dataclass

from engine.kernel.errors import Forbidden, Unavailable
from runtime.outgoing.addresses import is_allowed, read_address
from runtime.outgoing.destination import PORTS, Destination

CONNECT_SECONDS = 3.0

Resolver = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Routes:
    """The operator's exceptions, and how names are looked up."""

    private: frozenset[str]
    resolver: Resolver

    def address_of(self, destination: Destination) -> str:
        """Return the address to connect to; raise Forbidden where any address of the name is not allowed."""
        is_listed = destination.place in self.private
        if not is_listed and destination.port not in PORTS:
            raise Forbidden.of("outgoing.port.refused", (), port=destination.port)
        return self.checked(destination.host, destination.port, is_listed=is_listed)

    def checked(self, host: str, port: int, *, is_listed: bool) -> str:
        """Look a host up and judge all its addresses; return the first."""
        found = [address for text in self.resolver(host, port) if (address := read_address(text))]
        if not found:
            raise Unavailable.of("outgoing.host.unknown", (), host=host)
        if not is_listed and not all(is_allowed(each) for each in found):
            raise Forbidden.of("outgoing.host.private", (), host=host)
        return str(found[0])


_LOOKING_UP = ThreadPoolExecutor(8, "resolve")


def resolve(host: str, port: int) -> Sequence[str]:
    """Return the addresses of a name, as the system knows them; none where it takes too long."""
    asked = _LOOKING_UP.submit(_look_up, host, port)
    try:
        return asked.result(CONNECT_SECONDS)
    except TooLate:
        return ()


def _look_up(host: str, port: int) -> Sequence[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        return ()
    return [str(entry[4][0]).partition("%")[0] for entry in found]
