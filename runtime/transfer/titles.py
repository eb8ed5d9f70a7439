"""What linked records and people are called, looked up page by page under the rights of whoever asks."""

from collections.abc import Iterable, Mapping

from engine.kernel.errors import Forbidden, NotFound
from engine.metadata.definition import Definition
from engine.metadata.model import Field, LinkOptions
from engine.query.record_query import PAGE, Condition, RecordQuery
from runtime.storage.repository import Repository
from runtime.transfer.links import all_records


class Titles:
    """Titles by entity and record id; what may not be read has none."""

    def __init__(self, definition: Definition, repository: Repository, people: Mapping[str, str]) -> None:
        self._definition = definition
        self._repository = repository
        self._people = people
        self._known: dict[tuple[str, str], str | None] = {}

    def look_up(self, entity: str, ids: Iterable[str]) -> None:
        """Look up the titles of records that are not known yet."""
        wanted = sorted({id for id in ids if (entity, id) not in self._known})
        for start in range(0, len(wanted), PAGE):
            some = wanted[start : start + PAGE]
            self._known |= dict.fromkeys(((entity, id) for id in some), None)
            self._look_up_some(entity, some)

    def title(self, entity: str, id: str) -> str | None:
        """Return the title of a record."""
        self.look_up(entity, [id])
        return self._known[entity, id]

    def person(self, id: str) -> str | None:
        """Return the name of a person."""
        return self._people.get(id)

    def _look_up_some(self, entity: str, ids: list[str]) -> None:
        field = self._title_field(entity)
        if field is None:
            return
        query = RecordQuery((Condition("id", "in", ids),), fields=(field.name,))
        try:
            found = {
                record.id: record.values[field.name]
                for record in all_records(self._repository, entity, query)
            }
        except (Forbidden, NotFound):
            return
        if isinstance(field.options, LinkOptions):
            self.look_up(field.options.entity, (str(value) for value in found.values() if value))
            target = field.options.entity
            found = {id: self._known.get((target, str(value))) for id, value in found.items()}
        self._known |= {(entity, id): None if value is None else str(value) for id, value in found.items()}

    def _title_field(self, entity: str) -> Field | None:
        title = self._definition.entities[entity].title
        place = self._definition.field(title) if title else None
        return place.field if place else None
