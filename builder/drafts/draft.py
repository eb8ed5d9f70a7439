"""A draft as data: the published release it starts from, the edits that hold, and those taken back."""

from dataclasses import dataclass, replace

from builder.commands.command import Command
from builder.commands.perform import apply, take_back
from builder.words import Phrase
from engine.kernel.issue import Issue
from engine.metadata.load import load_definition
from engine.ports import Documents, DraftCommand, Release, StoredDraft


@dataclass(frozen=True, slots=True)
class Edit:
    """A command that was carried out, its sentence, and what takes it back."""

    command: DraftCommand
    words: Phrase
    inverse: Command


@dataclass(frozen=True, slots=True)
class Draft:
    """The documents of an app as edited so far. `undone` holds the edits taken back, the latest first."""

    release: Release
    revision: int
    documents: Documents
    done: tuple[Edit, ...] = ()
    undone: tuple[Edit, ...] = ()


def replay(release: Release, stored: StoredDraft) -> Draft | list[Issue]:
    """Carry out the commands of a stored draft on a release, or tell why they no longer fit it."""
    draft = Draft(release, stored.revision, release.documents)
    for command in stored.commands:
        forward = carry_out(draft, command)
        if isinstance(forward, list):
            return forward
        draft = forward
    while len(draft.done) > stored.done:
        draft = step_back(draft)
    return draft if stored.base == release.number else _still_loads(draft)


def _still_loads(draft: Draft) -> Draft | list[Issue]:
    """Commands were checked on the release they were made for; on another one the result is checked again."""
    loaded = load_definition(draft.documents)
    return loaded if isinstance(loaded, list) else draft


def carry_out(draft: Draft, command: DraftCommand) -> Draft | list[Issue]:
    """Carry out one more stored command."""
    applied = apply(draft.documents, Command(command.kind, command.params))
    if isinstance(applied, list):
        return applied
    edit = Edit(command, applied.words, applied.inverse)
    return replace(draft, documents=applied.documents, done=(*draft.done, edit))


def step_back(draft: Draft) -> Draft:
    """Take the last edit back."""
    *earlier, last = draft.done
    documents = take_back(draft.documents, last.inverse)
    return replace(draft, documents=documents, done=tuple(earlier), undone=(last, *draft.undone))


def step_forward(draft: Draft) -> Draft:
    """Carry out again the edit that was taken back last."""
    first, *later = draft.undone
    forward = carry_out(replace(draft, undone=tuple(later)), first.command)
    assert isinstance(forward, Draft)  # it held on these very documents before
    return forward
