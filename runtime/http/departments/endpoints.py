"""`/api/departments`: who belongs where, and who heads it."""

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, StringConstraints
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from runtime.http.people.schemas import NameBody
from runtime.identity.departments import Department, add_department, change_department, list_departments
from runtime.identity.trail import Event, tell
from runtime.server.answers import json_answer
from runtime.server.routes import declared
from runtime.server.services import Services

ADMINISTER = declared("administer:people")
TABLE = "sys_department"
Id = Annotated[str, StringConstraints(max_length=40)]


class NewDepartmentBody(BaseModel):
    """A department to be added."""

    model_config = ConfigDict(extra="forbid")

    name: NameBody
    parent: Id | None = None
    head: Id | None = None


class DepartmentChangesBody(BaseModel):
    """What shall be different; what is not named stays."""

    model_config = ConfigDict(extra="forbid")

    name: NameBody | None = None
    parent: Id | None = None
    head: Id | None = None


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["people"])

    @router.get("/api/departments", openapi_extra=ADMINISTER)
    async def all_departments() -> Response:
        """List all departments."""
        with services.database.read() as connection:
            return json_answer({"items": [department_object(each) for each in list_departments(connection)]})

    @router.post("/api/departments", status_code=201, openapi_extra=ADMINISTER)
    async def new_department(request: Request, body: NewDepartmentBody) -> Response:
        """Add a department."""
        work = partial(_add, services, body.model_dump(), request.state.person.id)
        return json_answer(department_object(await services.write(work)), 201)

    @router.patch("/api/departments/{id}", openapi_extra=ADMINISTER)
    async def edit_department(request: Request, id: str, body: DepartmentChangesBody) -> Response:
        """Change a department."""
        given = body.model_dump(exclude_unset=True)
        if given.get("name", ()) is None:
            del given["name"]
        work = partial(_change, services, id, given, request.state.person.id)
        return json_answer(department_object(await services.write(work)))

    return router


def department_object(department: Department) -> dict[str, Any]:
    """Return a department as it is sent."""
    return {
        "id": department.id,
        "name": dict(department.name),
        "parent": department.parent,
        "head": department.head,
        "version": department.version,
    }


def _add(services: Services, values: dict[str, Any], by: str, connection: Connection) -> Department:
    made = add_department(connection, values, services.clock, services.ids)
    changes = {name: [None, value] for name, value in values.items()}
    tell(services.change_log, connection, services.clock.now(), Event("create", TABLE, made.id, by, changes))
    return made


def _change(
    services: Services, id: str, values: dict[str, Any], by: str, connection: Connection
) -> Department:
    changed = change_department(connection, id, values, services.clock)
    changes = {name: [None, value] for name, value in values.items()}
    tell(services.change_log, connection, services.clock.now(), Event("update", TABLE, id, by, changes))
    return changed
