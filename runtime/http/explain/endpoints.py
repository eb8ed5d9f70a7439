"""`/api/apps/{app}/explain`: why a person can or cannot do something, role by role."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from runtime.http.explain.service import Question, explained
from runtime.server.answers import json_answer
from runtime.server.routes import declared
from runtime.server.services import Services

Id = Annotated[str | None, Query(max_length=40)]


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["people"])

    @router.get("/api/apps/{app}/explain", openapi_extra=declared("oversee"))
    async def explain(
        request: Request,
        app: str,
        person: Annotated[str, Query(max_length=40)],
        entity: Annotated[str, Query(max_length=64)],
        action: Literal["read", "create", "update", "delete", "export", "import"] = "read",
        record: Id = None,
        field: Id = None,
        view: Id = None,
    ) -> Response:
        """Explain what a person may do: with a kind of record, or one of them; with a field; with a view."""
        question = Question(person, entity, action, record=record, field=field, view=view)
        installed = services.apps.get(app)
        return json_answer(explained(services, installed, question, request.state.principal))

    return router
