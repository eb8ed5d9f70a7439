"""The trash in a unit of work: putting a record in, taking it out, and taking it out of the database."""

from dataclasses import replace

from engine.entities.lines import LineChanges
from engine.entities.linking import link_targets
from engine.entities.record import Prepared
from engine.kernel.errors import Conflict, Invalid
from engine.kernel.issue import Issue
from engine.metadata.model import Entity, LinesOptions, LinkOptions
from engine.text.labels import label_params
from runtime.storage.binding import kept
from runtime.storage.clashes import Refusal, clash
from runtime.storage.columns.families import INSTANT
from runtime.storage.incoming import Reference, references
from runtime.storage.link_checks import check_links
from runtime.storage.rows import Item
from runtime.storage.stock_ledger import note_removed, require_unheld
from runtime.storage.table_writing import clear_link, delete_record, update_record
from runtime.storage.unit import RecordEvent, Unit, Written
from runtime.storage.updating import stale


def delete(unit: Unit, entity_id: str, id: str, version: int) -> Written:
    """Put a record into the trash; links to it forbid that or are cleared."""
    before = unit.existing(unit.viewer.require("delete", entity_id), id)
    if before["version"] != version:
        raise stale(before["version"])
    require_unheld(unit, entity_id, before)
    for reference in _allowed(unit, entity_id, id):
        _clear(unit, reference, id)
    _mark(unit, entity_id, before, is_deleted=True)
    unit.tell("delete", entity_id, id, version + 1)
    unit.happened(RecordEvent("deleted", entity_id, id, version + 1, before, before))
    return Written(id, version + 1)


def restore(unit: Unit, entity_id: str, id: str) -> Written:
    """Take a record out of the trash, if what it links to is still there."""
    before = unit.existing(unit.viewer.require("delete", entity_id), id, in_trash=True)
    entity, version = unit.entity(entity_id), before["version"]
    links = [replace(each, filter=None) for each in link_targets(entity, _as_new(entity, before))]
    issues = check_links(unit.viewer, unit.connection, links)
    if issues:
        raise Invalid(issues)
    _mark(unit, entity_id, before, is_deleted=False)
    unit.tell("restore", entity_id, id, version + 1)
    unit.happened(RecordEvent("restored", entity_id, id, version + 1, before, before))
    return Written(id, version + 1)


def purge(unit: Unit, entity_id: str, id: str) -> None:
    """Take a record of the trash out of the database; its history stays."""
    before = unit.existing(unit.viewer.require("delete", entity_id), id, in_trash=True)
    try:
        delete_record(unit.connection, unit.tables(entity_id), id)
    except Refusal as problem:
        raise Conflict.of("record.delete.referenced") from problem
    note_removed(unit, entity_id, before)
    unit.tell("purge", entity_id, id, before["version"])


def _allowed(unit: Unit, entity_id: str, id: str) -> list[Reference]:
    """Return the references to clear; one that restricts refuses the removal, by the entity it comes from."""
    found = list(references(unit.viewer, unit.connection, entity_id, id))
    for each in found:
        options = each.place.field.options
        if isinstance(options, LinkOptions) and options.on_delete == "restrict":
            count = sum(other.place == each.place for other in found)
            words = {"count": count, **label_params("entity", each.place.entity.label)}
            raise Conflict([Issue("record.delete.in_use", params=words)])
    return found


def _clear(unit: Unit, reference: Reference, target: str) -> None:
    """Clear a link, as a change of the record that has it."""
    place = reference.place
    table, now = unit.tables(place.entity.id), unit.viewer.context.now
    version = clear_link(unit.connection, table, place, reference.record, target, now)
    unit.tell("update", place.entity.id, reference.record, version, {place.field.id: [target, None]})


def _mark(unit: Unit, entity_id: str, before: Item, *, is_deleted: bool) -> None:
    definition, dialect = unit.viewer.definition, unit.connection.dialect
    now, version = kept(unit.viewer.context.now, INSTANT, dialect), before["version"]
    row = {
        "deleted_at": now if is_deleted else None,
        "modified_at": now,
        "modified_by": unit.viewer.principal.user,
        "version": version + 1,
    }
    try:
        done = update_record(unit.connection, definition, unit.tables(entity_id), before["id"], version, row)
    except Refusal as problem:
        entity = unit.entity(entity_id)
        raise clash(definition, entity, unit.visible(entity_id), problem) or problem from problem
    if not done:
        raise stale(version + 1)


def _as_new(entity: Entity, values: Item) -> Prepared:
    """Return a record as if all of it had just been entered, so that every link is checked."""
    lines = {
        field.name: LineChanges(changed=values.get(field.name) or ())
        for field in entity.fields
        if isinstance(field.options, LinesOptions)
    }
    return Prepared(values, frozenset(field.name for field in entity.fields), lines)
