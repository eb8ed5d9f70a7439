"""Finds the records that links in a sheet mean, by the value of one field; makes missing ones where asked to.

Everything goes through the repository, so that a principal links only to what it may see.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.entities.line import RecordValue
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Entity
from engine.query.record_query import LIST_VALUES, PAGE, Condition, RecordQuery
from runtime.storage.repository import Repository
from runtime.transfer.binding import Binding, BoundColumn
from runtime.transfer.drafts import Draft, RowIssue, Values
from runtime.transfer.people import Directory, find_person

_CHUNK = min(LIST_VALUES, PAGE)
Meant = tuple[str, str, RecordValue]
"""Entity id, name of the matched field, value."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A link as the sheet has it: where it stands, and what it says."""

    draft: Draft
    row: int
    column: BoundColumn
    values: Values
    text: RecordValue

    @property
    def meant(self) -> Meant:
        match = self.column.match.name if self.column.match else "id"
        return (self.column.target.linked or "", match, self.text)


class LinkFinder:
    """Resolves links of drafts batch by batch and remembers what it found."""

    def __init__(
        self, definition: Definition, binding: Binding, repository: Repository, people: Directory, *, create: bool
    ) -> None:
        self._definition = definition
        self._binding = binding
        self._repository = repository
        self._people = people
        self._create = create
        self._found: dict[Meant, tuple[str, ...]] = {}

    def resolve(self, drafts: Sequence[Draft]) -> None:
        """Put ids where drafts name linked records and people; what is not found becomes an issue of its row."""
        links = list(self._mentions(drafts, "link"))
        self._look_up({each.meant for each in links} - self._found.keys())
        if self._create:
            self._create_missing([each for each in links if not self._found[each.meant]])
        for each in links:
            self._put(each, self._link_of(each))
        for each in self._mentions(drafts, "person"):
            self._put(each, find_person(self._people, str(each.text)))

    def _mentions(self, drafts: Iterable[Draft], type: str) -> Iterator[_Mention]:
        head = [each for each in self._binding.head if each.target.field.type == type]
        detail = [each for each in self._binding.detail if each.target.field.type == type]
        for draft in drafts:
            places = [(draft.rows[0], draft.values, head), *((each.row, each.values, detail) for each in draft.lines)]
            for row, values, columns in places:
                for column in columns:
                    text = values.get(column.target.field.name)
                    if text is not None:
                        yield _Mention(draft, row, column, values, text)

    def _look_up(self, meant: set[Meant]) -> None:
        by_field: dict[tuple[str, str], list[RecordValue]] = {}
        for entity, match, value in meant:
            by_field.setdefault((entity, match), []).append(value)
        for (entity, match), values in by_field.items():
            for start in range(0, len(values), _CHUNK):
                self._look_up_chunk(entity, match, values[start : start + _CHUNK])

    def _look_up_chunk(self, entity: str, match: str, values: list[RecordValue]) -> None:
        found: dict[RecordValue, list[str]] = {value: [] for value in values}
        query = RecordQuery(conditions=(Condition(match, "in", values),), fields=(match,), limit=PAGE)
        cursor: str | None = ""
        while cursor is not None:
            page = self._repository.find(entity, query)
            for record in page.records:
                value = record.id if match == "id" else record.values[match]
                found.setdefault(value, []).append(record.id)
            cursor = page.next_cursor
            query = RecordQuery(query.conditions, fields=query.fields, limit=PAGE, cursor=cursor)
        self._found |= {(entity, match, value): tuple(ids) for value, ids in found.items()}

    def _create_missing(self, missing: Sequence[_Mention]) -> None:
        wanted = {each.meant: each for each in missing if each.column.create_missing and each.column.match}
        by_entity: dict[str, list[Meant]] = {}
        for meant in wanted:
            by_entity.setdefault(meant[0], []).append(meant)
        for entity, group in by_entity.items():
            rows = [{match: value} for _, match, value in group]
            results = self._repository.bulk(entity, "create", (), rows, partial=True)
            for meant, result in zip(group, results, strict=True):
                if result.id:
                    self._found[meant] = (result.id,)

    def _link_of(self, mention: _Mention) -> str | Issue | None:
        ids = self._found[mention.meant]
        if len(ids) == 1:
            return ids[0]
        params = {"value": str(mention.text)[:60], "entity": self._target(mention).name}
        if ids:
            return Issue("transfer.link.ambiguous", params={**params, "count": len(ids)})
        if mention.column.create_missing and not self._create:
            return None
        return Issue("transfer.link.unknown", params=params)

    def _target(self, mention: _Mention) -> Entity:
        return self._definition.entities[mention.meant[0]]

    def _put(self, mention: _Mention, found: str | Issue | None) -> None:
        name = mention.column.target.field.name
        if isinstance(found, Issue):
            mention.draft.issues.append(RowIssue(mention.row, mention.column.header, found))
            found = None
        mention.values[name] = found
