"""`/api/apps/{app}:check-expression`: an expression in the making, in names of what its writer may read."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request

from engine.access.circumstances import context_of
from engine.dependencies.resolve import Standpoint
from engine.entities.trying import told, try_expression
from engine.kernel.errors import NotFound
from engine.reports.eyes import Eyes, VisibleScope
from runtime.http.expressions.schemas import CheckBody
from runtime.server.routes import declared
from runtime.server.services import Services


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["records"])

    @router.post("/api/apps/{app}:check-expression", openapi_extra=declared("session", seeable=True))
    def check(request: Request, app: str, body: CheckBody) -> Any:
        """Tell what is wrong with an expression, or what it gives for values."""
        definition, principal = services.apps.get(app).definition, request.state.principal
        eyes = Eyes(definition, principal)
        scope = VisibleScope(eyes, _standpoint(eyes, body))
        context = context_of(definition, principal, services.clock.now())
        is_condition = body.result == "boolean"
        return told(try_expression(scope, body.text, body.values, context, is_condition=is_condition))

    return router


def _standpoint(eyes: Eyes, body: CheckBody) -> Standpoint:
    entity = eyes.entity(body.entity)
    if entity is None:
        raise NotFound.of("access.entity.unknown", entity=body.entity)
    place = eyes.field(body.lines) if body.lines else None
    return Standpoint(entity, place.field if place and place.entity.id == entity.id else None)
