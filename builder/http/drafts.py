"""`/api/design/{app}`: the draft of an app and its edits. Who may design what is judged by `Drafting`."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request

from builder.commands.command import Command
from builder.drafts.drafting import Drafting
from builder.http.policy import DESIGN
from builder.http.schemas import ChangeBody, DiscardBody, EditBody, StepBody
from builder.http.services import Services
from builder.http.state import state_of


def create_router(services: Services, drafting: Drafting) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["design"])

    @router.get("/api/design/{app}", openapi_extra=DESIGN)
    def read_draft(app: str, request: Request) -> Any:
        """Return the draft of an app."""
        return state_of(services, drafting, drafting.open(app), request.state.principal)

    @router.post("/api/design/{app}/commands", openapi_extra=DESIGN)
    def edit(app: str, body: EditBody, request: Request) -> Any:
        """Carry out one edit on the draft as it is now and return the draft after it."""
        command, principal = Command(body.kind, body.params), request.state.principal
        return state_of(services, drafting, drafting.edit(app, command, principal, body.edit), principal)

    @router.post("/api/design/{app}:undo", openapi_extra=DESIGN)
    def undo(app: str, body: StepBody, request: Request) -> Any:
        """Take back one's own last edit, or the edit with a number."""
        principal = request.state.principal
        return state_of(services, drafting, drafting.undo(app, principal, body.edit, body.number), principal)

    @router.post("/api/design/{app}:redo", openapi_extra=DESIGN)
    def redo(app: str, body: StepBody, request: Request) -> Any:
        """Carry out again what one took back last, or the edit with a number."""
        principal = request.state.principal
        return state_of(services, drafting, drafting.redo(app, principal, body.edit, body.number), principal)

    @router.post("/api/design/{app}:take-back-own", openapi_extra=DESIGN)
    def take_back_own(app: str, body: ChangeBody, request: Request) -> Any:
        """Take back all of one's own edits; those of others stay."""
        principal = request.state.principal
        return state_of(services, drafting, drafting.take_back_own(app, principal, body.edit), principal)

    @router.post("/api/design/{app}:discard", openapi_extra=DESIGN)
    def discard(app: str, body: DiscardBody, request: Request) -> Any:
        """Give up all edits of everybody; who does so must have seen the newest."""
        principal = request.state.principal
        return state_of(services, drafting, drafting.discard(app, body.revision, principal), principal)

    return router
