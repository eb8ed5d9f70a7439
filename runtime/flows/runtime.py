"""What everything about flows at work shares, wired once per process."""

from dataclasses import dataclass

from sqlalchemy import Connection

from engine.access.principal import Principal
from engine.metadata.definition import Definition
from runtime.flows.apps import Apps
from runtime.flows.bell import Bell
from runtime.flows.outbox import NewJob, put
from runtime.flows.outgoing import Inbound, LetterBox, Outgoing, no_inbound, no_letters, no_outgoing
from runtime.realtime.announcing import Announcer
from runtime.storage.repository import Repository, Store
from runtime.storage.unit import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowRuntime:
    """The parts; `store` is the one whose writes are watched by triggers."""

    store: Store
    apps: Apps
    bell: Bell
    announce: Announcer
    outgoing: Outgoing = no_outgoing
    letters: LetterBox = no_letters
    inbound: Inbound = no_inbound

    def repository(self, definition: Definition, principal: Principal, origin: Origin) -> Repository:
        """Return the records of an app as a principal may use them."""
        return Repository(self.store, definition, principal, origin)

    def put(self, connection: Connection, job: NewJob) -> str | None:
        """Add a job, and wake who does it when this is committed."""
        added = put(connection, job, self.store.ids, self.store.clock.now())
        if added is not None and job.run_at <= self.store.clock.now():
            self.bell.ring_after(connection)
        return added
