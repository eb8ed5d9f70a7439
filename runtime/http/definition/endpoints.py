"""`/api/apps/{app}/definition`."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from runtime.http.definition.service import definition_content
from runtime.server.routes import HotRoute
from runtime.server.services import Services


def create_router(services: Services) -> APIRouter:
    """Return the routes."""

    async def read_definition(request: Request) -> Response:
        """Return the documents of an app that this principal may know."""
        installed = services.apps.get(request.path_params["app"])
        request.scope["state"]["release"] = installed.release
        content = definition_content(installed, request.state.principal)
        headers = {
            "ETag": content.etag,
            "Cache-Control": "private, no-cache",
            "Vary": "Cookie, Authorization, X-See-As",
        }
        if request.headers.get("if-none-match") == content.etag:
            return Response(status_code=304, headers=headers)
        return Response(content.body, headers=headers, media_type="application/json")

    router = APIRouter()
    path = "/api/apps/{app}/definition"
    router.routes.append(HotRoute("GET", path, read_definition, policy="session", seeable=True))
    return router
