"""One process per SQLite file: an exclusive lock on a file beside it, holding the owner's process id."""

import os
import sys
from pathlib import Path
from typing import IO

from engine.kernel.errors import Unavailable

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class ProcessLock:
    """Held from creation until `release`; a crash releases it as well."""

    def __init__(self, guarded: Path) -> None:
        self._file = guarded.with_name(guarded.name + ".lock").open("a+", encoding="utf-8")
        try:
            _lock(self._file)
        except OSError as problem:
            owner = self._owner()
            self._file.close()
            raise Unavailable.of("storage.database.in_use", file=str(guarded), pid=owner) from problem
        self._write_owner()

    def release(self) -> None:
        """Let another process in."""
        self._file.close()

    def _owner(self) -> str:
        self._file.seek(0)
        return self._file.read().strip() or "?"

    def _write_owner(self) -> None:
        self._file.seek(0)
        self._file.truncate()
        self._file.write(f"{os.getpid()}\n")
        self._file.flush()
