"""`/api/session`."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from runtime.http.session.schemas import NobodyAnswer, PreferencesBody, SessionAnswer, SignInBody
from runtime.http.session.service import session_answer
from runtime.identity.people import change_person
from runtime.identity.sessions import Origin
from runtime.identity.sign_in import Refused
from runtime.server.answers import json_answer
from runtime.server.refusals import Limited, Unauthenticated
from runtime.server.routes import declared
from runtime.server.services import Services


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["session"])

    @router.post("/api/session", response_model=SessionAnswer, openapi_extra=declared("public"))
    async def sign_in(request: Request, body: SignInBody) -> Response:
        """Sign in with login and password."""
        opened = await services.sign_in.with_password(body.login, body.password, origin_of(request))
        if isinstance(opened, Refused):
            raise _refusal(opened)
        return await signed_in(request, services, opened)

    @router.get(
        "/api/session",
        response_model=SessionAnswer | NobodyAnswer,
        openapi_extra=declared("public", seeable=True),
    )
    async def who_am_i(request: Request) -> Response:
        """Tell who is signed in; nobody is an answer too."""
        caller = request.state.caller
        nobody = NobodyAnswer(demo=services.settings.demo)
        answer = nobody if caller is None else session_answer(services, caller)
        return json_answer(answer.model_dump(mode="json"))

    @router.patch("/api/session", response_model=SessionAnswer, openapi_extra=declared("session"))
    async def prefer(request: Request, body: PreferencesBody) -> Response:
        """Change language or theme of the person signed in."""
        changes = body.model_dump(exclude_none=True)
        person, now = request.state.person, services.clock.now()
        await services.write(lambda connection: change_person(connection, person.id, changes, now, person.id))
        services.callers.forget()
        caller = services.callers.again(request.state.caller)
        return json_answer(session_answer(services, caller).model_dump(mode="json"))

    @router.delete("/api/session", status_code=204, openapi_extra=declared("session"))
    async def sign_out(request: Request) -> Response:
        """End the session everywhere."""
        if request.state.caller.session is not None:
            await services.sign_in.end(request.state.caller.session)
        answer = Response(status_code=204)
        services.cookie.clear(answer)
        return answer

    return router


async def signed_in(request: Request, services: Services, session_id: str) -> Response:
    """Answer with the session just opened, and its cookie; the session there was before ends."""
    before = request.state.caller
    if before is not None and before.session is not None:
        await services.sign_in.end(before.session)
    caller = services.callers.by_session(session_id)
    if caller is None:
        raise Unauthenticated.of("session.absent")
    answer = json_answer(session_answer(services, caller).model_dump(mode="json"))
    services.cookie.give(answer, session_id)
    return answer


def origin_of(request: Request) -> Origin:
    """Return where a request came from."""
    address = request.client.host if request.client else ""
    return Origin(address, request.headers.get("user-agent", ""))


def _refusal(refused: Refused) -> Exception:
    if refused.seconds:
        return Limited([refused.issue], refused.seconds)
    return Unauthenticated([refused.issue])
