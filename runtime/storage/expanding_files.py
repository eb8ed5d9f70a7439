"""What attachments hold: name, size and kind of each file, one statement for a whole answer."""

from typing import Any

from sqlalchemy import Connection, Dialect, select

from engine.metadata.definition import FieldPlace, places
from engine.metadata.model import AttachmentOptions
from runtime.storage.binding import is_one_of, kept_list
from runtime.storage.columns.families import KEY
from runtime.storage.plans import plans_of
from runtime.storage.statement import Statement, compile_statement, run
from runtime.storage.system_tables import sys_file
from runtime.storage.viewer import Viewer

Item = dict[str, Any]


def expand_files(viewer: Viewer, connection: Connection, entity: str, items: list[Item]) -> None:
    """Turn the file ids in items, detail lines among them, into `{"id", "name", "size", "type"}`."""
    attached = [
        (holder, place.field.name)
        for place in _attachments(viewer, entity)
        for holder in _holders(items, place)
        if holder.get(place.field.name)
    ]
    ids = sorted({id for holder, name in attached for id in holder[name]})
    found = _found(viewer, connection, ids) if ids else {}
    for holder, name in attached:
        holder[name] = [found[id] for id in holder[name] if id in found]


def _attachments(viewer: Viewer, entity: str) -> list[FieldPlace]:
    readable = viewer.require("read", entity).readable
    every = places(viewer.definition.entities[entity])
    return [
        each
        for each in every
        if isinstance(each.field.options, AttachmentOptions) and each.field.id in readable
    ]


def _holders(items: list[Item], place: FieldPlace) -> list[Item]:
    if place.lines is None:
        return items
    return [line for item in items for line in item.get(place.lines.name) or ()]


def _found(viewer: Viewer, connection: Connection, ids: list[str]) -> dict[str, Item]:
    statement = plans_of(viewer.definition).get(
        (viewer.dialect.name, "files"), lambda: _files_statement(viewer.dialect)
    )
    rows = run(connection, statement, {"ids": kept_list(ids, KEY, viewer.dialect)})
    return {id: {"id": id, "name": name, "size": size, "type": kind} for id, name, size, kind in rows}


def _files_statement(dialect: Dialect) -> Statement:
    file = sys_file.c
    found = select(file.id, file.name, file.size, file.content_type)
    return compile_statement(found.where(is_one_of(file.id, "ids", KEY, dialect)), dialect)
