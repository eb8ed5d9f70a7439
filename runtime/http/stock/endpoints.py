"""`GET …/records/{id}/stock`: who holds stock of a balance, and its movements."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from runtime.http.records.asking import asked
from runtime.http.records.endpoints import RECORD
from runtime.server.answers import json_answer
from runtime.server.routes import HotRoute
from runtime.server.services import Services
from runtime.stock.reading import read_stock


def create_router(services: Services) -> APIRouter:
    """Return the routes."""

    async def stock(request: Request) -> Response:
        """Tell who holds stock of a balance, and what happened to it, newest first."""
        about = asked(services, request)
        id, cursor = request.path_params["id"], request.query_params.get("cursor")
        about.repository.get_json(about.entity.id, id)
        viewer = about.repository.viewer
        with services.database.read() as connection:
            page = read_stock(viewer, connection, about.entity.id, id, cursor)
        return json_answer(
            {
                "reservations": page.reservations,
                "movements": page.movements,
                "next_cursor": page.next_cursor,
            }
        )

    router = APIRouter()
    router.routes.append(HotRoute("GET", f"{RECORD}/stock", stock, policy="record:read", seeable=True))
    return router
