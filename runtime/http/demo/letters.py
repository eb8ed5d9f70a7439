"""`/api/demo/letters`: what the demo's mail sink took, for who runs connectors."""

from dataclasses import asdict

from fastapi import APIRouter
from starlette.responses import Response

from runtime.demo.mail_sink import FOLDER, kept_letters
from runtime.server.answers import json_answer
from runtime.server.routes import declared
from runtime.server.services import Services


def create_router(services: Services) -> APIRouter:
    """Return the route; without the demo there is none."""
    router = APIRouter(tags=["demo"])
    if not services.settings.demo:
        return router

    @router.get("/api/demo/letters", openapi_extra=declared("administer:connectors"))
    async def demo_letters() -> Response:
        """List the letters that were sent, the latest first."""
        kept = kept_letters(services.settings.data / FOLDER)
        return json_answer({"items": [asdict(each) for each in kept]})

    return router
