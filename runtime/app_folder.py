"""An app as a folder on disk: reads its JSON documents, writes them in canonical form.

Knows files, not documents: what they say is for `engine.metadata` to judge.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.kernel.issue import Issue
from engine.metadata.dump import FOLDERS, to_text

FILE_BYTES = 4_000_000

Documents = dict[str, dict[str, Any]]


def read_app_folder(folder: Path) -> Documents | list[Issue]:
    """Return the documents by path below the folder, or what could not be read of them."""
    documents: Documents = {}
    issues: list[Issue] = []
    for path in _document_files(folder):
        name = path.relative_to(folder).as_posix()
        read = _read(path)
        if isinstance(read, Issue):
            issues.append(read.under(*name.removesuffix(".json").split("/")))
        else:
            documents[name] = read
    return issues or documents


def write_app_folder(folder: Path, documents: Mapping[str, Mapping[str, Any]]) -> None:
    """Write documents; files of documents that are no longer there are removed, others stay."""
    for path in _document_files(folder):
        if path.relative_to(folder).as_posix() not in documents:
            path.unlink()
    for name, document in documents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(to_text(dict(document)), encoding="utf-8")


def _document_files(folder: Path) -> list[Path]:
    inner = (path for name in FOLDERS.values() for path in sorted((folder / name).glob("*.json")))
    return [path for path in (folder / "app.json", *inner) if path.is_file()]


def _read(path: Path) -> dict[str, Any] | Issue:
    if path.stat().st_size > FILE_BYTES:
        return Issue("document.file.large", (), {"most": FILE_BYTES})
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        return Issue("document.file.syntax", (), {"line": error.lineno, "column": error.colno})
    except (ValueError, RecursionError):
        return Issue("document.file.unreadable")
    return content if isinstance(content, dict) else Issue("document.file.unreadable")
