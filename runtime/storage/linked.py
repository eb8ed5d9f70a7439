"""Values of linked records while a record is worked out: each linked record is read once.

Reads for the installation, not for the principal: what a document computes from is its author's choice.
"""

from sqlalchemy import Connection

from engine.entities.computed import is_stored
from engine.entities.working import Linked
from engine.kernel.remember import remember
from engine.kernel.values import Value
from engine.metadata.definition import Definition, FieldPlace
from runtime.storage.asking import whole_question
from runtime.storage.statement import run
from runtime.storage.viewer import Viewer


class LinkedValues:
    """Fields of records by entity, id and name, for one unit of work."""

    def __init__(self, viewer: Viewer, connection: Connection) -> None:
        self._viewer = viewer
        self._connection = connection
        self._known: dict[tuple[str, str, str], dict[str, Value]] = {}

    def __call__(self, entity: str, id: str, name: str) -> Value:
        """Return a field of a record, blank where there is none; live fields are computed when asked for."""
        definition = self._viewer.definition
        if entity not in definition.entities:
            return None
        place = named_place(definition, entity, name)
        live = place is not None and not is_stored(definition, place)
        key = (entity, id, place.field.id if place and live else "")
        if key not in self._known:
            self._known[key] = self._read(entity, id, frozenset({key[2]} if live else ()))
        return self._known[key].get(name)

    def forget(self, entity: str, id: str) -> None:
        """Read a record again next time, because it was written."""
        for key in [each for each in self._known if each[:2] == (entity, id)]:
            del self._known[key]

    def _read(self, entity: str, id: str, live: frozenset[str]) -> dict[str, Value]:
        plan = whole_question(self._viewer, entity, live).plan
        rows = run(self._connection, plan.statement, {"id": id, **self._viewer.bound(plan.statement)})
        return plan.read["values"](rows[0]) if rows else {}


def without(linked: Linked, unseen: frozenset[tuple[str, str]]) -> Linked:
    """Return linked values where some records, by entity and id, are as if they were not there."""
    if not unseen:
        return linked

    def seen(entity: str, id: str, name: str) -> Value:
        return None if (entity, id) in unseen else linked(entity, id, name)

    return seen


def named_place(definition: Definition, entity: str, name: str) -> FieldPlace | None:
    """Return the field of an entity with a name."""
    return _by_name(definition, entity).get(name)


@remember
def _by_name(definition: Definition, entity: str) -> dict[str, FieldPlace]:
    found = definition.entities[entity]
    return {field.name: FieldPlace(field, found) for field in found.fields}
