"""Reads the change log for auditors: newest first, in pages, with fields and without values."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, Row, Select, select, tuple_

from engine.kernel.errors import Invalid
from runtime.http.audit.schemas import AuditAnswer, AuditEntry
from runtime.server.apps import InstalledApps
from runtime.storage.system_tables import SYSTEM_APP, sys_change, sys_user


def read_trail(
    connection: Connection, apps: InstalledApps, wanted: Mapping[str, str], limit: int, cursor: str | None
) -> AuditAnswer:
    """Return a page of the trail; `wanted` narrows it by app, entity, record, person or action."""
    rows = list(connection.execute(_question(apps, wanted, cursor).limit(limit + 1)))
    names = dict(_names(apps))
    page = rows[:limit]
    more = _cursor(page[-1]) if len(rows) > limit else None
    return AuditAnswer(items=[_entry(row, names) for row in page], next_cursor=more)


def chains(connection: Connection) -> list[str]:
    """Return the ids of the apps that have a chain."""
    return list(connection.execute(select(sys_change.c.app_id).distinct()).scalars())


def _question(apps: InstalledApps, wanted: Mapping[str, str], cursor: str | None) -> Select[Any]:
    change = sys_change.c
    question = (
        select(sys_change, sys_user.c.name.label("by_name"))
        .outerjoin(sys_user, sys_user.c.id == change.actor)
        .order_by(change.at.desc(), change.app_id.desc(), change.sequence.desc())
    )
    ids = {name: id for id, name in _names(apps)}
    columns = {"app": change.app_id, "entity": change.entity_id, "record": change.record_id}
    columns |= {"person": change.actor, "action": change.action}
    for key, value in wanted.items():
        id = ids.get(value, value) if key in ("app", "entity") else value
        question = question.where(columns[key] == id)
    if cursor is not None:
        question = question.where(tuple_(change.at, change.app_id, change.sequence) < _place(cursor))
    return question


def _place(cursor: str) -> tuple[datetime, str, int]:
    try:
        at, app, sequence = cursor.split("~")
        return datetime.fromisoformat(at), app, int(sequence)
    except ValueError:
        raise Invalid.of("query.cursor.unreadable", ("cursor",)) from None


def _cursor(row: Row[Any]) -> str:
    return f"{row.at.isoformat()}~{row.app_id}~{row.sequence}"


def _entry(row: Row[Any], names: Mapping[str, str]) -> AuditEntry:
    return AuditEntry(
        app=names.get(row.app_id, row.app_id),
        sequence=row.sequence,
        at=row.at,
        by=row.actor,
        by_name=row.by_name,
        kind=row.principal_kind,
        action=row.action,
        entity=names.get(row.entity_id, row.entity_id),
        record=row.record_id,
        source=row.source,
        reason=row.reason,
        fields=[names.get(field, field) for field in orjson.loads(row.changes)],
    )


def _names(apps: InstalledApps) -> Iterator[tuple[str, str]]:
    """Yield the name of each id that the trail speaks of."""
    yield SYSTEM_APP, SYSTEM_APP
    for installed in apps.all():
        definition = installed.definition
        yield definition.app.id, definition.app.name
        for entity in definition.entities.values():
            yield entity.id, entity.name
            yield from ((field.id, field.name) for field in entity.fields)
