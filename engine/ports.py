"""The few protocols that shells implement and hand to whoever computes: clock, ids, releases, drafts, plans.

`runtime` implements them, `builder` receives them; neither imports the other. Documents pass as parsed
JSON by path below the app folder, so each side loads and checks what it is given.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, TypeAlias

from engine.access.principal import Principal
from engine.flows.effects import FindPeople, Notify
from engine.flows.events import Facts
from engine.flows.instance import Reason
from engine.flows.plan import FlowPlan
from engine.kernel.issue import Issue, Scalar
from engine.metadata.definition import Definition
from engine.metadata.model import ImportColumn

Documents: TypeAlias = Mapping[str, Mapping[str, Any]]
Words: TypeAlias = Mapping[str, Scalar | Mapping[str, str]]


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """Return the present instant, aware and in UTC."""


class IdSource(Protocol):
    """Where new ids come from."""

    def document_id(self, kind: str) -> str:
        """Mint the id of a document or a part of one: `field` gives `fld_…`."""

    def record_id(self) -> str:
        """Mint the id of a record, a UUIDv7."""


class People(Protocol):
    """The persons of the installation, as far as others may know them."""

    def names(self, ids: Collection[str]) -> Mapping[str, Mapping[str, str]]:
        """Return the names of persons per language by user id; unknown ones are left out."""


class RoleHolders(Protocol):
    """Who holds the roles of apps."""

    def give(self, app: str, role: str, people: Collection[str] | None, by: str) -> None:
        """Let people, or without any named everybody active, hold a role of the app with an id.

        Raises Invalid where somebody is not known.
        """

    def take_back(self, app: str, by: str) -> None:
        """Let nobody hold any role of the app with an id."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the installation who can be named in a flow."""

    id: str
    login: str
    names: Mapping[str, str]


class FlowTrials(Protocol):
    """What a flow of a draft may look at while it is tried in thought; nothing is ever written."""

    def facts(
        self, by: Principal, app: str, plan: FlowPlan, record: str, more: Collection[str] = ()
    ) -> Facts | None:
        """Return what the flow and `more` names see of a record as far as `by` may read it, or None."""

    def people(self, definition: Definition, asked: FindPeople | Notify) -> Sequence[tuple[str, Reason]]:
        """Return who is meant right now, with the reasons."""

    def persons(self, search: str) -> Sequence[KnownPerson]:
        """Return people whose name or login holds a text, the first by name without one."""


@dataclass(frozen=True, slots=True)
class Release:
    """One published, immutable state of an app; `number` counts from 1, `by` is a user id or empty."""

    app: str
    number: int
    documents: Documents
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReleaseEntry:
    """A release without its documents, for lists."""

    number: int
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NewRelease:
    """What is to be published: complete documents made from release `base`.

    `revision` is that of the draft it comes from; the draft is emptied with the same commit.
    """

    app: str
    base: int
    documents: Documents
    note: str
    by: str
    revision: int | None = None


class DefinitionStore(Protocol):
    """Published releases of apps, by app name."""

    def names(self) -> Sequence[str]:
        """Return the names of all apps, in order."""

    def newest(self, app: str) -> Release | None:
        """Return the release in use."""

    def release(self, app: str, number: int) -> Release | None:
        """Return one release."""

    def releases(self, app: str) -> Sequence[ReleaseEntry]:
        """List releases, newest first."""


@dataclass(frozen=True, slots=True)
class Starter:
    """A complete app to begin from, named by its key; its ids are those it is delivered with."""

    key: str
    documents: Documents


class StarterShelf(Protocol):
    """The complete apps that come with an installation."""

    def starters(self) -> Sequence[Starter]:
        """Return all of them, in the order of keys."""

    def load_samples(self, key: str, app: str, by: str) -> None:
        """Begin to bring the sample data of a starter into an app made from it; returns at once.

        People of the samples who are not known here are replaced by the person with id `by`.
        """


FileCell: TypeAlias = str | int | float | bool | date | datetime | None
"""What a cell of a file holds; one that cannot be trusted is the text it shows."""


