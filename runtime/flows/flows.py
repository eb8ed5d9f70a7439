"""Flows of one process: wired once, started with the server, asked by endpoints."""

import os
import socket
from dataclasses import replace

from sqlalchemy import Connection

from engine.ports import Clock, IdSource
from runtime.flows.apps import AllApps
from runtime.flows.bell import Bell
from runtime.flows.dispatcher import Dispatcher
from runtime.flows.hearing import Hearing
from runtime.flows.outbox import revive
from runtime.flows.outgoing import Inbound, LetterBox, Outgoing
from runtime.flows.runtime import FlowRuntime
from runtime.flows.schedules import plan_schedules
from runtime.flows.starting import Starter
from runtime.flows.triggers import Triggers
from runtime.flows.upkeep import plan_upkeep
from runtime.realtime.announcing import Announcer
from runtime.realtime.hub import Hub
from runtime.storage.change_log import ChangeLog
from runtime.storage.database import Database
from runtime.storage.repository import Store
from runtime.storage.sql_types import is_sqlite

_SECONDS_SQLITE = 0.2
_SECONDS_POSTGRESQL = 1.0


class Flows:
    """The parts of flows at work, and their threads."""

    def __init__(
        self, *, database: Database, clock: Clock, ids: IdSource, log: ChangeLog, apps: AllApps
    ) -> None:
        name = ids.record_id()[-6:]
        self.process = f"{socket.gethostname()}:{os.getpid()}:{name}"
        self.hub, self.bell = Hub(name), Bell()
        self.announce = Announcer(database, self.hub, self.process)
        self.start_run = Starter(ids, self.bell, self.announce)
        self.triggers = Triggers(apps, self.start_run, self.announce)
        store = Store(database=database, clock=clock, ids=ids, log=log, watcher=self.triggers)
        self.runtime = FlowRuntime(store=store, apps=apps, bell=self.bell, announce=self.announce)
        self._apps = apps
        self._database = database
        self.dispatcher = self._dispatcher()
        self._hearing: Hearing | None = None

    def send_by(
        self,
        outgoing: Outgoing | None = None,
        letters: LetterBox | None = None,
        inbound: Inbound | None = None,
    ) -> None:
        """Say who calls other systems, sends letters and takes events in; before anything is started."""
        self.runtime = replace(
            self.runtime,
            outgoing=outgoing or self.runtime.outgoing,
            letters=letters or self.runtime.letters,
            inbound=inbound or self.runtime.inbound,
        )
        self.dispatcher = self._dispatcher()

    def start(self, *, doing: bool = True) -> None:
        """Begin to hear of other processes, and with `doing` to empty the outbox."""
        if is_sqlite(self._database.dialect):
            self._revive_all()
        elif self._hearing is None:
            self._hearing = Hearing(self._database, self.hub, self.bell, self.process)
            self._hearing.start()
        if doing:
            self.dispatcher.start()

    def close(self) -> None:
        """End threads; what was begun is finished, the rest waits in the outbox."""
        self.dispatcher.stop()
        if self._hearing is not None:
            self._hearing.stop()
        self.hub.close()
        self.announce.close()

    def plan(self) -> None:
        """See to it that schedules, and what is done for the installation itself, have their next time."""
        definitions = [app.definition for app in self._apps.all()]

        def plan(connection: Connection) -> None:
            plan_schedules(self.runtime, connection, definitions)
            plan_upkeep(self.runtime, connection, definitions)

        self._database.write(plan)

    def _revive_all(self) -> None:
        """Free what a former process had leased: on SQLite there is only one at a time."""
        now = self.runtime.store.clock.now()
        self._database.write(lambda connection: revive(connection, now, ""))

    def _dispatcher(self) -> Dispatcher:
        seconds = _SECONDS_SQLITE if is_sqlite(self._database.dialect) else _SECONDS_POSTGRESQL
        return Dispatcher(self.runtime, self.process, seconds, (self.plan,))
