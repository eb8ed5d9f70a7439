"""Moving one balance: a conditional update, its formulas, and what history, ledger and watchers learn.

The condition is part of the UPDATE, so that the database decides who was first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, func, select, update

from engine.entities.conversion import json_of
from engine.entities.record import preview
from engine.entities.stock import Stock, stock_of
from engine.kernel.errors import NotFound
from engine.metadata.model import FormulaOptions
from runtime.stock.holding import Held
from runtime.stock.titles import record_title
from runtime.storage.asking import whole_question
from runtime.storage.change_log import Change
from runtime.storage.statement import run
from runtime.storage.stock_ledger import Movement, write_movements
from runtime.storage.table_writing import row_of, update_record
from runtime.storage.unit import RecordEvent, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """How a balance changes, and for what: the kind of movement and the reservation it is about."""

    kind: str
    on_hand: int = 0
    reserved: int = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """A balance that was moved: as it was, as it is, and the move."""

    before: Mapping[str, Any]
    after: Mapping[str, Any]
    move: Move
    held: Held


@dataclass(frozen=True, slots=True)
class Balances:
    """The balances of one stock entity in a unit of work."""

    unit: Unit
    stock: Stock

    @property
    def table(self) -> Table:
        """Return the table of the balances."""
        return self.unit.tables(self.stock.entity.id).table

    def amount(self, name: str) -> ColumnElement[int]:
        """Return `on_hand` or `reserved` in SQL, a blank as none."""
        return func.coalesce(self._column(name), 0)

    def at(self, product: str, warehouse: str) -> ColumnElement[bool]:
        """Return which balance keeps a product at a warehouse."""
        alive = self.table.c.deleted_at.is_(None)
        return and_(self._column("product") == product, self._column("warehouse") == warehouse, alive)

    def available(self, product: str, warehouse: str) -> int:
        """Return how many are free, none where there is no balance."""
        free = self.amount("on_hand") - self.amount("reserved")
        found = self.unit.connection.execute(select(free).where(self.at(product, warehouse))).scalar()
        return int(found or 0)

    def move(self, where: ColumnElement[bool], move: Move) -> str | None:
        """Move the balance that meets a condition; return its id, or None where none meets it."""
        amounts = {
            self._column("on_hand").name: self.amount("on_hand") + move.on_hand,
            self._column("reserved").name: self.amount("reserved") + move.reserved,
        }
        moved = (
            update(self.table)
            .where(where)
            .values(
                amounts
                | {
                    "version": self.table.c.version + 1,
                    "modified_at": self.unit.viewer.context.now,
                    "modified_by": self.unit.viewer.principal.user,
                }
            )
        )
        found = self.unit.connection.execute(moved.returning(self.table.c.id)).first()
        return str(found[0]) if found else None

    def finish(self, id: str, move: Move, held: Held) -> Moved:
        """Bring the formulas of a moved balance up to date; return what happened to it."""
        item = self._whole(id)
        before = {
            **item,
            self.stock.on_hand.name: item[self.stock.on_hand.name] - move.on_hand,
            self.stock.reserved.name: item[self.stock.reserved.name] - move.reserved,
        }
        after = {**item, **self._formulas(item)}
        self.unit.linked.forget(self.stock.entity.id, id)
        return Moved(before, after, move, held)

    def _column(self, name: str) -> Any:
        field = getattr(self.stock, name)
        return self.unit.tables(self.stock.entity.id).stored[field.id].column

    def _whole(self, id: str) -> dict[str, Any]:
        plan = whole_question(self.unit.viewer, self.stock.entity.id, frozenset()).plan
        rows = run(self.unit.connection, plan.statement, {"id": id, **self.unit.viewer.bound(plan.statement)})
        if not rows:
            raise NotFound.of("record.absent")
        return plan.read["values"](rows[0])

    def _formulas(self, item: Mapping[str, Any]) -> dict[str, Any]:
        """Work the stored formulas out again, and store those that differ."""
        viewer, tables = self.unit.viewer, self.unit.tables(self.stock.entity.id)
        made = preview(
            viewer.definition, self.stock.entity, {}, item, viewer.context, writable=frozenset(),
            linked=self.unit.linked,
        ).values  # fmt: skip
        stored = {
            id: each
            for id, each in tables.stored.items()
            if isinstance(each.field.options, FormulaOptions)
            and made[each.field.name] != item[each.field.name]
        }
        changed = {each.field.name: made[each.field.name] for each in stored.values()}
        if changed:
            row = row_of(stored, changed, viewer.dialect)
            update_record(self.unit.connection, viewer.definition, tables, item["id"], item["version"], row)
        return changed


def balances_of(unit: Unit, stock_entity: str) -> Balances:
    """Return the balances of an entity that keeps stock."""
    definition = unit.viewer.definition
    stock = stock_of(definition, stock_entity) if stock_entity in definition.entities else None
    if stock is None:
        raise NotFound.of("stock.entity.none", entity=stock_entity)
    return Balances(unit, stock)


def tell(unit: Unit, stock_entity: str, moved: Sequence[Moved]) -> None:
    """Write moved balances into ledger and history, under the title of whom it was for; tell watchers."""
    if not moved:
        return
    stock = balances_of(unit, stock_entity).stock
    reason = unit.origin.reason or record_title(unit, moved[0].held.entity, moved[0].held.record)
    write_movements(unit, stock_entity, [_movement(stock, each, reason) for each in moved])
    unit.tell_all([_change(unit, stock, each, reason) for each in moved])
    unit.happened(*(_event(stock, each) for each in moved))


def _movement(stock: Stock, each: Moved, reason: str) -> Movement:
    return Movement(
        balance=each.after["id"], version=each.after["version"], kind=each.move.kind,
        on_hand_change=each.move.on_hand, reserved_change=each.move.reserved,
        on_hand=each.after[stock.on_hand.name], reserved=each.after[stock.reserved.name],
        entity=each.held.entity, record=each.held.record, line=each.held.line, reservation=each.held.id,
        reason=reason,
    )  # fmt: skip


def _change(unit: Unit, stock: Stock, each: Moved, reason: str) -> Change:
    changes = {
        field.id: [json_of(field.options, values[field.name]) for values in (each.before, each.after)]
        for field in stock.entity.fields
        if field.name in each.before and each.before[field.name] != each.after[field.name]
    }
    change = unit.change("update", stock.entity.id, each.after["id"], each.after["version"], changes)
    return replace(change, reason=reason)


def _event(stock: Stock, each: Moved) -> RecordEvent:
    changed = frozenset(
        field.name
        for field in stock.entity.fields
        if each.before.get(field.name) != each.after.get(field.name)
    )
    id, version = each.after["id"], each.after["version"]
    return RecordEvent("changed", stock.entity.id, id, version, each.after, each.before, changed)
