"""A question answered over plain records in memory: the meaning that SQL is held to.

`records` are flat: system fields, fields by name with computed ones among them, detail lines as lists. Who
may see a record is handed in; what a link leads to and may not be seen is blank.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from engine.dependencies.resolve import PARENT, Standpoint, Step, resolve
from engine.entities.conversion import conversion
from engine.expressions.check import Checked
from engine.expressions.context import Context
from engine.expressions.evaluate import compile_checked
from engine.kernel.values import ErrorValue, Value
from engine.metadata.definition import Definition
from engine.metadata.model import Field
from engine.reports.answer import Answer, Groups, answer
from engine.reports.computing import mean
from engine.reports.criteria import meets
from engine.reports.ordering import Ranks, no_ranks
from engine.reports.periods import begin_of, local_hour
from engine.reports.question import (
    OTHERS,
    Demand,
    Dimension,
    Figure,
    Home,
    Hop,
    Operand,
    Question,
    Route,
    Source,
)

Record: TypeAlias = Mapping[str, Any]
Sees: TypeAlias = Callable[[str, Record], bool]


@dataclass(frozen=True, slots=True)
class Row:
    """A record, or one of its lines."""

    record: Record
    line: Record | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """Records by entity and id, as somebody sees them at a moment."""

    definition: Definition
    records: Mapping[str, Mapping[str, Record]]
    context: Context
    sees: Sees = lambda _entity, _record: True

    def rows(self, home: Home) -> Iterator[Row]:
        """Yield the living rows of a home that are seen."""
        for record in self.records.get(home.entity.id, {}).values():
            if record.get("deleted_at") is None and self.sees(home.entity.id, record):
                if home.lines is None:
                    yield Row(record)
                else:
                    yield from (Row(record, line) for line in record.get(home.lines.name) or ())

    def values(self, row: Row, route: Route) -> list[Value]:
        """Return all values a route leads to: one, unless it leads to many."""
        rows = [row]
        if route.into is not None:
            rows = [Row(row.record, line) for line in row.record.get(route.into.name) or ()]
        for hop in route.hops:
            rows = [found for each in rows for found in self._beyond(each, hop)]
        if not rows and not route.is_many:
            return [None]
        return [self._field(each, route.field, route.name) for each in rows]

    def value(self, row: Row, route: Route) -> Value:
        """Return the one value of a route."""
        return self.values(row, route)[0]

    def _beyond(self, row: Row, hop: Hop) -> list[Row]:
        if hop.is_back:
            return [
                each
                for each in self.rows(hop.to)
                if self._field(each, hop.link, hop.link.name) == row.record["id"]
            ]
        found = self._seen(hop.to.entity.id, self._field(row, hop.link, hop.link.name))
        return [Row(found)] if found else []

    def _seen(self, entity: str, id: Value) -> Record | None:
        found = self.records.get(entity, {}).get(str(id)) if id is not None else None
        return found if found and self.sees(entity, found) else None

    def _field(self, row: Row, field: Field | None, name: str) -> Value:
        place = self.definition.field(field.id) if field else None
        holder = row.line if row.line is not None and place and place.lines else row.record
        found: Value = holder.get(name)
        return found

    def computed(self, row: Row, home: Home, checked: Checked) -> Value:
        """Return what an expression gives for a row."""
        where = Standpoint(home.entity, home.lines)
        values = {".".join(path): self._named(row, where, path) for path in checked.names}
        return compile_checked(checked)(values, self.context)

    def _named(self, row: Row, where: Standpoint, path: tuple[str, ...]) -> Value:
        if where.lines is not None and path[0] == PARENT:
            return self._named(Row(row.record), Standpoint(where.entity), path[1:])
        steps = resolve(self.definition, where, path) or ()
        holder: Record | None = row.line if where.lines is not None else row.record
        for step, following in zip(steps, (*steps[1:], None), strict=True):
            value: Value = holder.get(step.name) if holder else None
            if following is None:
                return value
            holder = self._seen(_entity(following), value)
        return None


def _entity(step: Step) -> str:
    return step.entity.id


def execute(question: Question, memory: Memory, ranks: Ranks = no_ranks) -> Answer:
    """Answer a question over records."""
    return answer(question, memory.context, lambda source, demand: group(source, demand, memory), ranks)


def group(source: Source, demand: Demand, memory: Memory) -> Groups:
    """Group the rows of a source and aggregate every figure of them."""
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in memory.rows(source.home):
        if _passes(row, demand, memory) and _counts(row, source, memory):
            key = tuple(_member(row, each, source, demand, memory) for each in demand.by)
            groups.setdefault(key, []).append(row)
    if not demand.by:
        groups.setdefault((), [])
    return {
        key: {each.id: _aggregate(each, rows, source, memory) for each in source.figures}
        for key, rows in groups.items()
    }


def _passes(row: Row, demand: Demand, memory: Memory) -> bool:
    return all(
        any(meets(value, given, memory.context) for value in memory.values(row, route))
        for route, _, given in demand.criteria
    )


def _counts(row: Row, source: Source, memory: Memory) -> bool:
    """Tell whether a row is of any figure."""
    return any(_is_of(row, each, source, memory) for each in source.figures)


def _is_of(row: Row, figure: Figure, source: Source, memory: Memory) -> bool:
    return figure.where is None or memory.computed(row, source.home, figure.where) is True


def _member(row: Row, dimension: Dimension, source: Source, demand: Demand, memory: Memory) -> Any:
    value = memory.value(row, source.routes[dimension.id])
    if demand.split and demand.split[0] == dimension.id and not meets(value, demand.split[1], memory.context):
        return OTHERS
    if value is None:
        return None
    if dimension.grain:
        return _period(value, dimension, memory.context)
    if dimension.bins:
        return sum(1 for limit in dimension.bins if value >= limit)
    return value


def _period(value: Any, dimension: Dimension, context: Context) -> date | datetime:
    assert dimension.grain is not None
    if dimension.grain == "hour":
        return local_hour(value, context.timezone)
    day = value.astimezone(context.timezone).date() if isinstance(value, datetime) else value
    return begin_of(dimension.grain, day, dimension.calendar)


def _aggregate(figure: Figure, rows: Sequence[Row], source: Source, memory: Memory) -> Value:
    mine = [row for row in rows if _is_of(row, figure, source, memory)]
    if figure.operand is None:
        return len(mine)
    valued = [(row, _operand(row, figure.operand, source, memory)) for row in mine]
    filled = [(row, value) for row, value in valued if value is not None]
    values: list[Any] = [value for _, value in filled]
    match figure.aggregate:
        case "count":
            return len(values)
        case "count_distinct":
            return len(set(values))
        case "sum":
            return sum(values, Decimal(0))
        case "average":
            return mean(sum(values, Decimal(0)), len(values))
        case "minimum" | "maximum":
            chosen: Value = (min if figure.aggregate == "minimum" else max)(values, default=None)
            return chosen
    return _at_edge(figure, filled, memory)


def _operand(row: Row, operand: Operand, source: Source, memory: Memory) -> Value:
    if operand.route is not None:
        return memory.value(row, operand.route)
    assert operand.checked is not None
    convert = conversion(operand.checked.type.kind, operand.kind.scale)
    value = convert(memory.computed(row, source.home, operand.checked), memory.context)
    return None if isinstance(value, ErrorValue) else value


def _at_edge(figure: Figure, filled: Sequence[tuple[Row, Any]], memory: Memory) -> Value:
    """Return the sum of the values at the first or last date there is one."""
    assert figure.date is not None
    dated = [(memory.value(row, figure.date), value) for row, value in filled]
    days: list[Any] = [day for day, _ in dated if day is not None]
    if not days:
        return None
    edge = min(days) if figure.aggregate == "first" else max(days)
    return sum((value for day, value in dated if day == edge), Decimal(0))
