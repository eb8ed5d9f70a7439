"""From a figure back to its records: the rows of one cell, page by page, with what they add up to.

The rows are chosen by the very conditions that made the figure; the sum is computed from them anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.model import LinesOptions
from engine.query.record_query import PAGE, Condition, Expand, RecordQuery
from engine.reports.answer import Asking, Kept, kept_members, read_criteria
from engine.reports.computing import compute_figures, rounded
from engine.reports.criteria import members, negated, read_member
from engine.reports.kinds import COUNT
from engine.reports.question import Criteria, Criterion, Demand, Dimension, Figure, Source
from engine.reports.routes import route_kind
from engine.text.labels import label_params
from runtime.reports.ask import Asked
from runtime.reports.groups import conditions, criteria_values
from runtime.reports.rows import Rows
from runtime.reports.wire import value_json
from runtime.storage.authorized import shown_fields
from runtime.storage.binding import parameter
from runtime.storage.columns.families import KEY, WHOLE
from runtime.storage.expanding import expand
from runtime.storage.reading import find
from runtime.storage.record_ids import is_record_id
from runtime.storage.statement import compile_statement, run

OTHERS_KEY = "_others"


@dataclass(frozen=True, slots=True)
class Cell:
    """The figure that is looked into, its members by dimension as they were sent, and which page."""

    measure: str
    members: Mapping[str, Any]
    limit: int = 50
    cursor: str | None = None


def drill(asked: Asked, cell: Cell) -> Mapping[str, Any]:
    """Return the records, or lines, of a cell."""
    figure, source = _measured(asked, cell)
    _require_page(cell)
    criteria = _criteria(asked, cell, source)
    if figure.aggregate in ("first", "last"):
        criteria = _at_edge(asked, figure, source, criteria)
    counted = replace(figure, id="rows", kind=COUNT, aggregate="count", operand=None)
    alone = replace(source, figures=(figure, counted))
    found = asked.aggregate(alone, Demand((), criteria), part="drill").get((), {})
    ids = _ids(asked, figure, source, criteria, cell)
    page = ids[: cell.limit]
    sent = {
        "entity": source.home.entity.name,
        "items": _items(asked, source, page),
        "next_cursor": page[-1][0] if len(ids) > cell.limit else None,
        "total": found.get("rows", 0),
        "sum": _figure_json(asked, figure, found),
    }
    return sent | ({"lines": source.home.lines.name} if source.home.lines else {})


def _figure_json(asked: Asked, figure: Figure, found: Mapping[str, Value]) -> Any:
    figures = compute_figures(asked.question, found, asked.viewer.context)
    return value_json(rounded(figure, figures[figure.id]), figure)


def _measured(asked: Asked, cell: Cell) -> tuple[Figure, Source]:
    figure = asked.question.figure(cell.measure)
    if figure is None:
        raise Invalid.of("report.id.unknown", ("measure",), id=cell.measure[:40])
    if figure.expression is not None:
        raise Invalid.of("report.drill.composed", ("measure",), **label_params("figure", figure.label))
    return next(
        (each, source) for source in asked.question.sources for each in source.figures if each.id == figure.id
    )


def _require_page(cell: Cell) -> None:
    if not 1 <= cell.limit <= PAGE:
        raise Invalid.of("query.size.too_much", ("limit",), count=cell.limit, limit=PAGE)
    if cell.cursor is not None and not is_record_id(cell.cursor):
        raise Invalid.of("query.cursor.unreadable", ("cursor",))


def _criteria(asked: Asked, cell: Cell, source: Source) -> Criteria:
    """Return what the rows of a cell meet: the filters of the question, and the members of the cell."""
    question, context = asked.question, asked.viewer.context
    given = read_criteria(question, context)
    own = next(made for each, made in zip(question.sources, given, strict=True) if each is source)
    found = [(each.route, each.kind, made) for each, made in zip(source.filters, own, strict=True)]
    kept = kept_members(Asking(question, context, asked.aggregate, given))
    for id, raw in cell.members.items():
        if id == OTHERS_KEY:
            continue
        is_rest = kept is not None and kept.dimension.id == id and cell.members.get(OTHERS_KEY) is True
        if not is_rest:
            made = _member(asked, id, raw, source)
            found.append((source.routes[id], source.kinds[id], made))
    return (*found, *_kept(asked, cell, source, kept))


def _kept(asked: Asked, cell: Cell, source: Source, kept: Kept | None) -> Criteria:
    """Return what the rows of the largest members, or of the rest, meet."""
    if kept is None or (kept.others and cell.members.get(OTHERS_KEY) is not True):
        return ()
    id = kept.dimension.id
    shown = members(kept.dimension, kept.members, source.kinds[id], asked.viewer.context)
    return ((source.routes[id], source.kinds[id], negated(shown) if kept.others else shown),)


def _member(asked: Asked, id: str, raw: Any, source: Source) -> Criterion:
    dimension = _dimension(asked, id)
    context = asked.viewer.context
    try:
        key = read_member(dimension, raw, context)
        return members(dimension, (key,), source.kinds[id], context)
    except (ValueError, TypeError, ArithmeticError, KeyError):
        params = {"value": str(raw)[:60]}
        raise Invalid([Issue("query.value.unreadable", ("cell", id), params)]) from None


def _dimension(asked: Asked, id: str) -> Dimension:
    found = next((each for each in asked.question.dimensions if each.id == id), None)
    if found is None:
        raise Invalid.of("report.id.unknown", ("cell", id[:40]), id=id[:40])
    return found


def _at_edge(asked: Asked, figure: Figure, source: Source, criteria: Criteria) -> Criteria:
    """Narrow rows to those at the first or last date, where the figure is taken."""
    assert figure.date is not None
    assert figure.operand is not None
    aggregate = "minimum" if figure.aggregate == "first" else "maximum"
    kind = route_kind(asked.eyes, figure.date)
    has_value = replace(figure.operand, route=figure.date, checked=None, kind=kind)
    edge = replace(figure, aggregate=aggregate, operand=has_value, kind=kind)
    valued = criteria
    if figure.operand.route is not None:
        valued = (*criteria, (figure.operand.route, figure.operand.kind, Criterion("is_not_empty")))
    alone = replace(source, figures=(edge,))
    day = asked.aggregate(alone, Demand((), valued), part="edge").get((), {}).get(figure.id)
    if day is None:
        return (*valued, (figure.date, kind, Criterion(value=())))
    return (*valued, (figure.date, kind, Criterion(value=(day,))))


def _ids(
    asked: Asked, figure: Figure, source: Source, criteria: Criteria, cell: Cell
) -> list[tuple[str, str]]:
    """Return the ids of rows and of their records, newest first, one more than a page has."""
    viewer = asked.viewer
    rows = Rows(viewer, source.home)
    wanted, storages = conditions(rows, criteria)
    if figure.where:
        wanted.append(rows.holds(figure.where.tree))
    id = rows.site.table.c["id"]
    if cell.cursor is not None:
        wanted.append(id < parameter("cursor", KEY, viewer.dialect))
    found = select(id, rows.record.table.c["id"]).select_from(rows.source).where(*rows.allowed, *wanted)
    statement = compile_statement(
        found.order_by(id.desc()).limit(parameter("limit", WHOLE, viewer.dialect)), viewer.dialect
    )
    given = {**criteria_values(viewer, storages, criteria), "limit": cell.limit + 1, "cursor": cell.cursor}
    if cell.cursor is None:
        del given["cursor"]
    return [
        (str(row[0]), str(row[1]))
        for row in run(asked.connection, statement, {**given, **viewer.bound(statement)})
    ]


def _items(asked: Asked, source: Source, page: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """Return records as lists show them; of lines, each with its record."""
    if not page:
        return []
    viewer, entity, lines = asked.viewer, source.home.entity, source.home.lines
    parents = list(dict.fromkeys(parent for _, parent in page))
    shown = shown_fields(viewer.definition, viewer.require("read", entity.id))
    names = tuple(
        each.name
        for each in shown
        if each.field and (not isinstance(each.field.options, LinesOptions) or each.field is lines)
    )
    query = RecordQuery(
        conditions=(Condition("id", "in", parents),),
        fields=names,
        expand=(Expand("*"),),
        limit=len(parents),
    )
    items = find(viewer, asked.connection, entity.id, query, "json").items
    expand(viewer, asked.connection, entity.id, items, query.expand)
    records = {item["id"]: item for item in items}
    if lines is None:
        return [records[id] for id, _ in page]
    rows = {line["id"]: line for item in items for line in item.pop(lines.name, ())}
    return [{"line": rows[id], "record": records[parent]} for id, parent in page]
