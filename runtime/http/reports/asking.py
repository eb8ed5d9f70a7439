"""Who asks what of which app: the beginning of every report endpoint."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from starlette.requests import Request

from engine.access.principal import Principal
from engine.kernel.errors import Forbidden, Invalid, NotFound
from engine.kernel.issue import Issue
from engine.metadata.load import check_query
from engine.metadata.model import Query
from engine.metadata.structure import build
from engine.reports.may_ask import may_ask
from engine.text.catalog import LOCALES
from runtime.reports.drill import Cell
from runtime.reports.reporting import Reporting
from runtime.server.apps import InstalledApp
from runtime.server.languages import language_of
from runtime.server.services import Services

PAGE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request about figures is about."""

    installed: InstalledApp
    principal: Principal
    reporting: Reporting
    body: Mapping[str, Any]
    query: Query
    language: str


def asked(services: Services, request: Request, *known: str) -> Asked:
    """Return what a request asks; refused where the query is no query, or not theirs to ask."""
    installed, principal = require_known(services, request), request.state.principal
    body = _body(request.state.json, ("query", "language", *known))
    query = read_query(body.get("query"))
    if not may_ask(installed.definition, principal, query):
        raise Forbidden.of("report.query.denied")
    reporting = Reporting(services.store, installed.definition, principal)
    language = body.get("language")
    return Asked(
        installed,
        principal,
        reporting,
        body,
        query,
        language if language in LOCALES else language_of(request),
    )


def require_known(services: Services, request: Request) -> InstalledApp:
    """Return the app of a request; one in which somebody has no role looks absent."""
    installed = services.apps.get(request.path_params["app"])
    request.scope["state"]["release"] = installed.release
    if request.state.principal.roles.isdisjoint(installed.definition.roles):
        raise NotFound.of("app.unknown", (), name=installed.name)
    return installed


def read_query(raw: object) -> Query:
    """Return a query that its schema accepts."""
    issues = check_query(raw)
    if issues:
        raise Invalid(issue.under("query") for issue in issues)
    return cast(Query, build(Query, cast(Mapping[str, Any], raw)))


def _body(raw: object, known: tuple[str, ...]) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise Invalid.of("request.value.wrong", (), name="", kind="object")
    unknown = [Issue("request.value.unknown", (key,), {"name": key}) for key in raw if key not in known]
    if unknown:
        raise Invalid(unknown)
    return raw


def text_of(body: Mapping[str, Any], name: str, default: str | None = None) -> str:
    """Return a text of a body."""
    value = body.get(name, default)
    if not isinstance(value, str):
        raise Invalid.of("request.value.wrong", (name,), name=name, kind="string")
    return value


def cell_of(body: Mapping[str, Any]) -> Cell:
    """Return the cell that is looked into."""
    members, limit, cursor = body.get("cell", {}), body.get("limit", PAGE), body.get("cursor")
    if not isinstance(members, Mapping):
        raise Invalid.of("request.value.wrong", ("cell",), name="cell", kind="object")
    if not isinstance(limit, int) or isinstance(limit, bool):
        raise Invalid.of("request.value.wrong", ("limit",), name="limit", kind="integer")
    if cursor is not None and not isinstance(cursor, str):
        raise Invalid.of("request.value.wrong", ("cursor",), name="cursor", kind="string")
    return Cell(text_of(body, "measure"), members, limit, cursor)
