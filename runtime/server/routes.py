"""The registry of routes: each declares its policy and the body it reads, or the server does not start.

Owns the declarations; `guard.py` keeps them.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from runtime.server.policies import Policy, parse_policy

BodyKind = Literal["json", "records", "stream"]
_BODIES: tuple[BodyKind, ...] = ("json", "records", "stream")

Endpoint = Callable[[Request], Awaitable[Response]]


class UndeclaredRoute(Exception):
    """A route without a known policy; the server must not start."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """What one route says about itself."""

    path: str
    methods: tuple[str, ...]
    policy: Policy
    body: BodyKind
    seeable: bool
    route: Route


class HotRoute(Route):
    """A route without FastAPI's machinery, for record traffic; otherwise declared like any other."""

    def __init__(
        self,
        method: str,
        path: str,
        endpoint: Endpoint,
        *,
        policy: str,
        body: BodyKind = "json",
        seeable: bool = False,
        openapi: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(path, endpoint, methods=[method], name=endpoint.__name__)
        self.openapi_extra = {**(openapi or {}), **declared(policy, body, seeable)}

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        match, found = super().matches(scope)
        if match is not Match.NONE:
            found["route"] = self
        return match, found


def declared(policy: str, body: BodyKind = "json", seeable: bool = False) -> dict[str, Any]:
    """Return the `openapi_extra` that declares a route; `seeable` where it may be read as somebody else."""
    return {"x-policy": policy, "x-body": body} | ({"x-seeable": True} if seeable else {})


def collect(routes: Iterable[BaseRoute]) -> Sequence[Declaration]:
    """Return the declaration of every route; raise UndeclaredRoute naming all that lack one."""
    found: list[Declaration] = []
    faults: list[str] = []
    for route in routes:
        declaration = _declaration(route)
        if declaration is None:
            faults.append(getattr(route, "path", repr(route)))
        else:
            found.append(declaration)
    if faults:
        raise UndeclaredRoute(f"routes without a known policy: {', '.join(faults)}")
    return found


def _declaration(route: BaseRoute) -> Declaration | None:
    if not isinstance(route, HotRoute | APIRoute):
        return None
    extra = route.openapi_extra or {}
    policy = parse_policy(str(extra.get("x-policy")))
    body = extra.get("x-body", "json")
    if policy is None or body not in _BODIES:
        return None
    methods = tuple(sorted(route.methods or ()))
    return Declaration(route.path, methods, policy, body, bool(extra.get("x-seeable")), route)
