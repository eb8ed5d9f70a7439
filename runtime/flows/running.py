"""How many runs of each flow are going on, for whoever is about to change the flow."""

from collections.abc import Mapping

from sqlalchemy import func, select

from runtime.storage.database import Database
from runtime.storage.system_tables import sys_release
from runtime.storage.system_tables_flows import sys_flow_instance


class StoredRuns:
    """The runs of an installation."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def going_on(self, app: str) -> Mapping[str, int]:
        """Return how many runs of each flow of an app are going on, by flow id."""
        run = sys_flow_instance.c
        ids = select(sys_release.c.app_id).where(sys_release.c.app == app)
        counted = select(run.flow_id, func.count()).where(run.app_id.in_(ids), run.state == "running")
        with self._database.read() as connection:
            rows = connection.execute(counted.group_by(run.flow_id)).all()
        return {row[0]: row[1] for row in rows}
