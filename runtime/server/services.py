"""Everything a running server is made of, wired once and never changed.

Extensions receive it; endpoints reach it through the router they were made with.
"""

import asyncio
from dataclasses import dataclass

from engine.access.principal import Principal
from engine.ports import (
    Clock,
    DefinitionStore,
    Documents,
    DraftStore,
    FlowTrials,
    IdSource,
    NewRelease,
    People,
    Presence,
    Release,
    RoleHolders,
    Runs,
    StoragePlanner,
)
from runtime.beginning.starters import StarterFolders
from runtime.beginning.workbooks import StoredWorkbooks
from runtime.files.content import FileContents
from runtime.flows.flows import Flows
from runtime.identity.callers import Callers
from runtime.identity.pace import Pace
from runtime.identity.passwords import HashingPool
from runtime.identity.seeing import Passes
from runtime.identity.sign_in import SignIn
from runtime.outgoing.calls import OutgoingCalls
from runtime.pool import BoundedPool
from runtime.server.apps import InstalledApp, InstalledApps
from runtime.server.cookies import SessionCookie
from runtime.settings import Settings
from runtime.storage.change_log import ChangeLog
from runtime.storage.database import Database, T, Work
from runtime.storage.repository import Repository, Store
from runtime.storage.secrets import Vault
from runtime.storage.unit import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The parts of one server."""

    settings: Settings
    database: Database
    definitions: DefinitionStore
    planner: StoragePlanner
    drafts: DraftStore
    presence: Presence
    runs: Runs
    people: People
    trials: FlowTrials
    holders: RoleHolders
    starters: StarterFolders
    workbooks: StoredWorkbooks
    clock: Clock
    ids: IdSource
    apps: InstalledApps
    change_log: ChangeLog
    vault: Vault
    files: FileContents
    callers: Callers
    pace: Pace
    passes: Passes
    sign_in: SignIn
    hashing: HashingPool
    cookie: SessionCookie
    beside: BoundedPool
    flows: Flows
    outgoing: OutgoingCalls

    @property
    def store(self) -> Store:
        """Return what all repositories share."""
        return self.flows.runtime.store

    def repository(self, installed: InstalledApp, principal: Principal, correlation: str = "") -> Repository:
        """Return the records of an app as a principal may use them."""
        source = "ui" if principal.kind == "human" else "api"
        return Repository(
            self.store, installed.definition, principal, Origin(source, correlation=correlation)
        )

    def install(self, documents: Documents, note: str = "", by: str = "") -> Release:
        """Put documents to work as the next release of their app."""
        app = documents["app.json"]["name"]
        newest = self.definitions.newest(app)
        return self.planner.publish(NewRelease(app, newest.number if newest else 0, documents, note, by))

    async def write(self, work: Work[T]) -> T:
        """Run a unit of work and return after its durable commit, without holding up the loop."""
        return await asyncio.wrap_future(self.database.submit(work))

    def close(self) -> None:
        """Let what is running end."""
        self.flows.close()
        self.hashing.close()
        self.beside.close()
        self.database.close()
