"""Figures of a query: what each aggregates, and those made of others, in the order they are computed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.dependencies.resolve import Standpoint
from engine.expressions import types
from engine.expressions.check import Checked, check_text
from engine.expressions.types import Type
from engine.kernel.issue import Issue
from engine.metadata.model import Label, QueryMeasure
from engine.query.aggregate import average_places
from engine.reports.eyes import Eyes, VisibleScope
from engine.reports.kinds import COUNT, expression_kind
from engine.reports.question import Figure, Home, Kind, Operand, Route
from engine.reports.routes import find_home, find_route, route_kind

COMPOSED_SCALE = 4
ADDED = ("sum", "average", "first", "last")
BY_DATE = ("first", "last")


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure over rows of a home, with the date it goes by where the query names one."""

    figure: Figure
    home: Home
    date: Route | None = None

    @property
    def is_by_date(self) -> bool:
        """Tell whether it is a value at the first or last date, which its date is for."""
        return self.figure.aggregate in BY_DATE


def measured(eyes: Eyes, measure: QueryMeasure) -> Measured | list[Issue]:
    """Understand a figure that aggregates rows."""
    home = _home(eyes, measure)
    if isinstance(home, Issue):
        return [home]
    aggregate = measure.aggregate or "count"
    operand, date = _operand(eyes, home, measure), _date(eyes, home, measure)
    where = _expression(eyes, home, "where", measure.where, types.BOOLEAN)
    issues = [each for each in (date,) if isinstance(each, Issue)]
    issues += [each for part in (operand, where) if isinstance(part, list) for each in part]
    if issues:
        return issues
    assert not isinstance(date, Issue)
    assert not isinstance(operand, list)
    assert not isinstance(where, list)
    unsuitable = _unsuitable(aggregate, operand)
    if unsuitable:
        return [unsuitable]
    kind = _kind(measure, aggregate, operand)
    label = measure.label or _label(home, operand)
    figure = Figure(
        measure.id, label, kind, aggregate, operand, where, date=date, format=measure.format
    )  # fmt: skip
    return Measured(figure, home, date)


def _home(eyes: Eyes, measure: QueryMeasure) -> Home | Issue:
    lines = eyes.field(measure.lines) if measure.lines else None
    entity = measure.home or (lines.entity.id if lines else None)
    if entity is None:
        return Issue("report.measure.homeless", ())
    return find_home(eyes, entity, measure.lines)


def _operand(eyes: Eyes, home: Home, measure: QueryMeasure) -> Operand | list[Issue] | None:
    if measure.value is not None:
        checked = _expression(eyes, home, "value", measure.value, None)
        if isinstance(checked, list) or checked is None:
            return checked
        kind = expression_kind(eyes.definition, Standpoint(home.entity, home.lines), checked)
        return Operand(kind, checked=checked) if kind else [Issue("report.value.kind", ("value",))]
    if measure.field is None:
        return None
    route = find_route(eyes, home, measure.path, measure.field)
    if isinstance(route, Issue):
        return [route]
    if route.is_many:
        return [Issue("report.measure.many", ("path",))]
    return Operand(route_kind(eyes, route), route)


def _date(eyes: Eyes, home: Home, measure: QueryMeasure) -> Route | Issue | None:
    if measure.date is None:
        return None
    route = find_route(eyes, home, (), measure.date)
    if isinstance(route, Issue):
        return Issue(route.code, ("date",), route.params)
    if not route_kind(eyes, route).is_dated:
        return Issue("report.measure.no_date", ("date",), {"field": route.name})
    return route


def _expression(
    eyes: Eyes, home: Home, place: str, text: str | None, expected: Type | None
) -> Checked | list[Issue] | None:
    if text is None:
        return None
    scope = VisibleScope(eyes, Standpoint(home.entity, home.lines))
    checked = check_text(text, scope, expected=expected, known=scope.known())
    if isinstance(checked, list):
        return [each.under(place) for each in checked]
    if not checked.runs_in_sql:
        return [Issue("report.expression.not_in_sql", (place,), {"expression": text[:200]})]
    return checked


