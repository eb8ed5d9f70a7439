"""What is done to tables ahead of publishing, beside those who work: new formulas of large entities.

A column that no release reads yet is added and filled a batch at a time, each a transaction of its own, so
nobody waits longer than for one batch. Publishing then works out only the records written meanwhile.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import ColumnElement, Connection, Dialect, Table, and_, func, select

from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import Entity
from engine.ports import Clock
from runtime.storage.binding import kept, parameter
from runtime.storage.columns.families import INSTANT, KEY
from runtime.storage.database import Database
from runtime.storage.merge_steps import merged_choices, merged_fields
from runtime.storage.physical import RecordTable, record_tables
from runtime.storage.plan import add_column, present
from runtime.storage.recompute import context_of, outdated
from runtime.storage.recompute_in_sql import computing, run_computing
from runtime.storage.retype_steps import retyped_fields
from runtime.storage.statement import Statement

BATCH = 5_000
# Moments are told by the clocks of several processes, and a transaction may begin long before it ends.
MARGIN = timedelta(minutes=2)
Guard = Callable[[Connection], None]
_FIRST = "00000000-0000-0000-0000-000000000000"
_LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff"


@dataclass(frozen=True, slots=True)
class _Job:
    """An entity whose outdated formulas are all new, and the statements for a batch of its records."""

    definition: Definition
    table: RecordTable
    formulas: tuple[FieldPlace, ...]
    statements: list[Statement]
    guard: Guard
    batch: int


def work_ahead(
    database: Database, clock: Clock, change: tuple[Definition, Definition], guard: Guard, batch: int = BATCH
) -> Mapping[str, datetime]:
    """Return since when records of which entities still have to be worked out.

    `guard` lets nobody else change tables in a transaction, and raises where the work became pointless.
    """
    done: dict[str, datetime] = {}
    for job in _jobs(database, *change, guard, batch):
        done[job.table.entity.id] = clock.now() - MARGIN
        database.write(partial(_add_columns, job=job))
        after = _FIRST
        while after != _LAST:
            after = database.write(partial(_batch, job=job, after=after))
    return done


def compute_since(
    connection: Connection, definition: Definition, formulas: tuple[FieldPlace, ...], since: datetime
) -> None:
    """Work out the formulas of records written since a moment."""
    statements = computing(definition, connection.dialect, formulas, _since)
    assert statements is not None
    given = {"since": kept(since, INSTANT, connection.dialect)}
    run_computing(connection, context_of(definition), statements, given)


def _jobs(database: Database, old: Definition, new: Definition, guard: Guard, batch: int) -> Iterator[_Job]:
    converted = frozenset(each.new.field.id for each in retyped_fields(old, new))
    converted |= merged_fields(merged_choices(old, new))
    for entity in new.entities.values():
        formulas = outdated(old, new, entity, converted)
        if not formulas or not all(_is_new(old, place) for place in formulas):
            continue
        statements = computing(new, database.dialect, formulas, _between)
        if statements is not None and _is_large(database, new, entity, batch):
            yield _Job(new, record_tables(new)[entity.id], formulas, statements, guard, batch)


def _is_new(old: Definition, place: FieldPlace) -> bool:
    """Tell whether a formula is a record's own, in a column that the release in use does not read."""
    entity = old.entities.get(place.entity.id)
    if entity is None or place.lines is not None:
        return False
    return place.field.id not in record_tables(old)[entity.id].stored


def _is_large(database: Database, new: Definition, entity: Entity, batch: int) -> bool:
    table = record_tables(new)[entity.id].table
    with database.read() as connection:
        if table.name not in present(connection).columns:
            return False
        return connection.execute(select(func.count()).select_from(table)).scalar_one() > batch


def _add_columns(connection: Connection, *, job: _Job) -> None:
    job.guard(connection)
    operations = Operations(MigrationContext.configure(connection))
    known = present(connection).columns[job.table.table.name]
    for place in job.formulas:
        column = job.table.stored[place.field.id].column
        if column.name not in known:
            add_column(operations, job.table.table, column)


def _batch(connection: Connection, *, job: _Job, after: str) -> str:
    """Work out the records that follow an id; return the id of the last of them, or the last id of all."""
    job.guard(connection)
    ids = job.table.table.c.id
    found = select(ids).where(ids > after).order_by(ids).offset(job.batch - 1).limit(1)
    until = connection.execute(found).scalar() or _LAST
    run_computing(connection, context_of(job.definition), job.statements, {"after": after, "until": until})
    return until


def _between(table: Table, dialect: Dialect) -> ColumnElement[bool]:
    after, until = (parameter(name, KEY, dialect) for name in ("after", "until"))
    return and_(table.c.id > after, table.c.id <= until)


def _since(table: Table, dialect: Dialect) -> ColumnElement[bool]:
    return table.c.modified_at >= parameter("since", INSTANT, dialect)
