"""What was sent for records of an entity, worked out before anything is written: values, and their links.

Every row is prepared on its own; what all of them link to is asked for at once. Rows that come through a form
are held to its rules, which see nothing of linked records that their sender may not read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from engine.access.decision import Decision
from engine.entities.linking import LinkTarget, link_targets
from engine.entities.record import Prepared, Sending, attempt
from engine.entities.values import Line
from engine.entities.working import Linked
from engine.forms.writing import Entered, Through, check_written, has_rules
from engine.kernel.errors import DomainError, Invalid
from engine.kernel.issue import Issue, Severity, has_errors
from engine.kernel.values import Value
from engine.metadata.model import Entity
from runtime.storage.link_checks import check_all_links
from runtime.storage.linked import without
from runtime.storage.unit import Unit

Outcome: TypeAlias = Prepared | DomainError


@dataclass(frozen=True, slots=True)
class Sent:
    """One row as it was sent, what its record was before, and what the system gives it."""

    values: Mapping[str, object]
    before: Mapping[str, Any] | None = None
    given: Mapping[str, Value] = field(default_factory=dict)
    through: Through | None = None


@dataclass(frozen=True, slots=True)
class _Tried:
    """A row as it would be stored, with everything found wrong with it on its own."""

    sent: Sent
    prepared: Prepared
    issues: list[Issue]

    @property
    def is_refused(self) -> bool:
        return has_errors(self.issues)


def prepare_all(unit: Unit, decision: Decision, entity: Entity, rows: Sequence[Sent]) -> list[Outcome]:
    """Return each row ready to be stored, or its refusal with every issue."""
    visible = unit.visible(entity.id)
    tried = [_tried(unit, decision, entity, visible, row) for row in rows]
    links = [_offered(unit, entity, each) for each in tried]
    absent = check_all_links(unit.viewer, unit.connection, links)
    return [
        _outcome(unit, decision, each, targets, issues)
        for each, targets, issues in zip(tried, links, absent, strict=True)
    ]


def broken_rules(unit: Unit, decision: Decision, entity: Entity, row: Sent) -> list[Issue]:
    """Return what is against the rules of the form a row came through, and nothing else."""
    tried = _tried(unit, decision, entity, unit.visible(entity.id), row)
    return _broken_rules(unit, decision, tried, unit.linked)


def with_line_ids(unit: Unit, prepared: Prepared) -> Prepared:
    """Give new detail lines their ids."""
    added = {name for name, changes in prepared.lines.items() if changes.added}
    if not added:
        return prepared
    values: dict[str, Any] = dict(prepared.values)
    for name in added:
        values[name] = tuple(_identified(unit, line) for line in values[name])
    return replace(prepared, values=values)


def lines_of(prepared: Prepared, name: str) -> tuple[Line, ...]:
    """Return the detail lines of a field."""
    lines: Any = prepared.values[name]
    return lines or ()


def _tried(unit: Unit, decision: Decision, entity: Entity, visible: frozenset[str], row: Sent) -> _Tried:
    sending = Sending(
        incoming=row.values,
        existing=row.before,
        context=unit.viewer.context,
        writable=decision.writable,
        visible=visible,
        linked=unit.linked,
        given=row.given,
        by_hand=unit.origin.by_hand,
    )
    prepared, issues = attempt(unit.viewer.definition, entity, sending)
    return _Tried(row, prepared, issues)


def _offered(unit: Unit, entity: Entity, tried: _Tried) -> list[LinkTarget]:
    """Return what is newly linked; what comes from elsewhere may link to records no longer offered."""
    if tried.is_refused and tried.sent.through is None:
        return []
    links = link_targets(entity, tried.prepared, tried.sent.before)
    return [each if unit.origin.by_hand else replace(each, filter=None) for each in links]


def _outcome(
    unit: Unit, decision: Decision, tried: _Tried, links: Sequence[LinkTarget], absent: list[Issue]
) -> Outcome:
    issues = [*tried.issues, *absent] if tried.is_refused else absent
    if tried.sent.through is None:
        return Invalid(issues) if issues else tried.prepared
    refused = {issue.path for issue in absent}
    unseen = frozenset((each.target, each.id) for each in links if each.path in refused)
    wrong = {issue.path[:1] for issue in issues if issue.severity is Severity.ERROR}
    broken = _broken_rules(unit, decision, tried, without(unit.linked, unseen))
    issues = [*issues, *(each for each in broken if each.path[:1] not in wrong)]
    return Invalid(issues) if issues else tried.prepared


def _broken_rules(unit: Unit, decision: Decision, tried: _Tried, linked: Linked) -> list[Issue]:
    """Return what is against the rules of the form a row came through."""
    sent, definition = tried.sent, unit.viewer.definition
    if sent.through is None or not has_rules(definition, sent.through.form.id):
        return []
    enterable = sent.through.enterable
    entered = Entered(
        prepared=tried.prepared,
        sent=frozenset(sent.values),
        existing=sent.before,
        context=unit.viewer.context,
        writable=decision.writable if enterable is None else decision.writable & enterable,
        linked=linked,
        given=frozenset(sent.given),
    )
    return check_written(definition, sent.through.form, entered)


def _identified(unit: Unit, line: Line) -> Line:
    return line if line.id else Line(unit.ids.record_id(), line.values)
