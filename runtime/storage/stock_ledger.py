"""The ledger of stock: a row for every change of a balance, in the transaction of the change.

Steps that reserve and ship write their own rows (`runtime.stock`); here are those of ordinary writes of
records: entered, imported, put into the trash and out of the database.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert

from engine.entities.stock import Stock, stock_of
from engine.kernel.errors import Conflict, Invalid
from engine.kernel.issue import Issue
from engine.text.labels import label_params
from runtime.storage.system_tables_stock import sys_stock_movement
from runtime.storage.unit import Unit

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One change of a balance, and how it stands afterwards."""

    balance: str
    version: int
    kind: str
    on_hand_change: int
    reserved_change: int
    on_hand: int
    reserved: int
    entity: str | None = None
    record: str | None = None
    line: str | None = None
    reservation: str | None = None
    reason: str | None = None


def write_movements(unit: Unit, stock_entity: str, movements: Sequence[Movement]) -> None:
    """Add rows to the ledger."""
    if not movements:
        return
    principal = unit.viewer.principal
    who = {
        "app_id": unit.viewer.definition.app.id, "stock_entity": stock_entity, "at": unit.viewer.context.now,
        "principal_kind": principal.kind, "principal_id": principal.id, "actor": principal.user,
        "source": unit.origin.source,
    }  # fmt: skip
    unit.connection.execute(insert(sys_stock_movement), [{**who, **_row(unit, each)} for each in movements])


def note_new(unit: Unit, entity: str, records: Sequence[tuple[str, Values]]) -> None:
    """Write what new balances begin with, by id and values."""
    stock = stock_of(unit.viewer.definition, entity)
    if stock is None:
        return
    movements = []
    for id, values in records:
        on_hand, reserved = _amounts(stock, values)
        movements.append(
            Movement(
                balance=id, version=1, kind="opening", on_hand_change=on_hand, reserved_change=reserved,
                on_hand=on_hand, reserved=reserved,
            )
        )  # fmt: skip
    write_movements(unit, entity, movements)


def note_changed(unit: Unit, entity: str, before: Values, after: Values) -> None:
    """Write what a change of a balance did; one that others hold stock of keeps its product and warehouse."""
    stock = stock_of(unit.viewer.definition, entity)
    if stock is None:
        return
    (had, had_reserved), (on_hand, reserved) = _amounts(stock, before), _amounts(stock, after)
    if had_reserved and any(
        before.get(each.name) != after.get(each.name) for each in (stock.product, stock.warehouse)
    ):
        raise Invalid([Issue("stock.balance.held", (stock.product.name,), {"reserved": had_reserved})])
    if (had, had_reserved) != (on_hand, reserved):
        kind = "edit" if unit.origin.by_hand else "import"
        moved = Movement(
            balance=before["id"], version=before["version"] + 1, kind=kind, on_hand_change=on_hand - had,
            reserved_change=reserved - had_reserved, on_hand=on_hand, reserved=reserved,
        )  # fmt: skip
        write_movements(unit, entity, [moved])


def require_unheld(unit: Unit, entity: str, before: Values) -> None:
    """Refuse to put a balance into the trash while somebody holds stock of it."""
    stock = stock_of(unit.viewer.definition, entity)
    reserved = _amounts(stock, before)[1] if stock else 0
    if stock and reserved:
        words = label_params("entity", stock.entity.label)
        raise Conflict([Issue("stock.balance.held", params={"reserved": reserved, **words})])


def note_removed(unit: Unit, entity: str, before: Values) -> None:
    """Write that a balance left the database with what it had."""
    stock = stock_of(unit.viewer.definition, entity)
    if stock is None:
        return
    on_hand, reserved = _amounts(stock, before)
    gone = Movement(
        balance=before["id"], version=before["version"] + 1, kind="remove", on_hand_change=-on_hand,
        reserved_change=-reserved, on_hand=0, reserved=0,
    )  # fmt: skip
    write_movements(unit, entity, [gone])


def _amounts(stock: Stock, values: Values) -> tuple[int, int]:
    return int(values.get(stock.on_hand.name) or 0), int(values.get(stock.reserved.name) or 0)


def _row(unit: Unit, each: Movement) -> dict[str, Any]:
    return {
        "balance_id": each.balance,
        "version": each.version,
        "kind": each.kind,
        "on_hand_change": each.on_hand_change,
        "reserved_change": each.reserved_change,
        "on_hand": each.on_hand,
        "reserved": each.reserved,
        "entity_id": each.entity,
        "record_id": each.record,
        "line_id": each.line,
        "reservation_id": each.reservation,
        "reason": each.reason or unit.origin.reason,
    }
