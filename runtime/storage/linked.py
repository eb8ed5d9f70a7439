"""Values of linked records while a record is worked out: each linked record is read once.

Reads for the installation, not for the principal: what a document computes from is its author's choice.
"""

from sqlalchemy import Connection

from engine.kernel.values import Value
from runtime.storage.asking import whole_question
from runtime.storage.statement import run
from runtime.storage.viewer import Viewer


class LinkedValues:
    """Fields of records by entity, id and name, for one unit of work."""

    def __init__(self, viewer: Viewer, connection: Connection) -> None:
        self._viewer = viewer
        self._connection = connection
        self._known: dict[tuple[str, str], dict[str, Value]] = {}

    def __call__(self, entity: str, id: str, name: str) -> Value:
        """Return a field of a record, blank where there is none."""
        key = (entity, id)
        if key not in self._known:
            self._known[key] = self._read(entity, id)
        return self._known[key].get(name)

    def forget(self, entity: str, id: str) -> None:
        """Read a record again next time, because it was written."""
        self._known.pop((entity, id), None)

    def _read(self, entity: str, id: str) -> dict[str, Value]:
        if entity not in self._viewer.definition.entities:
            return {}
        plan = whole_question(self._viewer, entity).plan
        rows = run(self._connection, plan.statement, {"id": id, **self._viewer.bound(plan.statement)})
        return plan.read["values"](rows[0]) if rows else {}
