"""Changes a record, or one of its detail lines, with the rights of the flow."""

from typing import Any

from sqlalchemy import select

from engine.flows.effects import UpdateRecord
from engine.kernel.errors import NotFound
from runtime.flows.executors.create_record import known_record
from runtime.flows.executors.executor import Executor
from runtime.flows.executors.naming import current_name, renamed
from runtime.flows.stage import Stage
from runtime.storage.physical import record_tables


def _carry_out(stage: Stage, effect: UpdateRecord) -> dict[str, Any] | None:
    values = _values(stage, effect)
    stage.records().update(effect.entity, effect.record, values, version_of(stage, effect))
    if not effect.asked:
        return None
    return known_record(stage, effect.entity, effect.record, effect.asked)


def version_of(stage: Stage, effect: UpdateRecord) -> int:
    """Return the version a record has now; raise NotFound."""
    table = record_tables(stage.definition)[effect.entity].table
    found = select(table.c.version).where(table.c.id == effect.record, table.c.deleted_at.is_(None))
    version = stage.connection.execute(found).scalar()
    if version is None:
        raise NotFound.of("record.absent")
    return int(version)


def _values(stage: Stage, effect: UpdateRecord) -> dict[str, Any]:
    former, definition = stage.former, stage.definition
    if effect.lines_field is None or effect.line is None:
        return renamed(former, definition, effect.entity, effect.values)
    place = former.field(effect.lines_field)
    name = current_name(former, definition, effect.lines_field)
    if place is None or name is None:
        raise NotFound.of("flow.field.gone")
    wrapped = {place.field.name: [dict(effect.values)]}
    lines = renamed(former, definition, effect.entity, wrapped)
    return {name: [{"id": effect.line, **lines[name][0]}]}


EXECUTOR = Executor(UpdateRecord, _carry_out, writes=True)
