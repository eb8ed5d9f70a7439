"""`/api/apps/{app}/entities/{entity}/records`: plain handlers, because this is where the traffic is."""

from typing import Any

from fastapi import APIRouter

from runtime.http.records.reading import RecordReading
from runtime.http.records.writing import RecordWriting
from runtime.server.routes import BodyKind, HotRoute
from runtime.server.services import Services

RECORDS = "/api/apps/{app}/entities/{entity}/records"
RECORD = RECORDS + "/{id}"
COMPUTE = RECORDS + ":compute"
LARGE: BodyKind = "records"


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    reading, writing = RecordReading(services), RecordWriting(services)
    router = APIRouter()
    router.routes += [
        HotRoute("GET", RECORD, reading.read_record, policy="record:read", seeable=True, openapi=_READ),
        HotRoute("GET", RECORDS, reading.list_records, policy="record:read", seeable=True, openapi=_LIST),
        HotRoute(
            "GET",
            f"{RECORDS}:groups",
            reading.group_records,
            policy="record:read",
            seeable=True,
            openapi=_GROUPS,
        ),
        HotRoute("POST", RECORDS, writing.create_record, policy="record:create", body=LARGE, openapi=_WRITE),
        HotRoute("POST", COMPUTE, reading.compute_record, policy="record:read", body=LARGE, seeable=True),
        HotRoute("POST", f"{RECORDS}:bulk", writing.save_many, policy="record:update", body=LARGE),
        HotRoute("POST", f"{RECORD}:restore", writing.restore_record, policy="record:delete"),
        HotRoute("GET", f"{RECORD}/history", reading.read_history, policy="record:read", seeable=True),
        HotRoute("PATCH", RECORD, writing.change_record, policy="record:update", body=LARGE, openapi=_WRITE),
        HotRoute("DELETE", RECORD, writing.delete_record, policy="record:delete"),
    ]
    return router


def _parameter(name: str, words: str, kind: str = "string") -> dict[str, Any]:
    return {"name": name, "in": "query", "description": words, "schema": {"type": kind}}


_WRITE = {
    "x-record": "both",
    "parameters": [
        _parameter("expand", "links to expand, or *"),
        _parameter("form", "name of the form it was entered in, whose rules it must keep"),
    ],
}
_READ = {"x-record": "answered", "parameters": [_parameter("expand", "links to expand, or *")]}
_LIST = {
    "parameters": [
        _parameter("filter", "an expression"),
        _parameter("conditions", "a JSON list of {field, operator, value}"),
        _parameter("search", "words to find"),
        _parameter("sort", "field names, - for descending"),
        _parameter("fields", "field names"),
        _parameter("expand", "links to expand, or *"),
        _parameter("limit", "at most 500", "integer"),
        _parameter("cursor", "next_cursor of the page before"),
        _parameter("count", "none or exact"),
        _parameter("trash", "true for deleted records", "boolean"),
        _parameter("marks", "a JSON list of expressions; the answer tells of which records each is true"),
    ]
}
_GROUPS = {
    "parameters": [
        _parameter("by", "the field whose values make the groups"),
        _parameter("grain", "for dates: year, quarter, month, week or day"),
        _parameter("sums", "names of fields added up"),
        *(each for each in _LIST["parameters"] if each["name"] in ("filter", "conditions", "search")),
    ]
}
