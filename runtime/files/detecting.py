"""What a file is, by its content and not by what its sender says; and the groups a field may accept."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import filetype

UNKNOWN = "application/octet-stream"
TEXT = "text/plain"
_OFFICE_IN_ZIP = {
    "word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_OFFICE = frozenset(
    {
        *_OFFICE_IN_ZIP.values(), "application/msword", "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint", "application/x-ole-storage",
    }
)  # fmt: skip
_ARCHIVES = frozenset(
    {
        "application/zip", "application/gzip", "application/x-tar", "application/x-7z-compressed",
        "application/x-rar-compressed", "application/x-bzip2", "application/x-xz", "application/zstd",
    }
)  # fmt: skip
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_MACHINE_TEXT = b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f"


def detect(head: bytes, path: Path) -> str:
    """Return the media type of a file from its first bytes, and of a zip from its table of contents."""
    kind = filetype.guess(head)
    if kind is None:
        return TEXT if _is_text(head) else UNKNOWN
    if kind.mime == "application/zip":
        return _inside_zip(path) or "application/zip"
    return str(kind.mime)


def group_of(media_type: str) -> str:
    """Return the group a media type belongs to, as attachment fields name them; `any` for all others."""
    if media_type.startswith("image/") and media_type != "image/svg+xml":
        return "image"
    if media_type in _OFFICE or media_type.startswith(_OPEN_DOCUMENT):
        return "office"
    named: Mapping[str, str] = {"application/pdf": "pdf", TEXT: "text"}
    return named.get(media_type) or ("archive" if media_type in _ARCHIVES else "any")


def _is_text(head: bytes) -> bool:
    """Tell whether bytes read as text; the last character may have been cut."""
    if any(byte in _MACHINE_TEXT for byte in head):
        return False
    for cut in range(4):
        try:
            head[: len(head) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return True
    return False


def _inside_zip(path: Path) -> str | None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [entry.filename for entry in archive.infolist()[:200]]
    except (zipfile.BadZipFile, OSError):
        return None
    inside = (office for start, office in _OFFICE_IN_ZIP.items() if any(n.startswith(start) for n in names))
    return next(inside, None)
