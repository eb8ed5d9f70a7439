"""`…/entities/{entity}/imports`, `/api/imports/{id}` and `…/records:export`."""

from collections.abc import Callable

from fastapi import APIRouter

from runtime.http.records.endpoints import RECORDS
from runtime.http.transfer.bringing import Bringing
from runtime.http.transfer.bringing_in import BringingIn
from runtime.http.transfer.exporting import Exporting
from runtime.http.transfer.importing import Importing
from runtime.http.transfer.service import ImportService
from runtime.server.routes import HotRoute
from runtime.server.services import Services
from runtime.transfer.jobs import Jobs

ENTITY = "/api/apps/{app}/entities/{entity}"
IMPORT = "/api/imports/{id}"
Begin = Callable[[Callable[[], None]], None]


def create_router(services: Services, begin: Begin | None = None) -> APIRouter:
    """Return the routes; `begin` sets work going, on a thread of its own unless said otherwise."""
    imports = ImportService(services, Jobs(begin))
    importing, bringing = Importing(services, imports), Bringing(services, imports)
    services.workbooks.import_by(BringingIn(services, imports, begin))
    router = APIRouter()
    router.routes += [
        HotRoute("POST", "/api/workbooks", bringing.take_in, policy="administer:apps", body="stream"),
        HotRoute("GET", f"{RECORDS}:export", Exporting(services).export, policy="record:export"),
        HotRoute("POST", f"{ENTITY}/imports", importing.begin, policy="record:import", body="stream"),
        HotRoute("POST", f"{IMPORT}:check", importing.check, policy="session"),
        HotRoute("POST", f"{IMPORT}:run", importing.run, policy="session"),
        HotRoute("POST", f"{IMPORT}:cancel", importing.cancel, policy="session"),
        HotRoute("GET", f"{IMPORT}/report", importing.report, policy="session"),
        HotRoute("GET", IMPORT, importing.show, policy="session"),
        HotRoute("PATCH", IMPORT, importing.change, policy="session"),
    ]
    return router
