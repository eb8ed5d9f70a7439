"""New records in a unit of work, one or many: rights, rules, rows and history together.

Many are judged one by one and stored together, each table and the history in one statement.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect

from engine.access.decision import Decision
from engine.entities.record import Prepared
from engine.forms.writing import Through
from engine.kernel.errors import DomainError
from engine.metadata.model import Entity
from runtime.storage.attaching import attach_files
from runtime.storage.binding import kept
from runtime.storage.clashes import Refusal, clash
from runtime.storage.columns.families import INSTANT
from runtime.storage.differences import differences
from runtime.storage.numbering import numbers_for
from runtime.storage.physical import LinesTable
from runtime.storage.preparing import Outcome, Sent, lines_of, prepare_all, with_line_ids
from runtime.storage.row_rules import meets_rule
from runtime.storage.stock_ledger import note_new
from runtime.storage.table_writing import insert_rows, line_row, row_of
from runtime.storage.unit import RecordEvent, Unit, Written

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _New:
    """A record that may be stored."""

    id: str
    prepared: Prepared


def create(
    unit: Unit, entity_id: str, incoming: Mapping[str, object], *, through: Through | None = None
) -> Written:
    """Store a new record."""
    [outcome] = create_all(unit, entity_id, [incoming], through=through)
    if isinstance(outcome, DomainError):
        raise outcome
    return outcome


def create_all(
    unit: Unit, entity_id: str, rows: Sequence[Mapping[str, object]], *, through: Through | None = None
) -> list[Written | DomainError]:
    """Store the good ones among new records; a refused one is answered by its refusal.

    Raises where they cannot be told apart: the database refuses one of them, or a refused one has taken a
    number. Then nothing may be kept, and each must be created on its own.
    """
    decision = unit.viewer.require("create", entity_id)
    entity = unit.entity(entity_id)
    given = numbers_for(unit, entity, rows)
    sent = [Sent(row, given=numbers, through=through) for row, numbers in zip(rows, given, strict=True)]
    outcomes = [_accepted(unit, decision, each) for each in prepare_all(unit, decision, entity, sent)]
    if any(given):
        _raise_first(outcomes)
    _store(unit, entity, [each for each in outcomes if isinstance(each, _New)])
    return [
        Written(each.id, 1, each.prepared.warnings) if isinstance(each, _New) else each for each in outcomes
    ]


def _accepted(unit: Unit, decision: Decision, outcome: Outcome) -> _New | DomainError:
    """Return a record that its creator may have, as it will be."""
    if isinstance(outcome, DomainError):
        return outcome
    id, now, user = unit.ids.record_id(), unit.viewer.context.now, unit.viewer.principal.user
    system = {"id": id, "version": 1, "created_at": now, "created_by": user, "modified_at": now}
    if not meets_rule(unit.viewer, decision, {**outcome.values, **system}, unit.linked):
        return unit.refused(decision)
    return _New(id, with_line_ids(unit, outcome))


def _raise_first(outcomes: Sequence[_New | DomainError]) -> None:
    for each in outcomes:
        if isinstance(each, DomainError):
            raise each


def _store(unit: Unit, entity: Entity, new: Sequence[_New]) -> None:
    _insert(unit, entity, new)
    for each in new:
        attach_files(unit, entity, each.id, each.prepared)
    unit.tell_all(
        [unit.change("create", entity.id, each.id, 1, differences(entity, {}, each.prepared)) for each in new]
    )
    note_new(unit, entity.id, [(each.id, each.prepared.values) for each in new])
    if unit.watcher is not None:
        unit.happened(*(_event(unit, entity, each) for each in new))


def _event(unit: Unit, entity: Entity, new: _New) -> RecordEvent:
    now, user = unit.viewer.context.now, unit.viewer.principal.user
    system = {
        "id": new.id, "version": 1, "created_at": now, "created_by": user, "modified_at": now,
        "modified_by": user, "deleted_at": None,
    }  # fmt: skip
    values = {**new.prepared.values, **system}
    return RecordEvent("created", entity.id, new.id, 1, values, changed=new.prepared.changed)


def _insert(unit: Unit, entity: Entity, new: Sequence[_New]) -> None:
    dialect, definition = unit.connection.dialect, unit.viewer.definition
    now, user = kept(unit.viewer.context.now, INSTANT, dialect), unit.viewer.principal.user
    tables = unit.tables(entity.id)
    system = {
        "created_at": now, "created_by": user, "modified_at": now, "modified_by": user, "version": 1,
        "deleted_at": None,
    }  # fmt: skip
    rows = [{"id": each.id, **system, **row_of(tables.stored, each.prepared.values, dialect)} for each in new]
    try:
        insert_rows(unit.connection, definition, tables.table, rows)
    except Refusal as problem:
        raise clash(definition, entity, unit.visible(entity.id), problem) or problem from problem
    for lines in tables.lines.values():
        insert_rows(unit.connection, definition, lines.table, _line_rows(lines, new, dialect))


def _line_rows(lines: LinesTable, new: Sequence[_New], dialect: Dialect) -> list[Row]:
    return [
        line_row(lines.stored, line, each.id, place, dialect)
        for each in new
        for place, line in enumerate(lines_of(each.prepared, lines.field.name))
    ]
