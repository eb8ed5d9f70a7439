"""`POST /api/hooks/{connector}`: open to everybody, listens only to who has signed the bytes it sends.

Each network has a pace of its own, so that nobody who forges messages keeps those of the shop out.
2xx is answered after the commit. 202 says that an event was kept, but waits for somebody to repair something.
"""

import structlog
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from engine.connectors.shop import ShopEvent
from engine.kernel.errors import Invalid, NotFound
from engine.kernel.issue import Issue
from runtime.connectors.inbox import Arrived, Outcome, count_refused
from runtime.connectors.kind import Message
from runtime.connectors.places import Place, get_place
from runtime.connectors.sites import receiver_of
from runtime.connectors.stored import Stored, find_stored
from runtime.identity.limits import network_of
from runtime.identity.pace import Pace
from runtime.server.answers import json_answer
from runtime.server.bodies import read_bytes
from runtime.server.refusals import Limited, Unauthenticated
from runtime.server.routes import HotRoute
from runtime.server.services import Services

MOST_BYTES = 1_000_000

_log = structlog.get_logger("connectors")


def create_router(services: Services) -> APIRouter:
    """Return the route."""

    pace = Pace(services.settings.api_pace)

    async def hear(request: Request) -> Response:
        """Take in an event of a shop."""
        place, stored = _at_work(services, request.path_params["connector"])
        peer = request.client.host if request.client else ""
        seconds = pace.take(f"{place.id}:{network_of(peer)}")
        if seconds:
            raise Limited([Issue("request.pace.fast", (), {"seconds": seconds})], seconds)
        raw = await read_bytes(request.scope, request.receive, MOST_BYTES)
        message = Message(raw, {name.lower(): value for name, value in request.headers.items()})
        if place.kind.is_greeting(message):
            return json_answer({"state": "heard"})
        await _require_genuine(services, place, stored, message)
        event = await _event(services, place, message)
        receiver = receiver_of(services, place)
        outcome = await services.write(lambda connection: receiver.receive(connection, event, raw))
        return json_answer(_told(outcome), 202 if outcome.state == "parked" else 200)

    router = APIRouter()
    router.routes += [HotRoute("POST", "/api/hooks/{connector}", hear, policy="public", body="stream")]
    return router


def _at_work(services: Services, id: str) -> tuple[Place, Stored]:
    """Return a connector that listens; one that is switched off looks like none."""
    place = get_place(services.apps, id)
    with services.database.read() as connection:
        stored = find_stored(connection, place.id)
    if stored is None or not stored.enabled:
        raise NotFound.of("connector.unknown")
    return place, stored


async def _require_genuine(services: Services, place: Place, stored: Stored, message: Message) -> None:
    secret = stored.open(services.vault, place.kind.signing)
    if not place.kind.is_genuine(message, secret):
        await _count(services, place, "forged")
        raise Unauthenticated.of("connector.signature.wrong")


async def _event(services: Services, place: Place, message: Message) -> ShopEvent:
    try:
        return place.kind.read_event(message)
    except Invalid:
        await _count(services, place, "unreadable")
        raise


async def _count(services: Services, place: Place, verdict: str) -> None:
    _log.warning(f"connector.message.{verdict}", app=place.installed.name, code=place.id)
    arrived = Arrived(
        id=services.ids.record_id(),
        connector=place.id,
        event="",
        topic=verdict,
        raw=b"",
        at=services.clock.now(),
    )
    await services.write(lambda connection: count_refused(connection, arrived, verdict))


def _told(outcome: Outcome) -> dict[str, object]:
    return {
        "state": outcome.state,
        "verdict": outcome.verdict,
        "issues": [{"code": issue.code, "params": dict(issue.params)} for issue in outcome.issues],
    }
