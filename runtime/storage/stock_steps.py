"""What tables of stock balances get beyond their columns: the database itself refuses to oversell.

A CHECK on PostgreSQL; on SQLite, where a CHECK would mean making the table anew, triggers that say the
same. And the ledger learns what balances had before it was kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from alembic.operations import Operations
from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Connection,
    Table,
    and_,
    func,
    insert,
    inspect,
    literal,
    not_,
    select,
)

from engine.entities.stock import Stock, stock_of
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue, Scalar
from engine.metadata.definition import Definition
from runtime.storage.physical import RecordTable, physical_name, record_tables
from runtime.storage.plan import SAMPLES, Present
from runtime.storage.schema_step import Apply, SchemaStep
from runtime.storage.sql_types import is_sqlite
from runtime.storage.system_tables_stock import sys_stock_movement

BROKEN = "stock balance"
_PREFIX = "k_"


@dataclass(frozen=True, slots=True)
class _Guard:
    """The rule of one stock table, by the columns it is about."""

    stock: Stock
    table: Table
    on_hand: str
    reserved: str

    @property
    def name(self) -> str:
        """Return a name that changes with the columns."""
        parts = (self.table.name, self.on_hand, self.reserved)
        return _PREFIX + "_".join(each.partition("_")[2] for each in parts)

    @property
    def rule(self) -> ColumnElement[bool]:
        """Return what must hold."""
        on_hand, reserved = (func.coalesce(self.table.c[each], 0) for each in (self.on_hand, self.reserved))
        return and_(reserved >= 0, reserved <= on_hand)


def stock_steps(new: Definition, has: Present) -> Iterator[SchemaStep]:
    """Yield guards that no longer belong, guards that are missing, and openings of the ledger."""
    for tables in record_tables(new).values():
        guard = _guard(new, tables)
        there = _there(has, tables.table)
        wanted = {guard.name} if guard else set()
        words = {"entity": tables.entity.label}
        for name in sorted(there - wanted):
            yield SchemaStep("storage.step.stock_unguard", words, 0, _drop(tables.table, name))
        if guard and guard.name not in there:
            rows = has.count(tables.table)
            yield SchemaStep("storage.step.stock_guard", words, rows, _make(guard))
            if rows:
                yield SchemaStep("storage.step.stock_opening", words, rows, _open(new, guard))


def _guard(definition: Definition, tables: RecordTable) -> _Guard | None:
    stock = stock_of(definition, tables.entity.id)
    if stock is None or not {stock.on_hand.id, stock.reserved.id} <= tables.stored.keys():
        return None
    on_hand, reserved = (str(tables.stored[each.id].column.name) for each in (stock.on_hand, stock.reserved))
    return _Guard(stock, tables.table, on_hand, reserved)


def _there(has: Present, table: Table) -> set[str]:
    """Return the names of the guards a table has."""
    if table.name not in has.columns:
        return set()
    if not is_sqlite(has.connection.dialect):
        found = (str(each["name"]) for each in inspect(has.connection).get_check_constraints(table.name))
        return {name for name in found if name.startswith(_PREFIX)}
    asked = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?"
    names = has.connection.exec_driver_sql(asked, (table.name,)).scalars()
    return {name.removesuffix("_insert") for name in names if name.startswith(_PREFIX) and "_insert" in name}


def _make(guard: _Guard) -> Apply:
    def apply(operations: Operations) -> None:
        connection = operations.get_bind()
        _require_sound(connection, guard)
        if is_sqlite(connection.dialect):
            for event, when in _events(guard).items():
                connection.exec_driver_sql(_trigger(guard, event, when))
            return
        rule = guard.rule.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
        bare = str(rule).replace(f"{guard.table.name}.", "")
        made = CheckConstraint(bare, guard.name, table=guard.table, postgresql_not_valid=True)
        operations.impl.add_constraint(made)
        operations.execute(f"ALTER TABLE {guard.table.name} VALIDATE CONSTRAINT {guard.name}")

    return apply


def _events(guard: _Guard) -> Mapping[str, str]:
    return {"insert": "INSERT", "update": f"UPDATE OF {guard.on_hand}, {guard.reserved}"}


def _trigger(guard: _Guard, event: str, when: str) -> str:
    """Return a trigger; all names in it are made from ids (`physical_name`)."""
    on_hand, reserved = (f"coalesce(NEW.{each}, 0)" for each in (guard.on_hand, guard.reserved))
    return (
        f"CREATE TRIGGER {guard.name}_{event} BEFORE {when} ON {guard.table.name} "
        f"WHEN NOT ({reserved} >= 0 AND {reserved} <= {on_hand}) BEGIN SELECT RAISE(ABORT, '{BROKEN}'); END"
    )


def _require_sound(connection: Connection, guard: _Guard) -> None:
    """Refuse to guard a table that breaks the rule already, and name its records."""
    id = guard.table.c.id
    found = connection.execute(select(id).where(not_(guard.rule)).order_by(id)).scalars().all()
    if found:
        told: dict[str, Scalar] = {"count": len(found), "samples": ", ".join(found[:SAMPLES])}
        raise Invalid([Issue("storage.plan.stock_broken", params=told)])


def _drop(table: Table, name: str) -> Apply:
    def apply(operations: Operations) -> None:
        connection = operations.get_bind()
        if not is_sqlite(connection.dialect):
            operations.drop_constraint(name, table.name)
            return
        for event in ("insert", "update"):
            connection.exec_driver_sql(f"DROP TRIGGER {name}_{event}")

    return apply


def _open(definition: Definition, guard: _Guard) -> Apply:
    """Let the ledger begin with what balances have that it does not know."""

    def apply(operations: Operations) -> None:
        table = guard.table.c
        movement = sys_stock_movement.c
        known = select(movement.balance_id).where(movement.balance_id == table.id).exists()
        on_hand, reserved = (func.coalesce(table[each], 0) for each in (guard.on_hand, guard.reserved))
        row = {
            "balance_id": table.id,
            "version": literal(0),
            "app_id": literal(definition.app.id),
            "stock_entity": literal(guard.stock.entity.id),
            "at": table.modified_at,
            "kind": literal("opening"),
            "on_hand_change": on_hand,
            "reserved_change": reserved,
            "on_hand": on_hand,
            "reserved": reserved,
            "principal_kind": literal("system"),
            "principal_id": literal("system"),
            "source": literal("publish"),
        }
        begun = insert(sys_stock_movement).from_select(list(row), select(*row.values()).where(not_(known)))
        operations.get_bind().execute(begun)

    return apply


def guard_prefix(entity: str) -> str:
    """Return what the names of an entity's guards begin with."""
    return _PREFIX + physical_name("e", entity).partition("_")[2] + "_"
