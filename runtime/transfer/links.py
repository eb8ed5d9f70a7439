"""Finds the records that links in a sheet mean, by the value of one field, and names those that are missing.

Looks through the repository, so that a principal links only to what it may see.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from engine.entities.values import RecordValue
from engine.kernel.issue import Issue
from engine.query.record_query import PAGE, Condition, RecordQuery
from runtime.storage.database import REPORT_SECONDS
from runtime.storage.record import Record
from runtime.storage.repository import Repository
from runtime.transfer.binding import BY_ID, Binding, BoundColumn
from runtime.transfer.drafts import Draft, Values


@dataclass(frozen=True, slots=True)
class Meant:
    """The record a link means: its entity, and the value of one of its fields."""

    entity: str
    field: str
    value: RecordValue


def meant_by(column: BoundColumn, value: RecordValue) -> Meant:
    """Return what a value in a link's column means."""
    return Meant(column.target.linked or "", column.match.name if column.match else BY_ID, value)


class LinkFinder:
    """Looks links up batch by batch and remembers what it found."""

    def __init__(self, binding: Binding, repository: Repository) -> None:
        self._repository = repository
        self._head = [each for each in binding.head if each.target.linked]
        self._detail = [each for each in binding.detail if each.target.linked]
        self._found: dict[Meant, tuple[str, ...]] = {}

    def look_up(self, drafts: Iterable[Draft]) -> Mapping[str, list[Meant]]:
        """Look up what drafts mean; return what is missing and may be created, by entity."""
        mentioned = dict(self._mentions(drafts))
        self._look_up(mentioned.keys() - self._found.keys())
        missing: dict[str, list[Meant]] = {}
        for meant, column in mentioned.items():
            if column.create_missing and meant.field != BY_ID and not self._found[meant]:
                missing.setdefault(meant.entity, []).append(meant)
        return missing

    def remember(self, created: Mapping[Meant, str | Issue]) -> None:
        """Know records that were created since."""
        self._found |= {meant: (id,) for meant, id in created.items() if isinstance(id, str)}

    def find(
        self, column: BoundColumn, value: RecordValue, created: Mapping[Meant, str | Issue]
    ) -> str | Issue:
        """Return the id of the one record that is meant."""
        meant = meant_by(column, value)
        ids, shown = self._found[meant], str(value)[:60]
        if len(ids) == 1:
            return ids[0]
        if ids:
            return Issue("transfer.link.ambiguous", params={"value": shown, "count": len(ids)})
        return created.get(meant) or Issue("transfer.link.unknown", params={"value": shown})

    def _mentions(self, drafts: Iterable[Draft]) -> Iterator[tuple[Meant, BoundColumn]]:
        for draft in drafts:
            yield from _meant_in(draft.values, self._head)
            for line in draft.lines:
                yield from _meant_in(line.values, self._detail)

    def _look_up(self, wanted: Iterable[Meant]) -> None:
        by_field: dict[tuple[str, str], list[RecordValue]] = {}
        for meant in wanted:
            by_field.setdefault((meant.entity, meant.field), []).append(meant.value)
        for (entity, field), values in by_field.items():
            for start in range(0, len(values), PAGE):
                self._look_up_some(entity, field, values[start : start + PAGE])

    def _look_up_some(self, entity: str, field: str, values: Sequence[RecordValue]) -> None:
        found: dict[RecordValue, list[str]] = {value: [] for value in values}
        condition = Condition(field, "in", list(values))
        for record in all_records(self._repository, entity, RecordQuery((condition,), fields=(field,))):
            found[record.id if field == BY_ID else record.values[field]].append(record.id)
        self._found |= {Meant(entity, field, value): tuple(ids) for value, ids in found.items()}


def _meant_in(values: Values, columns: Iterable[BoundColumn]) -> Iterator[tuple[Meant, BoundColumn]]:
    for column in columns:
        value = values.get(column.target.field.name)
        if value is not None:
            yield meant_by(column, value), column


def all_records(repository: Repository, entity: str, query: RecordQuery) -> Iterator[Record]:
    """Yield every record of a question, page by page."""
    cursor: str | None = None
    while True:
        page = repository.find(entity, replace(query, limit=PAGE, cursor=cursor), REPORT_SECONDS)
        yield from page.records
        cursor = page.next_cursor
        if cursor is None:
            return
