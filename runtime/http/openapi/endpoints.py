"""`/api/openapi.json` and `/api/apps/{app}/openapi.json`; pages that show them are left to tools."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from engine.access.visible import visible_documents
from runtime.http.openapi.service import describe_api, describe_app
from runtime.server.answers import json_answer
from runtime.server.routes import declared
from runtime.server.services import Services


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["openapi"])

    @router.get("/api/openapi.json", openapi_extra=declared("public"))
    async def openapi(request: Request) -> Response:
        """Describe the whole API."""
        return json_answer(describe_api(request.app.routes))

    @router.get("/api/apps/{app}/openapi.json", openapi_extra=declared("session"))
    async def app_openapi(request: Request, app: str) -> Response:
        """Describe the records of one app as this principal may know them."""
        definition = services.apps.get(app).definition
        visible = visible_documents(definition, request.state.principal)
        return json_answer(describe_app(visible.app, describe_api(request.app.routes), visible))

    return router
