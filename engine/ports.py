"""The few protocols that shells implement and hand to whoever computes: clock, ids, releases, drafts, plans.

`runtime` implements them, `builder` receives them; neither imports the other. Documents pass as parsed
JSON by path below the app folder, so each side loads and checks what it is given.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeAlias

from engine.access.principal import Principal
from engine.flows.effects import FindPeople, Notify
from engine.flows.events import Facts
from engine.flows.instance import Reason
from engine.flows.plan import FlowPlan
from engine.kernel.issue import Scalar
from engine.metadata.definition import Definition

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

    def newest(self, app: str) -> Release | None:
        """Return the release in use."""

    def release(self, app: str, number: int) -> Release | None:
        """Return one release."""

    def releases(self, app: str) -> Sequence[ReleaseEntry]:
        """List releases, newest first."""


@dataclass(frozen=True, slots=True)
class StorageStep:
    """One thing storage will do, as a message code with parameters; labels are per language."""

    code: str
    params: Words
    rows: int
    seconds: float


class StoragePlanner(Protocol):
    """Brings stored data to new documents."""

    def dry_run(self, app: str, documents: Documents) -> Sequence[StorageStep]:
        """Tell what publishing would do to stored data, and do nothing."""

    def publish(self, release: NewRelease) -> Release:
        """Carry out the storage plan, store the release and empty its draft, in one transaction.

        Raises Conflict when `base` is not the newest release or the draft has another revision, and
        Invalid when stored data does not fit.
        """


@dataclass(frozen=True, slots=True)
class DraftCommand:
    """One edit as stored: kind and complete parameters, by a user id."""

    kind: str
    params: Mapping[str, Any]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """The edits of an app since release `base`; the first `done` hold, those after are undone.

    `revision` grows with every change and never starts again, so that a stale editor is noticed.
    """

    app: str
    base: int
    revision: int
    done: int
    commands: tuple[DraftCommand, ...]


class DraftStore(Protocol):
    """One draft per app. Every write names the revision it was made for and raises Conflict otherwise."""

    def draft(self, app: str) -> StoredDraft | None:
        """Return the draft, or None where the app was never edited."""

    def append(self, app: str, revision: int, base: int, command: DraftCommand) -> StoredDraft:
        """Add a command after those that hold; undone ones are dropped. Makes the draft at revision 0.

        From now on all commands start from release `base`.
        """

    def move(self, app: str, revision: int, done: int) -> StoredDraft:
        """Let the first `done` commands hold: undo and redo."""

    def restart(self, app: str, revision: int, base: int) -> StoredDraft:
        """Drop all commands and begin again from a release."""
