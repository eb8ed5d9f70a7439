"""`/api/design/{app}/rules/{rule}`: what a decision table of the draft leaves open, and what it says."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request

from builder.drafts.authority import authority_of
from builder.drafts.drafting import Drafting, newest_of
from builder.http.policy import DESIGN
from builder.http.schemas import TryBody
from builder.http.services import Services
from builder.rules.trying import Tried, asked_names, try_rule
from builder.words import Phrase, said
from engine.access.principal import Principal
from engine.entities.reading.computed import to_json
from engine.kernel.errors import NotFound
from engine.metadata.definition import Definition
from engine.metadata.load import assemble
from engine.metadata.model import Rule
from engine.rules.expression import rule_expression
from engine.rules.gaps import Analysis, analyse


def create_router(services: Services, drafting: Drafting) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["design"])

    @router.get("/api/design/{app}/rules/{rule}/analysis", openapi_extra=DESIGN)
    def analysis(app: str, rule: str, request: Request) -> Any:
        """Tell which values no row is for, which rows are met together, and which are never reached."""
        definition, found = _rule(services, drafting, app, rule, request.state.principal)
        return _analysis_answer(definition, found, analyse(definition, found.id))

    @router.post("/api/design/{app}/rules/{rule}:try", openapi_extra=DESIGN)
    def try_it(app: str, rule: str, body: TryBody, request: Request) -> Any:
        """Tell what the table says of examples."""
        definition, found = _rule(services, drafting, app, rule, request.state.principal)
        tried = try_rule(definition, found, list(body.examples), services.clock.now())
        return {"items": [_tried(each) for each in tried]}

    return router


def _rule(
    services: Services, drafting: Drafting, app: str, rule: str, principal: Principal
) -> tuple[Definition, Rule]:
    """Return the draft and a rule in it that a person may design."""
    draft = drafting.open(app)
    authority = authority_of(assemble(newest_of(services.definitions, app).documents), principal)
    definition = assemble(draft.documents)
    found = definition.rules.get(rule)
    if found is None or not authority.may(rule, "propose"):
        raise NotFound.of("command.document.missing", id=rule[:64])
    return definition, found


def _analysis_answer(definition: Definition, rule: Rule, found: Analysis) -> Any:
    expression = rule_expression(definition, rule.id)
    return {
        "names": [
            {"name": name, "field": field.id if field else None}
            for name, field in asked_names(definition, rule)
        ],
        "gaps": [
            {"cells": list(each.cells), "example": [to_json(value) for value in each.example]}
            for each in found.gaps
        ],
        "overlaps": [
            {"rows": list(each.rows), "example": [to_json(value) for value in each.example]}
            for each in found.overlaps
        ],
        "unreached": list(found.unreached),
        "complete": found.is_complete,
        "expression": expression if isinstance(expression, str) else None,
    }


def _tried(tried: Tried) -> Any:
    issues = [
        {"code": each.code, "path": list(each.path), "words": said(Phrase(each.code, each.params))}
        for each in tried.issues
    ]
    return {"outputs": tried.outputs, "rows": list(tried.rows), "issues": issues}
