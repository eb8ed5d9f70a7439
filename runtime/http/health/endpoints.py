"""`/api/health`: for load balancers and for whoever waits until the server is up."""

from fastapi import APIRouter
from sqlalchemy import select
from starlette.responses import Response

from runtime.server.answers import json_answer
from runtime.server.routes import declared
from runtime.server.services import Services


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["health"])

    @router.get("/api/health", openapi_extra=declared("public"))
    async def health() -> Response:
        """Tell that the server answers and reaches its database."""
        with services.database.read() as connection:
            connection.execute(select(1))
        return json_answer({"status": "ok"})

    return router
