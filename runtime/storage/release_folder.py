"""Published documents as files, in canonical form, so that git and people can read the difference.

A mirror for reading: the database is the truth, and a missing or torn file is simply written again.
"""

import os
import tempfile
from pathlib import Path

from engine.metadata.definition import Definition
from engine.metadata.dump import dump_definition, to_text
from engine.metadata.load import load_definition
from engine.ports import Release


class ReleaseFolder:
    """The folder of an installation that holds one folder per app."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def write(self, release: Release) -> None:
        """Bring the folder of an app to a release."""
        definition = load_definition(release.documents)
        if not isinstance(definition, Definition):
            return
        folder = self._root / release.app
        files = {path: to_text(document) for path, document in dump_definition(definition).items()}
        for path, text in files.items():
            _replace(folder / path, text)
        for stale in folder.rglob("*.json"):
            if stale.relative_to(folder).as_posix() not in files:
                stale.unlink()


def _replace(path: Path, text: str) -> None:
    """Write a file so that a reader sees the old or the new text, never a part."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).replace(path)
