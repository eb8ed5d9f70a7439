"""`/api/apps/{app}/staff` and `/api/apps/{app}/roles/{role}/people`: who has a role."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from runtime.http.roles import service
from runtime.server.answers import json_answer
from runtime.server.routes import declared
from runtime.server.services import Services

OVERSEE = declared("oversee")
HOLDERS = "/api/apps/{app}/roles/{role}/people"


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["people"])

    @router.get("/api/apps/{app}/staff", openapi_extra=OVERSEE)
    async def find_staff(app: str, search: Annotated[str, Query(max_length=100)] = "") -> Response:
        """Find active people with the roles of the app that they hold."""
        return json_answer({"items": service.staff(services, services.apps.get(app), search.strip())})

    @router.get(HOLDERS, openapi_extra=OVERSEE)
    async def list_holders(request: Request, app: str, role: str) -> Response:
        """List who has a role."""
        return json_answer(
            service.holders(services, service.role_of(services, app, role), request.state.principal)
        )

    @router.put(HOLDERS + "/{person}", openapi_extra=OVERSEE)
    async def give_role(request: Request, app: str, role: str, person: str) -> Response:
        """Give a role to somebody; it holds at once."""
        return json_answer(
            await service.change(services, request, service.role_of(services, app, role), person, True)
        )

    @router.delete(HOLDERS + "/{person}", openapi_extra=OVERSEE)
    async def take_role(request: Request, app: str, role: str, person: str) -> Response:
        """Take a role from somebody; it is gone at once."""
        return json_answer(
            await service.change(services, request, service.role_of(services, app, role), person, False)
        )

    return router
