"""A record from what was sent to what is stored: read, filled in, computed, checked. Every issue at once.

Pure: what lies in other records comes through `linked`, the moment and the user through the context. What
only the database can know (unique combinations, whether a linked record exists) is in `constraints`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from engine.entities.entering import Hand, enter, fill_defaults, missing
from engine.entities.lines import (
    LineChanges,
    changes_of,
    check_count,
    close_lines,
    enter_lines,
    open_lines,
)
from engine.entities.plan import Plan, Step, plan_of
from engine.entities.values import Line, RecordValue, RecordValues
from engine.entities.working import Linked, Working, nothing_linked
from engine.expressions.context import Context
from engine.kernel.issue import Issue, Severity, has_errors
from engine.kernel.values import ErrorValue, Value
from engine.metadata.definition import Definition
from engine.metadata.model import Entity
from engine.text.labels import label_params

_NOTHING: Mapping[str, Value] = MappingProxyType({})
_CAUSE = "expression.cause."


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record ready to be stored: every stored field by name, lines in order, and what is different.

    `changed` names the fields whose value differs from before, detail lines fields among them.
    """

    values: RecordValues
    changed: frozenset[str]
    lines: Mapping[str, LineChanges]
    warnings: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What is sent for a record, and by whom; `prepare` says what each part means."""

    incoming: Mapping[str, object]
    existing: RecordValues | None
    context: Context
    writable: frozenset[str]
    visible: frozenset[str] | None = None
    linked: Linked = nothing_linked
    given: Mapping[str, Value] = field(default_factory=dict)
    by_hand: bool = True


@dataclass(frozen=True, slots=True)
class Preview:
    """A record as it would be, live fields and invalid ones included, with everything found wrong."""

    values: RecordValues
    issues: tuple[Issue, ...]


def prepare(
    definition: Definition,
    entity: Entity,
    incoming: Mapping[str, object],
    existing: RecordValues | None,
    context: Context,
    *,
    writable: frozenset[str],
    visible: frozenset[str] | None = None,
    linked: Linked = nothing_linked,
    given: Mapping[str, Value] = _NOTHING,
    by_hand: bool = True,
) -> Prepared | list[Issue]:
    """Prepare a new record (`existing` is None) or a change of one; a refusal lists every issue.

    `existing` holds values by field name, live ones too where a check reads them. `given` are values the
    system gives, such as the next number of a sequence. `visible` are the fields that may be spoken of.
    """
    sending = Sending(
        incoming=incoming,
        existing=existing,
        context=context,
        writable=writable,
        visible=visible,
        linked=linked,
        given=given,
        by_hand=by_hand,
    )
    prepared, issues = attempt(definition, entity, sending)
    return issues if has_errors(issues) else prepared


def attempt(definition: Definition, entity: Entity, sending: Sending) -> tuple[Prepared, list[Issue]]:
    """Prepare a record whatever is wrong with it: for rules that have more to say about it."""
    plan = plan_of(definition, entity.id)
    hand = Hand(sending.writable, sending.visible, sending.by_hand)
    record = open_record(plan, sending.existing, sending.context, sending.linked)
    issues = _work_out(plan, sending.incoming, record, hand, sending.given)
    return _close(plan, record, issues), issues


def preview(
    definition: Definition,
    entity: Entity,
    incoming: Mapping[str, object],
    existing: RecordValues | None,
    context: Context,
    *,
    writable: frozenset[str],
    visible: frozenset[str] | None = None,
    linked: Linked = nothing_linked,
) -> Preview:
    """Work out what saving would give, for a form while somebody types."""
    plan = plan_of(definition, entity.id)
    record = open_record(plan, existing, context, linked)
    issues = _work_out(plan, incoming, record, Hand(writable, visible), _NOTHING)
    return Preview(_with_live(plan, record), tuple(issues))


def open_record(plan: Plan, existing: RecordValues | None, context: Context, linked: Linked) -> Working:
    """Return a record to work on: as it is, or new."""
    before = _NOTHING if existing is None else existing
    record = Working(dict(before), before, context, linked)
    if existing is None:
        record.values |= {"created_at": context.now, "created_by": context.user}
    for part in plan.lines.values():
        open_lines(part, record)
    return record


def _work_out(
    plan: Plan, incoming: Mapping[str, object], record: Working, hand: Hand, given: Mapping[str, Value]
) -> list[Issue]:
    fields = {name: raw for name, raw in incoming.items() if name not in plan.lines}
    issues = enter(plan.record, fields, record, hand)
    record.values |= given
    if not record.before:
        fill_defaults(plan.record, fields, record)
    for name, part in plan.lines.items():
        if name in incoming:
            issues += enter_lines(part, incoming[name], record, hand)
        elif not record.before:
            issues += check_count(part, record)
    wrong = {issue.path[0] for issue in issues}
    issues += [each for each in missing(plan.record, record, hand) if each.path[0] not in wrong]
    wrong = {issue.path[0] for issue in issues}
    issues += _compute(plan.steps, record)
    return issues + _check(plan, record, wrong)


def _compute(steps: Iterable[Step], record: Working) -> list[Issue]:
    """Compute the stored formulas in order; one that fails is blank, with a warning that says why."""
    warnings: list[Issue] = []
    for step in steps:
        for working in record.lines[step.lines] if step.lines else (record,):
            value = step.convert(step.evaluation(working), working.context)
            if isinstance(value, ErrorValue):
                warnings.append(_failure(step, working, value))
                value = None
            working.values[step.name] = value
    return warnings


def _failure(step: Step, working: Working, error: ErrorValue) -> Issue:
    place = (step.name,) if step.lines is None else (step.lines, working.index or 0, step.name)
    params = {"code": error.code, "cause": error.cause.removeprefix(_CAUSE)}
    return Issue("field.formula.failed", place, params, Severity.WARNING)


def _check(plan: Plan, record: Working, wrong: set[str | int]) -> list[Issue]:
    """Check the conditions over the record, except those that read what is wrong already."""
    for step in plan.steps if wrong else ():
        if step.lines in wrong or not wrong.isdisjoint(step.evaluation.roots):
            wrong.add(step.lines or step.name)
    return [
        Issue("entity.check.failed", check.place, label_params("message", check.rule.message))
        for check in plan.checks
        if wrong.isdisjoint(check.evaluation.roots) and check.evaluation(record) is not True
    ]


def _close(plan: Plan, record: Working, issues: list[Issue]) -> Prepared:
    values: dict[str, RecordValue] = {name: record.values.get(name) for name in plan.record.stored}
    changed = {name for name, value in values.items() if value != record.before.get(name)}
    lines: dict[str, LineChanges] = {}
    for name, part in plan.lines.items():
        closed = close_lines(part, record)
        values[name] = closed
        lines[name] = changes_of(part, record, closed)
        if lines[name] or _order(closed) != _order(record.before.get(name) or ()):
            changed.add(name)
    warnings = tuple(each for each in issues if each.severity is not Severity.ERROR)
    return Prepared(values, frozenset(changed), lines, warnings)


def _order(lines: Any) -> list[str | None]:
    return [line.id for line in lines]


def _with_live(plan: Plan, record: Working) -> RecordValues:
    values: dict[str, RecordValue] = _live(plan.record.stored, plan.record.live, record)
    for name, part in plan.lines.items():
        values[name] = tuple(
            Line(line.id, _live(part.line.stored, part.line.live, line)) for line in record.lines[name]
        )
    return values


def _live(
    stored: tuple[str, ...], live: tuple[tuple[str, Callable[[Working], Value]], ...], working: Working
) -> dict[str, Any]:
    values = {name: working.values.get(name) for name in stored}
    return values | {name: fetch(working) for name, fetch in live}
