"""Endpoints that read records. Short statements run in the loop; long ones beside it, with a deadline."""

from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from engine.kernel.errors import NotFound
from engine.query.record_query import RecordQuery
from runtime.http.records.asking import asked, asked_about
from runtime.http.records.bodies import compute_body, id_sent
from runtime.http.records.parameters import GROUPING, read_expand, read_grouping, read_query
from runtime.http.records.versions import etag
from runtime.server.answers import json_answer
from runtime.server.languages import language_of
from runtime.server.problems import issue_object
from runtime.server.services import Services


class RecordReading:
    """Reading over HTTP."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def list_records(self, request: Request) -> Response:
        """List records, a page at a time."""
        about = asked(self._services, request)
        query = read_query(request.query_params)
        find = partial(about.repository.find_json, about.entity.id, query)
        page = find() if _is_short(query) else await self._services.beside.run(find)
        answer = {"items": page.items, "next_cursor": page.next_cursor, "release": about.installed.release}
        if page.total is not None:
            answer["total"] = page.total
        return json_answer({**answer, "marked": page.marked} if query.marks else answer)

    async def group_records(self, request: Request) -> Response:
        """Tell how the records of a list fall into groups."""
        about = asked(self._services, request)
        query = read_query(request.query_params, GROUPING)
        grouping = read_grouping(request.query_params)
        find = partial(about.repository.group_json, about.entity.id, query, grouping)
        found = await self._services.beside.run(find)
        counts = {"groups": found.groups, "total": found.total}
        return json_answer({"items": found.items, **counts, "release": about.installed.release})

    async def read_record(self, request: Request) -> Response:
        """Return one record with its detail lines; one in the trash only where that is asked for."""
        about = asked_about(self._services, request, request.path_params["id"])
        expanded = read_expand(request.query_params.get("expand", ""))
        item = about.repository.get_json(about.entity.id, request.path_params["id"], expanded)
        if item["deleted_at"] is not None and request.query_params.get("trash") != "true":
            raise NotFound.of("record.absent")
        return json_answer(item, headers={"ETag": etag(item["version"])})

    async def read_history(self, request: Request) -> Response:
        """Tell what happened to a record, newest first."""
        about = asked_about(self._services, request, request.path_params["id"])
        cursor = request.query_params.get("cursor")
        page = about.repository.history(about.entity.id, request.path_params["id"], cursor)
        return json_answer({"items": page.items, "next_cursor": page.next_cursor})

    async def compute_record(self, request: Request) -> Response:
        """Tell what saving would give; stores nothing."""
        about = asked_about(self._services, request, id_sent(request.state.json))
        values, id = compute_body(request.state.json)
        expanded = read_expand(request.query_params.get("expand", ""))
        compute = partial(about.repository.compute, about.entity.id, values, id, expanded)
        computed = await self._services.beside.run(compute)
        locale = language_of(request)
        issues = [issue_object(issue, locale) for issue in computed.issues]
        return json_answer({"values": computed.values, "issues": issues})


def _is_short(query: RecordQuery) -> bool:
    """Tell whether an index serves a query, so that it is over before another thread had begun it."""
    return query.count == "none" and not (
        query.search or query.filter or query.conditions or query.sort or query.marks
    )
