"""Runs of flows: of a record, by a button, one run, and ending or hurrying it."""

from functools import partial
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection, select
from starlette.requests import Request
from starlette.responses import Response

from engine.access.principal import Principal
from engine.kernel.errors import DomainError, Forbidden, NotFound
from runtime.flows.buttons import Pressing, buttons, press, shown_button
from runtime.flows.deciding import require_scope
from runtime.flows.ending import cancel, remind, withdraw
from runtime.flows.starting import Published
from runtime.http.flows.forecast import forecast
from runtime.http.flows.run_items import run_items
from runtime.http.flows.runs import find_visible, run_answer
from runtime.http.flows.showing import Item, Showing
from runtime.http.records.asking import asked_about
from runtime.http.records.bodies import compute_body, id_sent
from runtime.http.records.endpoints import RECORD, RECORDS
from runtime.server.answers import json_answer
from runtime.server.apps import InstalledApp
from runtime.server.authority import administered
from runtime.server.languages import language_of
from runtime.server.routes import HotRoute, declared
from runtime.server.services import Services
from runtime.storage.system_tables_flows import sys_flow_instance

INSTANCES = "/api/apps/{app}/flows/{flow}/instances"
MOST = 50
_runs = sys_flow_instance.c


class StartBody(BaseModel):
    """The record a flow is started on."""

    model_config = ConfigDict(extra="forbid")

    record: str = Field(max_length=40)


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["flows"])
    of_records = FlowsOfRecords(services)
    runs = Runs(services)

    @router.post(INSTANCES, status_code=201, openapi_extra=declared("session"))
    async def start_flow(request: Request, app: str, flow: str, body: StartBody) -> Response:
        """Start a flow by its button on a record."""
        id = await runs.start(request, services.apps.get(app), flow, body.record)
        return json_answer({"instance": id}, 201)

    @router.get(INSTANCES + "/{id}", openapi_extra=declared("session"))
    async def read_instance(request: Request, app: str, flow: str, id: str) -> Response:
        """Return a run: where it stands and why."""
        return json_answer(runs.read(request, services.apps.get(app), id))

    @router.post(INSTANCES + "/{id}:withdraw", openapi_extra=declared("session"))
    async def withdraw_instance(request: Request, app: str, flow: str, id: str) -> Response:
        """Take a run back, as who submitted."""
        return json_answer(await runs.end(request, services.apps.get(app), id, "withdraw"))

    @router.post(INSTANCES + "/{id}:cancel", openapi_extra=declared("session"))
    async def cancel_instance(request: Request, app: str, flow: str, id: str) -> Response:
        """End a run, as an administrator of flows."""
        return json_answer(await runs.end(request, services.apps.get(app), id, "cancel"))

    @router.post(INSTANCES + "/{id}:remind", openapi_extra=declared("session"))
    async def remind_instance(request: Request, app: str, flow: str, id: str) -> Response:
        """Tell whom a run waits for once more."""
        return json_answer(await runs.end(request, services.apps.get(app), id, "remind"))

    router.routes += [
        HotRoute("GET", f"{RECORD}/flows", of_records.list_flows, policy="record:read", seeable=True),
        HotRoute("POST", f"{RECORDS}:forecast", of_records.forecast, policy="record:read", body="records"),
    ]
    return router


class FlowsOfRecords:
    """What flows do and would do with a record."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def list_flows(self, request: Request) -> Response:
        """Return the runs on a record, and the buttons that start more."""
        id = request.path_params["id"]
        about = asked_about(self._services, request, id)
        about.repository.get_json(about.entity.id, id)
        found = select(sys_flow_instance).where(_runs.record_id == id, _runs.entity_id == about.entity.id)
        published = Published(about.installed.definition, about.installed.release)
        with self._services.database.read() as connection:
            showing = Showing(self._services, connection, language_of(request), request.state.principal)
            rows = list(connection.execute(found.order_by(_runs.started_at.desc()).limit(MOST)))
            viewer = about.repository.viewer
            pressing = Pressing(self._services.flows, connection, published, viewer)
            offered = [shown_button(flow) for flow in buttons(pressing, about.entity.id, id)]
            return json_answer({"items": run_items(showing, rows), "buttons": offered})

    async def forecast(self, request: Request) -> Response:
        """Tell who will be asked when this is saved; stores nothing."""
        about = asked_about(self._services, request, id_sent(request.state.json))
        values, id = compute_body(request.state.json)
        with self._services.database.read() as connection:
            showing = Showing(self._services, connection, language_of(request), request.state.principal)
            return json_answer({"flows": forecast(showing, about, values, id)})


class Runs:
    """One run at a time."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def read(self, request: Request, installed: InstalledApp, id: str) -> Item:
        """Return a run as somebody may see it."""
        principal, is_administrator = request.state.principal, self._administers(request)
        with self._services.database.read() as connection:
            showing = Showing(self._services, connection, language_of(request), request.state.principal)
            row = find_visible(showing, principal, installed, id, is_administrator=is_administrator)
            return run_answer(showing, row, principal, is_administrator=is_administrator)

    async def start(self, request: Request, installed: InstalledApp, flow: str, record: str) -> str:
        """Start a flow on a record its starter may read."""
        principal: Principal = request.state.principal
        entity = next(
            (each.trigger.entity for each in installed.definition.flows.values() if each.name == flow), None
        )
        if entity is None:
            raise NotFound.of("flow.unknown")
        repository = self._services.repository(installed, principal, request.state.request_id)
        try:
            repository.get(entity, record)
        except DomainError as refusal:
            raise NotFound.of("flow.unknown") from refusal
        require_scope(principal, installed.definition.app.id, entity)
        published = Published(installed.definition, installed.release)
        viewer, flows = repository.viewer, self._services.flows

        def work(connection: Connection) -> str:
            return press(Pressing(flows, connection, published, viewer), flow, record)

        return await self._services.write(work)

    async def end(self, request: Request, installed: InstalledApp, id: str, how: str) -> Item:
        """Withdraw, cancel or hurry a run that somebody may see."""
        is_administrator, by = self._administers(request), request.state.person.id
        self.read(request, installed, id)
        require_scope(request.state.principal, installed.definition.app.id, "")
        if how == "cancel" and not is_administrator:
            raise Forbidden.of("access.administer.denied", (), part="flows")
        runtime = self._services.flows.runtime
        works: dict[str, Any] = {
            "withdraw": partial(withdraw, runtime, instance=id, by=by),
            "cancel": partial(cancel, runtime, instance=id, by=by),
            "remind": partial(remind, runtime, instance=id, by=by, is_administrator=is_administrator),
        }
        await self._services.write(works[how])
        return self.read(request, installed, id)

    def _administers(self, request: Request) -> bool:
        return "flows" in administered(request.state.principal, self._services.apps)
