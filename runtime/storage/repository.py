"""The one door to records: for one principal, over one definition. Every way in asks for a decision.

What names a record that may not be read is answered like what does not exist. Each writing method is one
unit of work of its own; `within` puts several into one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection

from engine.access.circumstances import context_of
from engine.access.principal import Principal
from engine.forms.writing import Through
from engine.kernel.errors import Forbidden, NotFound
from engine.metadata.definition import Definition
from engine.ports import Clock, IdSource
from engine.query.record_query import Expand, RecordQuery
from runtime.storage.bulk import BulkMode, RowResult, save_rows
from runtime.storage.change_log import ChangeLog
from runtime.storage.creating import create
from runtime.storage.database import INTERACTIVE_SECONDS, Database
from runtime.storage.expanding import expand
from runtime.storage.grouping import Grouping, Groups, group
from runtime.storage.history import HistoryPage, read_history
from runtime.storage.previewing import Computed, compute
from runtime.storage.reading import find, get
from runtime.storage.record import JsonPage, Page, Record, record_of
from runtime.storage.removing import delete, purge, restore
from runtime.storage.rows import Item
from runtime.storage.unit import Origin, RecordWatcher, Unit, Written
from runtime.storage.updating import hold_to_form, update
from runtime.storage.viewer import Viewer

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """What all repositories of an installation share."""

    database: Database
    clock: Clock
    ids: IdSource
    log: ChangeLog
    watcher: RecordWatcher | None = None


class Repository:
    """Records of one app as one principal may use them; entities are named by id."""

    def __init__(
        self, store: Store, definition: Definition, principal: Principal, origin: Origin | None = None
    ) -> None:
        self._store = store
        self._origin = origin or Origin()
        self._viewer = viewer_of(store, definition, principal)

    @property
    def viewer(self) -> Viewer:
        """Return who looks, at which moment."""
        return self._viewer

    def get(self, entity: str, id: str) -> Record:
        """Return a record with its detail lines."""
        with self._store.database.read() as connection:
            return record_of(get(self._viewer, connection, entity, id, "values"))

    def get_json(self, entity: str, id: str, expanded: Sequence[Expand] = ()) -> Item:
        """Return a record as it is sent."""
        with self._store.database.read() as connection:
            return self._sent(connection, entity, get(self._viewer, connection, entity, id, "json"), expanded)

    def find(self, entity: str, query: RecordQuery, seconds: float = INTERACTIVE_SECONDS) -> Page:
        """Return a page of records."""
        with self._store.database.read(seconds) as connection:
            page = find(self._viewer, connection, entity, query, "values")
        return Page(tuple(map(record_of, page.items)), page.next_cursor, page.total)

    def find_json(self, entity: str, query: RecordQuery, seconds: float = INTERACTIVE_SECONDS) -> JsonPage:
        """Return a page of records as they are sent, links expanded where the query asks for it."""
        with self._store.database.read(seconds) as connection:
            page = find(self._viewer, connection, entity, query, "json")
            if query.expand:
                expand(self._viewer, connection, entity, page.items, query.expand)
        return JsonPage(page.items, page.next_cursor, page.total, page.marked)

    def group_json(self, entity: str, query: RecordQuery, grouping: Grouping) -> Groups:
        """Return how the records of a list fall into groups by a field, with sums over each group."""
        with self._store.database.read(INTERACTIVE_SECONDS) as connection:
            return group(self._viewer, connection, entity, query, grouping)

    def create(self, entity: str, values: Mapping[str, object], *, through: Through | None = None) -> Written:
        """Store a new record."""
        return self._write(lambda unit: create(unit, entity, values, through=through))

    def update(
        self,
        entity: str,
        id: str,
        values: Mapping[str, object],
        version: int,
        *,
        through: Through | None = None,
    ) -> Written:
        """Change a record that has a version; its lines by id, as `engine.entities.lines` says."""
        return self._write(lambda unit: update(unit, entity, id, values, version, through=through))

    def delete(self, entity: str, id: str, version: int) -> Written:
        """Put a record into the trash."""
        return self._write(lambda unit: delete(unit, entity, id, version))

    def restore(self, entity: str, id: str) -> Written:
        """Take a record out of the trash."""
        return self._write(lambda unit: restore(unit, entity, id))

    def purge(self, entity: str, id: str) -> None:
        """Take a record of the trash out of the database."""
        self._write(lambda unit: purge(unit, entity, id))

    def bulk(
        self,
        entity: str,
        mode: BulkMode,
        key: Sequence[str],
        rows: Sequence[Mapping[str, object]],
        *,
        partial: bool,
    ) -> list[RowResult]:
        """Save rows in one unit of work; with `partial` the good ones, otherwise all or none."""
        return self._write(lambda unit: save_rows(unit, entity, mode, key, rows, partial=partial))

    def history(self, entity: str, id: str, cursor: str | None = None) -> HistoryPage:
        """Return what happened to a record, newest first."""
        with self._store.database.read() as connection:
            get(self._viewer, connection, entity, id, "json")
            return read_history(self._viewer, connection, self._viewer.require("read", entity), id, cursor)

    def compute(
        self,
        entity: str,
        values: Mapping[str, object],
        id: str | None = None,
        expanded: Sequence[Expand] = (),
    ) -> Computed:
        """Return what saving would give, for a form while somebody types; stores nothing."""
        with self._store.database.read() as connection:
            computed = compute(self._viewer, connection, entity, values, id)
            self._sent(connection, entity, computed.values, expanded)
        return computed

    def within(self, connection: Connection) -> "RecordsInUnit":
        """Return the writing methods inside a unit of work that somebody else commits."""
        return RecordsInUnit(self._unit(connection))

    def _unit(self, connection: Connection) -> Unit:
        return Unit(
            self._viewer, connection, self._store.ids, self._store.log, self._origin, self._store.watcher
        )

    def _write(self, work: Callable[[Unit], T]) -> T:
        return self._store.database.write(lambda connection: work(self._unit(connection)))

    def _sent(self, connection: Connection, entity: str, item: Item, expanded: Sequence[Expand]) -> Item:
        if expanded:
            expand(self._viewer, connection, entity, [item], expanded)
        return item


@dataclass(frozen=True, slots=True)
class RecordsInUnit:
    """Writing inside one unit of work, and reading back what it wrote."""

    unit: Unit

    def create(self, entity: str, values: Mapping[str, object], *, through: Through | None = None) -> Written:
        """Store a new record."""
        return create(self.unit, entity, values, through=through)

    def update(
        self,
        entity: str,
        id: str,
        values: Mapping[str, object],
        version: int,
        *,
        through: Through | None = None,
    ) -> Written:
        """Change a record that has a version."""
        return update(self.unit, entity, id, values, version, through=through)

    def hold_to_form(self, entity: str, id: str, through: Through) -> None:
        """Refuse to go on with a record as it is while it breaks the rules of a form."""
        hold_to_form(self.unit, entity, id, through)

    def delete(self, entity: str, id: str, version: int) -> Written:
        """Put a record into the trash."""
        return delete(self.unit, entity, id, version)

    def restore(self, entity: str, id: str) -> Written:
        """Take a record out of the trash."""
        return restore(self.unit, entity, id)

    def purge(self, entity: str, id: str) -> None:
        """Take a record of the trash out of the database."""
        purge(self.unit, entity, id)

    def bulk(
        self,
        entity: str,
        mode: BulkMode,
        key: Sequence[str],
        rows: Sequence[Mapping[str, object]],
        *,
        partial: bool,
    ) -> list[RowResult]:
        """Save rows; with `partial` the good ones, otherwise all or none."""
        return save_rows(self.unit, entity, mode, key, rows, partial=partial)

    def find(self, entity: str, query: RecordQuery) -> Page:
        """Return a page of records as they are now, what this unit of work wrote among them."""
        page = find(self.unit.viewer, self.unit.connection, entity, query, "values")
        return Page(tuple(map(record_of, page.items)), page.next_cursor, page.total)

    def get_json(self, entity: str, id: str, expanded: Sequence[Expand] = ()) -> Item | None:
        """Return a record as it is sent, None where its writer may not read it."""
        try:
            item = get(self.unit.viewer, self.unit.connection, entity, id, "json")
        except (NotFound, Forbidden):
            return None
        if expanded:
            expand(self.unit.viewer, self.unit.connection, entity, [item], expanded)
        return item


def viewer_of(store: Store, definition: Definition, principal: Principal) -> Viewer:
    """Return who asks, at this moment."""
    context = context_of(definition, principal, store.clock.now())
    return Viewer(definition, principal, context, store.database.dialect)
