"""Wires the services of one server from its settings; the only place that knows all the parts."""

import os
import time
from collections.abc import Callable

from engine.ports import Clock, IdSource
from runtime.beginning.starters import StarterFolders
from runtime.beginning.workbooks import StoredWorkbooks
from runtime.files.content import FileContents
from runtime.flows.flows import Flows
from runtime.flows.running import StoredRuns
from runtime.flows.trials import Trials
from runtime.identity.callers import Callers
from runtime.identity.directory import PeopleDirectory
from runtime.identity.epoch import Epoch
from runtime.identity.holders import StoredRoleHolders
from runtime.identity.pace import Pace
from runtime.identity.passwords import HashingPool
from runtime.identity.seeing import Passes
from runtime.identity.sign_in import SignIn
from runtime.outgoing.calls import OutgoingCalls
from runtime.outgoing.routing import Routes, resolve
from runtime.pool import BoundedPool
from runtime.realtime.design_news import DesignNews
from runtime.server.apps import InstalledApps
from runtime.server.cookies import SessionCookie
from runtime.server.publishing import PublishingAtOnce
from runtime.server.services import Services
from runtime.settings import Settings
from runtime.storage.change_log import ChangeLog
from runtime.storage.connect import open_database
from runtime.storage.database import Database
from runtime.storage.definition_store import StoredDefinitions
from runtime.storage.draft_store import StoredDrafts
from runtime.storage.planner import Planner
from runtime.storage.presence import StoredPresence
from runtime.storage.release_folder import ReleaseFolder
from runtime.storage.secrets import open_vault
from runtime.system import SystemClock, SystemIds

LONG_QUESTIONS = 4
WAITING_QUESTIONS = 64


def open_services(settings: Settings) -> Services:
    """Open the database and everything that stands on it."""
    database = open_database(settings.database_url)
    try:
        return wire(settings, database, SystemClock(), SystemIds())
    except BaseException:
        database.close()
        raise


def wire(
    settings: Settings,
    database: Database,
    clock: Clock,
    ids: IdSource,
    monotonic: Callable[[], float] = time.monotonic,
) -> Services:
    """Put the services together on an open database."""
    vault = open_vault(settings.data, settings.master_key or None)
    log = ChangeLog(database.dialect, vault.derived("change log"))
    definitions = StoredDefinitions(database)
    apps = InstalledApps(database, definitions, monotonic)
    callers = Callers(database, clock, Epoch(database, monotonic))
    hashing = HashingPool(os.cpu_count() or 1)
    flows = Flows(database=database, clock=clock, ids=ids, log=log, apps=apps)
    news = DesignNews(flows.announce)
    planner = Planner(database, clock, log, ReleaseFolder(settings.data / "apps"), news.draft)
    files = FileContents(settings.data / "files")
    return Services(
        settings=settings,
        database=database,
        definitions=definitions,
        planner=PublishingAtOnce(planner, apps, database),
        drafts=StoredDrafts(database, clock, news.draft),
        runs=StoredRuns(database),
        presence=StoredPresence(database, clock, news.designers),
        people=PeopleDirectory(database),
        trials=Trials(database, definitions, clock),
        starters=StarterFolders(),
        holders=StoredRoleHolders(database, clock, log, callers),
        clock=clock,
        ids=ids,
        apps=apps,
        change_log=log,
        vault=vault,
        files=files,
        workbooks=StoredWorkbooks(database, files, settings.data / "imports"),
        callers=callers,
        passes=Passes(vault.derived("passes to see as"), clock),
        pace=Pace(settings.api_pace, monotonic),
        sign_in=SignIn(database, callers, hashing, log, clock, ids),
        hashing=hashing,
        cookie=SessionCookie(settings.secure),
        flows=flows,
        beside=BoundedPool("beside", LONG_QUESTIONS, WAITING_QUESTIONS, "server.busy"),
        outgoing=OutgoingCalls(Routes(frozenset(settings.private_hosts), resolve)),
    )
