"""`/api/incidents`: what went wrong with flows, and mending it."""

from functools import partial
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict
from sqlalchemy import Connection, Row, func, select
from starlette.requests import Request
from starlette.responses import Response

from engine.kernel.errors import Invalid, NotFound
from runtime.flows.ending import How
from runtime.flows.mending import mend
from runtime.flows.words import words
from runtime.http.flows.showing import Item, Showing, instant
from runtime.server.answers import json_answer
from runtime.server.languages import language_of
from runtime.server.routes import declared
from runtime.server.services import Services
from runtime.storage.record_ids import is_record_id
from runtime.storage.system_tables_flows import sys_incident

ADMINISTER = declared("administer:flows")
_rows = sys_incident.c


class EditBody(BaseModel):
    """What the step is given instead, by name."""

    model_config = ConfigDict(extra="forbid")

    values: dict[str, Any]


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["incidents"])

    @router.get("/api/incidents", openapi_extra=ADMINISTER)
    async def list_incidents(
        request: Request,
        state: Annotated[Literal["open", "closed"], Query()] = "open",
        app: Annotated[str | None, Query(max_length=64)] = None,
        cursor: Annotated[str | None, Query(max_length=40)] = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> Response:
        """List incidents, the newest first."""
        of = [_rows.state == state]
        if app:
            of.append(_rows.app_id == services.apps.get(app).definition.app.id)
        before = [_rows.id < _cursor(cursor)] if cursor else []
        found = select(sys_incident).where(*of, *before).order_by(_rows.id.desc()).limit(limit + 1)
        with services.database.read() as connection:
            rows = list(connection.execute(found))
            counted = select(func.count()).select_from(sys_incident).where(_rows.state == "open")
            is_open = connection.execute(counted).scalar_one()
            showing = Showing(services, connection, language_of(request), request.state.principal)
            items = incident_items(showing, rows[:limit])
        more = rows[limit - 1].id if len(rows) > limit else None
        return json_answer({"items": items, "next_cursor": more, "open": is_open})

    @router.get("/api/incidents/{id}", openapi_extra=ADMINISTER)
    async def read_incident(request: Request, id: str) -> Response:
        """Return an incident with what the step was given."""
        return json_answer(_one(services, request, id))

    @router.post("/api/incidents/{id}:retry", openapi_extra=ADMINISTER)
    async def retry_incident(request: Request, id: str) -> Response:
        """Do the step again."""
        return json_answer(await _mend(services, request, id, "retry", {}))

    @router.post("/api/incidents/{id}:skip", openapi_extra=ADMINISTER)
    async def skip_incident(request: Request, id: str) -> Response:
        """Go on without the step."""
        return json_answer(await _mend(services, request, id, "skip", {}))

    @router.post("/api/incidents/{id}:edit", openapi_extra=ADMINISTER)
    async def edit_incident(request: Request, id: str, body: EditBody) -> Response:
        """Do the step again with other values."""
        values = (request.state.json or {}).get("values", {})
        return json_answer(await _mend(services, request, id, "edit", values))

    return router


def incident_items(showing: Showing, rows: list[Row[Any]]) -> list[Item]:
    """Return incidents of a list."""
    records = [(row.app_id, row.entity_id, row.record_id) for row in rows if row.record_id and row.entity_id]
    showing.know_records(records)
    return [
        {
            "id": row.id,
            "app": showing.app_name(row.app_id),
            "flow": showing.flow(row.app_id, row.flow_id) if row.flow_id else None,
            "node": showing.node(row.app_id, row.flow_id, row.node_id)
            if row.flow_id and row.node_id
            else None,
            "instance": row.instance_id,
            "record": showing.record(row.entity_id, row.record_id) if row.record_id else None,
            "entity": showing.entity_name(row.app_id, row.entity_id) if row.entity_id else None,
            "kind": row.kind,
            "code": row.code,
            "words": words(row.code, row.params),
            "params": row.params,
            "at": instant(row.at),
            "attempts": row.attempts,
            "state": row.state,
            "closed_at": instant(row.closed_at),
            "closed_how": row.closed_how,
        }
        for row in rows
    ]


def _find(connection: Connection, id: str) -> Row[Any]:
    row = connection.execute(select(sys_incident).where(_rows.id == id)).first() if is_record_id(id) else None
    if row is None:
        raise NotFound.of("flow.incident.unknown")
    return row


def _one(services: Services, request: Request, id: str) -> Item:
    with services.database.read() as connection:
        row = _find(connection, id)
        [item] = incident_items(
            Showing(services, connection, language_of(request), request.state.principal), [row]
        )
    return {**item, "given": (row.effect or {}).get("values")}


async def _mend(services: Services, request: Request, id: str, how: How, values: dict[str, Any]) -> Item:
    by, runtime = request.state.person.id, services.flows.runtime
    await services.write(partial(mend, runtime, incident=id, by=by, how=how, values=values))
    return _one(services, request, id)


def _cursor(text: str) -> str:
    if not is_record_id(text):
        raise Invalid.of("query.cursor.unreadable", ("cursor",))
    return text
