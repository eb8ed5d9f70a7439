"""`/api/apps/{app}/query` and its like: plain handlers, answered beside the loop."""

from functools import partial

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from runtime.http.reports.asking import asked, require_known
from runtime.http.reports.boards import board_content
from runtime.server.answers import json_answer
from runtime.server.routes import HotRoute
from runtime.server.services import Services

QUERY = "/api/apps/{app}/query"


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    reports = Reports(services)
    router = APIRouter()
    router.routes += [
        HotRoute("POST", QUERY, reports.ask_query, policy="session"),
        HotRoute("GET", "/api/apps/{app}/dashboards/{name}", reports.read_dashboard, policy="session"),
    ]
    return router


class Reports:
    """Questions over HTTP."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def ask_query(self, request: Request) -> Response:
        """Answer a question about figures."""
        about = asked(self._services, request)
        ask = partial(about.reporting.ask, about.query, about.language)
        return json_answer(await self._services.beside.run(ask))

    async def read_dashboard(self, request: Request) -> Response:
        """Return a board with its reports."""
        installed = require_known(self._services, request)
        content = partial(
            board_content, installed.definition, request.state.principal, request.path_params["name"]
        )
        return json_answer(await self._services.beside.run(content))
