"""Refuses requests made for a host name that is not ours, so that no foreign name can be pointed at us."""

import ipaddress
from functools import lru_cache

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from runtime.server.problems import refusal_answer
from runtime.server.refusals import Unreadable


class KnownHosts:
    """Lets through plain addresses and the names of this installation."""

    def __init__(self, app: ASGIApp, names: frozenset[str]) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            request = Request(scope)
            host = _host_name(request.headers.get("host", ""))
            if host not in self._names and not _is_address(host):
                refusal = Unreadable.of("request.host.unknown", (), host=host[:100])
                await refusal_answer(request, refusal)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _host_name(header: str) -> str:
    text = header.strip().lower()
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0]


@lru_cache(maxsize=256)
def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
