"""`/api/connectors/*`: for who runs connectors."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from runtime.http.connectors import service
from runtime.http.connectors.schemas import ConnectorBody
from runtime.server.answers import json_answer
from runtime.server.languages import language_of
from runtime.server.routes import declared
from runtime.server.services import Services

ADMINISTER = declared("administer:connectors")

State = Literal["done", "parked", "ignored", "refused"]


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["connectors"])

    @router.get("/api/connectors", openapi_extra=ADMINISTER)
    async def list_connectors() -> Response:
        """List the connectors of all apps and how they fare; secrets are never read back."""
        return json_answer(service.all_connectors(services))

    @router.put("/api/connectors/{id}", openapi_extra=ADMINISTER)
    async def set_up_connector(request: Request, id: str, body: ConnectorBody) -> Response:
        """Set a connector up."""
        return json_answer(await service.change(services, id, body, request.state.person.id))

    @router.post("/api/connectors/{id}:test", openapi_extra=ADMINISTER)
    async def try_out_connector(request: Request, id: str) -> Response:
        """Ask the other system for something small."""
        return json_answer(await service.try_out(services, id, language_of(request)))

    @router.post("/api/connectors/{id}:listen", openapi_extra=ADMINISTER)
    async def listen_to_connector(id: str) -> Response:
        """Register the webhooks of a shop, or wake those it has switched off."""
        return json_answer(await service.listen(services, id))

    @router.post("/api/connectors/{id}:sync", openapi_extra=ADMINISTER)
    async def sync_connector(id: str) -> Response:
        """Ask the other system for what was missed."""
        return json_answer(await service.sync(services, id))

    @router.get("/api/connectors/{id}/events", openapi_extra=ADMINISTER)
    async def list_events(
        request: Request,
        id: str,
        state: State | None = None,
        cursor: Annotated[str | None, Query(max_length=40)] = None,
    ) -> Response:
        """List what came in, newest first."""
        return json_answer(service.events(services, id, _caller(request), state, cursor))

    @router.post("/api/connectors/{id}/events:replay", openapi_extra=ADMINISTER)
    async def replay_all(id: str) -> Response:
        """Play everything again that is parked."""
        return json_answer(await service.replay_all(services, id))

    @router.post("/api/connectors/{id}/events/{event}:replay", openapi_extra=ADMINISTER)
    async def replay(request: Request, id: str, event: str) -> Response:
        """Play a parked event again."""
        return json_answer(await service.replay(services, id, event, _caller(request)))

    return router


def _caller(request: Request) -> service.Caller:
    return service.Caller(request.state.principal, language_of(request))
