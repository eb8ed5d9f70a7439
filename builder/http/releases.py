"""What publishing a draft would mean, publishing it, and going back. Who may is judged by `Publishing`."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request

from builder.commands.command import Command
from builder.http.answers import conversion_answers, foreseen_answer, impact_answer, release_answers
from builder.http.policy import DESIGN
from builder.http.schemas import ApplyBody, CommandBody, PublishBody, RollBackBody
from builder.http.services import Services
from builder.publishing.applying import Applying
from builder.publishing.publishing import Publishing


def create_router(services: Services, publishing: Publishing, applying: Applying) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["design"])

    @router.get("/api/design/{app}/impact", openapi_extra=DESIGN)
    def impact(app: str) -> Any:
        """Tell what publishing the draft would mean."""
        return impact_answer(publishing.impact(app))

    @router.post("/api/design/{app}:foresee", openapi_extra=DESIGN)
    def foresee(app: str, body: CommandBody, request: Request) -> Any:
        """Tell what an edit would mean for other documents and for stored data; nothing is changed."""
        command, principal = Command(body.kind, body.params), request.state.principal
        return foreseen_answer(publishing.foresee(app, command, principal))

    @router.get("/api/design/{app}/conversions", openapi_extra=DESIGN)
    def conversions(app: str, request: Request) -> Any:
        """Tell which values changed types would not take, and where they stand."""
        return conversion_answers(publishing.conversions(app, request.state.principal))

    @router.post("/api/design/{app}:publish", openapi_extra=DESIGN)
    def publish(app: str, body: PublishBody, request: Request) -> Any:
        """Put the draft to use."""
        release = publishing.publish(app, body.revision, body.note, request.state.principal)
        return {"release": release.number}

    @router.post("/api/design/{app}:apply", openapi_extra=DESIGN)
    def apply(app: str, body: ApplyBody, request: Request) -> Any:
        """Carry out edits on the newest release and publish them at once; the draft stays as it is."""
        commands = [Command(each.kind, each.params) for each in body.commands]
        applied = applying.apply(app, commands, body.note, request.state.principal)
        return {"release": applied.release.number, "made": applied.made}

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
