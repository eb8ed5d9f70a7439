"""Creating and changing a record in a unit of work: rights, rules, rows and history together."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from engine.access.decision import Decision
from engine.entities.linking import LinkTarget, link_targets
from engine.entities.record import Prepared, prepare
from engine.entities.values import Line
from engine.kernel.errors import Conflict, Invalid
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.model import Entity, SequenceOptions
from runtime.storage.attaching import attach_files
from runtime.storage.binding import kept
from runtime.storage.clashes import Refusal, clash
from runtime.storage.columns.families import INSTANT
from runtime.storage.counters import sequence_value
from runtime.storage.differences import differences
from runtime.storage.link_checks import check_links
from runtime.storage.row_rules import meets_rule
from runtime.storage.table_writing import (
    delete_lines,
    insert_rows,
    line_row,
    row_of,
    update_lines,
    update_record,
)
from runtime.storage.unit import Unit, Written


def create(unit: Unit, entity_id: str, incoming: Mapping[str, object]) -> Written:
    """Store a new record."""
    decision = unit.viewer.require("create", entity_id)
    entity = unit.entity(entity_id)
    prepared = _prepared(unit, decision, entity, incoming, None)
    id, now, user = unit.ids.record_id(), unit.viewer.context.now, unit.viewer.principal.user
    system = {"id": id, "version": 1, "created_at": now, "created_by": user, "modified_at": now}
    if not meets_rule(unit.viewer, decision, {**prepared.values, **system}, unit.linked):
        raise unit.refused(decision)
    prepared = _with_line_ids(unit, prepared)
    _insert(unit, entity, id, prepared)
    attach_files(unit, entity, id, prepared)
    unit.tell("create", entity_id, id, 1, differences(entity, {}, prepared))
    return Written(id, 1, prepared.warnings)


def update(unit: Unit, entity_id: str, id: str, incoming: Mapping[str, object], version: int) -> Written:
    """Change a record that still has the version its editor saw; without a difference nothing is written."""
    decision = unit.viewer.require("update", entity_id)
    entity = unit.entity(entity_id)
    before = unit.existing(decision, id)
    if before["version"] != version:
        raise stale(before["version"])
    prepared = _prepared(unit, decision, entity, incoming, before)
    if not prepared.changed:
        return Written(id, version, prepared.warnings)
    if not meets_rule(unit.viewer, decision, {**before, **prepared.values}, unit.linked):
        raise unit.refused(decision)
    prepared = _with_line_ids(unit, prepared)
    _update(unit, entity, before, prepared)
    attach_files(unit, entity, id, prepared)
    unit.linked.forget(entity_id, id)
    unit.tell("update", entity_id, id, version + 1, differences(entity, before, prepared))
    return Written(id, version + 1, prepared.warnings)


def stale(version: int) -> Conflict:
    """Return the refusal of a change that was made for another version."""
    return Conflict([Issue("record.version.stale", params={"version": version})])


def _prepared(
    unit: Unit,
    decision: Decision,
    entity: Entity,
    incoming: Mapping[str, object],
    before: Mapping[str, Any] | None,
) -> Prepared:
    prepared = prepare(
        unit.viewer.definition,
        entity,
        incoming,
        before,
        unit.viewer.context,
        writable=decision.writable,
        visible=unit.visible(entity.id),
        linked=unit.linked,
        given=_numbers(unit, entity, incoming) if before is None else {},
        by_hand=unit.origin.by_hand,
    )
    if not isinstance(prepared, Prepared):
        raise Invalid(prepared)
    issues = check_links(unit.viewer, unit.connection, _offered(unit, entity, prepared, before))
    if issues:
        raise Invalid(issues)
    return prepared


def _offered(
    unit: Unit, entity: Entity, prepared: Prepared, before: Mapping[str, Any] | None
) -> list[LinkTarget]:
    """Return what is newly linked; what comes from elsewhere may link to records no longer offered."""
    links = link_targets(entity, prepared, before)
    return [each if unit.origin.by_hand else replace(each, filter=None) for each in links]


def _numbers(unit: Unit, entity: Entity, incoming: Mapping[str, object]) -> dict[str, Value]:
    """Take the next number of each sequence; an import may bring its own."""
    given: dict[str, Value] = {}
    for field in entity.fields:
        brings_own = not unit.origin.by_hand and incoming.get(field.name) is not None
        if isinstance(field.options, SequenceOptions) and not brings_own:
            context = unit.viewer.context
            given[field.name] = sequence_value(
                unit.connection, field.id, field.options, context.now, context.timezone
            )
    return given


def _with_line_ids(unit: Unit, prepared: Prepared) -> Prepared:
    """Give new detail lines their ids."""
    values: dict[str, Any] = dict(prepared.values)
    for name, changes in prepared.lines.items():
        if changes.added:
            values[name] = tuple(_identified(unit, line) for line in values[name])
    return replace(prepared, values=values)


def _identified(unit: Unit, line: Line) -> Line:
    return line if line.id else Line(unit.ids.record_id(), line.values)


def _insert(unit: Unit, entity: Entity, id: str, prepared: Prepared) -> None:
    dialect, definition = unit.connection.dialect, unit.viewer.definition
    now, user = kept(unit.viewer.context.now, INSTANT, dialect), unit.viewer.principal.user
    table = unit.tables(entity.id)
    row = {
        "id": id, "created_at": now, "created_by": user, "modified_at": now, "modified_by": user,
        "version": 1, "deleted_at": None, **row_of(table.stored, prepared.values, dialect),
    }  # fmt: skip
    try:
        insert_rows(unit.connection, definition, table.table, [row])
    except Refusal as problem:
        raise clash(definition, entity, unit.visible(entity.id), problem) or problem from problem
    _write_lines(unit, entity, id, {}, prepared)


def _update(unit: Unit, entity: Entity, before: Mapping[str, Any], prepared: Prepared) -> None:
    dialect, definition = unit.connection.dialect, unit.viewer.definition
    table, id, version = unit.tables(entity.id), before["id"], before["version"]
    changed = {name: value for name, value in prepared.values.items() if name in prepared.changed}
    row = {
        **row_of(table.stored, changed, dialect),
        "version": version + 1,
        "modified_at": kept(unit.viewer.context.now, INSTANT, dialect),
        "modified_by": unit.viewer.principal.user,
    }
    try:
        is_current = update_record(unit.connection, definition, table, id, version, row)
    except Refusal as problem:
        raise clash(definition, entity, unit.visible(entity.id), problem) or problem from problem
    if not is_current:
        raise stale(version + 1)
    _write_lines(unit, entity, id, before, prepared)


def _write_lines(unit: Unit, entity: Entity, id: str, before: Mapping[str, Any], prepared: Prepared) -> None:
    """Bring detail lines to what was prepared; a row is written only where it differs or moved."""
    definition, dialect = unit.viewer.definition, unit.connection.dialect
    for lines in unit.tables(entity.id).lines.values():
        name = lines.field.name
        if name not in prepared.changed:
            continue
        changes = prepared.lines[name]
        places = {line.id: place for place, line in enumerate(before.get(name) or ())}
        differing = {line.id for line in changes.changed}
        added, changed = [], []
        for place, line in enumerate(_lines(prepared, name)):
            if line.id not in places:
                added.append(line_row(lines.stored, line, id, place, dialect))
            elif line.id in differing or places[line.id] != place:
                changed.append(line_row(lines.stored, line, id, place, dialect))
        delete_lines(unit.connection, definition, lines.table, changes.removed)
        insert_rows(unit.connection, definition, lines.table, added)
        update_lines(unit.connection, definition, lines.table, changed)


def _lines(prepared: Prepared, name: str) -> tuple[Line, ...]:
    lines: Any = prepared.values[name]
    return lines or ()
