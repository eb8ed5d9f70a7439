"""Endpoints that write records: one unit of work each, answered from inside it, once per idempotency key."""

from collections.abc import Callable
from functools import partial
from typing import Any

import orjson
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from engine.forms.writing import Through, through_form
from engine.kernel.errors import Conflict, Invalid
from engine.query.record_query import Expand
from runtime.files.accepting import check_files
from runtime.http.records.asking import Asked, asked
from runtime.http.records.bodies import BulkBody, Values, bulk_body, record_body
from runtime.http.records.idempotency import idempotency_of
from runtime.http.records.parameters import read_expand
from runtime.http.records.versions import etag, required_version
from runtime.server.answers import MEDIA_TYPE, plain
from runtime.server.languages import language_of
from runtime.server.problems import issue_object
from runtime.server.refusals import Stale
from runtime.server.services import Services
from runtime.storage.bulk import RowResult
from runtime.storage.idempotency import Answer, once
from runtime.storage.repository import RecordsInUnit
from runtime.storage.unit import Written

STALE = "record.version.stale"

Work = Callable[[RecordsInUnit], Answer]


class RecordWriting:
    """Writing over HTTP."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def create_record(self, request: Request) -> Response:
        """Store a new record."""
        about, values = asked(self._services, request), record_body(request.state.json)
        expanded, through = _expanded(request), _through(about, request)

        def work(records: RecordsInUnit) -> Answer:
            _require_acceptable_files(records, about, values)
            written = records.create(about.entity.id, values, through=through)
            return _record_answer(records, about, written, 201, expanded)

        return await self._write(request, about, work)

    async def change_record(self, request: Request) -> Response:
        """Change a record that still has the version in `If-Match`."""
        about, values = asked(self._services, request), record_body(request.state.json)
        id, version, expanded = request.path_params["id"], required_version(request), _expanded(request)
        through = _through(about, request)

        def work(records: RecordsInUnit) -> Answer:
            _require_acceptable_files(records, about, values)
            written = records.update(about.entity.id, id, values, version, through=through)
            return _record_answer(records, about, written, 200, expanded)

        return await self._change(request, about, work)

    async def delete_record(self, request: Request) -> Response:
        """Put a record into the trash; `permanently=true` takes it out of the trash and the database."""
        about, id = asked(self._services, request), request.path_params["id"]
        if request.query_params.get("permanently") == "true":
            return await self._write(request, about, partial(_purge, about, id))
        version = required_version(request)
        return await self._change(request, about, partial(_delete, about, id, version))

    async def restore_record(self, request: Request) -> Response:
        """Take a record out of the trash."""
        about, id, expanded = asked(self._services, request), request.path_params["id"], _expanded(request)

        def work(records: RecordsInUnit) -> Answer:
            written = records.restore(about.entity.id, id)
            return _record_answer(records, about, written, 200, expanded)

        return await self._write(request, about, work)

    async def save_many(self, request: Request) -> Response:
        """Create, update or upsert many records at once."""
        about, body = asked(self._services, request), bulk_body(request.state.json)
        locale = language_of(request)
        return await self._write(request, about, partial(_bulk, about, body, locale))

    async def _write(self, request: Request, about: Asked, work: Work) -> Response:
        idempotency = idempotency_of(request, await request.body())

        def run(connection: Connection) -> Answer:
            records = about.repository.within(connection)
            if idempotency is None:
                return work(records)
            now, principal = self._services.clock.now(), about.principal.id
            key, fingerprint = idempotency.key, idempotency.fingerprint
            return once(connection, principal, key, fingerprint, now, lambda _: work(records))

        answer = await self._services.write(run)
        return Response(answer.body, answer.status, dict(answer.headers), MEDIA_TYPE)

    async def _change(self, request: Request, about: Asked, work: Work) -> Response:
        """Write for a version; a stale one is refused with the record as it is now."""
        try:
            return await self._write(request, about, work)
        except Conflict as refusal:
            if all(issue.code != STALE for issue in refusal.issues):
                raise
            id = request.path_params["id"]
            current = about.repository.get_json(about.entity.id, id, _expanded(request))
            raise Stale(refusal.issues, current) from refusal


def _expanded(request: Request) -> tuple[Expand, ...]:
    return read_expand(request.query_params.get("expand", ""))


def _through(about: Asked, request: Request) -> Through | None:
    return through_form(about.installed.definition, about.entity.id, request.query_params.get("form"))


def _require_acceptable_files(records: RecordsInUnit, about: Asked, values: Values) -> None:
    issues = check_files(records.unit.connection, about.entity, values)
    if issues:
        raise Invalid(issues)


def _record_answer(
    records: RecordsInUnit, about: Asked, written: Written, status: int, expanded: tuple[Expand, ...]
) -> Answer:
    """Answer with the record as written, or with its id alone where its writer may not read it."""
    item = records.get_json(about.entity.id, written.id, expanded)
    body = orjson.dumps(item or {"id": written.id, "version": written.version}, default=plain)
    return Answer(status, {"ETag": etag(written.version)}, body)


def _delete(about: Asked, id: str, version: int, records: RecordsInUnit) -> Answer:
    written = records.delete(about.entity.id, id, version)
    return Answer(200, {"ETag": etag(written.version)}, orjson.dumps({"id": id, "version": written.version}))


def _purge(about: Asked, id: str, records: RecordsInUnit) -> Answer:
    records.purge(about.entity.id, id)
    return Answer(204, {}, b"")


def _bulk(about: Asked, body: BulkBody, locale: str, records: RecordsInUnit) -> Answer:
    for row in body.rows:
        _require_acceptable_files(records, about, row)
    results = records.bulk(about.entity.id, body.mode, body.key, body.rows, partial=body.partial)
    saved = sum(result.id is not None for result in results)
    answer = {
        "results": [_row_object(result, locale) for result in results],
        "saved": saved,
        "failed": len(results) - saved,
    }
    return Answer(200, {}, orjson.dumps(answer))


def _row_object(result: RowResult, locale: str) -> dict[str, Any]:
    row: dict[str, Any] = {"index": result.index}
    if result.id is not None:
        row |= {"id": result.id, "version": result.version}
    if result.issues:
        row["issues"] = [issue_object(issue, locale) for issue in result.issues]
    return row
