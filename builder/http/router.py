"""Routes of the designer. Who may design what is judged by the drafts and by publishing, not here."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request

from builder.commands.command import Command
from builder.drafts.authority import authority_of
from builder.drafts.draft import Draft
from builder.drafts.drafting import Drafting, newest_of
from builder.http.answers import draft_answer, impact_answer, people_in, release_answers
from builder.http.schemas import EditBody, PublishBody, Revision, RollBackBody
from builder.http.services import Services
from builder.http.visible import visible
from builder.publishing.publishing import Publishing
from engine.access.principal import Principal
from engine.metadata.load import assemble

DESIGN: dict[str, Any] = {"x-policy": "design"}


def create_router(services: Services) -> APIRouter:
    """Return the routes of the designer over the server's services."""
    router = APIRouter(tags=["design"])
    drafting = Drafting(services.definitions, services.drafts, services.clock, services.ids)
    publishing = Publishing(drafting, services.definitions, services.planner)

    def state(draft: Draft, principal: Principal) -> Any:
        newest = newest_of(services.definitions, draft.release.app)
        published = assemble(newest.documents)
        authority = authority_of(published, principal)
        documents = visible(draft.documents, published, authority, principal)
        names = services.people.names(people_in(draft))
        return draft_answer(draft, newest.number, documents, authority, names)

    @router.get("/api/design/{app}", openapi_extra=DESIGN)
    def read_draft(app: str, request: Request) -> Any:
        """Return the draft of an app."""
        return state(drafting.open(app), request.state.principal)

    @router.post("/api/design/{app}/commands", openapi_extra=DESIGN)
    def edit(app: str, body: EditBody, request: Request) -> Any:
        """Carry out one edit and return the draft after it."""
        principal = request.state.principal
        return state(drafting.edit(app, body.revision, Command(body.kind, body.params), principal), principal)

    @router.post("/api/design/{app}:undo", openapi_extra=DESIGN)
    def undo(app: str, body: Revision, request: Request) -> Any:
        """Take the last edit back."""
        principal = request.state.principal
        return state(drafting.undo(app, body.revision, principal), principal)

    @router.post("/api/design/{app}:redo", openapi_extra=DESIGN)
    def redo(app: str, body: Revision, request: Request) -> Any:
        """Carry out again the edit taken back last."""
        principal = request.state.principal
        return state(drafting.redo(app, body.revision, principal), principal)

    @router.post("/api/design/{app}:discard", openapi_extra=DESIGN)
    def discard(app: str, body: Revision, request: Request) -> Any:
        """Give up all edits."""
        principal = request.state.principal
        return state(drafting.discard(app, body.revision, principal), principal)

    @router.get("/api/design/{app}/impact", openapi_extra=DESIGN)
    def impact(app: str) -> Any:
        """Tell what publishing the draft would mean."""
        return impact_answer(publishing.impact(app))

    @router.post("/api/design/{app}:publish", openapi_extra=DESIGN)
    def publish(app: str, body: PublishBody, request: Request) -> Any:
        """Put the draft to use."""
        release = publishing.publish(app, body.revision, body.note, request.state.principal)
        return {"release": release.number}

    @router.get("/api/design/{app}/releases", openapi_extra=DESIGN)
    def releases(app: str) -> Any:
        """List what was published, newest first."""
        listed = publishing.releases(app)
        return release_answers(listed, services.people.names({each.by for each in listed if each.by}))

    @router.post("/api/design/{app}:roll-back", openapi_extra=DESIGN)
    def roll_back(app: str, body: RollBackBody, request: Request) -> Any:
        """Publish a former release again."""
        release = publishing.roll_back(app, body.release, body.note, request.state.principal)
        return {"release": release.number}

    return router
