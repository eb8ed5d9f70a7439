"""Publishing a few edits at once, made on the newest release and beside the draft, which stays as it is.

For small changes by people who do not work on the draft, such as a report put on a dashboard. What would
touch stored data is refused: that belongs into a draft, where its impact is seen first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.commands.command import Command
from builder.commands.perform import complete, perform
from builder.drafts.drafting import newest_of
from builder.publishing.publishing import Publishing
from engine.access.principal import Principal
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.metadata.dump import dump_definition
from engine.ports import Documents, IdSource, NewRelease, Release


@dataclass(frozen=True, slots=True)
class Applied:
    """The release, and by command the id of what it made, empty where it made nothing."""

    release: Release
    made: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Applying:
    """The short way from edits to a release, for all apps."""

    publishing: Publishing
    ids: IdSource

    def apply(self, app: str, commands: Sequence[Command], note: str, by: Principal) -> Applied:
        """Carry out commands on the newest release and publish the result.

        The release they were made on is the base, so that one published meanwhile raises Conflict.
        """
        newest = newest_of(self.publishing.definitions, app)
        documents, made = self._carried_out(newest.documents, commands)
        if documents == newest.documents:
            raise Invalid.of("apply.nothing")
        self.publishing.require_authority(newest, documents, by)
        after = dump_definition(self.publishing.require_sound(documents))
        if self.publishing.planner.dry_run(app, after):
            raise Invalid.of("apply.storage")
        release = NewRelease(app, newest.number, after, note, by.user or "")
        return Applied(self.publishing.planner.publish(release), made)

    def _carried_out(
        self, documents: Documents, commands: Sequence[Command]
    ) -> tuple[Documents, tuple[str, ...]]:
        made: list[str] = []
        for index, command in enumerate(commands):
            completed = complete(documents, command, self.ids.document_id)
            if isinstance(completed, list):
                raise Invalid(_under(index, completed))
            performed = perform(documents, completed)
            if isinstance(performed, list):
                raise Invalid(_under(index, performed))
            documents = performed.documents
            made.append(completed.params.get("id", ""))
        return documents, tuple(made)


def _under(index: int, issues: Sequence[Issue]) -> list[Issue]:
    return [issue.under("commands", index) for issue in issues]
