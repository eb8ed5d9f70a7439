"""`/api/seeing`: the pass with which an app is seen as somebody else; each is written to the audit trail."""

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from engine.kernel.errors import Forbidden, NotFound
from runtime.identity.trail import Event, tell
from runtime.server.answers import json_answer
from runtime.server.authority import may_oversee
from runtime.server.routes import declared
from runtime.server.services import Services

ACTION, TABLE = "see_as", "sys_user"


class SeeBody(BaseModel):
    """Whom to see as, by id, and the app by name."""

    model_config = ConfigDict(extra="forbid")

    app: str = Field(max_length=64)
    person: str = Field(max_length=40)


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["people"])

    @router.post("/api/seeing", openapi_extra=declared("session"))
    async def see_as(request: Request, body: SeeBody) -> Response:
        """Give a pass to see an app as a person; it holds for an hour and for this session."""
        caller = request.state.caller
        if caller.session is None:
            raise Forbidden.of("seeing.by_token")
        if not may_oversee(caller.principal, services.apps, body.app):
            raise Forbidden.of("seeing.denied")
        app = services.apps.get(body.app).definition.app
        if services.callers.seen(body.person) is None:
            raise NotFound.of("identity.person.unknown", ("person",))
        await services.write(lambda connection: _told(services, connection, body, caller.person.id))
        text, given = services.passes.give(caller.session, body.person, app.id)
        return json_answer({"token": text, "until": given.until.isoformat()})

    return router


def _told(services: Services, connection: Connection, body: SeeBody, by: str) -> None:
    event = Event(ACTION, TABLE, body.person, by, {"app": [None, body.app]})
    tell(services.change_log, connection, services.clock.now(), event)