@dataclass(frozen=True, slots=True)
class FileTable:
    """A sheet of a file as a table: where its header is, and its columns by their index in rows.

    `rows` yields numbered rows below the header, without empty ones and totals; it may be called again.
    """

    sheet: str
    hidden: bool
    header_row: int
    columns: tuple[tuple[int, str], ...]
    rows: Callable[[], Iterator[tuple[int, Sequence[FileCell]]]]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file of tables that somebody brought."""

    id: str
    file: str
    tables: tuple[FileTable, ...]


@dataclass(frozen=True, slots=True)
class TableImport:
    """A table whose rows become records of an entity, by id, and how its columns become fields."""

    sheet: str
    header_row: int
    entity: str
    columns: tuple[ImportColumn, ...]


class Workbooks(Protocol):
    """The files of tables that people brought; each is only there for whoever brought it."""

    def open(self, id: str, by: str, header_rows: Mapping[str, int]) -> Workbook:
        """Return a file with all its tables; a header row somebody chose is believed.

        Raises NotFound, or Invalid with what is wrong with the file, the sheet and the row.
        """

    def bring_in(self, id: str, by: str, app: str, tables: Sequence[TableImport]) -> Sequence[str]:
        """Begin to import tables into an app one after the other; return the ids of the imports at once."""


@dataclass(frozen=True, slots=True)
class StorageStep:
    """One thing storage will do, as a message code with parameters; labels are per language."""

    code: str
    params: Words
    rows: int
    seconds: float


@dataclass(frozen=True, slots=True)
class UnfitValue:
    """A value that a changed type does not take: the record it stands in, as JSON kinds, and why."""

    record: str
    title: str | None
    value: Any
    reason: Issue


@dataclass(frozen=True, slots=True)
class Conversion:
    """What would become of the values of a field whose type changes; `field` and `entity` are ids.

    `examples` are the first that do not fit, in records and fields the reader may read.
    """

    entity: str
    field: str
    fitting: int
    unfit: int
    examples: Sequence[UnfitValue]


class StoragePlanner(Protocol):
    """Brings stored data to new documents."""

    def dry_run(self, app: str, documents: Documents) -> Sequence[StorageStep]:
        """Tell what publishing would do to stored data, and do nothing."""

    def conversions(self, by: Principal, app: str, documents: Documents) -> Sequence[Conversion]:
        """Try every value of fields whose type changes, and tell `by` what would not fit."""

    def publish(self, release: NewRelease) -> Release:
        """Carry out the storage plan, store the release and empty its draft, in one transaction.

        Raises Conflict when `base` is not the newest release or the draft has another revision, and
        Invalid when stored data does not fit.
        """


@dataclass(frozen=True, slots=True)
class DraftCommand:
    """One edit as stored: kind and complete parameters, by a user id.

    `n` is given by the store and grows along the draft. `edit` is an id of the editor's own making, by which
    an edit sent twice is known; empty where there is none. With `undone` it is taken back for the time being.
    """

    kind: str
    params: Mapping[str, Any]
    by: str
    at: datetime
    edit: str = ""
    n: int = 0
    undone: bool = False


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """The edits of an app since release `base`, in the order they were made.

    `revision` grows with every change and never starts again, so that what was decided on an older state is
    noticed.
    """

    app: str
    base: int
    revision: int
    commands: tuple[DraftCommand, ...]


@dataclass(frozen=True, slots=True)
class Marking:
    """Edits to take back or to carry out again, by their `n`; `by` a person, under an edit id of theirs."""

    numbers: frozenset[int]
    undone: bool
    by: str
    edit: str = ""


class DraftStore(Protocol):
    """One draft per app. Every write names the revision it was made for and raises Conflict otherwise."""

    def draft(self, app: str) -> StoredDraft | None:
        """Return the draft, or None where the app was never edited."""

    def knows(self, app: str, by: str, edit: str) -> bool:
        """Tell whether an edit id of a person was written before, be it published or given up since."""

    def append(self, app: str, revision: int, base: int, command: DraftCommand) -> StoredDraft:
        """Add a command; undone ones of the same person are dropped. Makes the draft at revision 0.

        From now on all commands start from release `base`.
        """

    def mark(self, app: str, revision: int, marking: Marking) -> StoredDraft:
        """Take commands back, or let them hold again."""

    def restart(self, app: str, revision: int, base: int) -> StoredDraft:
        """Drop all commands and begin again from a release."""


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who has a designer of an app open, and the file of the document in it, empty for none."""

    person: str
    file: str
    at: datetime


class Presence(Protocol):
    """Who has the designers of an app open just now."""

    def arrive(self, app: str, person: str, file: str) -> Sequence[Present]:
        """Note that a person is there, and return everybody who was there within the last minute."""

    def leave(self, app: str, person: str) -> None:
        """Note that a person has gone."""


class Runs(Protocol):
    """The runs of flows, as far as a designer should know of them."""

    def going_on(self, app: str) -> Mapping[str, int]:
        """Return how many runs of each flow of an app are going on, by flow id."""
