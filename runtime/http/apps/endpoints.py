"""`/api/apps`: the apps and entities that somebody sees."""

from functools import partial
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import Principal
from runtime.seeding import load_samples
from runtime.server.answers import json_answer
from runtime.server.apps import InstalledApp
from runtime.server.authority import may_design, may_oversee
from runtime.server.routes import declared
from runtime.server.services import Services


def create_router(services: Services) -> APIRouter:
    """Return the routes; apps made from starters get their samples by the importer everybody uses."""
    services.starters.load_by(partial(load_samples, services))
    router = APIRouter(tags=["apps"])

    @router.get("/api/apps", openapi_extra=declared("session", seeable=True))
    async def list_apps(request: Request) -> Response:
        """List the apps this principal may use, with the entities they may read."""
        principal = request.state.principal
        items = [_item(services, principal, installed) for installed in services.apps.all()]
        return json_answer({"items": [item for item in items if item["entities"] or item["may_design"]]})

    return router


def _item(services: Services, principal: Principal, installed: InstalledApp) -> dict[str, Any]:
    app, definition = installed.definition.app, installed.definition
    readable = [
        entity
        for entity in definition.entities.values()
        if isinstance(authorize(definition, principal, "read", entity.id), Decision)
    ]
    return {
        "name": app.name,
        "label": app.label,
        "description": app.description,
        "icon": app.icon,
        "color": app.color,
        "version": app.version,
        "release": installed.release,
        "entities": [{"name": entity.name, "label": entity.label} for entity in readable],
        "may_design": may_design(principal, services.apps, app.name),
        "may_oversee": may_oversee(principal, services.apps, app.name),
    }
