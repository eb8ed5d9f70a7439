"""`/api/apps/{app}:check-expression`: an expression in the making, in names of what its writer may read."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from starlette.requests import Request

from engine.access.authorize import roles_of
from engine.access.principal import Principal
from engine.dependencies.resolve import Standpoint
from engine.entities.reading.computed import to_json
from engine.entities.trying import Tried, try_expression
from engine.expressions.context import Context
from engine.kernel.errors import NotFound
from engine.kernel.issue import Issue
from engine.kernel.values import ErrorValue
from engine.metadata.definition import Definition
from engine.reports.eyes import Eyes, VisibleScope
from engine.text.catalog import LANGUAGES, say, say_issue
from runtime.http.expressions.schemas import CheckBody
from runtime.server.routes import declared
from runtime.server.services import Services


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["records"])

    @router.post("/api/apps/{app}:check-expression", openapi_extra=declared("session", seeable=True))
    def check(request: Request, app: str, body: CheckBody) -> Any:
        """Tell what is wrong with an expression, or what it gives for values."""
        definition, principal = services.apps.get(app).definition, request.state.principal
        eyes = Eyes(definition, principal)
        scope = VisibleScope(eyes, _standpoint(eyes, body))
        context = _context(services, definition, principal)
        is_condition = body.result == "boolean"
        return _answer(try_expression(scope, body.text, body.values, context, is_condition=is_condition))

    return router


def _standpoint(eyes: Eyes, body: CheckBody) -> Standpoint:
    entity = eyes.entity(body.entity)
    if entity is None:
        raise NotFound.of("access.entity.unknown", entity=body.entity)
    place = eyes.field(body.lines) if body.lines else None
    return Standpoint(entity, place.field if place and place.entity.id == entity.id else None)


def _context(services: Services, definition: Definition, principal: Principal) -> Context:
    names = frozenset(role.name for role in roles_of(definition, principal.roles))
    return Context(services.clock.now(), ZoneInfo(definition.app.timezone), principal.user, names)


def _answer(tried: Tried) -> Mapping[str, Any]:
    error = tried.value if isinstance(tried.value, ErrorValue) else None
    return {
        "issues": [_issue(each) for each in tried.issues],
        "kind": tried.kind,
        "value": to_json(tried.value),
        "error": error and {"code": error.code, "words": _words(error.cause)},
    }


def _issue(issue: Issue) -> Mapping[str, Any]:
    words = {language: say_issue(issue, locale) for language, locale in LANGUAGES.items()}
    start, end = issue.params.get("start", 0), issue.params.get("end", 0)
    return {"code": issue.code, "start": start, "end": end, "words": words}


def _words(code: str) -> Mapping[str, str]:
    return {language: say(code, locale, {}) for language, locale in LANGUAGES.items()}
