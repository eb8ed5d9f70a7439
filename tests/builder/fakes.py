"""Ports of the designer kept in memory: releases, drafts, a storage planner without storage, clock, ids."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from engine.access.principal import Principal
from engine.kernel.errors import Conflict
from engine.kernel.ids import mint, uuid7
from engine.ports import (
    Conversion,
    Documents,
    DraftCommand,
    Marking,
    NewRelease,
    Present,
    Release,
    ReleaseEntry,
    StorageStep,
    StoredDraft,
)

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@dataclass
class FakeClock:
    """A clock that goes on by one second whenever it is read."""

    ticks: count = field(default_factory=count)

    def now(self) -> datetime:
        return START + timedelta(seconds=next(self.ticks))


@dataclass
class FakeIds:
    """Ids in order."""

    numbers: count = field(default_factory=lambda: count(1))

    def document_id(self, kind: str) -> str:
        return mint(kind, next(self.numbers).to_bytes(8, "big"))

    def record_id(self) -> str:
        return uuid7(0, next(self.numbers).to_bytes(10, "big"))


@dataclass
class FakeDrafts:
    """Drafts of apps, kept as the port says."""

    kept: dict[str, StoredDraft] = field(default_factory=dict)
    known: set[tuple[str, str, str]] = field(default_factory=set)

    def draft(self, app: str) -> StoredDraft | None:
        return self.kept.get(app)

    def knows(self, app: str, by: str, edit: str) -> bool:
        return (app, by, edit) in self.known

    def append(self, app: str, revision: int, base: int, command: DraftCommand) -> StoredDraft:
        draft = self._at(app, revision, base)
        kept = tuple(each for each in draft.commands if not (each.undone and each.by == command.by))
        number = max((each.n for each in draft.commands), default=-1) + 1
        self._remember(app, command.by, command.edit)
        return self._keep(replace(draft, base=base, commands=(*kept, replace(command, n=number))))

    def mark(self, app: str, revision: int, marking: Marking) -> StoredDraft:
        draft = self._at(app, revision, 0)
        if not marking.numbers <= {each.n for each in draft.commands}:
            raise Conflict.of("draft.step.none")
        commands = tuple(
            replace(each, undone=marking.undone) if each.n in marking.numbers else each
            for each in draft.commands
        )
        self._remember(app, marking.by, marking.edit)
        return self._keep(replace(draft, commands=commands))

    def restart(self, app: str, revision: int, base: int) -> StoredDraft:
        return self._keep(replace(self._at(app, revision, base), base=base, commands=()))

    def _at(self, app: str, revision: int, base: int) -> StoredDraft:
        draft = self.kept.get(app) or StoredDraft(app, base, 0, ())
        if draft.revision != revision:
            raise Conflict.of("draft.revision.stale", revision=draft.revision)
        return draft

    def _remember(self, app: str, by: str, edit: str) -> None:
        if edit:
            self.known.add((app, by, edit))

    def _keep(self, draft: StoredDraft) -> StoredDraft:
        kept = replace(draft, revision=draft.revision + 1)
        self.kept[draft.app] = kept
        return kept


@dataclass
class FakeRuns:
    """Runs of flows by number."""

    numbers: dict[str, int] = field(default_factory=dict)

    def going_on(self, app: str) -> dict[str, int]:
        return self.numbers


@dataclass
class FakePresence:
    """Who is designing, for ever."""

    people: dict[tuple[str, str], Present] = field(default_factory=dict)

    def arrive(self, app: str, person: str, file: str) -> Sequence[Present]:
        self.people[app, person] = Present(person, file, START)
        return [each for (where, _), each in self.people.items() if where == app]

    def leave(self, app: str, person: str) -> None:
        self.people.pop((app, person), None)


@dataclass
class FakeReleases:
    """Published releases; publishing plans nothing, for there is no storage."""

    drafts: FakeDrafts
    published: dict[str, list[Release]] = field(default_factory=dict)

    def names(self) -> Sequence[str]:
        return sorted(self.published)

    def newest(self, app: str) -> Release | None:
        return self.published[app][-1] if app in self.published else None

    def release(self, app: str, number: int) -> Release | None:
        return next((each for each in self.published.get(app, []) if each.number == number), None)

    def releases(self, app: str) -> Sequence[ReleaseEntry]:
        kept = reversed(self.published.get(app, []))
        return [ReleaseEntry(each.number, each.note, each.by, each.at) for each in kept]

    def dry_run(self, app: str, documents: Documents) -> Sequence[StorageStep]:
        return []

    def conversions(self, by: Principal, app: str, documents: Documents) -> Sequence[Conversion]:
        return []

    def publish(self, release: NewRelease) -> Release:
        earlier = self.published.setdefault(release.app, [])
        if release.base != len(earlier):
            raise Conflict.of("release.base.outdated", base=release.base)
        made = Release(release.app, release.base + 1, release.documents, release.note, release.by, START)
        if release.revision is not None:
            self.drafts.restart(release.app, release.revision, made.number)
        earlier.append(made)
        return made
