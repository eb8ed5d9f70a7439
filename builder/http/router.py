"""The designer as an extension of the server: one router over the server's services."""

from fastapi import APIRouter

from builder.drafts.drafting import Drafting
from builder.http import drafts, expressions, flows, releases, rules, starting, surroundings, workbooks
from builder.http.services import Services
from builder.publishing.applying import Applying
from builder.publishing.publishing import Publishing


def create_router(services: Services) -> APIRouter:
    """Return the routes of the designer."""
    drafting = Drafting(services.definitions, services.drafts, services.clock, services.ids)
    publishing = Publishing(drafting, services.definitions, services.planner, services.runs)
    router = APIRouter()
    router.routes.extend(drafts.create_router(services, drafting).routes)
    router.routes.extend(
        releases.create_router(services, publishing, Applying(publishing, services.ids)).routes
    )
    router.routes.extend(flows.create_router(services, drafting).routes)
    router.routes.extend(rules.create_router(services, drafting).routes)
    router.routes.extend(expressions.create_router(services, drafting).routes)
    router.routes.extend(surroundings.create_router(services, drafting).routes)
    router.routes.extend(starting.create_router(services).routes)
    router.routes.extend(workbooks.create_router(services).routes)
    return router
