"""A draft as data: the published release it starts from, and the edits since, some of them taken back.

Edits are carried out in the order they were made, those taken back left out; so anybody's edit can be taken
back alone, wherever it stands, as long as what was made after it does not build on it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from builder.commands.command import Command
from builder.commands.perform import apply
from builder.words import Phrase, said
from engine.kernel.issue import Issue
from engine.metadata.load import load_definition
from engine.ports import Documents, DraftCommand, Release, StoredDraft


@dataclass(frozen=True, slots=True)
class Edit:
    """A command of a draft, its sentence, and the documents once it is carried out or left out.

    `is_unfit` where it could not be carried out any more, such as one of another version.
    """

    command: DraftCommand
    words: Phrase
    after: Documents
    is_unfit: bool = False

    @property
    def holds(self) -> bool:
        """Tell whether it counts: neither taken back nor unfit."""
        return not (self.command.undone or self.is_unfit)


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
        return tuple(edit for edit in self.edits if edit.holds)

    @property
    def undone(self) -> tuple[Edit, ...]:
        """Return the edits taken back or left out."""
        return tuple(edit for edit in self.edits if not edit.holds)


def replay(release: Release, stored: StoredDraft, known: Draft | None = None) -> Draft | list[Issue]:
    """Carry out the commands of a stored draft on a release, or tell why they no longer fit it.

    Goes on from where a `known` draft of the same release has the same commands. Commands were checked on the
    release they were made for; on another one the result is checked again.
    """
    start = _beginning(release, stored, known)
    draft = _carried_on(start, stored.commands[len(start.edits) :])
    if isinstance(draft, list) or stored.base == release.number:
        return draft
    loaded = load_definition(draft.documents)
    return loaded if isinstance(loaded, list) else draft


def salvage(release: Release, stored: StoredDraft) -> Draft:
    """Carry out what still can be of a stored draft; the rest stays among its edits, left out."""
    draft = Draft(release, stored.revision, release.documents)
    for command in stored.commands:
        forward = _loading(_carried_out(draft, command), command)
        draft = _left_out(draft, command) if isinstance(forward, list) else forward
    return draft


def _left_out(draft: Draft, command: DraftCommand) -> Draft:
    edit = Edit(command, Phrase("command.unfit", {"kind": command.kind}), draft.documents, is_unfit=True)
    return replace(draft, edits=(*draft.edits, edit))


def _beginning(release: Release, stored: StoredDraft, known: Draft | None) -> Draft:
    """Return as much of a known draft as the stored one begins with."""
    if known is None or (known.release.app, known.release.number) != (release.app, release.number):
        return Draft(release, stored.revision, release.documents)
    pairs = zip(known.edits, stored.commands, strict=False)
    same = tuple(edit for edit, _ in takewhile(lambda pair: pair[0].command == pair[1], pairs))
    return _until(Draft(known.release, stored.revision, known.documents, known.edits), len(same))


def _until(draft: Draft, count: int) -> Draft:
    """Return the draft as it was after its first edits."""
    edits = draft.edits[:count]
    return replace(draft, edits=edits, documents=edits[-1].after if edits else draft.release.documents)


def _carried_on(draft: Draft, commands: Iterable[DraftCommand]) -> Draft | list[Issue]:
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
    first = next(at for at, edit in enumerate(draft.edits) if edit.command.n in numbers)
    now = _until(draft, first)
    for edit in draft.edits[first:]:
        if edit.is_unfit and edit.command.n not in numbers:
            now = _left_out(now, edit.command)
            continue
        command = replace(edit.command, undone=undone) if edit.command.n in numbers else edit.command
        forward = _loading(_carried_out(now, command), command)
        if isinstance(forward, list):
            return list(_in_the_way(draft, command, numbers, forward))
        now = forward
    return now


def _loading(forward: Draft | list[Issue], command: DraftCommand) -> Draft | list[Issue]:
    """Return a state that loads, or the reasons why it does not."""
    if isinstance(forward, list) or command.undone:
        return forward
    loaded = load_definition(forward.documents)
    return loaded if isinstance(loaded, list) else forward


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
    if isinstance(applied, list) and not command.undone:
        return applied
    words = Phrase("command.undone", {}) if isinstance(applied, list) else applied.words
    after = draft.documents if command.undone or isinstance(applied, list) else applied.documents
    return replace(draft, edits=(*draft.edits, Edit(command, words, after)), documents=after)
