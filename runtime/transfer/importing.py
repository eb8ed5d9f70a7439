"""Brings drafts into records: checks them without leaving a trace, or stores them; batch by batch, in order.

Works under the rights of whoever imports, writes history as "import", and starts no flow. An empty cell
says nothing: a new record takes its default, an old one keeps its value.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection

from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from runtime.storage.bulk import RowResult
from runtime.storage.database import Database
from runtime.storage.repository import RecordsInUnit, Repository
from runtime.transfer.binding import Binding
from runtime.transfer.drafts import Draft
from runtime.transfer.links import LinkFinder, Meant
from runtime.transfer.people import Directory
from runtime.transfer.report import Report
from runtime.transfer.rows import Ready, RowMaker

BATCH = 250
LONGEST_SECONDS = 3_600.0
Progress = Callable[[Report, int], bool]
"""Told of the report so far and the rows done; answers whether to go on."""
Created = Mapping[Meant, str | Issue]
"""Records made for links that meant none, by id, or why one could not be made."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a batch came to: its rows as they were ready, their results, and linked records made for them."""

    ready: Sequence[Ready]
    results: Sequence[RowResult]
    created: Created


class _Undone(Exception):
    """Leaves a unit of work without a trace, with what it came to."""

    def __init__(self, outcome: _Outcome) -> None:
        super().__init__()
        self.outcome = outcome


class _Refused(Exception):
    """Leaves the one unit of work of an import that stores all or nothing."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


@dataclass(frozen=True, slots=True)
class Destination:
    """Where imported records go: an app as somebody may use it, and who its people are."""

    database: Database
    repository: Repository
    definition: Definition
    people: Directory


@dataclass(frozen=True, slots=True)
class Importer:
    """One import: where it goes, and by which mapping."""

    destination: Destination
    binding: Binding

    def check(self, drafts: Iterable[Draft], go_on: Progress) -> Report:
        """Tell what importing would do; nothing is stored."""
        return self._work(drafts, go_on, self._try)

    def run(self, drafts: Iterable[Draft], go_on: Progress) -> Report:
        """Store good records, a transaction per batch; the others are reported and left out."""
        return self._work(drafts, go_on, self._store)

    def run_whole(self, drafts: Iterable[Draft], go_on: Progress) -> Report:
        """Store every record in one transaction, or none of them."""
        batches = list(_batches(drafts))
        finder = self._finder()
        try:
            return self.destination.database.write(
                lambda connection: self._whole(connection, batches, finder, go_on), LONGEST_SECONDS
            )
        except _Refused as refused:
            report = refused.report
            return Report(failed=report.failed, findings=report.findings, more=report.more)

    def _work(
        self,
        drafts: Iterable[Draft],
        go_on: Progress,
        save: Callable[[list[Draft], LinkFinder], _Outcome],
    ) -> Report:
        finder, report, done = self._finder(), Report(), 0
        for batch in _batches(drafts):
            self._count(report, save(batch, finder))
            done += _rows_of(batch)
            if not go_on(report, done):
                break
        return report

    def _whole(
        self, connection: Connection, batches: list[list[Draft]], finder: LinkFinder, go_on: Progress
    ) -> Report:
        report, done, created = Report(), 0, dict[Meant, str | Issue]()
        for batch in batches:
            outcome = self._save(connection, batch, finder, created)
            created |= outcome.created
            self._count(report, outcome)
            done += _rows_of(batch)
            if not go_on(report, done):
                raise _Refused(report)
        if report.failed:
            raise _Refused(report)
        return report

    def _store(self, batch: list[Draft], finder: LinkFinder) -> _Outcome:
        outcome = self.destination.database.write(
            lambda connection: self._save(connection, batch, finder, {})
        )
        finder.remember(outcome.created)
        return outcome

    def _try(self, batch: list[Draft], finder: LinkFinder) -> _Outcome:
        def work(connection: Connection) -> _Outcome:
            raise _Undone(self._save(connection, batch, finder, {}))

        try:
            return self.destination.database.write(work)
        except _Undone as undone:
            return undone.outcome

    def _save(
        self, connection: Connection, batch: list[Draft], finder: LinkFinder, known: Created
    ) -> _Outcome:
        """Save a batch inside a unit of work; a refused row leaves nothing."""
        records = self.destination.repository.within(connection)
        created = _create(records, finder.look_up(batch), known)
        maker = RowMaker(self.binding, self.destination.repository, self.destination.people, finder)
        ready = maker.make(batch, {**known, **created})
        good = [each.values for each in ready if not each.findings]
        binding = self.binding
        results = records.bulk(binding.entity.id, binding.mode, binding.key, good, partial=True)
        return _Outcome(ready, results, created)

    def _count(self, report: Report, outcome: _Outcome) -> None:
        results = iter(outcome.results)
        for ready in outcome.ready:
            result = None if ready.findings else next(results)
            if result is None or result.id is None:
                report.failed += 1
            elif result.is_new:
                report.created += 1
            else:
                report.updated += 1
            refused = result.issues if result and result.id is None else ()
            report.add([*ready.findings, *(ready.finding(self.binding, issue) for issue in refused)])

    def _finder(self) -> LinkFinder:
        return LinkFinder(self.binding, self.destination.repository)


def _create(records: RecordsInUnit, missing: Mapping[str, list[Meant]], known: Created) -> Created:
    """Create the records that links mean and nobody has."""
    created: dict[Meant, str | Issue] = {}
    for entity, group in missing.items():
        wanted = [meant for meant in group if meant not in known]
        rows = [{meant.field: meant.value} for meant in wanted]
        results = records.bulk(entity, "create", (), rows, partial=True)
        for meant, result in zip(wanted, results, strict=True):
            created[meant] = result.id or result.issues[0]
    return created


def _batches(drafts: Iterable[Draft]) -> Iterator[list[Draft]]:
    rest = iter(drafts)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _rows_of(batch: list[Draft]) -> int:
    return sum(len(draft.rows) for draft in batch)
