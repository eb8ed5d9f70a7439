"""Loads the data that comes with an app, by the importer everybody uses; days are shifted to end today."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import SYSTEM
from engine.entities.values import RecordValue
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import ImportMapping, Seed, SeedFile
from runtime.transfer.binding import Binding, bind
from runtime.transfer.delimited import open_delimited, records
from runtime.transfer.drafts import Draft, DraftLine, DraftReader
from runtime.transfer.headers import SheetColumn, Table
from runtime.transfer.importing import Destination, Importer
from runtime.transfer.report import Report

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file of a seed and what became of its rows."""

    file: str
    report: Report


def load_seed(destination: Destination, seed: Seed, folder: Path, today: date) -> Iterator[LoadedFile]:
    """Load the files of a seed in order, each whole; the first file that does not fit raises Invalid."""
    anchor = date.fromisoformat(seed.anchor_date) if seed.anchor_date else today
    for file in seed.files:
        yield LoadedFile(file.file, _load_file(destination, file, folder / file.file, today - anchor))


def _load_file(destination: Destination, file: SeedFile, path: Path, shift: timedelta) -> Report:
    rows = list(enumerate(records(open_delimited(path)), 1))
    binding = _binding(destination.definition, file.mapping, _table(rows[0][1]))
    if not isinstance(binding, Binding):
        raise Invalid(issue.under(file.file) for issue in binding)
    drafts = DraftReader(destination.definition, binding).drafts(rows[1:])
    report = Importer(destination, binding).run_whole(_shifted(drafts, shift), _go_on)
    if report.failed:
        found = [Issue("transfer.seed.file", (), {"file": file.file})]
        found += [
            each.issue.under(file.file, each.row, each.column or "") for each in report.findings[:_SHOWN]
        ]
        raise Invalid(found)
    return report


def _binding(definition: Definition, mapping: ImportMapping, table: Table) -> Binding | list[Issue]:
    decision = authorize(definition, SYSTEM, "import", mapping.entity)
    return bind(definition, decision, mapping, table) if isinstance(decision, Decision) else [decision]


def _table(header: Iterable[object]) -> Table:
    columns = tuple(SheetColumn(index, str(name), (), "text") for index, name in enumerate(header))
    return Table(1, 1, columns)


def _go_on(report: Report, done: int) -> bool:
    return not report.failed


def _shifted(drafts: Iterable[Draft], shift: timedelta) -> Iterator[Draft]:
    for draft in drafts:
        if shift:
            lines = [DraftLine(line.row, _moved(line.values, shift)) for line in draft.lines]
            draft = Draft(draft.rows, _moved(draft.values, shift), lines, draft.issues)
        yield draft


def _moved(values: Mapping[str, RecordValue], shift: timedelta) -> dict[str, RecordValue]:
    return {
        name: value + shift if isinstance(value, date | datetime) else value for name, value in values.items()
    }
