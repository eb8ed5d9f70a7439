"""Runs of flows as rows: written when they start, locked and written again with each step."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from engine.flows.instance import Instance
from engine.flows.stored import from_json, to_json
from engine.kernel.errors import Conflict, NotFound
from runtime.storage.record_ids import is_record_id
from runtime.storage.system_tables_flows import sys_flow_instance

_rows = sys_flow_instance.c


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it is stored: the app it belongs to, the instance, and the version of its row."""

    app: str
    instance: Instance
    version: int


def add_run(connection: Connection, app: str, instance: Instance) -> None:
    """Store a new run."""
    connection.execute(
        insert(sys_flow_instance).values(
            id=instance.id,
            app_id=app,
            flow_id=instance.flow,
            release=instance.release,
            entity_id=instance.entity,
            record_id=instance.record,
            submitter=instance.submitter,
            state=instance.state,
            document=to_json(instance),
            version=1,
            started_at=instance.started_at,
            chain=instance.chain,
            depth=instance.depth,
            parent=instance.parent,
        )
    )


def find_run(connection: Connection, id: str) -> Run | None:
    """Return a run."""
    if not is_record_id(id):
        return None
    row = connection.execute(select(sys_flow_instance).where(_rows.id == id)).first()
    return run_of(row) if row is not None else None


def lock_run(connection: Connection, id: str) -> Run:
    """Return a run that nobody else can step before this unit of work has ended; raise NotFound."""
    found = select(sys_flow_instance).where(_rows.id == id).with_for_update() if is_record_id(id) else None
    row = connection.execute(found).first() if found is not None else None
    if row is None:
        raise NotFound.of("flow.instance.unknown")
    return run_of(row)


def waited_for(connection: Connection, instance: Instance) -> list[str]:
    """Return the ids of runs still going on whose end this one waits for; runs of one chain are few."""
    mine = (_rows.chain == instance.chain, _rows.parent == instance.id, _rows.state == "running")
    return list(connection.execute(select(_rows.id).where(*mine)).scalars())


def run_of(row: Row[Any]) -> Run:
    """Return the run in a row."""
    return Run(row.app_id, from_json(row.document), row.version)


def keep_run(connection: Connection, run: Run, instance: Instance) -> None:
    """Write a run as it is after a step; raise Conflict where somebody else stepped it meanwhile."""
    values = {
        "state": instance.state,
        "document": to_json(instance),
        "ended_at": instance.ended_at,
        "version": run.version + 1,
    }
    mine = update(sys_flow_instance).where(_rows.id == instance.id, _rows.version == run.version)
    if connection.execute(mine.values(**values)).rowcount != 1:
        raise Conflict.of("flow.instance.stepped")


def count_chain(connection: Connection, chain: str) -> int:
    """Return how many runs came of one beginning."""
    counted = select(func.count()).select_from(sys_flow_instance).where(_rows.chain == chain)
    return int(connection.execute(counted).scalar_one())
