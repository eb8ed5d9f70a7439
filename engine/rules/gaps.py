"""Where a decision table has no row, two rows, or a row that is never reached.

Cells that read other fields or are free conditions are taken as met *possibly*: a gap, an overlap or an
unreached row is reported only where it is certain.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from engine.expressions.evaluate import compile_checked
from engine.expressions.nodes import Name
from engine.expressions.unary import SUBJECT, Anything, Between, Compare, Not, OneOf, Test, trees_of
from engine.kernel.remember import remember
from engine.kernel.values import Value
from engine.metadata.definition import Definition
from engine.rules.cells import condition_of
from engine.rules.constants import NOWHERE, checked_anywhere, constant, is_constant
from engine.rules.domains import Domain, domain_of, domain_of_constants
from engine.rules.samples import Sample, samples, text_of
from engine.rules.table import Table, table_of

MOST_FOUND = 20
_BUDGET = 20_000


@dataclass(frozen=True, slots=True)
class Gap:
    """Inputs that no row meets: cells that would meet them, and one example."""

    cells: tuple[str, ...]
    example: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two rows, by id, that are met together, and one example."""

    rows: tuple[str, str]
    example: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found; not complete where there was too much to look through."""

    gaps: tuple[Gap, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    unreached: tuple[str, ...] = ()
    is_complete: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """One input: its stretches, and per row the stretches it meets surely and possibly, as bits."""

    stretches: tuple[Sample, ...]
    sure: tuple[int, ...]
    possible: tuple[int, ...]

    @property
    def everything(self) -> int:
        """Return the bits of all stretches."""
        return (1 << len(self.stretches)) - 1


@remember
def analyse(definition: Definition, rule: str) -> Analysis:
    """Look through the table of a rule; one that cannot be read has no findings."""
    table = table_of(definition, rule)
    if not isinstance(table, Table):
        return Analysis()
    columns = columns_of(definition, table)
    search = _Search(columns)
    gaps = search.uncovered(_all_rows(table), tuple(each.everything for each in columns))
    unreached = [row for row in range(len(table.rows)) if not _is_reached(columns, row)]
    return Analysis(
        tuple(_gap(columns, box) for box in gaps[:MOST_FOUND]),
        tuple(_overlaps(table, columns)),
        tuple(table.rows[row].id for row in unreached),
        search.is_complete,
    )


def columns_of(definition: Definition, table: Table) -> tuple[Column, ...]:
    """Return every input with what rows meet of it."""
    return tuple(_column(definition, table, index) for index in range(len(table.inputs)))


def are_apart(columns: tuple[Column, ...], one: int, other: int) -> bool:
    """Tell whether two rows can certainly never be met together."""
    return any(not each.possible[one] & each.possible[other] for each in columns)


def _column(definition: Definition, table: Table, index: int) -> Column:
    tests = [row.tests[index] for row in table.rows]
    constants = tuple(constant(tree) for test in tests for tree in trees_of(test))
    entity = definition.entities.get(table.rule.entity)
    domain = domain_of(definition, entity, table.inputs[index]) if entity else None
    domain = domain or domain_of_constants(constants)
    stretches = samples(domain, constants)
    met = [_met(test, domain, stretches) for test in tests]
    return Column(stretches, tuple(sure for sure, _ in met), tuple(possible for _, possible in met))


def _met(test: Test, domain: Domain, stretches: tuple[Sample, ...]) -> tuple[int, int]:
    """Return the stretches a test meets surely, and those it may meet."""
    everything = (1 << len(stretches)) - 1
    if isinstance(test, Anything):
        return everything, everything
    if not _is_plain(test, domain):
        return 0, everything
    formula = compile_checked(checked_anywhere(condition_of(test, Name((SUBJECT,)))))
    answers = (formula({SUBJECT: each.value}, NOWHERE) for each in stretches)
    met = reduce(or_, (1 << n for n, answer in enumerate(answers) if answer is True), 0)
    return met, met


def _is_plain(test: Test, domain: Domain) -> bool:
    """Tell whether a test is met by a whole stretch or by none of it."""
    if domain.shape != "members" and not _cuts_cleanly(test, domain):
        return False
    return all(is_constant(tree, but_subject=True) for tree in trees_of(test))


def _cuts_cleanly(test: Test, domain: Domain) -> bool:
    """Tell whether a test changes only at the constants it names."""
    match test:
        case OneOf(tests):
            return all(_cuts_cleanly(each, domain) for each in tests)
        case Not(inner):
            return _cuts_cleanly(inner, domain)
        case Compare(operator, _):
            return domain.shape != "text" or operator in ("=", "<>")
        case Between():
            return domain.shape != "text"
    return isinstance(test, Anything)


Box = tuple[tuple[int, int], ...]
"""First and last stretch per input."""


class _Search:
    """Looks for boxes of stretches that no row covers surely, input after input."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        self.columns = columns
        self.known: dict[tuple[int, int], list[Box]] = {}
        self.is_complete = True

    def uncovered(self, rows: int, within: tuple[int, ...], index: int = 0) -> list[Box]:
        """Return boxes inside `within` (stretches per input) that none of the rows, as bits, covers."""
        if index == len(self.columns):
            return [] if rows else [()]
        key = (index, rows)
        if key not in self.known:
            if len(self.known) >= _BUDGET:
                self.is_complete = False
                return []
            self.known[key] = self._boxes(rows, within, index)
        return self.known[key]

    def _boxes(self, rows: int, within: tuple[int, ...], index: int) -> list[Box]:
        found: list[Box] = []
        for first, last, covering in self._runs(rows, within[index], index):
            for rest in self.uncovered(covering, within, index + 1):
                found.append(((first, last), *rest))
            if len(found) > MOST_FOUND:
                break
        return found

    def _runs(self, rows: int, within: int, index: int) -> Iterator[tuple[int, int, int]]:
        """Yield neighbouring stretches that the same of the rows cover: first, last, those rows."""
        column = self.columns[index]
        run: tuple[int, int, int] | None = None
        for n, stretch in enumerate(column.stretches):
            if not within >> n & 1:
                continue
            covering = sum(rows & 1 << row for row, sure in enumerate(column.sure) if sure >> n & 1)
            joins = run and run[1] == n - 1 and run[2] == covering and not _stands_alone(column, stretch)
            if run and not joins:
                yield run
            run = (run[0], n, covering) if run and joins else (n, n, covering)
        if run:
            yield run


