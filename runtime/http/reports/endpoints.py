"""`/api/apps/{app}/query` and its like: plain handlers, answered beside the loop."""

from functools import partial

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from runtime.http.reports.asking import asked, cell_of, require_known, text_of
from runtime.http.reports.boards import board_content, page_content
from runtime.server.answers import json_answer
from runtime.server.routes import HotRoute
from runtime.server.services import Services

QUERY = "/api/apps/{app}/query"


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    reports = Reports(services)
    router = APIRouter()
    router.routes += [
        HotRoute("POST", QUERY, reports.ask_query, policy="session", seeable=True),
        HotRoute("POST", f"{QUERY}:drill", reports.read_cell, policy="session", seeable=True),
        HotRoute("POST", f"{QUERY}:members", reports.list_members, policy="session", seeable=True),
        HotRoute(
            "GET", "/api/apps/{app}/dashboards/{name}", reports.read_dashboard, policy="session", seeable=True
        ),
        HotRoute("GET", "/api/apps/{app}/pages/{name}", reports.read_page, policy="session", seeable=True),
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

    async def read_cell(self, request: Request) -> Response:
        """Return the records whose rows make a figure."""
        about = asked(self._services, request, "measure", "cell", "limit", "cursor")
        drill = partial(about.reporting.drill, about.query, cell_of(about.body))
        return json_answer(await self._services.beside.run(drill))

    async def list_members(self, request: Request) -> Response:
        """Return the members of a dimension, to filter by."""
        about = asked(self._services, request, "dimension", "search")
        dimension, search = text_of(about.body, "dimension"), text_of(about.body, "search", "")
        members = partial(about.reporting.members, about.query, dimension, search, about.language)
        return json_answer(await self._services.beside.run(members))

    async def read_dashboard(self, request: Request) -> Response:
        """Return a board with its reports."""
        installed = require_known(self._services, request)
        content = partial(
            board_content, installed.definition, request.state.principal, request.path_params["name"]
        )
        return json_answer(await self._services.beside.run(content))

    async def read_page(self, request: Request) -> Response:
        """Return a page with its reports."""
        installed = require_known(self._services, request)
        name = request.path_params["name"]
        content = partial(page_content, installed.definition, request.state.principal, name)
        return json_answer(await self._services.beside.run(content))
