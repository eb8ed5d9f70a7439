"""What one edit would mean before it is made: the documents it changes, and work on stored data."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.commands.documents import Label
from builder.commands.perform import Applied
from engine.metadata.load import kind_in
from engine.ports import StorageStep


@dataclass(frozen=True, slots=True)
class Touched:
    """A document that changes: its file, its kind and what it is called."""

    file: str
    kind: str
    label: Label


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Work on stored data that publishing would do besides what the draft asks for, and documents."""

    steps: Sequence[StorageStep]
    documents: Sequence[Touched]


def changed_documents(applied: Applied) -> list[Touched]:
    """Return the documents that a command would change, add or take away."""
    before, after = applied.before, applied.documents
    return [
        Touched(file, kind_in(document), document["label"])
        for file in sorted({*before, *after})
        if before.get(file) != after.get(file)
        for document in [after.get(file) or before[file]]
    ]
