"""Looks at a zip-based workbook before it is opened: entries, names, sizes as they really inflate."""

from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from runtime.transfer.limits import ENTRIES, INFLATED_BYTES, RATIO
from runtime.transfer.refusal import Refused

_CHUNK = 256 * 1024
_SYMLINK = 0o120000


def check_archive(path: Path) -> None:
    """Refuse an archive that is broken, too big inside, or names places outside of itself."""
    try:
        with ZipFile(path) as archive:
            _check_entries(archive.infolist())
            _check_inflated(archive, path.stat().st_size)
    except (BadZipFile, EOFError, NotImplementedError, OSError) as problem:
        raise Refused("transfer.archive.broken", cause=str(problem)[:120]) from problem
    except RuntimeError as problem:  # zipfile's word for an entry under a password
        raise Refused("transfer.file.encrypted") from problem


def _check_entries(entries: list[ZipInfo]) -> None:
    if len(entries) > ENTRIES:
        raise Refused("transfer.archive.entries", limit=ENTRIES, count=len(entries))
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise Refused("transfer.archive.duplicate")
    for entry in entries:
        if not _is_inside(entry.filename) or (entry.external_attr >> 16) & 0o170000 == _SYMLINK:
            raise Refused("transfer.archive.path", name=entry.filename[:80])


def _is_inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return not name.startswith(("/", "\\")) and ".." not in parts and ":" not in name and "\\" not in name


def _check_inflated(archive: ZipFile, packed: int) -> None:
    inflated = 0
    for entry in archive.infolist():
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                inflated += len(chunk)
                if inflated > INFLATED_BYTES:
                    raise Refused("transfer.archive.inflated", limit=INFLATED_BYTES // 1024 // 1024)
    if inflated > packed * RATIO:
        raise Refused("transfer.archive.ratio", limit=RATIO)