def _unsuitable(aggregate: str, operand: Operand | None) -> Issue | None:
    if operand is None:
        return None if aggregate == "count" else Issue("report.measure.nothing", ("field",))
    if aggregate in ADDED and not operand.kind.is_number:
        return Issue("report.measure.no_number", ("aggregate",), {"aggregate": aggregate})
    if aggregate in ("minimum", "maximum") and not (operand.kind.is_number or operand.kind.is_dated):
        return Issue("report.measure.no_number", ("aggregate",), {"aggregate": aggregate})
    if operand.kind.key in ("attachment", "multi_choice", "lines"):
        return Issue("report.measure.no_number", ("aggregate",), {"aggregate": aggregate})
    return None


def _kind(measure: QueryMeasure, aggregate: str, operand: Operand | None) -> Kind:
    if operand is None or aggregate in ("count", "count_distinct"):
        return COUNT
    kind, scale = operand.kind, measure.scale
    if not kind.is_number:
        return kind
    if aggregate == "average":
        natural = average_places(kind.scale or 0)
        key = "decimal" if kind.key == "integer" else kind.key
        return Kind(key, natural if scale is None else scale, currency=kind.currency)
    key = "decimal" if kind.key == "integer" and scale else kind.key
    return Kind(key, kind.scale if scale is None else scale, currency=kind.currency)


def _label(home: Home, operand: Operand | None) -> Label:
    field = operand.route.field if operand and operand.route else None
    if field is not None:
        return field.label
    return home.lines.label if home.lines else home.entity.label


@dataclass(frozen=True, slots=True)
class _FiguresScope:
    """Names of figures in expressions over them."""

    kinds: Mapping[str, Type]

    def resolve(self, path: tuple[str, ...]) -> Type | None:
        return self.kinds.get(path[0]) if len(path) == 1 else None


def composed(
    measures: Sequence[QueryMeasure], figures: Mapping[str, Figure]
) -> tuple[Mapping[str, Figure], list[Issue]]:
    """Understand the figures made of others, by id; issues have the place of their measure."""
    kinds = {id: _type(figure.kind) for id, figure in figures.items()}
    kinds |= {each.id: types.NUMBER for each in measures if each.expression is not None}
    scope, found, issues = _FiguresScope(kinds), {}, []
    for index, each in enumerate(measures):
        if each.expression is None:
            continue
        checked = check_text(each.expression, scope, known=((name,) for name in kinds))
        if isinstance(checked, list):
            issues += [issue.under("measures", index, "expression") for issue in checked]
            continue
        found[each.id] = _composed(each, checked)
    return found, issues


def _composed(measure: QueryMeasure, checked: Checked) -> Figure:
    style = measure.format.style if measure.format else "plain"
    shown = measure.format.scale if measure.format else None
    scale = measure.scale if measure.scale is not None else shown
    if style == "percent" and measure.scale is None and shown is not None:
        scale = shown + 2
    kind = Kind(style if style != "plain" else "decimal", COMPOSED_SCALE if scale is None else scale)
    label = measure.label or {"zh": measure.id, "en": measure.id}
    return Figure(measure.id, label, kind, expression=checked, format=measure.format)


def _type(kind: Kind) -> Type:
    if kind.key == "date":
        return types.DATE
    return types.DATETIME if kind.key == "datetime" else types.NUMBER


def in_order(figures: Sequence[Figure]) -> list[Figure]:
    """Return composed figures, each after those it names; those in a circle are left out."""
    waiting = {each.id: each for each in figures}
    ordered: list[Figure] = []
    while ready := [each for each in waiting.values() if waiting.keys().isdisjoint(names_of(each))]:
        ordered += ready
        for each in ready:
            del waiting[each.id]
    return ordered


def names_of(figure: Figure) -> Iterator[str]:
    """Yield the ids of the figures an expression names."""
    return (path[0] for path in figure.expression.names) if figure.expression else iter(())
