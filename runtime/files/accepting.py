"""Whether files may stand in an attachment field, by what they are and how large.

Whose files they are, and giving them to the record, is decided where the record is saved.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.metadata.model import AttachmentOptions, Entity, Field, LinesOptions
from runtime.files.detecting import group_of
from runtime.files.registry import FileEntry, find_files

MEGABYTE = 1_000_000

_Named = tuple[AttachmentOptions, Path, str]


def check_files(connection: Connection, entity: Entity, values: Mapping[str, Any]) -> list[Issue]:
    """Return an issue for each named file that its field does not take; unknown files are judged later."""
    named = list(_named(entity.fields, values))
    found = find_files(connection, {id for _, _, id in named}) if named else {}
    issues = ((path, _refusal(options, found[id])) for options, path, id in named if id in found)
    return [issue.under(*path) for path, issue in issues if issue is not None]


def _named(fields: tuple[Field, ...], values: Mapping[str, Any]) -> Iterator[_Named]:
    for field in fields:
        sent = values.get(field.name)
        if not isinstance(sent, list):
            continue
        if isinstance(field.options, AttachmentOptions):
            for place, id in enumerate(sent):
                if isinstance(id, str):
                    yield field.options, (field.name, place), id
        if isinstance(field.options, LinesOptions):
            for place, line in enumerate(sent):
                if isinstance(line, Mapping):
                    for options, path, id in _named(field.options.fields, line):
                        yield options, (field.name, place, *path), id


def _refusal(options: AttachmentOptions, file: FileEntry) -> Issue | None:
    if file.size > options.max_megabytes * MEGABYTE:
        return Issue("file.size.large", (), {"name": file.name, "most": options.max_megabytes})
    if options.accept and "any" not in options.accept and group_of(file.type) not in options.accept:
        return Issue("file.type.unwanted", (), {"name": file.name, "accepted": ", ".join(options.accept)})
    return None
