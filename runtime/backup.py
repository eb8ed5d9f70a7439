"""Backups of an installation on SQLite: one archive of the database, the files and a manifest with digests.

The database is copied by SQLite's own online backup, so the server may go on working. The master key is
left out, because who finds a backup must not be able to read the secrets in it. What is restored is paused:
letters and calls that left after the backup would leave again.
"""

import hashlib
import json
import shutil
import sqlite3
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy.exc import DBAPIError

from engine.kernel.errors import Conflict, Invalid, NotFound
from runtime.storage.pausing import pause
from runtime.storage.sqlite import SqliteDatabase

MANIFEST = "manifest.json"
FORMAT = "tongdao/backup/1"
DATABASE = "tongdao.sqlite"
FOLDERS = ("files", "apps")
_CHUNK = 1_000_000


def write_backup(database: Path, data: Path, target: Path, at: datetime) -> int:
    """Write an archive; return its size."""
    if not database.is_file():
        raise NotFound.of("backup.database.missing", (), file=str(database))
    with TemporaryDirectory(dir=target.parent) as folder:
        copy = Path(folder) / DATABASE
        _copy_database(database, copy)
        members = {DATABASE: copy, **dict(_files(data))}
        manifest = {
            "format": FORMAT,
            "at": at.isoformat(),
            "members": {name: _digest(path) for name, path in sorted(members.items())},
        }
        unfinished = Path(folder) / "archive"
        _pack(unfinished, manifest, members)
        unfinished.replace(target)
    return target.stat().st_size


def restore_backup(archive: Path, data: Path, at: datetime) -> str:
    """Unpack an archive into a data folder without a database; return when it was written."""
    if (data / DATABASE).exists():
        raise Conflict.of("backup.target.occupied", (), folder=str(data))
    data.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=data) as folder:
        manifest = _unpack(archive, Path(folder))
        _pause(archive, Path(folder) / DATABASE, at)
        for name in manifest["members"]:
            place = data / name
            place.parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).replace(place)
    return str(manifest["at"])


def _pause(archive: Path, copy: Path, at: datetime) -> None:
    """Pause what is restored before it stands where a server would find it."""
    if not copy.is_file():
        raise Invalid.of("backup.archive.unreadable", (), file=str(archive))
    database = SqliteDatabase(copy)
    try:
        database.write(partial(pause, now=at))
    except DBAPIError as problem:
        raise Invalid.of("backup.archive.unreadable", (), file=str(archive)) from problem
    finally:
        database.close()


def _copy_database(database: Path, copy: Path) -> None:
    address = f"file:{database}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        if target.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise Invalid.of("backup.database.damaged", (), file=str(database))


def _files(data: Path) -> Iterator[tuple[str, Path]]:
    for folder in FOLDERS:
        for path in sorted((data / folder).rglob("*")):
            if path.is_file() and path.suffix != ".part":
                yield path.relative_to(data).as_posix(), path


def _pack(target: Path, manifest: Mapping[str, Any], members: Mapping[str, Path]) -> None:
    listing = target.with_name(MANIFEST)
    listing.write_text(json.dumps(manifest, indent=2), encoding="utf-8")
    with tarfile.open(target, "w:gz", compresslevel=3) as archive:
        archive.add(listing, MANIFEST)
        for name in manifest["members"]:
            archive.add(members[name], name)


def _unpack(source: Path, folder: Path) -> Mapping[str, Any]:
    """Unpack what the manifest names and nothing else; nothing is used before every digest is right."""
    try:
        with tarfile.open(source, "r:gz") as archive:
            _extract(archive, MANIFEST, folder)
            manifest: Mapping[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            if manifest["format"] != FORMAT or not all(map(_is_known, manifest["members"])):
                raise Invalid.of("backup.archive.unreadable", (), file=str(source))
            for name, digest in manifest["members"].items():
                _extract(archive, name, folder)
                if _digest(folder / name) != digest:
                    raise Invalid.of("backup.archive.damaged", (), name=name)
    except (tarfile.TarError, OSError, ValueError, KeyError, TypeError) as problem:
        raise Invalid.of("backup.archive.unreadable", (), file=str(source)) from problem
    return manifest


def _extract(archive: tarfile.TarFile, name: str, folder: Path) -> None:
    content = archive.extractfile(name)
    if content is None:
        raise KeyError(name)
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("wb") as target:
        shutil.copyfileobj(content, target, _CHUNK)


def _is_known(name: str) -> bool:
    path = PurePosixPath(name)
    return name == DATABASE or (path.parts[0] in FOLDERS and ".." not in path.parts and len(path.parts) > 1)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
