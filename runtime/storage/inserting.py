"""An insert that says what happens where its row is there already; each database has a class for it."""

from typing import TypeAlias

from sqlalchemy import Dialect, Table
from sqlalchemy.dialects import postgresql, sqlite

from runtime.storage.sql_types import is_sqlite

Inserting: TypeAlias = sqlite.Insert | postgresql.Insert


def inserting(dialect: Dialect, table: Table) -> Inserting:
    """Return an insert that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    return sqlite.insert(table) if is_sqlite(dialect) else postgresql.insert(table)
