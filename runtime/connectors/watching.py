"""The thread that catches up with shops: at once after a start, then whenever one is due."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial

import structlog
from sqlalchemy import Connection, update

from engine.kernel.errors import DomainError
from runtime.connectors.catching_up import EVERY, catch_up
from runtime.connectors.places import Place, all_places
from runtime.connectors.stored import Stored, all_stored
from runtime.server.services import Services
from runtime.storage.pausing import is_paused
from runtime.storage.system_tables_connectors import sys_connector

SECONDS = 5.0

_log = structlog.get_logger("connectors")


@contextmanager
def watching(services: Services, seconds: float = SECONDS) -> Iterator[None]:
    """Catch up with shops as long as the server runs."""
    stopped = threading.Event()
    thread = threading.Thread(target=_run, args=(services, stopped, seconds), name="connectors", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join(seconds)


def look_around(services: Services, *, is_start: bool = False) -> int:
    """Ask every shop that is due, those claimed by nobody else; return how many were asked.

    While work is paused none is; what shops tell by themselves is still heard.
    """
    now = services.clock.now()
    places = {place.id: place for place in all_places(services.apps)}
    with services.database.read() as connection:
        if is_paused(connection):
            return 0
        stored = [each for id, each in all_stored(connection).items() if id in places and each.enabled]
    due = [each for each in stored if is_start or each.next_at is None or each.next_at <= now]
    asked = 0
    for each in due:
        if services.database.write(partial(_claim, stored=each, now=now)):
            asked += 1
            _ask(services, places[each.id])
    return asked


def _ask(services: Services, place: Place) -> None:
    try:
        catch_up(services, place)
    except DomainError as problem:
        _log.warning("connector.sync.failed", app=place.installed.name, code=problem.issues[0].code)


def _claim(connection: Connection, stored: Stored, now: datetime) -> bool:
    """Take a due connector, unless another process took it meanwhile."""
    table = sys_connector.c
    is_same = table.next_at.is_(None) if stored.next_at is None else table.next_at == stored.next_at
    place = update(sys_connector).where(table.id == stored.id, is_same)
    return connection.execute(place.values(next_at=now + EVERY).returning(table.id)).scalar() is not None


def _run(services: Services, stopped: threading.Event, seconds: float) -> None:
    is_start = True
    while not stopped.wait(min(seconds, 1.0) if is_start else seconds):
        try:
            look_around(services, is_start=is_start)
        except Exception:
            # Nobody waits for this thread: what nobody foresaw is told, and the next round tries again.
            _log.exception("connector.sync.fault")
        is_start = False
