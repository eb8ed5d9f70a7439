"""`/api/audit`."""

from typing import Annotated

import anyio.to_thread
from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from engine.text.catalog import say_issue
from runtime.http.audit.schemas import AuditAnswer, VerifiedApp, VerifyAnswer
from runtime.http.audit.service import chains, read_trail
from runtime.server.answers import json_answer
from runtime.server.languages import language_of
from runtime.server.routes import declared
from runtime.server.services import Services
from runtime.storage.database import REPORT_SECONDS

Text = Annotated[str | None, Query(max_length=100)]


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["audit"])

    @router.get("/api/audit", response_model=AuditAnswer, openapi_extra=declared("administer:audit"))
    async def trail(
        app: Text = None,
        entity: Text = None,
        record: Text = None,
        person: Text = None,
        action: Text = None,
        cursor: Text = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> Response:
        """Read the audit trail, newest first."""
        given = {"app": app, "entity": entity, "record": record, "person": person, "action": action}
        wanted = {key: value for key, value in given.items() if value}

        def read() -> AuditAnswer:
            with services.database.read() as connection:
                return read_trail(connection, services.apps, wanted, limit, cursor)

        return json_answer((await anyio.to_thread.run_sync(read)).model_dump(mode="json"))

    @router.post("/api/audit:verify", response_model=VerifyAnswer, openapi_extra=declared("administer:audit"))
    async def verify(request: Request) -> Response:
        """Follow every chain from its beginning and tell whether it holds."""
        locale = language_of(request)

        def follow() -> VerifyAnswer:
            with services.database.read(REPORT_SECONDS) as connection:
                items = [_verified(services, connection, app, locale) for app in chains(connection)]
            return VerifyAnswer(items=items)

        return json_answer((await anyio.to_thread.run_sync(follow)).model_dump())

    return router


def _verified(services: Services, connection: Connection, app: str, locale: str) -> VerifiedApp:
    issue = services.change_log.verify(connection, app)
    return VerifiedApp(app=app, holds=issue is None, message=say_issue(issue, locale) if issue else None)