def _stands_alone(column: Column, stretch: Sample) -> bool:
    """Tell whether a stretch cannot be said together with its neighbours in one cell."""
    is_listed = isinstance(stretch.value, str | bool)
    return stretch.is_blank or stretch.excluded is not None or is_listed


def _all_rows(table: Table) -> int:
    return (1 << len(table.rows)) - 1


def _is_reached(columns: tuple[Column, ...], row: int) -> bool:
    """Tell whether a row can be met where no earlier row is."""
    within = tuple(column.possible[row] for column in columns)
    return bool(_Search(columns).uncovered((1 << row) - 1, within))


def _gap(columns: tuple[Column, ...], box: Box) -> Gap:
    cells, example = [], []
    for column, (first, last) in zip(columns, box, strict=True):
        is_all = first == 0 and last == len(column.stretches) - 1
        cells.append("-" if is_all else text_of(column.stretches[first], column.stretches[last]))
        example.append(column.stretches[first].value)
    return Gap(tuple(cells), tuple(example))


def _overlaps(table: Table, columns: tuple[Column, ...]) -> Iterator[Overlap]:
    left = MOST_FOUND
    for one in range(len(table.rows)):
        for other in range(one + 1, len(table.rows)):
            common = [each.sure[one] & each.sure[other] for each in columns]
            if all(common) and left:
                left -= 1
                example = tuple(
                    column.stretches[(bits & -bits).bit_length() - 1].value
                    for column, bits in zip(columns, common, strict=True)
                )
                yield Overlap((table.rows[one].id, table.rows[other].id), example)
