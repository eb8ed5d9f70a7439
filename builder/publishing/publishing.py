"""Publishing drafts and rolling back: rights, checks and base are judged here, storage does the work."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.checks.registry import run_checks
from builder.commands.command import Command
from builder.drafts.authority import authority_of, refusals
from builder.drafts.draft import Draft
from builder.drafts.drafting import Drafting, newest_of
from builder.publishing.acting_rights import acting_refusals
from builder.publishing.foreseeing import Foreseen, changed_documents
from builder.publishing.impact import Impact, impact_of
from builder.publishing.role_rights import role_refusals
from engine.access.principal import Principal
from engine.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from engine.kernel.issue import Severity
from engine.metadata.definition import Definition
from engine.metadata.dump import dump_definition
from engine.metadata.load import assemble, load_definition
from engine.ports import (
    Conversion,
    DefinitionStore,
    Documents,
    NewRelease,
    Release,
    ReleaseEntry,
    Runs,
    StoragePlanner,
)


@dataclass(frozen=True, slots=True)
class Publishing:
    """The way from drafts to releases, for all apps."""

    drafting: Drafting
    definitions: DefinitionStore
    planner: StoragePlanner
    runs: Runs

    def impact(self, app: str) -> Impact:
        """Tell what publishing the draft would mean; changes nothing."""
        draft = self.drafting.open(app)
        changed = assemble(draft.documents)
        steps = self.planner.dry_run(app, dump_definition(changed)) if draft.done else ()
        runs = self.runs.going_on(app) if draft.done else {}
        return impact_of(assemble(draft.release.documents), changed, steps, runs)

    def conversions(self, app: str, by: Principal) -> Sequence[Conversion]:
        """Tell what changed types of the draft would make of the values there are; changes nothing."""
        draft = self.drafting.open(app)
        if not draft.done:
            return ()
        return self.planner.conversions(by, app, dump_definition(assemble(draft.documents)))

    def foresee(self, app: str, command: Command, by: Principal) -> Foreseen:
        """Tell what an edit would mean for other documents and for stored data; changes nothing."""
        applied = self.drafting.foresee(app, command, by)
        before, after = (
            self.planner.dry_run(app, dump_definition(assemble(each)))
            for each in (applied.before, applied.documents)
        )
        return Foreseen([each for each in after if each not in before], changed_documents(applied))

    def publish(self, app: str, revision: int, note: str, by: Principal) -> Release:
        """Put the draft to use: data, release and the emptied draft in one transaction."""
        draft = self.drafting.open(app)
        self._require_current(draft, revision)
        changed = self.require_sound(draft.documents)
        self.require_authority(draft.release, draft.documents, by)
        release = NewRelease(
            app, draft.release.number, dump_definition(changed), note, by.user or "", draft.revision
        )
        return self.planner.publish(release)

    def releases(self, app: str) -> Sequence[ReleaseEntry]:
        """List what was published, newest first."""
        newest_of(self.definitions, app)
        return self.definitions.releases(app)

    def roll_back(self, app: str, number: int, note: str, by: Principal) -> Release:
        """Publish the documents of a former release again; edits of the draft stay."""
        newest = newest_of(self.definitions, app)
        former = self.definitions.release(app, number)
        if former is None:
            raise NotFound.of("release.unknown", number=number)
        if former.documents == newest.documents:
            raise Invalid.of("publish.nothing")
        self.require_sound(former.documents)
        self.require_authority(newest, former.documents, by)
        return self.planner.publish(NewRelease(app, newest.number, former.documents, note, by.user or ""))

    def _require_current(self, draft: Draft, revision: int) -> None:
        newest = newest_of(self.definitions, draft.release.app)
        if draft.revision != revision:
            raise Conflict.of("draft.revision.stale", revision=draft.revision)
        if draft.release.number != newest.number:
            raise Conflict.of("draft.base.outdated", base=draft.release.number, newest=newest.number)
        if not draft.done:
            raise Invalid.of("publish.nothing")

    def require_sound(self, documents: Documents) -> Definition:
        """Return the definition of documents that load and pass every check, or raise Invalid."""
        definition = load_definition(documents)
        if isinstance(definition, list):
            raise Invalid(definition)
        errors = [issue for issue in run_checks(definition) if issue.severity is Severity.ERROR]
        if errors:
            raise Invalid(errors)
        return definition

    def require_authority(self, published: Release, after: Documents, by: Principal) -> None:
        """Raise Forbidden where a change is out of reach of the person who would publish it."""
        standing = assemble(published.documents)
        authority = authority_of(standing, by)
        before = published.documents
        issues = refusals(authority, "publish", before, before, after)
        issues += role_refusals(before, after, authority, by)
        if not authority.may(authority.app, "publish"):
            issues += acting_refusals(before, after, assemble(after), by)
        if issues:
            raise Forbidden(issues)
