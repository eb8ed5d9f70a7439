"""Endpoints of an import: from an uploaded file to records, in steps that a person sees."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from anyio.to_thread import run_sync
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from engine.kernel.errors import Conflict, Invalid
from engine.kernel.issue import Issue
from runtime.http.files.service import take_in
from runtime.http.records.asking import asked as asked_for
from runtime.http.transfer.answers import import_object
from runtime.http.transfer.bodies import change_body, run_body
from runtime.http.transfer.service import Asked, ImportService, import_decision
from runtime.server.answers import json_answer
from runtime.server.languages import language_of
from runtime.server.services import Services
from runtime.transfer.proposal import (
    first_sheet,
    mapping_json,
    propose,
    sheet_named,
    table_at,
    table_of,
)
from runtime.transfer.propose import propose_mapping
from runtime.transfer.report import Report, from_json
from runtime.transfer.report_file import write_report
from runtime.transfer.sheets import Book, read_book
from runtime.transfer.store import BUSY, StoredImport, add_import

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Importing:
    """Importing over HTTP."""

    def __init__(self, services: Services, imports: ImportService) -> None:
        self._services = services
        self._imports = imports

    async def begin(self, request: Request) -> Response:
        """Take in a file, read it and propose how its columns become fields."""
        about = asked_for(self._services, request)
        decision = import_decision(about.installed, about.principal, about.entity.id)
        await run_sync(self._imports.tidy)
        file = await take_in(self._services, request, request.query_params.get("name", ""))
        id = self._services.ids.record_id()
        book = await run_sync(
            partial(read_book, self._services.files.path(file.key), self._imports.folder(id), file.name)
        )
        if isinstance(book, Issue):
            raise Invalid([book])
        sheet = first_sheet(book)
        table = await run_sync(partial(table_at, book, sheet, None))
        mapping = propose_mapping(about.installed.definition, about.entity, decision, table.columns)
        now = self._services.clock.now()
        stored = StoredImport(
            id=id,
            app_id=about.installed.definition.app.id,
            entity_id=about.entity.id,
            state="proposed",
            file_id=file.id,
            file_name=file.name,
            sheet=sheet.name,
            header_row=table.header_row,
            encoding=book.encoding,
            proposal=await run_sync(partial(propose, book, sheet, table)),
            mapping=mapping_json(mapping),
            settings={},
            done=0,
            total=0,
            report=None,
            issues=[],
            created_by=request.state.person.id,
            created_at=now,
            modified_at=now,
        )
        await self._services.write(lambda connection: add_import(connection, stored))
        return self._answer(request, id, 201)

    async def show(self, request: Request) -> Response:
        """Tell how an import is."""
        return self._answer(request, request.path_params["id"])

    async def change(self, request: Request) -> Response:
        """Decide about mapping, sheet or header row; another table is proposed anew."""
        found, body = self._find(request), change_body(request.state.json)
        stored = found.stored
        if body.sheet is None and body.header_row is None:
            self._imports.change(found, mapping=body.mapping or stored.mapping)
            return self._answer(request, stored.id)
        book = await run_sync(partial(self._imports.book, stored))
        sheet = sheet_named(book, body.sheet if body.sheet is not None else stored.sheet)
        table = await run_sync(partial(table_at, book, sheet, body.header_row))
        definition = found.installed.definition
        entity = definition.entities[stored.entity_id]
        mapping = mapping_json(propose_mapping(definition, entity, found.decision, table.columns))
        self._imports.change(
            found,
            sheet=sheet.name,
            header_row=table.header_row,
            proposal=await run_sync(partial(propose, book, sheet, table)),
            mapping=body.mapping or mapping,
        )
        return self._answer(request, stored.id)

    async def check(self, request: Request) -> Response:
        """Begin to check every row without storing anything."""
        await run_sync(partial(self._imports.check, self._find(request)))
        return self._answer(request, request.path_params["id"])

    async def run(self, request: Request) -> Response:
        """Begin to import."""
        partial_run = run_body(request.state.json)
        await run_sync(partial(self._imports.run, self._find(request), partial=partial_run))
        return self._answer(request, request.path_params["id"])

    async def cancel(self, request: Request) -> Response:
        """Ask an import at work to stop."""
        self._imports.stop(self._find(request))
        return self._answer(request, request.path_params["id"])

    async def report(self, request: Request) -> Response:
        """Hand out the rows with findings as a workbook."""
        found = self._find(request)
        if found.stored.state in BUSY:
            raise Conflict.of("transfer.import.busy")
        report = from_json(found.stored.report) if found.stored.report else Report()
        book = await run_sync(partial(self._imports.book, found.stored))
        folder = TemporaryDirectory()
        path = Path(folder.name) / "report.xlsx"
        await run_sync(partial(_write, path, found, book, report, language_of(request)))
        return FileResponse(path, media_type=XLSX, background=BackgroundTask(folder.cleanup))

    def _find(self, request: Request) -> Asked:
        return self._imports.find(request.path_params["id"], request.state.principal)

    def _answer(self, request: Request, id: str, status: int = 200) -> Response:
        found = self._imports.find(id, request.state.principal)
        locale = language_of(request)
        answer = import_object(
            found.stored,
            found.installed.definition,
            found.principal,
            found.decision,
            self._imports.ticket(id),
            locale,
        )
        return json_answer(answer, status)


def _write(path: Path, found: Asked, book: Book, report: Report, locale: str) -> None:
    stored = found.stored
    table = table_of(stored.proposal, stored.header_row)
    write_report(path, book, sheet_named(book, stored.sheet), table, report, locale)
