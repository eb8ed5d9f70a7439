"""`/api/design/apps`: beginning an app. Whoever makes one designs it; who else uses it is said at once."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request

from builder.http.policy import MAKE_APPS
from builder.http.schemas_starting import NewAppBody
from builder.http.services import Services
from builder.starters.blank import Wish, blank_app
from builder.starters.from_starter import app_from, starter_answer, starter_named
from builder.starters.making import Making
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["design"])
    making = Making(services.definitions, services.planner, services.holders)

    @router.get("/api/starters", openapi_extra=MAKE_APPS)
    def list_starters() -> Any:
        """List the complete apps to begin from."""
        return {"items": [starter_answer(each) for each in services.starters.starters()]}

    @router.post("/api/design/apps", status_code=201, openapi_extra=MAKE_APPS)
    def make_app(body: NewAppBody, request: Request) -> Any:
        """Make an app, blank or from a starter, and put it to work."""
        wish = Wish(_label(body), body.languages, body.icon)
        names, mint = services.definitions.names(), services.ids.document_id
        if body.starter is None:
            documents = blank_app(wish, names, mint)
        else:
            documents = app_from(starter_named(services.starters, body.starter), wish, names, mint)
        principal = request.state.principal
        release = making.make(documents, body.audience, "", principal)
        if body.starter is not None and body.samples:
            services.starters.load_samples(body.starter, release.app, principal.user or "")
        return {"app": release.app, "release": release.number}

    return router


def _label(body: NewAppBody) -> dict[str, str]:
    """Return the label without languages left empty; raise Invalid where nothing is left."""
    label: dict[str, str] = {language: text.strip() for language, text in body.label.items() if text.strip()}
    if not label:
        raise Invalid([Issue("app.label.missing", ("label",))])
    return label
