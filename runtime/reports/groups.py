"""One grouping of a source's rows as one statement: keys, and every figure aggregated at its own grain.

The rows with their keys and values are a subquery, the aggregates stand around it; nothing else is joined.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    INTEGER,
    Dialect,
    FromClause,
    Select,
    and_,
    case,
    distinct,
    func,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from engine.expressions.nodes import Node
from engine.kernel.values import Value
from engine.reports.computing import mean
from engine.reports.question import OTHERS, Criteria, Demand, Dimension, Figure, Key, Source
from engine.reports.sharing import shared_conditions
from runtime.reports.passing import passes, shape_of, values_of
from runtime.reports.rows import Rows, Sql
from runtime.storage.columns.column import Storage
from runtime.storage.periods_in_sql import Periods, period_sql
from runtime.storage.sql_types import Convert, is_sqlite
from runtime.storage.statement import Row, Statement, compile_statement
from runtime.storage.viewer import Viewer

MOST_GROUPS = 200_000
Read = Callable[[Row], tuple[Key, dict[str, Value]]]


@dataclass(frozen=True, slots=True)
class Grouping:
    """A compiled grouping: the statement, how criteria are kept, what makes a group of a row."""

    statement: Statement
    storages: tuple[Storage, ...]
    split: Storage | None
    read: Read


def group_shape(demand: Demand) -> tuple[object, ...]:
    """Return what the SQL of a demand depends on besides its source."""
    split = (demand.split[0], shape_of(demand.split[1])) if demand.split else None
    criteria = tuple((route.words, shape_of(given)) for route, _, given in demand.criteria)
    return tuple(each.id for each in demand.by), criteria, split


def grouping(viewer: Viewer, source: Source, demand: Demand, *, exact: bool = False) -> Grouping:
    """Compile a grouping; `exact` has no limit to sums on SQLite, and is slower."""
    rows = Rows(viewer, source.home)
    columns, readers, split = _keys(rows, source, demand)
    width = len(columns)
    common, own = shared_conditions(
        [figure.where.tree if figure.where else None for figure in source.figures]
    )
    measured = [
        _Measured(rows, figure, index, own[index], exact=exact) for index, figure in enumerate(source.figures)
    ]
    columns += [column for each in measured for column in each.columns]
    wanted, storages = conditions(rows, demand.criteria)
    if common is not None:
        wanted.append(rows.holds(common))
    wheres = [each.where for each in measured if each.where is not None]
    if wheres and len(wheres) == len(measured):
        wanted.append(or_(*wheres))
    inner = _at_edges(
        select(*columns).select_from(rows.source).where(*rows.allowed, *wanted), measured, width
    )
    keys = [inner.c[f"k{n}"] for n in range(width)]
    figures = [column for each in measured for column in each.aggregates(inner)]
    found = select(*keys, *figures).group_by(*keys) if keys else select(*figures)
    limited = found.limit(MOST_GROUPS + 1) if keys else found
    return Grouping(
        compile_statement(limited, viewer.dialect),
        storages,
        split,
        _reader(demand, readers, measured, width),
    )


def bound(viewer: Viewer, compiled: Grouping, demand: Demand) -> Mapping[str, Any]:
    """Return the parameters of a grouping for a demand of its shape."""
    given = criteria_values(viewer, compiled.storages, demand.criteria)
    if demand.split and compiled.split:
        split = values_of(compiled.split, demand.split[1], "split", viewer.context, viewer.dialect)
        given = {**given, **split}
    return {**given, **viewer.bound(compiled.statement)}


def conditions(rows: Rows, criteria: Criteria) -> tuple[list[Sql], tuple[Storage, ...]]:
    """Return criteria as conditions on rows, with how their values are kept."""
    storages: list[Storage] = []
    found: list[Sql] = []
    for index, (route, _, given) in enumerate(criteria):
        kept: list[Storage] = []

        def test(target: Any, given: Any = given, index: int = index, kept: list[Storage] = kept) -> Sql:
            kept.append(target.storage)
            return passes(target, given, f"filter_{index}", rows.viewer.dialect)

        found.append(rows.some(route, test))
        storages += kept
    return found, tuple(storages)


def criteria_values(viewer: Viewer, storages: tuple[Storage, ...], criteria: Criteria) -> Mapping[str, Any]:
    """Return the parameters of conditions."""
    found: dict[str, Any] = {}
    for index, ((_, _, given), storage) in enumerate(zip(criteria, storages, strict=True)):
        found |= values_of(storage, given, f"filter_{index}", viewer.context, viewer.dialect)
    return found


def _keys(
    rows: Rows, source: Source, demand: Demand
) -> tuple[list[Any], list[Convert | None], Storage | None]:
    """Return the columns of members; of a split dimension also whether a row is of the rest, before it."""
    columns: list[Any] = []
    readers: list[Convert | None] = []
    split_storage: Storage | None = None
    for each in demand.by:
        found = rows.value(source.routes[each.id])
        value, read = member_sql(rows.viewer, source, each, found)
        if demand.split and demand.split[0] == each.id:
            split_storage = found.storage
            is_shown = passes(found, demand.split[1], "split", rows.viewer.dialect)
            rest = case((is_shown, literal(0, INTEGER())), else_=literal(1, INTEGER()))
            columns.append(rest.label(f"k{len(columns)}"))
            readers.append(None)
            value = case((is_shown, value))
        columns.append(value.label(f"k{len(columns)}"))
        readers.append(read)
    return columns, readers, split_storage


def member_sql(
    viewer: Viewer, source: Source, dimension: Dimension, found: Any
) -> tuple[Sql, Convert | None]:
    """Return what a row is grouped by in a dimension, and what makes a key of it."""
    if dimension.grain:
        of_instants = source.kinds[dimension.id].key == "datetime"
        periods = Periods(dimension.grain, dimension.calendar, viewer.context.timezone, of_instants)
        value = period_sql(found.value, periods, viewer.dialect)
        if not is_sqlite(viewer.dialect):
            return value, None
        return value, datetime.fromisoformat if dimension.grain == "hour" else date.fromisoformat
    if dimension.bins:
        return _bin(dimension, found, viewer.dialect), None
    return _unordered(found.value, viewer.dialect), found.storage.conversion(viewer.dialect).from_db


def _unordered(value: Sql, dialect: Dialect) -> Sql:
    """Keep SQLite from walking an index for the order of groups: a look-up per row costs more than a sort."""
    return UnaryExpression(value, operator=custom_op("+")) if is_sqlite(dialect) else value


def _bin(dimension: Dimension, found: Any, dialect: Dialect) -> Sql:
    scale = found.storage.scale

    def kept(limit: Decimal) -> Any:
        exact = is_sqlite(dialect) and scale is not None
        return literal(int(limit.scaleb(scale or 0)), INTEGER()) if exact else literal(limit)

    steps = [(found.value < kept(limit), index) for index, limit in enumerate(dimension.bins)]
    return case((found.value.is_(None), None), *steps, else_=len(dimension.bins))


class _Measured:
    """One figure of a grouping: its columns among the rows, its aggregates around them, its value."""

    def __init__(self, rows: Rows, figure: Figure, index: int, where: Node | None, *, exact: bool) -> None:
        self.figure = figure
        self.is_exact = exact or (figure.operand is not None and figure.operand.checked is not None)
        self.dialect = rows.viewer.dialect
        self.name = f"v{index}"
        self.where = rows.holds(where) if where else None
        self.storage: Storage | None = None
        value: Sql = literal(1, INTEGER())
        if figure.operand:
            value, self.storage = rows.operand(figure.operand)
        shown = value if self.where is None else case((self.where, value))
        self.columns = [shown.label(self.name)]
        self.is_at_edge = figure.aggregate in ("first", "last")
        if self.is_at_edge:
            assert figure.date is not None
            moment = rows.value(figure.date).value
            counted = value.is_not(None) if self.where is None else and_(self.where, value.is_not(None))
            self.columns.append(case((counted, moment)).label(f"{self.name}_at"))

    def aggregates(self, inner: FromClause) -> list[Any]:
        """Return the aggregates over the rows."""
        value = inner.c[self.name]
        match self.figure.aggregate:
            case "count":
                return [func.count(value)]
            case "count_distinct":
                return [func.count(distinct(value))]
            case "minimum":
                return [func.min(value)]
            case "maximum":
                return [func.max(value)]
            case "average":
                return [self._sum(value), func.count(value)]
            case "first" | "last":
                at_edge = inner.c[f"{self.name}_at"] == inner.c[f"{self.name}_edge"]
                return [self._sum(case((at_edge, value)))]
        return [self._sum(value)]

    def edge(self, rows: FromClause, keys: Sequence[Any]) -> Any:
        """Return the first or last date of a row's group."""
        choose = func.min if self.figure.aggregate == "first" else func.max
        window = choose(rows.c[f"{self.name}_at"]).over(partition_by=keys or None)
        return window.label(f"{self.name}_edge")

    def read(self, row: Sequence[Any]) -> tuple[Value, int]:
        """Return the figure at the beginning of some columns, and how many it took."""
        aggregate = self.figure.aggregate
        if aggregate in ("count", "count_distinct"):
            return int(row[0]), 1
        if aggregate == "average":
            total = self._number(row[0])
            return (None if total is None else mean(total, row[1])), 2
        if self.figure.kind.is_number or aggregate in ("sum", "first", "last"):
            total = self._number(row[0])
            return (total if total is not None or aggregate != "sum" else Decimal(0)), 1
        assert self.storage is not None
        convert = self.storage.conversion(self.dialect).from_db
        return (convert(row[0]) if convert and row[0] is not None else row[0]), 1

    def _sum(self, value: Any) -> Any:
        if is_sqlite(self.dialect) and self.is_exact:
            return func.formula_sum(value)
        return func.sum(type_coerce(value, INTEGER()) if is_sqlite(self.dialect) else value)

    def _number(self, value: Any) -> Decimal | None:
        if value is None:
            return None
        scale = self.storage.scale if self.storage and is_sqlite(self.dialect) else None
        return Decimal(value).scaleb(-scale) if scale else Decimal(value)


