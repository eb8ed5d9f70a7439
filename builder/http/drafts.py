"""`/api/design/{app}`: the draft of an app and its edits. Who may design what is judged by `Drafting`."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request

from builder.commands.command import Command
from builder.drafts.authority import authority_of
from builder.drafts.draft import Draft
from builder.drafts.drafting import Drafting, newest_of
from builder.http.answers import draft_answer, people_in
from builder.http.policy import DESIGN
from builder.http.schemas import EditBody, Revision
from builder.http.services import Services
from builder.http.visible import visible
from engine.access.principal import Principal
from engine.metadata.load import assemble


def create_router(services: Services, drafting: Drafting) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["design"])

    @router.get("/api/design/{app}", openapi_extra=DESIGN)
    def read_draft(app: str, request: Request) -> Any:
        """Return the draft of an app."""
        return _state(services, drafting.open(app), request.state.principal)

    @router.post("/api/design/{app}/commands", openapi_extra=DESIGN)
    def edit(app: str, body: EditBody, request: Request) -> Any:
        """Carry out one edit and return the draft after it."""
        command, principal = Command(body.kind, body.params), request.state.principal
        return _state(services, drafting.edit(app, body.revision, command, principal), principal)

    @router.post("/api/design/{app}:undo", openapi_extra=DESIGN)
    def undo(app: str, body: Revision, request: Request) -> Any:
        """Take the last edit back."""
        principal = request.state.principal
        return _state(services, drafting.undo(app, body.revision, principal), principal)

    @router.post("/api/design/{app}:redo", openapi_extra=DESIGN)
    def redo(app: str, body: Revision, request: Request) -> Any:
        """Carry out again the edit taken back last."""
        principal = request.state.principal
        return _state(services, drafting.redo(app, body.revision, principal), principal)

    @router.post("/api/design/{app}:discard", openapi_extra=DESIGN)
    def discard(app: str, body: Revision, request: Request) -> Any:
        """Give up all edits."""
        principal = request.state.principal
        return _state(services, drafting.discard(app, body.revision, principal), principal)

    return router


def _state(services: Services, draft: Draft, principal: Principal) -> Any:
    newest = newest_of(services.definitions, draft.release.app)
    published = assemble(newest.documents)
    authority = authority_of(published, principal)
    documents = visible(draft.documents, published, authority, principal)
    names = services.people.names(people_in(draft))
    return draft_answer(draft, newest.number, documents, authority, names)
