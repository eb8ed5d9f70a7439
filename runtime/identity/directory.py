"""Names of people by id, for whoever shows who did something."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from runtime.storage.database import Database
from runtime.storage.system_tables import sys_user


class PeopleDirectory:
    """The people of the installation, by id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def names(self, ids: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
        """Return the names per language of those that exist, by id."""
        wanted = select(sys_user).where(sys_user.c.id.in_(set(ids)))
        with self._database.read() as connection:
            return {
                row.id: row.names or {"zh": row.name, "en": row.name} for row in connection.execute(wanted)
            }
