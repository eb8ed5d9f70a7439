"""The endpoint that takes a list out as a file."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import anyio.to_thread
from sqlalchemy import select
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.kernel.errors import Forbidden, Invalid
from engine.kernel.issue import Issue
from engine.metadata.model import Field
from engine.query.record_query import RecordQuery
from runtime.http.records.asking import Asked, asked
from runtime.http.records.parameters import read_query
from runtime.server.languages import language_of
from runtime.server.services import Services
from runtime.storage.system_tables import sys_user
from runtime.transfer.exporting import FORMATS, Export, Format, write_export
from runtime.transfer.titles import Titles

_OWN = frozenset({"format", "headers"})
_TYPES = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv"}
_LANGUAGES = {"zh-CN": "zh", "en": "en"}


class Exporting:
    """Exporting over HTTP."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def export(self, request: Request) -> Response:
        """Write the records a list shows into a file."""
        about = asked(self._services, request)
        query = read_query(request.query_params, _OWN)
        format = _format(request.query_params.get("format", "xlsx"))
        export = self._export(request, about, query)
        folder = TemporaryDirectory()
        path = Path(folder.name) / f"export.{format}"
        titles = Titles(about.installed.definition, about.repository, self._people(export.language))
        write = partial(write_export, path, format, export, about.repository, query, titles)
        try:
            await anyio.to_thread.run_sync(write)
        except BaseException:
            folder.cleanup()
            raise
        name = quote(f"{about.entity.label.get(export.language, about.entity.name)}.{format}")
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
        return FileResponse(
            path, headers=headers, media_type=_TYPES[format], background=BackgroundTask(folder.cleanup)
        )

    def _export(self, request: Request, about: Asked, query: RecordQuery) -> Export:
        definition, entity = about.installed.definition, about.entity
        decision = authorize(definition, about.principal, "export", entity.id)
        if not isinstance(decision, Decision):
            raise Forbidden([decision])
        readable = decision.readable | decision.masked
        language = _LANGUAGES[language_of(request)]
        names = request.query_params.get("headers") == "names"
        return Export(definition, entity, _fields(about, query, readable), readable, language, names)

    def _people(self, language: str) -> dict[str, str]:
        with self._services.database.read() as connection:
            rows = connection.execute(select(sys_user.c.id, sys_user.c.name, sys_user.c.names))
            return {row.id: (row.names or {}).get(language, row.name) for row in rows}


def _fields(about: Asked, query: RecordQuery, readable: frozenset[str]) -> tuple[Field, ...]:
    """Return the fields to take out: those the list shows, or all that may be read."""
    known = {each.name: each for each in about.entity.fields if each.id in readable}
    if query.fields is None:
        return tuple(known.values())
    unknown = [name for name in query.fields if name not in known]
    if unknown:
        raise Invalid(Issue("query.field.unknown", ("fields",), {"field": name}) for name in unknown)
    return tuple(known[name] for name in query.fields)


def _format(text: str) -> Format:
    for format in FORMATS:
        if format == text:
            return format
    raise Invalid.of("transfer.export.format", ("format",), format=text[:20])
