"""A unit of work on records: who writes, where it comes from, and what every write needs of both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from sqlalchemy import Connection

from engine.access.decision import Decision
from engine.kernel.errors import Forbidden, NotFound
from engine.kernel.issue import Issue
from engine.metadata.model import Entity
from engine.ports import IdSource
from runtime.storage.asking import whole_question
from runtime.storage.change_log import Change, ChangeLog
from runtime.storage.linked import LinkedValues
from runtime.storage.physical import RecordTable, record_tables
from runtime.storage.reading import add_lines
from runtime.storage.record_ids import is_record_id
from runtime.storage.row_rules import live_sources, meets_rule
from runtime.storage.rows import Item
from runtime.storage.statement import run
from runtime.storage.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a change comes from, for the history; `by_hand` is false for imports and seeds.

    A change that a run of a flow makes carries on the chain of runs it belongs to, and how deep it is.
    """

    source: str = "api"
    reason: str | None = None
    correlation: str | None = None
    by_hand: bool = True
    chain: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """What a write left: id and version, and what is worth knowing about it."""

    id: str
    version: int
    warnings: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordEvent:
    """What happened to one record: its values by field name before and after, all that is stored."""

    kind: Literal["created", "changed", "deleted", "restored"]
    entity: str
    id: str
    version: int
    values: Mapping[str, Any]
    before: Mapping[str, Any] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()


class RecordWatcher(Protocol):
    """Somebody who is told of every change inside its transaction, after it was made."""

    def __call__(self, unit: "Unit", events: Sequence[RecordEvent]) -> None:
        """Take notice; must neither fail nor be slow."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Everything the writing functions share; lives as long as its transaction."""

    viewer: Viewer
    connection: Connection
    ids: IdSource
    log: ChangeLog
    origin: Origin
    watcher: RecordWatcher | None = None
    linked: LinkedValues = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "linked", LinkedValues(self.viewer, self.connection))

    def entity(self, id: str) -> Entity:
        """Return an entity by id."""
        return self.viewer.definition.entities[id]

    def tables(self, entity: str) -> RecordTable:
        """Return the tables of an entity."""
        return record_tables(self.viewer.definition)[entity]

    def visible(self, entity: str) -> frozenset[str]:
        """Return the fields that may be spoken of."""
        reading = self.viewer.may("read", entity)
        return reading.readable | reading.masked if reading else frozenset()

    def existing(
        self, decision: Decision, id: str, *, in_trash: bool = False, names: frozenset[str] = frozenset()
    ) -> Item:
        """Return a record as it is, all of it: absent where it may not be read, refused where not touched.

        Of its live fields only those that rules read, and those with the given names.
        """
        reading = self.viewer.may("read", decision.entity)
        item = self._whole(id, (decision, reading), names) if reading else None
        if item is None or reading is None or (item["deleted_at"] is not None) is not in_trash:
            raise NotFound.of("record.absent")
        if not meets_rule(self.viewer, reading, item, self.linked):
            raise NotFound.of("record.absent")
        if not meets_rule(self.viewer, decision, item, self.linked):
            raise self.refused(decision)
        return item

    def refused(self, decision: Decision) -> Forbidden:
        """Return the refusal of an action on a record whose row rule is not met."""
        name = self.entity(decision.entity).name
        return Forbidden([Issue("access.row.denied", params={"action": decision.action, "entity": name})])

    def happened(self, *events: RecordEvent) -> None:
        """Let whoever watches know what was done."""
        if self.watcher is not None and events:
            self.watcher(self, events)

    def tell(
        self, action: str, entity: str, id: str, version: int, changes: Mapping[str, Any] | None = None
    ) -> None:
        """Write what happened to a record into the history."""
        self.tell_all([self.change(action, entity, id, version, changes)])

    def tell_all(self, changes: Sequence[Change]) -> None:
        """Write what happened to several records into the history, in order."""
        self.log.append(self.connection, self.viewer.context.now, changes)

    def change(
        self, action: str, entity: str, id: str, version: int, changes: Mapping[str, Any] | None = None
    ) -> Change:
        """Return what happened to a record as the history keeps it."""
        principal = self.viewer.principal
        return Change(
            app=self.viewer.definition.app.id,
            action=action,
            principal_kind=principal.kind,
            principal_id=principal.id,
            actor=principal.user,
            entity=entity,
            record=id,
            version=version,
            source=self.origin.source,
            reason=self.origin.reason,
            correlation=self.origin.correlation,
            changes=changes or {},
        )

    def _whole(self, id: str, decisions: tuple[Decision, Decision], names: frozenset[str]) -> Item | None:
        if not is_record_id(id):
            return None
        entity = decisions[0].entity
        question = whole_question(self.viewer, entity, live_sources(self.viewer, entity, decisions, names))
        rows = run(
            self.connection, question.plan.statement, {"id": id, **self.viewer.bound(question.plan.statement)}
        )
        if not rows:
            return None
        item = question.plan.read["values"](rows[0])
        add_lines(self.viewer, self.connection, question.lines, [item], "values")
        return item
