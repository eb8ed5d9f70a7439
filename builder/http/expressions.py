"""`/api/design/{app}:check-expression`: what is wrong with an expression in the making, and what it gives."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from starlette.requests import Request

from builder.drafts.authority import authority_of
from builder.drafts.drafting import Drafting, newest_of
from builder.http.policy import DESIGN
from builder.http.schemas import CheckBody
from builder.http.services import Services
from builder.http.visible import visible
from builder.words import Phrase, said
from engine.access.authorize import roles_of
from engine.access.principal import Principal
from engine.dependencies.resolve import Standpoint
from engine.dependencies.uses import RECORD
from engine.entities.reading.computed import to_json
from engine.entities.scope import RecordScope
from engine.entities.trying import Tried, try_expression
from engine.expressions.context import Context
from engine.kernel.errors import NotFound
from engine.kernel.issue import Issue
from engine.kernel.values import ErrorValue
from engine.metadata.definition import Definition
from engine.metadata.load import assemble


def create_router(services: Services, drafting: Drafting) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["design"])

    @router.post("/api/design/{app}:check-expression", openapi_extra=DESIGN)
    def check(app: str, body: CheckBody, request: Request) -> Any:
        """Tell what is wrong with an expression over a record of the draft, and what it gives."""
        principal = request.state.principal
        published = assemble(newest_of(services.definitions, app).documents)
        documents = drafting.open(app).documents
        seen = visible(documents, published, authority_of(published, principal), principal)
        definition = assemble(documents)
        where = _standpoint(definition, body, {each["id"] for each in seen.values()})
        tried = try_expression(
            RecordScope(definition, where),
            body.text,
            body.values,
            context=_context(services, published, principal),
            is_condition=body.result == "boolean",
        )
        return _answer(tried)

    return router


def _standpoint(definition: Definition, body: CheckBody, seen: set[str]) -> Standpoint:
    asked = [each for each in (body.entity, body.record) if each is not None]
    for id in asked:
        if id not in seen or id not in definition.entities:
            raise NotFound.of("command.document.missing", id=id[:64])
    entity = definition.entities[body.entity]
    place = definition.field(body.lines) if body.lines else None
    lines = place.field if place and place.entity.id == entity.id else None
    return Standpoint(entity, lines, names={RECORD: body.record} if body.record else {})


def _context(services: Services, published: Definition, principal: Principal) -> Context:
    names = frozenset(role.name for role in roles_of(published, principal.roles))
    return Context(services.clock.now(), ZoneInfo(published.app.timezone), principal.user, names)


def _answer(tried: Tried) -> Mapping[str, Any]:
    error = tried.value if isinstance(tried.value, ErrorValue) else None
    return {
        "issues": [_issue(each) for each in tried.issues],
        "kind": tried.kind,
        "value": to_json(tried.value),
        "error": error and {"code": error.code, "words": said(Phrase(error.cause, {}))},
    }


def _issue(issue: Issue) -> Mapping[str, Any]:
    start, end = issue.params.get("start", 0), issue.params.get("end", 0)
    return {"code": issue.code, "start": start, "end": end, "words": said(Phrase(issue.code, issue.params))}
