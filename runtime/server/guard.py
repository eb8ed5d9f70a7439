"""Stands around one matched route: who is calling, may they, did their own page ask, is the body sound.

Works on the route's declaration, never on the text of the URL. What a record route may touch is decided
once more, and finally, by the repository.
"""

import secrets
from collections.abc import Mapping

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from engine.kernel.errors import Forbidden
from engine.kernel.issue import Issue
from runtime.identity.callers import Caller
from runtime.server.authority import is_allowed
from runtime.server.bodies import read_json, replay
from runtime.server.origins import require_same_origin
from runtime.server.refusals import Limited, Unauthenticated
from runtime.server.routes import Declaration
from runtime.server.seeing import HEADER, seen_caller
from runtime.server.services import Services
from runtime.server.strict_json import RECORDS, SMALL, Limits, require_clean_text

UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_LIMITS: Mapping[str, Limits] = {"json": SMALL, "records": RECORDS}
_REFUSALS: Mapping[str, str] = {
    "administer": "access.administer.denied",
    "design": "access.design.denied",
    "oversee": "access.oversee.denied",
}


class Guard:
    """The ASGI application of one route, guarded."""

    def __init__(self, route: ASGIApp, declaration: Declaration, services: Services) -> None:
        self._route = route
        self._policy = declaration.policy
        self._seeable = declaration.seeable
        self._limits = _LIMITS.get(declaration.body)
        self._services = services

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        require_clean_text(scope["path"])
        caller = self._seen(request, await self._caller(request))
        scope["state"] |= {
            "caller": caller,
            "principal": caller.principal if caller else None,
            "person": caller.person if caller else None,
        }
        self._require_allowed(request, caller)
        if scope["method"] in UNSAFE:
            self._require_own_page(request, caller)
            if self._limits is not None:
                scope["state"]["json"], body = await read_json(scope, receive, self._limits)
                receive = replay(body, receive)
        await self._route(scope, receive, send)

    async def _caller(self, request: Request) -> Caller | None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self._paced(self._services.callers.by_token(token.strip()))
        id = self._services.cookie.read(request)
        caller = self._services.callers.by_session(id) if id else None
        if caller is not None:
            await self._services.sign_in.touch(caller)
        return caller

    def _seen(self, request: Request, caller: Caller | None) -> Caller | None:
        """Return who is looked at where a pass says so, and the caller otherwise."""
        given = request.headers.get(HEADER)
        if given is None or caller is None:
            return caller
        if not self._seeable:
            raise Forbidden.of("seeing.not_here")
        return seen_caller(self._services, caller, given, request.path_params.get("app", ""))

    def _paced(self, caller: Caller | None) -> Caller | None:
        """Return a caller with a token, unless it calls too fast."""
        seconds = self._services.pace.take(caller.principal.id) if caller else 0
        if seconds:
            raise Limited([Issue("request.pace.fast", (), {"seconds": seconds})], seconds)
        return caller

    def _require_allowed(self, request: Request, caller: Caller | None) -> None:
        if self._policy.kind == "public":
            return
        if caller is None:
            raise Unauthenticated.of("session.absent")
        app = request.path_params.get("app", "")
        if not is_allowed(self._policy, caller.principal, self._services.apps, app):
            raise Forbidden.of(_REFUSALS[self._policy.kind], (), part=self._policy.detail)

    def _require_own_page(self, request: Request, caller: Caller | None) -> None:
        """Refuse what another site made a browser send; a browser never sends a token on its own."""
        if caller is not None and caller.session is None:
            return
        require_same_origin(request, self._services.settings.base_url)
        if caller is not None and caller.session is not None:
            given = request.headers.get("x-csrf-token", "")
            if not secrets.compare_digest(given.encode(), caller.session.csrf_token.encode()):
                raise Forbidden.of("session.csrf.wrong")
