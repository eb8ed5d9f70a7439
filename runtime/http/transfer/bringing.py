"""`POST /api/workbooks?name=…`: a file of tables is brought, to begin an app from."""

from functools import partial

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response

from runtime.http.files.service import take_in
from runtime.http.transfer.service import ImportService
from runtime.server.answers import json_answer
from runtime.server.services import Services


class Bringing:
    """Taking in files of tables over HTTP."""

    def __init__(self, services: Services, imports: ImportService) -> None:
        self._services = services
        self._imports = imports

    async def take_in(self, request: Request) -> Response:
        """Take in a file and read it; a refusal names the file, and sheet, row and cause where known."""
        await run_sync(self._imports.tidy)
        file = await take_in(self._services, request, request.query_params.get("name", ""))
        book = await run_sync(partial(self._imports.book_of, file))
        sheets = [sheet.name for sheet in book.sheets if sheet.filled]
        return json_answer({"id": file.id, "file": file.name, "sheets": sheets}, 201)