def _at_edges(rows: Select[Any], measured: Sequence[_Measured], width: int) -> FromClause:
    """Add the first and last dates of groups to their rows, where a figure is taken at one."""
    inner = rows.subquery("rows")
    edged = [each for each in measured if each.is_at_edge]
    if not edged:
        return inner
    keys = [inner.c[f"k{n}"] for n in range(width)]
    return select(*inner.c, *(each.edge(inner, keys) for each in edged)).subquery("dated")


def _reader(
    demand: Demand,
    readers: Sequence[Convert | None],
    measured: Sequence["_Measured"],
    width: int,
) -> Read:
    places = _places(demand)

    def read(row: Row) -> tuple[Key, dict[str, Value]]:
        key = tuple(_member(row, readers, place, rest) for place, rest in places)
        values: dict[str, Value] = {}
        at = width
        for each in measured:
            values[each.figure.id], used = each.read(row[at:])
            at += used
        return key, values

    return read


def _places(demand: Demand) -> list[tuple[int, int | None]]:
    """Return where in a row each member stands, and what tells whether it is the rest."""
    found: list[tuple[int, int | None]] = []
    at = 0
    for each in demand.by:
        is_split = bool(demand.split and demand.split[0] == each.id)
        found.append((at + is_split, at if is_split else None))
        at += 1 + is_split
    return found


def _member(row: Row, readers: Sequence[Convert | None], place: int, rest: int | None) -> Any:
    if rest is not None and row[rest]:
        return OTHERS
    value, read = row[place], readers[place]
    return read(value) if read and value is not None else value
