"""`/api/tasks`: lists of tasks, one task, and decisions."""

from functools import partial
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from sqlalchemy import Connection, Row
from starlette.requests import Request
from starlette.responses import Response

from engine.access.principal import Principal
from engine.kernel.errors import NotFound
from runtime.failpoints import failpoint
from runtime.flows.deciding import Decision, decide, find_task, get_task, require_scope
from runtime.flows.granting import with_tasks
from runtime.flows.instances import find_run
from runtime.flows.stepping import planned
from runtime.http.definition.service import granted_documents
from runtime.http.flows.showing import Item, Showing
from runtime.http.flows.task_items import summed_up, task_particulars
from runtime.http.tasks.lists import counts, list_done, list_started, list_todo
from runtime.http.tasks.schemas import DecisionBody
from runtime.server.answers import json_answer
from runtime.server.languages import language_of
from runtime.server.routes import declared
from runtime.server.services import Services

_LISTS = {"todo": list_todo, "done": list_done, "started": list_started}


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["tasks"])

    @router.get("/api/tasks", openapi_extra=declared("session"))
    async def list_tasks(
        request: Request,
        box: Annotated[Literal["todo", "done", "started"], Query()] = "todo",
        app: Annotated[str | None, Query(max_length=64)] = None,
        cursor: Annotated[str | None, Query(max_length=200)] = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> Response:
        """List what waits for the caller, what they decided, or what they started."""
        person = request.state.person.id
        app_id = services.apps.get(app).definition.app.id if app else None
        require_scope(request.state.principal, app_id or "", "", "read")
        with services.database.read() as connection:
            showing = Showing(services, connection, language_of(request), request.state.principal)
            answer = _LISTS[box](showing, request.state.principal, app_id, cursor, limit)
            return json_answer({**answer, "counts": counts(connection, person)})

    @router.get("/api/tasks/{id}", openapi_extra=declared("session"))
    async def read_task(request: Request, id: str) -> Response:
        """Return a task with what may be done with it."""
        with services.database.read() as connection:
            showing = Showing(services, connection, language_of(request), request.state.principal)
            principal = request.state.principal
            row = find_task(connection, id, principal)
            require_scope(principal, row.app_id, row.entity_id, "read")
            return json_answer(_one(showing, principal, row))

    @router.post("/api/tasks/{id}/decisions", openapi_extra=declared("session", "records"))
    async def decide_task(request: Request, id: str, body: DecisionBody) -> Response:
        """Do something with a task; refused with who did what and when where somebody was faster."""
        given = body.model_dump(exclude={"values"})
        values = (request.state.json or {}).get("values") or {}
        decision = Decision(task=id, values=values, **given)
        principal = request.state.principal
        await services.write(partial(_decide, services, principal, decision))
        failpoint("after_commit_before_ack")
        with services.database.read() as connection:
            showing = Showing(services, connection, language_of(request), principal)
            return json_answer(_one(showing, principal, get_task(connection, id)))

    return router


def _decide(services: Services, principal: Principal, decision: Decision, connection: Connection) -> None:
    decide(services.flows.runtime, connection, principal, decision)


def _one(showing: Showing, reader: Principal, row: Row[Any]) -> Item:
    [item] = summed_up(showing, reader, [row])
    run = find_run(showing.connection, row.instance_id)
    app = showing.app(row.app_id)
    former = showing.services.apps.former(row.app_id, run.instance.release) if run else None
    if run is None or app is None or former is None:
        raise NotFound.of("flow.task.unknown")
    task: Any = next(each for each in run.instance.tasks if each.number == row.number)
    plan = planned(former, row.flow_id)
    granted = with_tasks(
        showing.connection, showing.services.apps, app.definition, reader, (row.entity_id, row.record_id)
    )
    return {
        **item,
        **task_particulars(former, app.definition, plan, run.instance, task),
        "documents": granted_documents(app.definition, granted),
    }
