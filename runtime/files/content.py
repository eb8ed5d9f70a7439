"""Content of files in a folder, under random keys; written beside, then moved into place whole.

Knows keys and bytes; names, types and rights live in the database.
"""

import os
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

from engine.kernel.errors import NotFound

HEAD_BYTES = 8_192


@dataclass(frozen=True, slots=True)
class Stored:
    """What was written: its key, size, digest and first bytes."""

    key: str
    size: int
    sha256: str
    head: bytes


class Intake:
    """One file on its way in; nothing of it is kept until `keep`."""

    def __init__(self, folder: Path) -> None:
        self._key = secrets.token_hex(20)
        self._folder = folder
        self._partial = folder / f"{self._key}.part"
        self._file: IO[bytes] = self._partial.open("xb")
        self._digest = sha256()
        self._size = 0
        self._head = b""

    @property
    def size(self) -> int:
        """Return how many bytes came so far."""
        return self._size

    def add(self, chunk: bytes) -> None:
        """Write the next bytes."""
        if len(self._head) < HEAD_BYTES:
            self._head += chunk[: HEAD_BYTES - len(self._head)]
        self._size += len(chunk)
        self._digest.update(chunk)
        self._file.write(chunk)

    def keep(self) -> Stored:
        """Flush to disk and move into place."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        place = path_of(self._folder, self._key)
        place.parent.mkdir(exist_ok=True)
        self._partial.replace(place)
        return Stored(self._key, self._size, self._digest.hexdigest(), self._head)

    def drop(self) -> None:
        """Forget what came."""
        self._file.close()
        self._partial.unlink(missing_ok=True)


class FileContents:
    """The folder of file contents."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(self) -> Intake:
        """Start to take a file in."""
        self._folder.mkdir(parents=True, exist_ok=True)
        return Intake(self._folder)

    def path(self, key: str) -> Path:
        """Return where the content of a key lies; raise NotFound where it does not."""
        place = path_of(self._folder, key)
        if not place.is_file():
            raise NotFound.of("file.content.missing")
        return place

    def remove(self, key: str) -> None:
        """Remove the content of a key."""
        path_of(self._folder, key).unlink(missing_ok=True)


def path_of(folder: Path, key: str) -> Path:
    """Return the place of a key: spread over folders by its first two letters."""
    return folder / key[:2] / key
