"""What stands around an edit: where something is used, what it would look like, who else is designing."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request

from builder.drafts.drafting import Drafting, newest_of
from builder.drafts.preview import previewed
from builder.http.answers import presence_answer, use_answers
from builder.http.policy import DESIGN
from builder.http.schemas import HereBody
from builder.http.services import Services
from builder.http.state import seen_documents
from builder.usages import uses_of
from engine.metadata.load import assemble


def create_router(services: Services, drafting: Drafting) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["design"])

    @router.get("/api/design/{app}/usages/{id}", openapi_extra=DESIGN)
    def usages(app: str, id: str, request: Request) -> Any:
        """Return where a document, a field or another part is used in the draft."""
        draft = drafting.open(app)
        seen = seen_documents(services, draft, request.state.principal)
        return use_answers(uses_of(assemble(draft.documents), id), seen)

    @router.get("/api/design/{app}/preview", openapi_extra=DESIGN)
    def preview(app: str, request: Request, role: str = "") -> Any:
        """Return what a browser would work from if the draft were published: for oneself, or for a role."""
        principal = request.state.principal
        return previewed(drafting.open(app), newest_of(services.definitions, app), principal, role)

    @router.put("/api/design/{app}/presence", openapi_extra=DESIGN)
    def here(app: str, body: HereBody, request: Request) -> Any:
        """Say that one is designing, and return who else is."""
        person = request.state.principal.user or ""
        if body.leaving:
            services.presence.leave(app, person)
            return presence_answer((), {})
        present = services.presence.arrive(app, person, body.file)
        return presence_answer(present, services.people.names({each.person for each in present}))

    return router
