"""`/api/design/apps`: beginning an app. Whoever makes one designs it; who else uses it is said at once."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request

from builder.http.policy import MAKE_APPS
from builder.http.schemas_starting import NewAppBody
from builder.http.services import Services
from builder.starters.blank import Wish, blank_app
from builder.starters.making import Making
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["design"])
    making = Making(services.definitions, services.planner, services.holders)

    @router.post("/api/design/apps", status_code=201, openapi_extra=MAKE_APPS)
    def make_app(body: NewAppBody, request: Request) -> Any:
        """Make a blank app and put it to work."""
        wish = Wish(_label(body), body.languages, body.icon)
        documents = blank_app(wish, services.definitions.names(), services.ids.document_id)
        release = making.make(documents, body.audience, "", request.state.principal)
        return {"app": release.app, "release": release.number}

    return router


def _label(body: NewAppBody) -> dict[str, str]:
    """Return the label without languages left empty; raise Invalid where nothing is left."""
    label = {language: text.strip() for language, text in body.label.items() if text.strip()}
    if not label:
        raise Invalid([Issue("app.label.missing", ("label",))])
    return label
