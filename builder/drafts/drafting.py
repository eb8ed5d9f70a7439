"""Opening and changing the draft of an app by several people at once: every edit is stored at once.

An edit is carried out on the draft as it is now, whatever its editor saw; it is refused only where it no
longer applies. Undo and redo walk along a person's own edits. An edit sent again is not carried out again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from builder.checks.registry import run_checks
from builder.commands.command import Command
from builder.commands.perform import Applied, complete, perform
from builder.drafts.authority import authority_of, refusals
from builder.drafts.draft import Draft, Edit, marked, replay, salvage
from engine.access.principal import Principal
from engine.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from engine.kernel.issue import Issue
from engine.metadata.load import assemble
from engine.ports import (
    Clock,
    DefinitionStore,
    Documents,
    DraftCommand,
    DraftStore,
    IdSource,
    Marking,
    Release,
)

# So often somebody else may be faster before an edit is given up.
ATTEMPTS = 60


@dataclass(frozen=True, slots=True)
class Drafting:
    """The drafts of all apps. `edit_id` is the editor's own id of a change, empty for none."""

    definitions: DefinitionStore
    drafts: DraftStore
    clock: Clock
    ids: IdSource
    # The last state of each draft in this process: opening goes on from it instead of from the release.
    kept: dict[str, Draft] = field(default_factory=dict, compare=False)
    # What the checks found in it, told to everybody who has it open.
    found: dict[str, tuple[Documents, list[Issue]]] = field(default_factory=dict, compare=False)

    def open(self, app: str) -> Draft:
        """Return the draft of an app; without edits, the newest release.

        Where the app was published since and the edits no longer fit, the draft stays on its own base; what
        does not even fit that, such as an edit of another version, is left out.
        """
        newest = newest_of(self.definitions, app)
        stored = self.drafts.draft(app)
        if stored is None or not stored.commands:
            return Draft(newest, stored.revision if stored else 0, newest.documents)
        draft = replay(newest, stored, self.kept.get(app))
        base = None if stored.base == newest.number else self.definitions.release(app, stored.base)
        if isinstance(draft, list) and base:
            draft = replay(base, stored, self.kept.get(app))
        if isinstance(draft, list):
            draft = salvage(base or newest, stored)
        return self._keep(draft)

    def findings(self, draft: Draft) -> list[Issue]:
        """Return what the design checks find in a draft; each state is checked once."""
        documents, issues = self.found.get(draft.release.app, (None, []))
        if documents is not draft.documents:
            issues = run_checks(assemble(draft.documents))
            self.found[draft.release.app] = (draft.documents, issues)
        return issues

    def edit(self, app: str, command: Command, by: Principal, edit_id: str = "") -> Draft:
        """Carry out and store a new command; edits that its person took back are given up."""
        return self._changed(app, by, edit_id, lambda draft: self._edited(draft, command, by, edit_id))

    def foresee(self, app: str, command: Command, by: Principal) -> Applied:
        """Carry out a command on the draft as it is now without storing it; refused as an edit would be."""
        return self._performed(self.open(app), command, by)[1]

    def undo(self, app: str, by: Principal, edit_id: str = "", number: int | None = None) -> Draft:
        """Take back a person's own last edit, or a certain one, whosesoever it is."""

        def step(draft: Draft) -> Draft:
            own = [edit for edit in draft.done if _is_meant(edit, by, number)]
            return self._marked(draft, own[-1:], by, edit_id, undone=True)

        return self._changed(app, by, edit_id, step)

    def redo(self, app: str, by: Principal, edit_id: str = "", number: int | None = None) -> Draft:
        """Carry out again what a person took back last of their own, or a certain edit."""

        def step(draft: Draft) -> Draft:
            tried = [edit for edit in draft.undone if number is not None or not edit.is_unfit]
            own = [edit for edit in tried if _is_meant(edit, by, number)]
            return self._marked(draft, own[:1], by, edit_id, undone=False)

        return self._changed(app, by, edit_id, step)

    def take_back_own(self, app: str, by: Principal, edit_id: str = "") -> Draft:
        """Take back all edits of a person; those of others stay."""

        def step(draft: Draft) -> Draft:
            own = [edit for edit in draft.done if _is_meant(edit, by, None)]
            return self._marked(draft, own, by, edit_id, undone=True)

        return self._changed(app, by, edit_id, step)

    def discard(self, app: str, revision: int, by: Principal) -> Draft:
        """Give up all edits, of whomever, and start again from the newest release.

        Whoever does so must have seen all of them: a stale revision raises Conflict.
        """
        draft = self.open(app)
        if not draft.edits:
            return draft
        if draft.revision != revision:
            raise Conflict.of("draft.revision.stale", revision=draft.revision)
        self._require_reach(draft, draft.release.documents, by)
        self.drafts.restart(app, revision, newest_of(self.definitions, app).number)
        return self.open(app)

    def _changed(self, app: str, by: Principal, edit_id: str, change: Callable[[Draft], Draft]) -> Draft:
        """Change the draft as it is now, once more where somebody else changed it in between."""
        for attempt in range(ATTEMPTS):
            if edit_id and self.drafts.knows(app, by.user or "", edit_id):
                break
            try:
                return change(self.open(app))
            except Conflict:
                if attempt == ATTEMPTS - 1:
                    raise
        return self.open(app)

    def _edited(self, draft: Draft, command: Command, by: Principal, edit_id: str) -> Draft:
        completed, performed = self._performed(draft, command, by)
        person = by.user or ""
        entry = DraftCommand(completed.kind, completed.params, person, self.clock.now(), edit_id)
        app, release = draft.release.app, draft.release
        stored = self.drafts.append(app, draft.revision, release.number, entry)
        kept = [edit for edit in draft.edits if not (edit.command.undone and edit.command.by == person)]
        edit = Edit(stored.commands[-1], performed.words, performed.documents)
        return self._keep(Draft(release, stored.revision, performed.documents, (*kept, edit)))

    def _performed(self, draft: Draft, command: Command, by: Principal) -> tuple[Command, Applied]:
        completed = complete(draft.documents, command, self.ids.document_id)
        if isinstance(completed, list):
            raise Invalid(completed)
        performed = perform(draft.documents, completed)
        if isinstance(performed, list):
            raise Invalid(performed)
        self._require_reach(draft, performed.documents, by)
        return completed, performed

    def _marked(
        self, draft: Draft, edits: Iterable[Edit], by: Principal, edit_id: str, *, undone: bool
    ) -> Draft:
        numbers = frozenset(edit.command.n for edit in edits)
        if not numbers:
            return draft
        after = marked(draft, numbers, undone=undone)
        if isinstance(after, list):
            raise Invalid(after)
        self._require_reach(draft, after.documents, by)
        marking = Marking(numbers, undone, by.user or "", edit_id)
        stored = self.drafts.mark(draft.release.app, draft.revision, marking)
        return self._keep(Draft(after.release, stored.revision, after.documents, after.edits))

    def _keep(self, draft: Draft) -> Draft:
        self.kept[draft.release.app] = draft
        return draft

    def _require_reach(self, draft: Draft, after: Documents, by: Principal) -> None:
        published = newest_of(self.definitions, draft.release.app).documents
        authority = authority_of(assemble(published), by)
        issues = refusals(authority, "propose", published, draft.documents, after)
        if issues:
            raise Forbidden(issues)


def _is_meant(edit: Edit, by: Principal, number: int | None) -> bool:
    """Tell whether an edit is the one asked for or, without a number, a person's own."""
    return edit.command.n == number if number is not None else edit.command.by == (by.user or "")


def newest_of(definitions: DefinitionStore, app: str) -> Release:
    """Return the release of an app in use, or raise NotFound."""
    release = definitions.newest(app)
    if release is None:
        raise NotFound.of("app.unknown", app=app)
    return release
