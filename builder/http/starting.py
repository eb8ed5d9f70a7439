"""`/api/design/apps`: beginning an app. Whoever makes one designs it; who else uses it is said at once."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request

from builder.http.policy import MAKE_APPS
from builder.http.schemas_importing import FileBody
from builder.http.schemas_starting import NewAppBody
from builder.http.services import Services
from builder.http.workbooks import PLANS
from builder.importing.columns import look_at
from builder.importing.documents import app_of
from builder.importing.judging import plan_issues
from builder.starters.blank import Wish, blank_app
from builder.starters.from_starter import app_from, starter_answer, starter_named
from builder.starters.making import Audience, Making
from engine.access.principal import Principal
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.ports import Documents


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["design"])
    making = Making(services.definitions, services.planner, services.holders)

    @router.get("/api/starters", openapi_extra=MAKE_APPS)
    def list_starters() -> Any:
        """List the complete apps to begin from."""
        return {"items": [starter_answer(each) for each in services.starters.starters()]}

    @router.post("/api/design/apps", status_code=201, openapi_extra=PLANS)
    def make_app(body: NewAppBody, request: Request) -> Any:
        """Make an app, blank, from a starter or from a file, and put it to work."""
        wish = Wish(_label(body), body.languages, body.icon)
        principal = request.state.principal
        if body.workbook is not None:
            return from_file(wish, body.workbook, body.audience, principal)
        documents = _documents(services, body, wish)
        release = making.make(documents, body.audience, "", principal)
        if body.starter is not None and body.samples:
            services.starters.load_samples(body.starter, release.app, principal.user or "")
        return {"app": release.app, "release": release.number, "imports": []}

    def from_file(wish: Wish, body: FileBody, audience: Audience, principal: Principal) -> Any:
        """Make an app from a file and begin to import its rows."""
        user, plan = principal.user or "", body.plan()
        workbook = services.workbooks.open(body.id, user, body.header_rows())
        sheets = [look_at(each) for each in workbook.tables]
        issues = plan_issues(plan, sheets)
        if issues:
            raise Invalid([each.under("workbook") for each in issues])
        made = app_of(plan, sheets, wish, services.definitions.names(), services.ids.document_id)
        release = making.make(made.documents, audience, workbook.file, principal)
        ids = services.workbooks.bring_in(body.id, user, release.app, made.imports)
        imports = [{"sheet": table.sheet, "import": id} for table, id in zip(made.imports, ids, strict=True)]
        return {"app": release.app, "release": release.number, "imports": imports}

    return router


def _documents(services: Services, body: NewAppBody, wish: Wish) -> Documents:
    names, mint = services.definitions.names(), services.ids.document_id
    if body.starter is None:
        return blank_app(wish, names, mint)
    return app_from(starter_named(services.starters, body.starter), wish, names, mint)


def _label(body: NewAppBody) -> dict[str, str]:
    """Return the label without languages left empty; raise Invalid where nothing is left."""
    label: dict[str, str] = {language: text.strip() for language, text in body.label.items() if text.strip()}
    if not label:
        raise Invalid([Issue("app.label.missing", ("label",))])
    return label
