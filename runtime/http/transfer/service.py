"""One person's imports: opening their files, finding them again, setting them to work."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import Any

import structlog
from sqlalchemy import Connection

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import Principal
from engine.kernel.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from engine.kernel.issue import Issue
from runtime.files.registry import FileEntry, get_file
from runtime.identity.people import list_people, roles_held
from runtime.server.apps import InstalledApp
from runtime.server.services import Services
from runtime.storage.repository import Repository, Store
from runtime.storage.sql_types import is_sqlite
from runtime.storage.unit import Origin
from runtime.transfer.binding import Binding, bind
from runtime.transfer.drafts import DraftReader
from runtime.transfer.headers import table_rows
from runtime.transfer.importing import Destination, Importer
from runtime.transfer.jobs import Jobs, Ticket
from runtime.transfer.people import directory
from runtime.transfer.proposal import mapping_of, sheet_named, table_of
from runtime.transfer.report import Report
from runtime.transfer.sheets import Book, open_book, read_book
from runtime.transfer.store import BUSY, StoredImport, change_import, get_import

Begin = Callable[[Callable[[], None]], None]
FOLDER = "imports"
LOST_SECONDS = 600
ROWS_SECONDS = 24 * 3_600
LOG = structlog.get_logger("transfer")


@dataclass(frozen=True, slots=True)
class Asked:
    """An import, the app and entity it is for, who asks, and what they may write."""

    stored: StoredImport
    installed: InstalledApp
    principal: Principal
    decision: Decision


class ImportService:
    """What can be done with imports."""

    def __init__(self, services: Services, jobs: Jobs) -> None:
        self._services = services
        self._jobs = jobs

    def find(self, id: str, principal: Principal) -> Asked:
        """Return an import of a principal's own; NotFound for others, Forbidden where the right is gone."""
        stored = self._stored(id, principal.user or "")
        installed = next(
            (each for each in self._services.apps.all() if each.definition.app.id == stored.app_id), None
        )
        if installed is None or stored.entity_id not in installed.definition.entities:
            raise NotFound.of("transfer.import.unknown")
        decision = import_decision(installed, principal, stored.entity_id)
        return Asked(stored, installed, principal, decision)

    def _stored(self, id: str, owner: str) -> StoredImport:
        """Return an import as it is; one whose process is gone is settled first."""
        was_at_work = self._jobs.find(id) is not None
        with self._services.database.read() as connection:
            stored = get_import(connection, id, owner)
        if was_at_work or stored.state not in BUSY or not self._is_lost(stored):
            return stored
        with suppress(Conflict):  # it came to its end in this very moment
            self._settle(id, "proposed", issues=[_lost(stored)])
        with self._services.database.read() as connection:
            return get_import(connection, id, owner)

    def book(self, stored: StoredImport) -> Book:
        """Return the sheets of an import's file, read again where they are not at hand."""
        folder = self.folder(stored.id)
        found = open_book(folder) if folder.exists() else self._read_again(stored, folder)
        if isinstance(found, Issue):
            raise Invalid([found])
        return found

    def book_of(self, file: FileEntry) -> Book:
        """Return the sheets of a file that was read when it was brought."""
        folder = self.folder(file.id)
        path = self._services.files.path(file.key)
        found = open_book(folder) if folder.exists() else read_book(path, folder, file.name)
        if isinstance(found, Issue):
            raise Invalid([found])
        return found

    def folder(self, id: str) -> Path:
        """Return where the rows of an import lie; they can always be read from its file again."""
        return self._services.settings.data / FOLDER / id

    def tidy(self) -> None:
        """Remove rows that nobody looked at for a day."""
        oldest = self._services.clock.now().timestamp() - ROWS_SECONDS
        for folder in (self._services.settings.data / FOLDER).glob("*"):
            if folder.stat().st_mtime < oldest:
                rmtree(folder, ignore_errors=True)

    def ticket(self, id: str) -> Ticket | None:
        """Return how far an import at work is."""
        return self._jobs.find(id)

    def change(self, asked: Asked, **values: Any) -> None:
        """Change an import that is not at work; it has to be checked again."""
        now = self._services.clock.now()
        changed = {**values, "state": "proposed", "report": None, "issues": None, "done": 0}
        states = ("proposed", "checked", "failed", "cancelled")
        self._write(lambda connection: change_import(connection, asked.stored.id, states, now, **changed))

    def check(self, asked: Asked) -> None:
        """Begin to check all rows."""
        self._begin(asked, "checking", ("proposed", "checked", "failed", "cancelled"), self._check)

    def run(self, asked: Asked, *, partial: bool, begin: Begin | None = None) -> None:
        """Begin to import what was checked; `begin` sets the work going."""
        if asked.stored.state not in ("checked", "failed"):
            raise Invalid.of("transfer.import.not_checked")
        work = self._run if partial else self._run_whole
        self._begin(asked, "running", ("checked", "failed"), work, begin)

    def refuse(self, id: str, refusal: DomainError) -> None:
        """Write down why an import that was to begin could not."""
        now, issues = self._services.clock.now(), [_stored(each) for each in refusal.issues]
        ended = {"state": "failed", "finished_at": now, "issues": issues}
        self._write(lambda connection: change_import(connection, id, ("checked",), now, **ended))

    def stop(self, asked: Asked) -> None:
        """Ask an import at work to stop."""
        self._jobs.stop(asked.stored.id)

    def _begin(
        self,
        asked: Asked,
        state: str,
        states: tuple[str, ...],
        work: Callable[[Asked, Importer, Ticket], tuple[str, Report]],
        begin: Begin | None = None,
    ) -> None:
        binding = self._bound(asked)
        now, total = self._services.clock.now(), asked.stored.proposal["rows"]
        values = {"state": state, "done": 0, "total": total, "report": None, "issues": None}

        def enter() -> None:
            self._write(lambda connection: change_import(connection, asked.stored.id, states, now, **values))

        def whole(ticket: Ticket) -> None:
            try:
                ended, report = work(asked, self._importer(asked, binding), ticket)
                self._settle(asked.stored.id, ended, done=ticket.done, report=report.to_json())
            except DomainError as refusal:
                self._settle(asked.stored.id, "proposed", issues=[_stored(each) for each in refusal.issues])
            except Exception:
                LOG.exception("transfer.import.broke", id=asked.stored.id)
                self._settle(asked.stored.id, "proposed", issues=[_stored(Issue("transfer.import.broke"))])

        self._jobs.start(asked.stored.id, total, enter, whole, begin)

    def _check(self, asked: Asked, importer: Importer, ticket: Ticket) -> tuple[str, Report]:
        report = importer.check(
            self._drafts(asked, importer.binding), self._progress(asked, ticket, keep=False)
        )
        return ("proposed" if ticket.is_stopped else "checked"), report

    def _run(self, asked: Asked, importer: Importer, ticket: Ticket) -> tuple[str, Report]:
        report = importer.run(self._drafts(asked, importer.binding), self._progress(asked, ticket, keep=True))
        return ("cancelled" if ticket.is_stopped else "done"), report

    def _run_whole(self, asked: Asked, importer: Importer, ticket: Ticket) -> tuple[str, Report]:
        def go_on(report: Report, done: int) -> bool:
            ticket.done = done
            return not ticket.is_stopped

        report = importer.run_whole(self._drafts(asked, importer.binding), go_on)
        if ticket.is_stopped:
            return "cancelled", Report()
        return ("failed" if report.failed else "done"), report

    def _progress(self, asked: Asked, ticket: Ticket, *, keep: bool) -> Callable[[Report, int], bool]:
        """Return what follows each batch: progress is stored, and rights are looked at again."""

        def go_on(report: Report, done: int) -> bool:
            ticket.done = done
            now = self._services.clock.now()
            kept = {"done": done, **({"report": report.to_json()} if keep else {})}
            self._write(lambda connection: change_import(connection, asked.stored.id, BUSY, now, **kept))
            self._require_rights(asked.principal)
            return not ticket.is_stopped

        return go_on

    def _require_rights(self, principal: Principal) -> None:
        with self._services.database.read() as connection:
            held = roles_held(connection, principal.user or "")
        if not principal.roles <= held:
            raise Forbidden.of("transfer.import.rights_changed")

    def _drafts(self, asked: Asked, binding: Binding) -> Any:
        book, table = self.book(asked.stored), table_of(asked.stored.proposal, asked.stored.header_row)
        rows = table_rows(book, sheet_named(book, asked.stored.sheet), table)
        return DraftReader(asked.installed.definition, binding).drafts(rows)

    def _bound(self, asked: Asked) -> Binding:
        mapping = mapping_of(asked.stored.mapping, asked.stored.entity_id)
        table = table_of(asked.stored.proposal, asked.stored.header_row)
        bound = bind(asked.installed.definition, asked.decision, mapping, table)
        if isinstance(bound, list):
            raise Invalid(bound)
        return bound

    def _importer(self, asked: Asked, binding: Binding) -> Importer:
        services = self._services
        store = Store(
            database=services.database, clock=services.clock, ids=services.ids, log=services.change_log
        )
        origin = Origin("import", reason=asked.stored.file_name, correlation=asked.stored.id, by_hand=False)
        definition = asked.installed.definition
        repository = Repository(store, definition, asked.principal, origin)
        with services.database.read() as connection:
            people = directory(list_people(connection))
        return Importer(Destination(services.database, repository, definition, people), binding)

    def _read_again(self, stored: StoredImport, folder: Path) -> Book | Issue:
        with self._services.database.read() as connection:
            file = get_file(connection, stored.file_id)
        return read_book(self._services.files.path(file.key), folder, stored.file_name)

    def _is_lost(self, stored: StoredImport) -> bool:
        """Tell whether the process that worked on an import is gone; SQLite has only this one."""
        if self._jobs.find(stored.id):
            return False
        silent = (self._services.clock.now() - stored.modified_at).total_seconds()
        return is_sqlite(self._services.database.dialect) or silent > LOST_SECONDS

    def _settle(self, id: str, state: str, **values: Any) -> None:
        now = self._services.clock.now()
        ended = {"state": state, "finished_at": now, **values}
        self._write(lambda connection: change_import(connection, id, BUSY, now, **ended))

    def _write(self, work: Callable[[Connection], None]) -> None:
        self._services.database.write(work)


def import_decision(installed: InstalledApp, principal: Principal, entity: str) -> Decision:
    """Return the right to import into an entity; raise Forbidden."""
    decision = authorize(installed.definition, principal, "import", entity)
    if not isinstance(decision, Decision):
        raise Forbidden([decision])
    return decision


def _lost(stored: StoredImport) -> dict[str, Any]:
    return _stored(Issue("transfer.import.interrupted", params={"done": stored.done}))


def _stored(issue: Issue) -> dict[str, Any]:
    return {"code": issue.code, "path": list(issue.path), "params": dict(issue.params)}
