"""Starts a run within the transaction of its cause: a row for it, and a job that lets it begin."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from engine.flows.instance import Instance
from engine.kernel.values import Value
from engine.metadata.definition import Definition
from engine.ports import IdSource
from runtime.flows.bell import Bell
from runtime.flows.incidents import NewIncident, open_incident
from runtime.flows.instances import add_run, count_chain
from runtime.flows.outbox import NewJob, put
from runtime.realtime.announcing import Announcer
from runtime.realtime.frame import Frame

MOST_RUNS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRun:
    """What starts: a flow on a record, for whom, and what led to it."""

    flow: str
    entity: str
    record: str
    submitter: str | None
    before: Mapping[str, Value] = field(default_factory=dict)
    chain: str = ""
    depth: int = 0
    parent: str | None = None
    parent_effect: str | None = None


@dataclass(frozen=True, slots=True)
class Starter:
    """Starts runs of one installation."""

    ids: IdSource
    bell: Bell
    announce: Announcer

    def __call__(
        self, connection: Connection, published: "Published", new: NewRun, now: datetime
    ) -> str | None:
        """Start a run and return its id; None where its chain has grown too long, which is an incident."""
        definition = published.definition
        if new.chain and new.depth and count_chain(connection, new.chain) >= MOST_RUNS:
            open_incident(connection, _too_many(definition, new), self.ids, now)
            return None
        id = self.ids.record_id()
        known = {"before": dict(new.before)} if new.before else {}
        instance = Instance(
            id=id,
            flow=new.flow,
            release=published.release,
            entity=new.entity,
            record=new.record,
            submitter=new.submitter,
            started_at=now,
            known=known,
            depth=new.depth,
            chain=new.chain or id,
            parent=new.parent,
            parent_effect=new.parent_effect,
        )
        app = definition.app.id
        add_run(connection, app, instance)
        put(
            connection,
            NewJob(kind="start", app=app, key=f"{id}:start", run_at=now, instance=id, order_key=id),
            self.ids,
            now,
        )
        self.bell.ring_after(connection)
        people = (new.submitter,) if new.submitter else ()
        self.announce(connection, [Frame(kind="instance", app=app, entity=new.entity, id=id, people=people)])
        return id


@dataclass(frozen=True, slots=True)
class Published:
    """Documents of an app with the number of their release."""

    definition: Definition
    release: int


def _too_many(definition: Definition, new: NewRun) -> NewIncident:
    return NewIncident(
        app=definition.app.id,
        kind="loop",
        code="flow.loop.chain",
        params={"limit": MOST_RUNS},
        subject=f"chain:{new.chain}",
        flow=new.flow,
        entity=new.entity,
        record=new.record,
        instance=new.parent,
    )
