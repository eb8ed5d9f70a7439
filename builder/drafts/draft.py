"""A draft as data: the published release it starts from, and the edits since, some of them taken back.

Edits are carried out in the order they were made, those taken back left out; so anybody's edit can be taken
back alone, wherever it stands, as long as what was made after it does not build on it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from builder.commands.command import Command
from builder.commands.perform import apply
from builder.words import Phrase, said
from engine.kernel.issue import Issue
from engine.metadata.load import load_definition
from engine.ports import Documents, DraftCommand, Release, StoredDraft


@dataclass(frozen=True, slots=True)
class Edit:
    """A command of a draft and its sentence."""

    command: DraftCommand
    words: Phrase


@dataclass(frozen=True, slots=True)
class Draft:
    """The documents of an app as edited so far, and all edits in their order, those taken back included."""

    release: Release
    revision: int
    documents: Documents
    edits: tuple[Edit, ...] = ()

    @property
    def done(self) -> tuple[Edit, ...]:
        """Return the edits that hold."""
        return tuple(edit for edit in self.edits if not edit.command.undone)

    @property
    def undone(self) -> tuple[Edit, ...]:
        """Return the edits taken back."""
        return tuple(edit for edit in self.edits if edit.command.undone)


def replay(release: Release, stored: StoredDraft) -> Draft | list[Issue]:
    """Carry out the commands of a stored draft on a release, or tell why they no longer fit it.

    Commands were checked on the release they were made for; on another one the result is checked again.
    """
    draft = _replayed(Draft(release, stored.revision, release.documents), stored.commands)
    if isinstance(draft, list) or stored.base == release.number:
        return draft
    loaded = load_definition(draft.documents)
    return loaded if isinstance(loaded, list) else draft


def _replayed(draft: Draft, commands: Iterable[DraftCommand]) -> Draft | list[Issue]:
    for command in commands:
        forward = _carried_out(draft, command)
        if isinstance(forward, list):
            return forward
        draft = forward
    return draft


def marked(draft: Draft, numbers: frozenset[int], *, undone: bool) -> Draft | list[Issue]:
    """Take edits back or carry them out again, or tell which later edit stands in the way.

    From the first of them on every state has to load, so that what remains can be taken back step by step.
    """
    commands = [
        replace(edit.command, undone=undone) if edit.command.n in numbers else edit.command
        for edit in draft.edits
    ]
    first = min(numbers)
    now = Draft(draft.release, draft.revision, draft.release.documents)
    for command in commands:
        forward = _carried_out(now, command)
        if isinstance(forward, Draft) and command.n >= first and not command.undone:
            loaded = load_definition(forward.documents)
            forward = loaded if isinstance(loaded, list) else forward
        if isinstance(forward, list):
            return list(_in_the_way(draft, command, numbers, forward))
        now = forward
    return now


def _in_the_way(
    draft: Draft, command: DraftCommand, numbers: frozenset[int], reasons: list[Issue]
) -> Iterator[Issue]:
    """Yield why an edit cannot hold once others are taken back or carried out again."""
    if command.n in numbers:
        yield Issue("draft.redo.unfit")
        yield from reasons
        return
    words = next(edit.words for edit in draft.edits if edit.command.n == command.n)
    sentence = {f"edit.{language}": text for language, text in said(words).items()}
    yield Issue("draft.edit.needed", params={"number": command.n, **sentence})


def _carried_out(draft: Draft, command: DraftCommand) -> Draft | list[Issue]:
    """Go on by one command; of one taken back only the sentence is made."""
    applied = apply(draft.documents, Command(command.kind, command.params))
    if isinstance(applied, list):
        if not command.undone:
            return applied
        return replace(draft, edits=(*draft.edits, Edit(command, Phrase("command.undone", {}))))
    edits = (*draft.edits, Edit(command, applied.words))
    return replace(draft, edits=edits, documents=draft.documents if command.undone else applied.documents)
