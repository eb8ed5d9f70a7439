"""What is held of stock, for whom: the words the stock steps share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from engine.entities.stock import StockLine
from engine.kernel.issue import Issue
from runtime.stock.titles import record_title
from runtime.storage.system_tables_stock import HELD, sys_reservation
from runtime.storage.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The record stock is held for, such as an order, and until when; for ever where nothing is said."""

    entity: str
    record: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortLine:
    """A line that cannot be had, and what there is of it."""

    line: StockLine
    available: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A reservation that is still open, and how many of it have not left."""

    id: str
    stock_entity: str
    balance: str
    entity: str
    record: str
    line: str
    open: int


def held_by(unit: Unit, record: str) -> list[Held]:
    """Return what a record holds in this app, in the order in which balances are always locked."""
    each = sys_reservation.c
    found = select(sys_reservation).where(
        each.record_id == record, each.app_id == unit.viewer.definition.app.id, each.state == HELD
    )
    ordered = found.order_by(each.product_id, each.warehouse_id, each.line_id)
    return [
        Held(
            id=row.id, stock_entity=row.stock_entity, balance=row.balance_id, entity=row.entity_id,
            record=row.record_id, line=row.line_id, open=row.quantity - row.shipped,
        )
        for row in unit.connection.execute(ordered)
    ]  # fmt: skip


def short_issues(unit: Unit, stock_entity: str, shorts: Iterable[ShortLine]) -> list[Issue]:
    """Return why lines cannot be had, in titles people know."""
    stock = unit.entity(stock_entity).stock
    assert stock is not None
    product, warehouse = (_target(unit, id) for id in (stock.product, stock.warehouse))
    return [
        Issue(
            "stock.line.short",
            params={
                "line": each.line.line,
                "product": record_title(unit, product, each.line.product),
                "warehouse": record_title(unit, warehouse, each.line.warehouse),
                "wanted": each.line.quantity,
                "available": each.available,
            },
        )
        for each in shorts
    ]


def in_order(lines: Sequence[StockLine]) -> list[StockLine]:
    """Return lines in the order in which balances are always locked, so that nobody waits in a circle."""
    return sorted(lines, key=lambda each: (each.product, each.warehouse, each.line))


def _target(unit: Unit, link: str) -> str:
    place = unit.viewer.definition.field(link)
    assert place is not None
    return str(getattr(place.field.options, "entity", ""))
