"""Brings the system tables to the revision of this release, once, however many processes start.

Entity tables are no concern of it: they follow the documents (`plan`).
"""

from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from engine.kernel.errors import Invalid
from runtime.storage.database import Database

_SCRIPTS = Path(__file__).parent / "migrations"
_LOCK = 0x546F6E67


def migrate(database: Database) -> None:
    """Run the revisions that are missing; refuse a database that is newer than this program."""
    database.write(_upgrade)


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK:d})")
    scripts = ScriptDirectory(str(_SCRIPTS))
    known = {script.revision for script in scripts.walk_revisions()}

    def missing(revision: tuple[str, ...] | str | None, _context: MigrationContext) -> list[object]:
        current = revision if isinstance(revision, tuple) else (revision,) if revision else ()
        if not known.issuperset(current):
            raise Invalid.of("storage.database.newer", revision=", ".join(current))
        return list(scripts._upgrade_revs("head", current))  # type: ignore[arg-type]

    options = {"fn": missing, "version_table": "sys_schema", "transactional_ddl": False}
    context = MigrationContext.configure(connection, opts=options)
    with Operations.context(context):
        context.run_migrations()
