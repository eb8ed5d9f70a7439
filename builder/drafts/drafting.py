"""Opening and changing the draft of an app: every edit is stored at once and checked for its revision."""

from dataclasses import dataclass, replace

from builder.commands.command import Command
from builder.commands.perform import complete, perform
from builder.drafts.authority import authority_of, refusals
from builder.drafts.draft import Draft, Edit, replay, step_back, step_forward
from engine.access.principal import Principal
from engine.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from engine.metadata.load import assemble
from engine.ports import Clock, DefinitionStore, Documents, DraftCommand, DraftStore, IdSource, Release


@dataclass(frozen=True, slots=True)
class Drafting:
    """The drafts of all apps. `revision` is the one the editor saw; a stale one raises Conflict."""

    definitions: DefinitionStore
    drafts: DraftStore
    clock: Clock
    ids: IdSource

    def open(self, app: str) -> Draft:
        """Return the draft of an app; without edits, the newest release.

        Where the app was published since and the edits no longer fit, the draft stays on its own base.
        """
        newest = newest_of(self.definitions, app)
        stored = self.drafts.draft(app)
        if stored is None or not stored.commands:
            return Draft(newest, stored.revision if stored else 0, newest.documents)
        draft = replay(newest, stored)
        base = None if stored.base == newest.number else self.definitions.release(app, stored.base)
        if isinstance(draft, list) and base:
            draft = replay(base, stored)
        if isinstance(draft, list):
            raise Conflict(draft)
        return draft

    def edit(self, app: str, revision: int, command: Command, by: Principal) -> Draft:
        """Carry out and store a new command; edits that were taken back are given up."""
        draft = self._at(app, revision)
        completed = complete(draft.documents, command, self.ids.document_id)
        if isinstance(completed, list):
            raise Invalid(completed)
        performed = perform(draft.documents, completed)
        if isinstance(performed, list):
            raise Invalid(performed)
        self._require_reach(draft, performed.documents, by)
        entry = DraftCommand(completed.kind, completed.params, by.user or "", self.clock.now())
        stored = self.drafts.append(app, revision, draft.release.number, entry)
        edit = Edit(entry, performed.words, performed.inverse)
        return Draft(draft.release, stored.revision, performed.documents, (*draft.done, edit))

    def undo(self, app: str, revision: int, by: Principal) -> Draft:
        """Take the last edit back."""
        draft = self._at(app, revision)
        return self._move(draft, step_back(draft), by) if draft.done else draft

    def redo(self, app: str, revision: int, by: Principal) -> Draft:
        """Carry out again the edit that was taken back last."""
        draft = self._at(app, revision)
        return self._move(draft, step_forward(draft), by) if draft.undone else draft

    def discard(self, app: str, revision: int, by: Principal) -> Draft:
        """Give up all edits and start again from the newest release."""
        draft = self._at(app, revision)
        self._require_reach(draft, draft.release.documents, by)
        self.drafts.restart(app, revision, newest_of(self.definitions, app).number)
        return self.open(app)

    def _move(self, draft: Draft, moved: Draft, by: Principal) -> Draft:
        self._require_reach(draft, moved.documents, by)
        stored = self.drafts.move(draft.release.app, draft.revision, len(moved.done))
        return replace(moved, revision=stored.revision)

    def _at(self, app: str, revision: int) -> Draft:
        draft = self.open(app)
        if draft.revision != revision:
            raise Conflict.of("draft.revision.stale", revision=draft.revision)
        return draft

    def _require_reach(self, draft: Draft, after: Documents, by: Principal) -> None:
        published = newest_of(self.definitions, draft.release.app).documents
        authority = authority_of(assemble(published), by)
        issues = refusals(authority, "propose", published, draft.documents, after)
        if issues:
            raise Forbidden(issues)


def newest_of(definitions: DefinitionStore, app: str) -> Release:
    """Return the release of an app in use, or raise NotFound."""
    release = definitions.newest(app)
    if release is None:
        raise NotFound.of("app.unknown", app=app)
    return release
