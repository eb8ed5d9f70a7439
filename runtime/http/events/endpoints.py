"""`GET /api/events`: what changed, as server-sent events; ids only, to those who may know.

A browser asks again through the API, which decides what it gets to see. Listening ends within a second or
so of signing out, and of losing every right.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from engine.access.authorize import authorize
from engine.access.decision import Decision
from runtime.identity.callers import Caller
from runtime.realtime.frame import Frame
from runtime.realtime.hub import Listener
from runtime.server.authority import administered, may_design
from runtime.server.routes import declared
from runtime.server.services import Services

SECONDS = 1.0
SILENCE = 15  # beats between signs of life, for proxies that close what is silent
RETRY = 2_000

# What a session calls `events_after`.
Position = Annotated[str | None, Query(max_length=100)]


def create_router(services: Services) -> APIRouter:
    """Return the route."""
    router = APIRouter(tags=["events"])

    @router.get("/api/events", openapi_extra=declared("session"))
    async def listen(request: Request, after: Position = None) -> Response:
        """Tell what changes for as long as the caller is signed in; and what did after a position."""
        telling = tell(services, request, request.state.caller, after)
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(telling, media_type="text/event-stream", headers=headers)

    return router


async def tell(
    services: Services, request: Request, caller: Caller, after: str | None
) -> AsyncIterator[bytes]:
    """Yield events until the caller leaves, is signed out, or the server ends."""
    listener = services.flows.hub.listen(after)
    silent = 0
    try:
        yield f"retry: {RETRY}\n\n".encode()
        while True:
            frames = await _next(listener)
            current = still_known(services, request, caller)
            if current is None or None in frames:
                return
            caller = current
            if listener.missed:
                listener.missed = False
                yield b"event: missed\ndata: {}\n\n"
            told = b"".join(written(services, caller, frame) for frame in frames if frame is not None)
            silent = 0 if told else silent + 1
            if told:
                yield told
            elif silent >= SILENCE:
                silent = 0
                yield b": still here\n\n"
    finally:
        services.flows.hub.leave(listener)


def still_known(services: Services, request: Request, caller: Caller) -> Caller | None:
    """Return the caller as they are now, None where their session or token does not hold any more."""
    if caller.session is not None:
        id = services.cookie.read(request)
        return services.callers.by_session(id) if id else None
    _, _, token = request.headers.get("authorization", "").partition(" ")
    return services.callers.by_token(token.strip())


def written(services: Services, caller: Caller, frame: Frame) -> bytes:
    """Return a frame as an event for somebody; nothing where they may not know of it."""
    data = _for(services, caller, frame)
    if data is None:
        return b""
    return b"event: " + frame.kind.encode() + b"\ndata: " + orjson.dumps(data) + b"\n\n"


def _for(services: Services, caller: Caller, frame: Frame) -> dict[str, Any] | None:
    """Return what somebody is told: ids where they may see every row, else that something changed there."""
    if frame.kind in ("draft", "designers"):
        knows = may_design(caller.principal, services.apps, frame.app)
        return {"app": frame.app, "version": frame.version} if knows else None
    app = services.apps.by_id(frame.app) if frame.app else None
    told: dict[str, Any] = {"app": app.name if app else frame.app}
    if frame.kind == "incident":
        is_administrator = "flows" in administered(caller.principal, services.apps)
        return {**told, "id": frame.id} if is_administrator else None
    if frame.kind in ("task", "notification"):
        return {**told, "id": frame.id} if caller.person.id in frame.people else None
    if app is None or frame.entity is None or frame.entity not in app.definition.entities:
        return None
    told["entity"] = app.definition.entities[frame.entity].name
    if frame.kind == "instance" and caller.person.id in frame.people:
        return {**told, "id": frame.id, "version": frame.version}
    decision = authorize(app.definition, caller.principal, "read", frame.entity)
    if not isinstance(decision, Decision):
        return None
    return {**told, "id": frame.id, "version": frame.version} if decision.row is True else told


async def _next(listener: Listener) -> list[Frame | None]:
    """Return what has come, after a second at the latest."""
    try:
        first = await asyncio.wait_for(listener.frames.get(), SECONDS)
    except TimeoutError:
        return []
    frames = [first]
    while not listener.frames.empty():
        frames.append(listener.frames.get_nowait())
    return list(dict.fromkeys(frames))
