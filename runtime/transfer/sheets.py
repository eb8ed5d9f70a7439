"""Sheets of an uploaded file: has the limited process read it, then offers its rows again and again."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from engine.kernel.issue import Issue
from runtime.transfer import limits
from runtime.transfer.cells import Row, from_json
from runtime.transfer.worker import RESULT

_ROOT = str(Path(__file__).resolve().parents[2])
_KILLED = {-signal.SIGXCPU: "transfer.file.slow", -signal.SIGKILL: "transfer.file.slow"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; merged ranges as ((row, column), (row, column)), zero-based."""

    number: int
    name: str
    hidden: bool
    rows: int
    columns: int
    filled: int
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A file whose rows lie ready below a folder; encoding and delimiter for texts only."""

    folder: Path
    encoding: str | None
    delimiter: str | None
    sheets: tuple[Sheet, ...]

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield all rows of a sheet; the first one has number 1 in the file."""
        with (self.folder / f"{sheet.number}.jsonl").open("rb") as file:
            for line in file:
                yield [from_json(cell) for cell in orjson.loads(line)]


def read_book(source: Path, folder: Path, name: str) -> Book | Issue:
    """Read a file into a folder made for it; a refusal names the file, and sheet and row where known."""
    if source.stat().st_size > limits.FILE_BYTES:
        return Issue("transfer.file.large", (), {"file": name, "limit": limits.FILE_BYTES // limits.MEGABYTE})
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    fault = _run(source, folder)
    found = open_book(folder) if fault is None else Issue(fault)
    return _named(found, name) if isinstance(found, Issue) else found


def open_book(folder: Path) -> Book | Issue:
    """Open what was read before."""
    result: dict[str, Any] = orjson.loads((folder / RESULT).read_bytes())
    if "code" in result:
        return Issue(result["code"], (), result["params"])
    sheets = tuple(
        Sheet(number=number, **{**each, "merged": _ranges(each["merged"])})
        for number, each in enumerate(result["sheets"])
    )
    if not any(sheet.filled for sheet in sheets):
        return Issue("transfer.file.empty")
    return Book(folder, result["encoding"], result["delimiter"], sheets)


def _run(source: Path, folder: Path) -> str | None:
    """Run the limited process; return the code of what stopped it."""
    command = [sys.executable, "-m", "runtime.transfer.worker", str(source.resolve()), str(folder.resolve())]
    environment = {"PYTHONPATH": _ROOT, "PATH": os.defpath, "LC_ALL": "C.UTF-8"}
    try:
        ended = subprocess.run(command, env=environment, capture_output=True, timeout=limits.WALL_SECONDS)
    except subprocess.TimeoutExpired:
        return "transfer.file.slow"
    if ended.returncode == 0:
        return None
    return _KILLED.get(ended.returncode, "transfer.file.memory")


def _ranges(raw: list[Any]) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    return tuple(((first[0], first[1]), (last[0], last[1])) for first, last in raw)


def _named(issue: Issue, name: str) -> Issue:
    return Issue(issue.code, issue.path, {"file": name, **issue.params})
