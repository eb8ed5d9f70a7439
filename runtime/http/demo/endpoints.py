"""`/api/demo/*`: there only where the server runs the demo."""

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from engine.kernel.errors import NotFound
from runtime.http.session.endpoints import origin_of, signed_in
from runtime.http.session.schemas import SessionAnswer
from runtime.identity.people import all_roles_held, find_account, list_people
from runtime.server.answers import json_answer
from runtime.server.authority import role_labels
from runtime.server.routes import declared
from runtime.server.services import Services


class DemoSignInBody(BaseModel):
    """Who wants to be let in."""

    model_config = ConfigDict(extra="forbid")

    login: str = Field(max_length=200)


def create_router(services: Services) -> APIRouter:
    """Return the routes; without the demo there are none, and the paths are unknown."""
    router = APIRouter(tags=["demo"])
    if not services.settings.demo:
        return router

    @router.get("/api/demo/people", openapi_extra=declared("public"))
    async def demo_people() -> Response:
        """List the people one may sign in as with one click, in the order they were added."""
        with services.database.read() as connection:
            people, held = list_people(connection), all_roles_held(connection)
        items = [
            {
                "login": person.login,
                "name": person.name,
                "roles": role_labels(frozenset(held.get(person.id, ())), services.apps),
            }
            for person in sorted(people, key=lambda each: each.id)
            if person.active
        ]
        return json_answer({"items": items})

    @router.post("/api/demo/session", response_model=SessionAnswer, openapi_extra=declared("public"))
    async def demo_sign_in(request: Request, body: DemoSignInBody) -> Response:
        """Sign in as one of the demo's people."""
        with services.database.read() as connection:
            account = find_account(connection, body.login)
        if account is None or not account.person.active:
            raise NotFound.of("identity.person.unknown", ("login",))
        return await signed_in(request, services, await services.sign_in.open(account, origin_of(request)))

    return router
