"""Drafts as rows that the repository takes: ids for links and people, lines against those there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.entities.lines import DELETE
from engine.entities.values import Line, RecordValue
from engine.kernel.issue import Issue
from engine.query.record_query import Condition, RecordQuery
from runtime.storage.repository import Repository
from runtime.transfer.binding import Binding, BoundColumn
from runtime.transfer.drafts import Draft, RowIssue, Values
from runtime.transfer.links import LinkFinder, Meant, all_records
from runtime.transfer.people import Directory, find_person

_LOOKED_UP = ("link", "person")
Key = tuple[RecordValue, ...]


@dataclass(slots=True)
class Ready:
    """A draft as a row, or with what was found wrong with it."""

    draft: Draft
    values: dict[str, Any]
    findings: list[RowIssue] = field(default_factory=list)

    def finding(self, binding: Binding, issue: Issue) -> RowIssue:
        """Place an issue of the stored record in the sheet: its row, and the column of its field."""
        row, name, path = self.draft.rows[0], issue.path[:1], issue.path
        columns: Sequence[BoundColumn] = binding.head
        if binding.lines and len(path) > 1 and path[0] == binding.lines.name:
            row, columns, name = self._line_row(path[1]), binding.detail, path[2:3]
        header = next((each.header for each in columns if (each.target.field.name,) == name), None)
        return RowIssue(row, header, issue)

    def _line_row(self, index: object) -> int:
        lines = self.draft.lines
        return lines[index].row if isinstance(index, int) and index < len(lines) else self.draft.rows[0]


@dataclass(frozen=True, slots=True)
class RowMaker:
    """Makes rows of a batch of drafts."""

    binding: Binding
    repository: Repository
    people: Directory
    finder: LinkFinder

    def make(self, batch: Iterable[Draft], created: Mapping[Meant, str | Issue]) -> list[Ready]:
        """Return every draft as a row or with its findings; drafts themselves stay as they are."""
        ready = [self._resolved(draft, created) for draft in batch]
        if self.binding.lines and self.binding.mode != "create":
            self._meet_old_lines([each for each in ready if not each.findings], self.binding.lines.name)
        return ready

    def _resolved(self, draft: Draft, created: Mapping[Meant, str | Issue]) -> Ready:
        ready = Ready(draft, {}, list(draft.issues))
        ready.values = self._values(ready, draft.rows[0], draft.values, self.binding.head, created)
        if self.binding.lines and draft.lines:
            ready.values[self.binding.lines.name] = [
                self._values(ready, line.row, line.values, self.binding.detail, created)
                for line in draft.lines
            ]
        return ready

    def _values(
        self,
        ready: Ready,
        row: int,
        values: Values,
        columns: Iterable[BoundColumn],
        created: Mapping[Meant, str | Issue],
    ) -> dict[str, Any]:
        found: dict[str, Any] = {name: value for name, value in values.items() if value is not None}
        for column in columns:
            name = column.target.field.name
            if column.target.field.type in _LOOKED_UP and name in found:
                found[name] = self._looked_up(column, found[name], created)
                if isinstance(found[name], Issue):
                    ready.findings.append(RowIssue(row, column.header, found[name]))
        return found

    def _looked_up(
        self, column: BoundColumn, value: RecordValue, created: Mapping[Meant, str | Issue]
    ) -> str | Issue:
        if column.target.linked is None:
            return find_person(self.people, str(value))
        return self.finder.find(column, value, created)

    def _meet_old_lines(self, ready: Sequence[Ready], name: str) -> None:
        """Let the lines of a sheet take the place of those there are, one by one; what is left over goes."""
        old = self._old_lines(ready, name)
        for each in ready:
            lines = each.values.get(name)
            if lines is not None:
                before = old.get(self._key(each.values), ())
                for line, known in zip(lines, before, strict=False):
                    line["id"] = known.id
                gone = before[len(lines) :]
                each.values[name] = [*lines, *({"id": known.id, DELETE: True} for known in gone)]

    def _old_lines(self, ready: Sequence[Ready], name: str) -> Mapping[Key, tuple[Line, ...]]:
        keys = [key for each in ready if None not in (key := self._key(each.values))]
        if not keys:
            return {}
        conditions = tuple(
            Condition(field, "in", list(dict.fromkeys(key[n] for key in keys)))
            for n, field in enumerate(self.binding.key)
        )
        query = RecordQuery(conditions, fields=(*self.binding.key, name))
        records = all_records(self.repository, self.binding.entity.id, query)
        return {self._key(record.values): record.values[name] or () for record in records}  # type: ignore[misc]

    def _key(self, values: Mapping[str, Any]) -> Key:
        return tuple(values.get(name) for name in self.binding.key)
