"""What was sent for records of an entity, worked out before anything is written: values, and their links.

Every row is prepared on its own; what all of them link to is asked for at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from engine.access.decision import Decision
from engine.entities.linking import LinkTarget, link_targets
from engine.entities.record import Prepared, prepare
from engine.entities.values import Line
from engine.kernel.errors import DomainError, Invalid
from engine.kernel.values import Value
from engine.metadata.model import Entity
from runtime.storage.link_checks import check_all_links
from runtime.storage.unit import Unit

Outcome: TypeAlias = Prepared | DomainError


@dataclass(frozen=True, slots=True)
class Sent:
    """One row as it was sent, what its record was before, and what the system gives it."""

    values: Mapping[str, object]
    before: Mapping[str, Any] | None = None
    given: Mapping[str, Value] = field(default_factory=dict)


def prepare_all(unit: Unit, decision: Decision, entity: Entity, rows: Sequence[Sent]) -> list[Outcome]:
    """Return each row ready to be stored, or its refusal with every issue."""
    visible = unit.visible(entity.id)
    outcomes = [_prepared(unit, decision, entity, visible, row) for row in rows]
    links = [_offered(unit, entity, each, row) for each, row in zip(outcomes, rows, strict=True)]
    absent = check_all_links(unit.viewer, unit.connection, links)
    return [Invalid(issues) if issues else each for each, issues in zip(outcomes, absent, strict=True)]


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


def _prepared(unit: Unit, decision: Decision, entity: Entity, visible: frozenset[str], row: Sent) -> Outcome:
    prepared = prepare(
        unit.viewer.definition,
        entity,
        row.values,
        row.before,
        unit.viewer.context,
        writable=decision.writable,
        visible=visible,
        linked=unit.linked,
        given=row.given,
        by_hand=unit.origin.by_hand,
    )
    return prepared if isinstance(prepared, Prepared) else Invalid(prepared)


def _offered(unit: Unit, entity: Entity, outcome: Outcome, row: Sent) -> list[LinkTarget]:
    """Return what is newly linked; what comes from elsewhere may link to records no longer offered."""
    if not isinstance(outcome, Prepared):
        return []
    links = link_targets(entity, outcome, row.before)
    return [each if unit.origin.by_hand else replace(each, filter=None) for each in links]


def _identified(unit: Unit, line: Line) -> Line:
    return line if line.id else Line(unit.ids.record_id(), line.values)
