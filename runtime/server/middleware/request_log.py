"""Gives each request an id and tells the log how it ended; never what was in it.

Every answer says its request's id and, where an app was asked, the release that answered.

Reads that went well and fast are told only to a log that listens to details.
"""

import secrets
import time

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SLOW_MS = 1000.0

_log = structlog.get_logger("request")


class RequestLog:
    """The outermost layer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        id = secrets.token_hex(8)
        scope.setdefault("state", {})["request_id"] = id
        status = 0

        async def send_noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = {**message, "headers": [*message["headers"], *_headers(scope)]}
            await send(message)

        begun = time.perf_counter()
        try:
            await self._app(scope, receive, send_noting)
        finally:
            _tell(scope, status, begun)


def _headers(scope: Scope) -> list[tuple[bytes, bytes]]:
    state = scope["state"]
    release = state.get("release")
    named = [(b"x-request-id", state["request_id"].encode())]
    return named if release is None else [*named, (b"x-release", str(release).encode())]


def _tell(scope: Scope, status: int, begun: float) -> None:
    principal = scope["state"].get("principal")
    ms = (time.perf_counter() - begun) * 1000
    is_usual = scope["method"] in ("GET", "HEAD") and status < 400 and ms < SLOW_MS
    tell = _log.debug if is_usual else _log.info
    tell(
        "request",
        request=scope["state"]["request_id"],
        method=scope["method"],
        route=getattr(scope.get("route"), "path", ""),
        status=status,
        ms=round(ms, 1),
        principal=principal.id if principal else "",
    )
