"""Brings stored data to new documents and publishes them: the plan, the release and the draft, at once."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

import orjson
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, insert

from engine.access.circumstances import context_of
from engine.access.principal import Principal
from engine.kernel.errors import Conflict, Invalid
from engine.metadata.definition import Definition
from engine.metadata.load import load_definition
from engine.ports import Clock, Conversion, Documents, NewRelease, Release, StorageStep
from runtime.storage.ahead import BATCH, work_ahead
from runtime.storage.change_log import Change, ChangeLog
from runtime.storage.database import Database
from runtime.storage.definition_store import newest_number, newest_release
from runtime.storage.draft_store import Changed, empty_draft, tell_nobody
from runtime.storage.planning import steps_to
from runtime.storage.release_folder import ReleaseFolder
from runtime.storage.retype_trial import try_types
from runtime.storage.sayable import unsayable
from runtime.storage.sql_types import is_sqlite
from runtime.storage.system_tables import sys_release
from runtime.storage.viewer import Viewer
from runtime.storage.views import create_views, drop_views

PUBLISH_SECONDS = 900.0
LOCK_SECONDS = 2


class Planner:
    """The storage planner of an installation."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        log: ChangeLog,
        folder: ReleaseFolder | None = None,
        changed: Changed = tell_nobody,
        *,
        batch: int = BATCH,
    ) -> None:
        self._database = database
        self._clock = clock
        self._log = log
        self._folder = folder
        self._changed = changed
        self._batch = batch

    def dry_run(self, app: str, documents: Documents) -> Sequence[StorageStep]:
        """Tell what publishing would do to stored data, and do nothing."""
        new = loaded(documents)
        with self._database.read(PUBLISH_SECONDS) as connection:
            base = newest_release(connection, app)
            old = loaded(base.documents) if base else None
            return [each.told() for each in steps_to(old, new, connection)]

    def conversions(self, by: Principal, app: str, documents: Documents) -> Sequence[Conversion]:
        """Try every value of fields whose type changes, and tell `by` what would not fit."""
        new = loaded(documents)
        with self._database.read(PUBLISH_SECONDS) as connection:
            base = newest_release(connection, app)
            if base is None:
                return ()
            old = loaded(base.documents)
            context = context_of(old, by, self._clock.now())
            return try_types(Viewer(old, by, context, connection.dialect), connection, new)

    def publish(self, release: NewRelease) -> Release:
        """Carry out the storage plan, store the release and empty its draft, in one transaction."""
        new = loaded(release.documents)
        refused = unsayable(new, self._database.dialect)
        if refused:
            raise Invalid(refused)
        ahead = self._work_ahead(release, new)
        stored = self._database.write(
            lambda connection: self._publish(connection, release, new, ahead), PUBLISH_SECONDS
        )
        if self._folder:
            self._folder.write(stored)
        return stored

    def _work_ahead(self, release: NewRelease, new: Definition) -> Mapping[str, datetime]:
        """Do what need not wait for the release while others work; its base must be in use at every step."""
        with self._database.read(PUBLISH_SECONDS) as connection:
            base = newest_release(connection, release.app)
        if base is None or base.number != release.base:
            return {}
        change = (loaded(base.documents), new)

        def guard(connection: Connection) -> None:
            _alone(connection)
            _require_base(newest_number(connection, release.app), release.base)

        return work_ahead(self._database, self._clock, change, guard, self._batch)

    def _publish(
        self, connection: Connection, release: NewRelease, new: Definition, ahead: Mapping[str, datetime]
    ) -> Release:
        _alone(connection)
        base = newest_release(connection, release.app)
        number = base.number if base else 0
        _require_base(number, release.base)
        old = loaded(base.documents) if base else None
        told = _carry_out(connection, old, new, ahead)
        stored = Release(
            release.app, number + 1, release.documents, release.note, release.by, self._clock.now()
        )
        _insert(connection, stored, new.app.id, told)
        if release.revision is not None:
            empty_draft(connection, release.app, release.revision, stored.number, self._clock)
        change = Change(
            app=new.app.id, action="publish", principal_kind="human" if release.by else "system",
            principal_id=release.by or "system", actor=release.by or None, entity="sys_release",
            record=str(stored.number), source="publish", reason=release.note,
        )  # fmt: skip
        self._log.append(connection, stored.at, [change])
        self._changed(connection, release.app, None)
        return stored


def loaded(documents: Documents) -> Definition:
    """Return the definition of valid documents; raise Invalid with all that is wrong."""
    definition = load_definition(documents)
    if isinstance(definition, Definition):
        return definition
    raise Invalid(definition)


def _alone(connection: Connection) -> None:
    """Let no other process change tables at the same time, and never wait long behind a reader."""
    if not is_sqlite(connection.dialect):
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(1416588903)")
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_SECONDS:d}s'")


def _require_base(newest: int, base: int) -> None:
    if newest != base:
        raise Conflict.of("release.base.stale", base=base, newest=newest)


def _carry_out(
    connection: Connection, old: Definition | None, new: Definition, ahead: Mapping[str, datetime]
) -> list[StorageStep]:
    for drop in drop_views(old) if old else ():
        connection.execute(drop)
    operations = Operations(MigrationContext.configure(connection))
    told: list[StorageStep] = []
    for step in steps_to(old, new, connection, ahead):
        step.apply(operations)
        told.append(step.told())
    for view in create_views(new, connection.dialect):
        connection.execute(view)
    return told


def _insert(connection: Connection, release: Release, app_id: str, told: list[StorageStep]) -> None:
    written = orjson.dumps(release.documents, option=orjson.OPT_SORT_KEYS)
    row = {
        "app_id": app_id,
        "number": release.number,
        "app": release.app,
        "documents": release.documents,
        "fingerprint": hashlib.sha256(written).hexdigest(),
        "note": release.note,
        "plan": [{"code": each.code, "params": each.params, "rows": each.rows} for each in told],
        "at": release.at,
        "by": release.by,
    }
    connection.execute(insert(sys_release).values(row))
