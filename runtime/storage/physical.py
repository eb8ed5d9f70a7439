"""Definition to tables: every entity a table, its detail lines tables of their own, all names made from ids.

Only what tables are; bringing a database to them is `plan`'s. Labels and API names never get here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Column, ForeignKey, Index, MetaData, Table

from engine.entities.computed import is_stored
from engine.entities.stock import uniques_of
from engine.kernel.remember import remember
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import Entity, Field, LinesOptions, LinkOptions, PersonOptions, Unique
from engine.query.collation import has_sort_key
from runtime.storage.columns._index import COLUMNS
from runtime.storage.columns.column import Storage
from runtime.storage.columns.families import INSTANT, KEY, WHOLE
from runtime.storage.sql_types import Words
from runtime.storage.system_tables import sys_user

_NAME = re.compile(r"[a-z]{1,2}_[0-9a-z]{4,16}")

SYSTEM_STORAGE: Mapping[str, Storage] = {
    "id": KEY,
    "created_at": INSTANT,
    "created_by": KEY,
    "modified_at": INSTANT,
    "modified_by": KEY,
    "version": WHOLE,
    "deleted_at": INSTANT,
}
_NEVER_BLANK = ("id", "created_at", "modified_at", "version")
LINES_STORAGE: Mapping[str, Storage] = {"id": KEY, "parent": KEY, "position": WHOLE}


def physical_name(prefix: str, id: str) -> str:
    """Return the name of a table, column or index made from a document id."""
    name = f"{prefix}_{id.partition('_')[2]}"
    if not _NAME.fullmatch(name):
        raise ValueError(f"not a physical name: {name!r}")
    return name


@dataclass(frozen=True, slots=True)
class StoredField:
    """A field with its column; `sort_key` orders Chinese text by sound."""

    field: Field
    storage: Storage
    column: Column[object]
    sort_key: Column[str] | None = None


@dataclass(frozen=True, slots=True)
class LinesTable:
    """The table of one detail lines field, its stored columns by field id."""

    field: Field
    table: Table
    stored: Mapping[str, StoredField]


@dataclass(frozen=True, slots=True)
class RecordTable:
    """The table of one entity, its stored fields by id, the tables of its detail lines by field id."""

    entity: Entity
    table: Table
    stored: Mapping[str, StoredField]
    lines: Mapping[str, LinesTable]

    def tables(self) -> Iterator[Table]:
        """Yield the entity's table and those of its lines."""
        yield self.table
        for each in self.lines.values():
            yield each.table


@remember
def record_tables(definition: Definition) -> Mapping[str, RecordTable]:
    """Return the tables of a definition by entity id."""
    metadata = MetaData()
    return {entity.id: _record_table(definition, entity, metadata) for entity in definition.entities.values()}


def field_storage(field: Field) -> Storage:
    """Return how a field is stored, or would be."""
    return COLUMNS[field.type].storage(field.options)


def _record_table(definition: Definition, entity: Entity, metadata: MetaData) -> RecordTable:
    stored = _stored_fields(definition, [FieldPlace(each, entity) for each in entity.fields])
    system = [
        Column(name, storage.sql_type, primary_key=name == "id", nullable=name not in _NEVER_BLANK)
        for name, storage in SYSTEM_STORAGE.items()
    ]
    table = _table(physical_name("e", entity.id), metadata, system, stored)
    for unique in uniques_of(entity):
        _unique_index(unique, table, stored)
    lines = {
        each.id: _lines_table(definition, entity, each, metadata)
        for each in entity.fields
        if isinstance(each.options, LinesOptions)
    }
    return RecordTable(entity, table, stored, lines)


def _lines_table(definition: Definition, entity: Entity, field: Field, metadata: MetaData) -> LinesTable:
    assert isinstance(field.options, LinesOptions)
    stored = _stored_fields(definition, [FieldPlace(each, entity, field) for each in field.options.fields])
    owner = physical_name("e", entity.id)
    name = physical_name("l", field.id)
    system: list[Column[object]] = [
        Column("id", KEY.sql_type, primary_key=True, nullable=False),
        Column("parent", KEY.sql_type, _reference(name, "parent", owner, "CASCADE"), nullable=False),
        Column("position", WHOLE.sql_type, nullable=False),
    ]
    table = _table(name, metadata, system, stored)
    Index(physical_name("p", field.id), table.c.parent, table.c.position)
    return LinesTable(field, table, stored)


def _table(
    name: str, metadata: MetaData, system: list[Column[object]], stored: Mapping[str, StoredField]
) -> Table:
    columns = [column for each in stored.values() for column in columns_of(each)]
    table = Table(name, metadata, *system, *columns, sqlite_strict=True, sqlite_with_rowid=False)
    for each in stored.values():
        if each.field.indexed or COLUMNS[each.field.type].has_index:
            _index(each, table)
    return table


def columns_of(stored: StoredField) -> tuple[Column[object], ...]:
    """Return the columns of a field: its own and the one it is sorted by."""
    return (stored.column,) if stored.sort_key is None else (stored.column, stored.sort_key)  # type: ignore[return-value]


def _stored_fields(definition: Definition, places: list[FieldPlace]) -> Mapping[str, StoredField]:
    return {
        place.field.id: _stored_field(definition, place)
        for place in places
        if COLUMNS[place.field.type].is_stored and is_stored(definition, place)
    }


def _stored_field(definition: Definition, place: FieldPlace) -> StoredField:
    field = place.field
    storage = field_storage(field)
    owner = physical_name("l", place.lines.id) if place.lines else physical_name("e", place.entity.id)
    name = physical_name("f", field.id)
    match field.options:
        case LinkOptions(entity=target) if target in definition.entities:
            reference = [_reference(owner, name, physical_name("e", target))]
        case PersonOptions():
            reference = [_reference(owner, name, "sys_user")]
        case _:
            reference = []
    column: Column[object] = Column(name, storage.sql_type, *reference)
    has_key = storage.is_text and place.lines is None and has_sort_key(place.entity, field)
    return StoredField(
        field, storage, column, Column(physical_name("s", field.id), Words()) if has_key else None
    )


def _reference(owner: str, column: str, target: str, on_delete: str | None = None) -> ForeignKey:
    """Make a foreign key that PostgreSQL gets after all tables exist and SQLite with the column."""
    where = sys_user.c.id if target == "sys_user" else f"{target}.id"
    return ForeignKey(where, name=f"fk_{owner}_{column}", ondelete=on_delete, use_alter=True)


def _index(stored: StoredField, table: Table) -> None:
    """Index a field in the order lists have: blanks first, as SQLite has it and PostgreSQL is told."""
    first = stored.sort_key if stored.sort_key is not None else stored.column
    blanks_first = {str(first.name): "NULLS FIRST"}
    Index(physical_name("x", stored.field.id), first, table.c.id, postgresql_ops=blanks_first)


def _unique_index(unique: Unique, table: Table, stored: Mapping[str, StoredField]) -> None:
    columns = [stored[id].column for id in unique.fields if id in stored]
    alive = table.c.deleted_at.is_(None)
    name = physical_name("u", unique.id)
    Index(name, *columns, unique=True, sqlite_where=alive, postgresql_where=alive)
