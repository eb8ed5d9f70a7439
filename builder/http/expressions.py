"""`/api/design/{app}:check-expression`: what is wrong with an expression in the making, and what it gives."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request

from builder.drafts.authority import authority_of
from builder.drafts.drafting import Drafting, newest_of
from builder.http.policy import DESIGN
from builder.http.schemas import CheckBody
from builder.http.services import Services
from builder.http.visible import visible
from engine.access.circumstances import context_of
from engine.dependencies.resolve import Standpoint
from engine.dependencies.uses import RECORD
from engine.entities.scope import RecordScope
from engine.entities.trying import told, try_expression
from engine.kernel.errors import NotFound
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
            context=context_of(published, principal, services.clock.now()),
            is_condition=body.result == "boolean",
        )
        return told(tried)

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
