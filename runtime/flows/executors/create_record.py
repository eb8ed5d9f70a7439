"""Stores a new record, with the rights of the flow."""

from typing import Any

from engine.flows.effects import CreateRecord
from runtime.flows.executors.executor import Executor
from runtime.flows.executors.naming import renamed
from runtime.flows.facts import look
from runtime.flows.stage import Stage


def _carry_out(stage: Stage, effect: CreateRecord) -> dict[str, Any]:
    values = renamed(stage.former, stage.definition, effect.entity, effect.values)
    written = stage.records().create(effect.entity, values)
    return known_record(stage, effect.entity, written.id, effect.asked)


def known_record(stage: Stage, entity: str, id: str, asked: tuple[str, ...]) -> dict[str, Any]:
    """Return a record as later steps know it: its id and the values they ask for."""
    seen = look(stage.former_viewer, stage.connection, entity, id, asked) if asked else None
    return {"id": id, **(seen.values(asked) if seen else {})}


EXECUTOR = Executor(CreateRecord, _carry_out, writes=True)
