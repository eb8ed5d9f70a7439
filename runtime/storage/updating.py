"""Changing a record in a unit of work: rights, rules, rows and history together."""

from collections.abc import Mapping
from typing import Any

from engine.entities.record import Prepared
from engine.forms.writing import Through, has_rules, names_read
from engine.kernel.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from engine.kernel.issue import Issue
from engine.metadata.model import Entity
from runtime.storage.attaching import attach_files
from runtime.storage.binding import kept
from runtime.storage.clashes import Refusal, clash
from runtime.storage.columns.families import INSTANT
from runtime.storage.differences import differences
from runtime.storage.preparing import Sent, broken_rules, lines_of, prepare_all, with_line_ids
from runtime.storage.row_rules import meets_rule
from runtime.storage.stock_ledger import note_changed
from runtime.storage.table_writing import (
    delete_lines,
    insert_rows,
    line_row,
    row_of,
    update_lines,
    update_record,
)
from runtime.storage.unit import RecordEvent, Unit, Written


def update(
    unit: Unit,
    entity_id: str,
    id: str,
    incoming: Mapping[str, object],
    version: int,
    *,
    through: Through | None = None,
) -> Written:
    """Change a record that still has the version its editor saw; without a difference nothing is written."""
    decision = unit.viewer.require("update", entity_id)
    entity = unit.entity(entity_id)
    before = unit.existing(decision, id, names=_names_read(unit, through))
    if before["version"] != version:
        raise stale(before["version"])
    [prepared] = prepare_all(unit, decision, entity, [Sent(incoming, before, through=through)])
    if isinstance(prepared, DomainError):
        raise prepared
    if not prepared.changed:
        return Written(id, version, prepared.warnings)
    if not meets_rule(unit.viewer, decision, {**before, **prepared.values}, unit.linked):
        raise unit.refused(decision)
    prepared = with_line_ids(unit, prepared)
    _update(unit, entity, before, prepared)
    note_changed(unit, entity_id, before, {**before, **prepared.values})
    attach_files(unit, entity, id, prepared)
    unit.linked.forget(entity_id, id)
    unit.tell("update", entity_id, id, version + 1, differences(entity, before, prepared))
    modified = {"modified_at": unit.viewer.context.now, "modified_by": unit.viewer.principal.user}
    after = {**before, **prepared.values, **modified, "version": version + 1}
    unit.happened(RecordEvent("changed", entity_id, id, version + 1, after, before, prepared.changed))
    return Written(id, version + 1, prepared.warnings)


def hold_to_form(unit: Unit, entity_id: str, id: str, through: Through) -> None:
    """Refuse to go on with a record as it is while it breaks rules of a form its reader could mend."""
    decision = unit.viewer.may("update", entity_id)
    if decision is None or not has_rules(unit.viewer.definition, through.form.id):
        return
    try:
        before = unit.existing(decision, id, names=_names_read(unit, through))
    except (NotFound, Forbidden):
        return
    issues = broken_rules(unit, decision, unit.entity(entity_id), Sent({}, before, through=through))
    if issues:
        raise Invalid(issues)


def _names_read(unit: Unit, through: Through | None) -> frozenset[str]:
    return names_read(unit.viewer.definition, through.form.id) if through else frozenset()


def stale(version: int) -> Conflict:
    """Return the refusal of a change that was made for another version."""
    return Conflict([Issue("record.version.stale", params={"version": version})])


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
        for place, line in enumerate(lines_of(prepared, name)):
            if line.id not in places:
                added.append(line_row(lines.stored, line, id, place, dialect))
            elif line.id in differing or places[line.id] != place:
                changed.append(line_row(lines.stored, line, id, place, dialect))
        delete_lines(unit.connection, definition, lines.table, changes.removed)
        insert_rows(unit.connection, definition, lines.table, added)
        update_lines(unit.connection, definition, lines.table, changed)
