"""Puts the descriptions together: FastAPI's part for its own routes, ours for record routes and entities."""

import inspect
import re
from collections.abc import Iterable, Iterator
from typing import Any

from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from engine.access.visible import VisibleDocuments
from runtime.http.openapi.fields import INSTANT, REFERENCE, Raw, Schema, object_schema
from runtime.server.routes import HotRoute

_PLACE = re.compile(r"\{(\w+)(:\w+)?\}")
_PROBLEM: Schema = {
    "description": "a refusal, as problem details (RFC 9457)",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
_ISSUE: Schema = {
    "type": "object",
    "properties": {
        "code": {"type": "string"},
        "pointer": {"type": "string"},
        "params": {"type": "object"},
        "severity": {"enum": ["error", "warning"]},
        "message": {"type": "string"},
    },
}
_PROBLEM_SCHEMA: Schema = {
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "request": {"type": "string"},
        "issues": {"type": "array", "items": _ISSUE},
    },
}
_SECURITY: Schema = {
    "session": {"type": "apiKey", "in": "cookie", "name": "sid"},
    "token": {"type": "http", "scheme": "bearer"},
}
_SYSTEM: Schema = {
    "id": {"type": "string", "format": "uuid", "readOnly": True},
    "version": {"type": "integer", "readOnly": True},
    "created_at": {**INSTANT, "readOnly": True},
    "created_by": REFERENCE,
    "modified_at": {**INSTANT, "readOnly": True},
    "modified_by": REFERENCE,
}


def describe_api(routes: Iterable[BaseRoute]) -> dict[str, Any]:
    """Describe every route of the server."""
    routes = [route for route in routes if getattr(route, "path", "").startswith("/api/")]
    described = get_openapi(
        title="Tongdao",
        version="1",
        routes=[route for route in routes if isinstance(route, APIRoute)],
    )
    for route in routes:
        if isinstance(route, HotRoute) and not route.path.endswith(":path}"):
            for method, operation in _operations(route):
                path = _PLACE.sub(r"{\1}", route.path)
                described["paths"].setdefault(path, {})[method] = operation
    _add_common(described)
    return described


def describe_app(app: Raw, api: Raw, visible: VisibleDocuments) -> dict[str, Any]:
    """Describe the record routes of one app, an entity at a time, as a principal may know them."""
    prefix = "/api/apps/{app}/entities/{entity}"
    records = {path: item for path, item in api["paths"].items() if path.startswith(prefix)}
    described: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": _words(app["label"]), "version": app["version"]},
        "paths": {},
    }
    _add_common(described)
    for entity in visible.entities:
        name = entity["name"]
        described["components"]["schemas"][name] = _record_schema(entity)
        for path, item in records.items():
            own = path.replace("{app}", app["name"]).replace("{entity}", name)
            described["paths"][own] = {method: _for(operation, name) for method, operation in item.items()}
    return described


def _operations(route: HotRoute) -> Iterator[tuple[str, Schema]]:
    parameters = [
        {"name": found[0], "in": "path", "required": True, "schema": {"type": "string"}}
        for found in _PLACE.findall(route.path)
    ]
    for method in sorted((route.methods or set()) - {"HEAD"}):
        words = inspect.getdoc(route.endpoint) or ""
        yield (
            method.lower(),
            {
                "summary": words.partition("\n")[0],
                "operationId": f"{route.name}_{method.lower()}",
                "parameters": parameters + list(route.openapi_extra.get("parameters", ())),
                "responses": {"200": {"description": "the answer"}},
                **{key: value for key, value in route.openapi_extra.items() if key != "parameters"},
            },
        )


def _add_common(described: dict[str, Any]) -> None:
    components = described.setdefault("components", {})
    components.setdefault("schemas", {})["Problem"] = _PROBLEM_SCHEMA
    components["securitySchemes"] = _SECURITY
    described["security"] = [{"session": []}, {"token": []}]
    for item in described["paths"].values():
        for operation in item.values():
            operation["responses"]["default"] = _PROBLEM


def _record_schema(entity: Raw) -> Schema:
    schema = object_schema(entity["fields"])
    schema["title"] = _words(entity["label"])
    schema["properties"] = {**_SYSTEM, **schema["properties"]}
    return schema


def _for(operation: Raw, entity: str) -> Schema:
    """Return a record operation for one entity: its own id, parameters and schema."""
    own = [each for each in operation["parameters"] if each["name"] not in ("app", "entity")]
    described: Schema = {**operation, "parameters": own, "tags": [entity]}
    described["operationId"] = f"{operation['operationId']}_{entity}"
    reference = {"application/json": {"schema": {"$ref": f"#/components/schemas/{entity}"}}}
    if operation.get("x-record") in ("sent", "both"):
        described["requestBody"] = {"content": reference}
    if operation.get("x-record") in ("answered", "both"):
        answer = {"description": "the record", "content": reference}
        described["responses"] = {**operation["responses"], "200": answer}
    return described


def _words(label: Raw) -> str:
    return str(label.get("en") or next(iter(label.values())))
