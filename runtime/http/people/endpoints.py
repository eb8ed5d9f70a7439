"""`/api/people`, `/api/roles`, `/api/apps/{app}/people`."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from runtime.http.people import service
from runtime.http.people.choosable import MOST, choosable_people, people_named, sees_people
from runtime.http.people.schemas import (
    NewPersonBody,
    PeopleAnswer,
    PersonAnswer,
    PersonChangesBody,
    RolesAnswer,
)
from runtime.server.answers import json_answer
from runtime.server.routes import declared
from runtime.server.services import Services
from runtime.storage.record_ids import is_record_id

ADMINISTER_PEOPLE = declared("administer:people")


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["people"])

    @router.get("/api/people", response_model=PeopleAnswer, openapi_extra=ADMINISTER_PEOPLE)
    async def list_people() -> Response:
        """List everybody."""
        return json_answer(service.everybody(services).model_dump())

    @router.get("/api/people/choosable", openapi_extra=declared("administer:apps"))
    async def find_users(search: Annotated[str, Query(max_length=100)] = "") -> Response:
        """Find active people who may be let use a new app."""
        with services.database.read() as connection:
            return json_answer({"items": choosable_people(connection, search.strip(), MOST)})

    @router.post("/api/people", status_code=201, response_model=PersonAnswer, openapi_extra=ADMINISTER_PEOPLE)
    async def add_person(request: Request, body: NewPersonBody) -> Response:
        """Add somebody."""
        person = await service.add(services, body, request.state.person.id)
        return json_answer(person.model_dump(), 201)

    @router.patch("/api/people/{id}", response_model=PersonAnswer, openapi_extra=ADMINISTER_PEOPLE)
    async def change_person(request: Request, id: str, body: PersonChangesBody) -> Response:
        """Change a person, their password or their roles."""
        person = await service.change(services, id, body, request.state.person.id)
        return json_answer(person.model_dump())

    @router.get("/api/roles", response_model=RolesAnswer, openapi_extra=ADMINISTER_PEOPLE)
    async def list_roles() -> Response:
        """List the roles of all installed apps."""
        return json_answer(service.all_roles(services).model_dump())

    @router.get("/api/apps/{app}/people", openapi_extra=declared("session", seeable=True))
    async def find_people(
        request: Request,
        app: str,
        search: Annotated[str, Query(max_length=100)] = "",
        limit: Annotated[int, Query(ge=1, le=MOST)] = 20,
        ids: Annotated[str, Query(max_length=MOST * 37)] = "",
    ) -> Response:
        """Find people who may be chosen in a person field, or name those with certain ids."""
        definition = services.apps.get(app).definition
        if not sees_people(definition, request.state.principal):
            return json_answer({"items": []})
        with services.database.read() as connection:
            if ids:
                known = [id for id in ids.split(",") if is_record_id(id)]
                return json_answer({"items": people_named(connection, known)})
            return json_answer({"items": choosable_people(connection, search.strip(), limit)})

    return router
