"""Expressions of a node worked out where its token is: conditions, values to set, addresses, targets."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from engine.expressions.coerce import to_boolean, to_text
from engine.expressions.context import Run
from engine.expressions.faults import Fault
from engine.flows.events import LineValues
from engine.flows.formulas import FlowFormula, Sight
from engine.flows.node_kind import At
from engine.kernel.issue import Issue
from engine.kernel.values import ErrorValue, Value
from engine.text.labels import label_params


def formula(at: At[Any], *steps: str | int) -> FlowFormula | None:
    """Return the expression at a place below the node."""
    return at.work.plan.formulas.get((*at.planned.path, *steps))


def compute(at: At[Any], expression: FlowFormula, line: LineValues | None = None) -> Value | Issue:
    """Return the value of an expression; an error value is an issue that names it."""
    sight = sight_of(at, line)
    value = expression.value(sight, at.work.context)
    return _failed(expression, value, sight) if isinstance(value, ErrorValue) else value


def is_true(at: At[Any], expression: FlowFormula, line: LineValues | None = None) -> bool | Issue:
    """Return whether a condition holds."""
    value = compute(at, expression, line)
    if isinstance(value, Issue):
        return value
    try:
        return to_boolean(Run(at.work.context), value)
    except Fault as fault:
        return _failed(expression, fault.error, sight_of(at, line))


def as_text(at: At[Any], *steps: str | int) -> str | Issue | None:
    """Return the text an expression gives, or None where there is none."""
    expression = formula(at, *steps)
    value = compute(at, expression) if expression else None
    if value is None or isinstance(value, Issue):
        return value
    return to_text(Run(at.work.context), value)


def settings(
    at: At[Any], wanted: Mapping[str, str], *steps: str | int, line: LineValues | None = None
) -> dict[str, Value] | list[Issue]:
    """Return values by field name for expressions by field id, each as its field keeps it."""
    values: dict[str, Value] = {}
    issues: list[Issue] = []
    for id in wanted:
        field, expression = at.work.plan.fields[id], formula(at, *steps, id)
        assert expression is not None
        value = compute(at, expression, line)
        if not isinstance(value, Issue | tuple):
            value = field.convert(value, at.work.context)
        if isinstance(value, ErrorValue):
            value = _failed(expression, value, sight_of(at, line))
        if isinstance(value, Issue):
            issues.append(value)
        else:
            values[field.name] = value
    return issues or values


def lines_where(at: At[Any], lines: str, *condition: str | int) -> tuple[LineValues, ...] | Issue:
    """Return the detail lines for which a condition below the node holds, all without one."""
    expression = formula(at, *condition)
    taken: list[LineValues] = []
    for line in at.work.facts.lines.get(lines, ()):
        holds = is_true(at, expression, line) if expression else True
        if isinstance(holds, Issue):
            return holds
        if holds:
            taken.append(line)
    return tuple(taken)


def target(at: At[Any]) -> tuple[str, str] | Issue:
    """Return the entity and record a node is about: the one its target names, or the flow's."""
    expression = formula(at, "target")
    if expression is None:
        return at.work.plan.entity, at.work.instance.record
    value = compute(at, expression)
    if isinstance(value, Issue):
        return value
    if not isinstance(value, str) or not value or expression.entity is None:
        return Issue("flow.target.blank", params={"target": expression.text})
    return expression.entity, value


def sight_of(at: At[Any], line: LineValues | None) -> Sight:
    """Return what an expression of the node sees, from a given line or where the token is."""
    sight = at.work.sight(at.token)
    return replace(sight, line=line) if line else sight


def people_in_fields(at: At[Any], fields: Iterable[str | None]) -> dict[str, str | None]:
    """Return the user ids in person fields by field id."""
    values, planned = at.work.facts.values, at.work.plan.fields
    found = ((id, values.get(planned[id].name)) for id in fields if id)
    return {id: value if isinstance(value, str) else None for id, value in found}


def _failed(expression: FlowFormula, error: ErrorValue, sight: Sight) -> Issue:
    inputs = label_params("inputs", expression.inputs(sight))
    cause = error.cause.removeprefix("expression.cause.")
    params = {"expression": expression.text, "error": error.code, "cause": cause, **inputs}
    return Issue("flow.expression.failed", params=params)
