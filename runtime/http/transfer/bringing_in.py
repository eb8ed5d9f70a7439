"""Tables of one file into a new app: imports that follow each other, so that links find what they mean."""

import threading
from collections.abc import Callable, Sequence
from functools import partial

from engine.access.principal import Principal
from engine.kernel.errors import DomainError
from engine.metadata.model import ImportMapping
from engine.ports import TableImport
from runtime.files.registry import FileEntry
from runtime.http.transfer.service import ImportService
from runtime.identity.people import roles_held
from runtime.server.apps import InstalledApp
from runtime.server.services import Services
from runtime.transfer.proposal import mapping_json, propose, sheet_named, table_at
from runtime.transfer.sheets import Book
from runtime.transfer.store import StoredImport, add_import

Begin = Callable[[Callable[[], None]], None]


class BringingIn:
    """Makes imports that need no check before, and has them done in order on one thread."""

    def __init__(self, services: Services, imports: ImportService, begin: Begin | None = None) -> None:
        self._services = services
        self._imports = imports
        self._begin = begin or _in_background

    def __call__(self, file: FileEntry, by: str, app: str, tables: Sequence[TableImport]) -> Sequence[str]:
        """Begin to import; return the ids of the imports, in the order of the tables."""
        installed = self._services.apps.get(app)
        book = self._imports.book_of(file)
        made = [self._stored(file, by, installed, book, table) for table in tables]
        for each in made:
            self._services.database.write(partial(add_import, new=each))
        ids = [each.id for each in made]
        self._begin(partial(self._work, ids, by))
        return ids

    def _stored(
        self, file: FileEntry, by: str, installed: InstalledApp, book: Book, table: TableImport
    ) -> StoredImport:
        sheet = sheet_named(book, table.sheet)
        found = table_at(book, sheet, table.header_row)
        mapping = ImportMapping(entity=table.entity, mode="create", columns=table.columns)
        proposal, now = propose(book, sheet, found), self._services.clock.now()
        return StoredImport(
            id=self._services.ids.record_id(),
            app_id=installed.definition.app.id,
            entity_id=table.entity,
            state="checked",
            file_id=file.id,
            file_name=file.name,
            sheet=sheet.name,
            header_row=found.header_row,
            encoding=book.encoding,
            proposal=proposal,
            mapping=mapping_json(mapping),
            settings={},
            done=0,
            total=proposal["rows"],
            report=None,
            issues=[],
            created_by=by,
            created_at=now,
            modified_at=now,
        )

    def _work(self, ids: Sequence[str], by: str) -> None:
        with self._services.database.read() as connection:
            principal = Principal(by, "human", roles_held(connection, by), by)
        for id in ids:
            try:
                self._imports.run(self._imports.find(id, principal), partial=True, begin=_at_once)
            except DomainError as refusal:
                self._imports.refuse(id, refusal)


def _in_background(work: Callable[[], None]) -> None:
    threading.Thread(target=work, name="bringing in", daemon=True).start()


def _at_once(work: Callable[[], None]) -> None:
    work()
