"""Catches what nobody foresaw: a code and the request's id for the caller, the trace for the log."""

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from runtime.server.problems import unforeseen_answer

_log = structlog.get_logger("fault")


class Faults:
    """Stands inside the request log, around everything else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        has_begun = False

        async def send_noting(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_noting)
        except ClientDisconnect:
            return
        except Exception:
            _log.exception("fault", request=scope["state"].get("request_id", ""))
            if has_begun:
                raise
            await unforeseen_answer(Request(scope))(scope, receive, send)
