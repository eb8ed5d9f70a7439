"""A store of records in a test: a clock that stands still until moved, ids in order, a signed log."""

import itertools
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from engine.access.principal import SYSTEM, Principal
from engine.kernel.ids import mint, uuid7
from engine.metadata.definition import Definition
from engine.ports import NewRelease
from runtime.storage.change_log import ChangeLog
from runtime.storage.database import Database
from runtime.storage.definition_store import StoredDefinitions
from runtime.storage.planner import Planner, loaded
from runtime.storage.repository import Repository, Store

KEY = b"0123456789abcdef0123456789abcdef"


class StillClock:
    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 2, 11, 5, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def move(self, **step: float) -> None:
        self.moment += timedelta(**step)


class CountedIds:
    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def document_id(self, kind: str) -> str:
        return mint(kind, next(self._numbers).to_bytes(8))

    def record_id(self) -> str:
        number = next(self._numbers)
        return uuid7(1_700_000_000_000 + number, number.to_bytes(10))


def make_store(database: Database) -> Store:
    log = ChangeLog(database.dialect, KEY)
    return Store(database=database, clock=StillClock(), ids=CountedIds(), log=log)


def publish(store: Store, documents: Mapping[str, Any], note: str = "") -> Definition:
    app = documents["app.json"]["name"]
    newest = StoredDefinitions(store.database).newest(app)
    release = NewRelease(app, newest.number if newest else 0, documents, note, "")
    Planner(store.database, store.clock, store.log).publish(release)
    return loaded(documents)


def make_repository(store: Store, definition: Definition, principal: Principal = SYSTEM) -> Repository:
    return Repository(store, definition, principal)
