"""Everything a running server is made of, wired once and never changed.

Extensions receive it; endpoints reach it through the router they were made with.
"""

import asyncio
from dataclasses import dataclass

from engine.ports import Clock, DefinitionStore, IdSource
from runtime.identity.callers import Callers
from runtime.identity.passwords import HashingPool
from runtime.identity.sign_in import SignIn
from runtime.server.apps import InstalledApps
from runtime.server.cookies import SessionCookie
from runtime.settings import Settings
from runtime.storage.database import Database, T, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The parts of one server."""

    settings: Settings
    database: Database
    definitions: DefinitionStore
    clock: Clock
    ids: IdSource
    apps: InstalledApps
    callers: Callers
    sign_in: SignIn
    hashing: HashingPool
    cookie: SessionCookie

    async def write(self, work: Work[T]) -> T:
        """Run a unit of work and return after its durable commit, without holding up the loop."""
        return await asyncio.wrap_future(self.database.submit(work))

    def close(self) -> None:
        """Let what is running end."""
        self.hashing.close()
        self.database.close()
