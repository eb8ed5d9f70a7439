"""What is looked at before a server opens: the file, the clock, the space on disk.

What would endanger data stops the start; what an operator should mend soon is only told.
"""

import shutil
from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import Connection, func, select

from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue, Severity
from runtime.server.services import Services
from runtime.storage.database import REPORT_SECONDS
from runtime.storage.pausing import is_paused
from runtime.storage.system_tables import sys_change

FREE_SHARE = 0.10
CLOCK_TOLERANCE = timedelta(minutes=5)


def check_start(services: Services) -> list[Issue]:
    """Return what should be mended; raise Invalid where the server must not open."""
    with services.database.read(REPORT_SECONDS) as connection:
        _require_sound_file(connection)
        return [*_clock(services, connection), *_pause(connection), *_space(services)]


def _require_sound_file(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if found != "ok":
            raise Invalid.of("start.database.damaged")


def _clock(services: Services, connection: Connection) -> Iterator[Issue]:
    last = connection.execute(select(func.max(sys_change.c.at))).scalar()
    if last is not None and services.clock.now() < last - CLOCK_TOLERANCE:
        yield Issue("start.clock.behind", (), {"last": last.isoformat()}, Severity.WARNING)


def _pause(connection: Connection) -> Iterator[Issue]:
    if is_paused(connection):
        yield Issue("start.work.paused", (), severity=Severity.WARNING)


def _space(services: Services) -> Iterator[Issue]:
    usage = shutil.disk_usage(services.settings.data)
    if usage.free < usage.total * FREE_SHARE:
        percent = usage.free * 100 // usage.total
        yield Issue("start.disk.low", (), {"percent": percent}, Severity.WARNING)
