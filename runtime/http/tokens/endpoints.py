"""`/api/tokens`: people make tokens for themselves; who administers tokens sees and ends all of them."""

from datetime import timedelta

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from engine.access.principal import Principal
from engine.access.scopes import is_scope
from engine.kernel.errors import Forbidden, Invalid, NotFound
from engine.kernel.issue import Issue
from runtime.http.tokens.schemas import NewTokenBody, TokenAnswer, TokensAnswer
from runtime.identity.credentials import NewToken
from runtime.identity.tokens import Token, TokenWish, list_tokens, make_token, revoke_token
from runtime.identity.trail import Event, tell
from runtime.server.answers import json_answer
from runtime.server.authority import administered
from runtime.server.routes import declared
from runtime.server.services import Services

TOKENS = "sys_token"


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["tokens"])

    @router.get("/api/tokens", response_model=TokensAnswer, openapi_extra=declared("session"))
    async def list_mine(request: Request) -> Response:
        """List one's own tokens, or all of them for who administers tokens."""
        items = [_answer(token) for token in _seen(services, request.state.principal)]
        return json_answer(
            TokensAnswer(items=items).model_dump(mode="json", exclude={"items": {"__all__": {"token"}}})
        )

    @router.post(
        "/api/tokens", status_code=201, response_model=TokenAnswer, openapi_extra=declared("session")
    )
    async def make(request: Request, body: NewTokenBody) -> Response:
        """Make a token for oneself; its text is shown in this answer only."""
        wish = _wish(services, request.state.principal, body)
        by = request.state.person.id

        def work(connection: Connection) -> tuple[NewToken, Token]:
            secret, token = make_token(connection, wish, services.clock, services.ids, by)
            changes = {"name": [None, token.name], "prefix": [None, token.prefix]}
            tell(
                services.change_log,
                connection,
                token.created_at,
                Event("create", TOKENS, token.id, by, changes),
            )
            return secret, token

        secret, token = await services.write(work)
        answer = _answer(token).model_copy(update={"token": secret.text})
        return json_answer(answer.model_dump(mode="json"), 201)

    @router.delete("/api/tokens/{id}", status_code=204, openapi_extra=declared("session"))
    async def revoke(request: Request, id: str) -> Response:
        """End a token everywhere."""
        if id not in {token.id for token in _seen(services, request.state.principal)}:
            raise NotFound.of("identity.token.unknown")
        now, by = services.clock.now(), request.state.person.id

        def work(connection: Connection) -> None:
            revoke_token(connection, id, now)
            tell(services.change_log, connection, now, Event("delete", TOKENS, id, by, {}))

        await services.write(work)
        services.callers.forget()
        return Response(status_code=204)

    return router


def _seen(services: Services, principal: Principal) -> list[Token]:
    """Return the tokens a person may see and end; a token sees none."""
    _require_human(principal)
    with services.database.read() as connection:
        tokens = list_tokens(connection)
    sees_all = "tokens" in administered(principal, services.apps)
    return [token for token in tokens if sees_all or token.user_id == principal.user]


def _wish(services: Services, principal: Principal, body: NewTokenBody) -> TokenWish:
    _require_human(principal)
    issues = [
        Issue("identity.scope.unknown", ("scopes", place), {"scope": scope})
        for place, scope in enumerate(body.scopes or ())
        if not is_scope(scope)
    ]
    if issues:
        raise Invalid(issues)
    return TokenWish(
        user_id=principal.id,
        name=body.name,
        scopes=None if body.scopes is None else frozenset(body.scopes),
        expires_at=services.clock.now() + timedelta(days=body.days) if body.days else None,
    )


def _require_human(principal: Principal) -> None:
    """A token that leaked must not make more of its kind."""
    if principal.kind != "human":
        raise Forbidden.of("identity.token.not_by_token")


def _answer(token: Token) -> TokenAnswer:
    return TokenAnswer(
        id=token.id,
        user=token.user_id,
        name=token.name,
        prefix=token.prefix,
        scopes=None if token.scopes is None else sorted(token.scopes),
        created_at=token.created_at,
        expires_at=token.expires_at,
    )
