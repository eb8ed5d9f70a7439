"""Holding the ledger against the balances, and the reservations against the ledger."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, func, select

from engine.entities.stock import Stock, stock_of
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from runtime.storage.physical import record_tables
from runtime.storage.system_tables_stock import HELD, sys_reservation, sys_stock_movement

_BY_RESERVATIONS = ("reserve", "release", "ship", "expire")
# Of stock that is wrong throughout, the first balances tell enough.
MOST = 1_000
Amounts = Mapping[str, tuple[int, int]]


def check_stock(connection: Connection, definition: Definition) -> list[Issue]:
    """Return every balance that is not what its ledger, or its reservations, say.

    Stock moves between the questions. What seems wrong is looked at again with its balance locked, which
    whoever moves it locks as well.
    """
    stocks = (stock_of(definition, id) for id in definition.entities)
    return [issue for stock in stocks if stock for issue in _check(connection, definition, stock)]


def _check(connection: Connection, definition: Definition, stock: Stock) -> list[Issue]:
    suspect = sorted({str(issue.path[-1]) for issue in _findings(connection, definition, stock)})[:MOST]
    if not suspect:
        return []
    _lock(connection, definition, stock, suspect)
    return [each for each in _findings(connection, definition, stock) if each.path[-1] in suspect]


def _lock(connection: Connection, definition: Definition, stock: Stock, suspect: Sequence[str]) -> None:
    """Lock balances in the order in which steps do, so that nobody waits in a circle."""
    tables = record_tables(definition)[stock.entity.id]
    order = [tables.stored[each.id].column for each in (stock.product, stock.warehouse)]
    of = tables.table.c.id.in_(suspect)
    connection.execute(select(tables.table.c.id).where(of).order_by(*order).with_for_update())


def _findings(connection: Connection, definition: Definition, stock: Stock) -> Iterator[Issue]:
    balances = _balances(connection, definition, stock)
    ledger = _ledger(connection, stock)
    reserved, held = _reserved(connection, stock), _held(connection, stock)
    for id in sorted({*balances, *ledger}):
        place = (stock.entity.name, id)
        on_hand, locked = balances.get(id, (0, 0))
        told, told_locked = ledger.get(id, (0, 0))
        if not 0 <= locked <= on_hand:
            yield Issue("stock.balance.impossible", place, {"on_hand": on_hand, "reserved": locked})
        if (on_hand, locked) != (told, told_locked):
            params = {"on_hand": on_hand, "reserved": locked, "told": told, "told_reserved": told_locked}
            yield Issue("stock.ledger.differs", place, params)
        if reserved.get(id, 0) != held.get(id, 0):
            params = {"held": held.get(id, 0), "told": reserved.get(id, 0)}
            yield Issue("stock.reservations.differ", place, params)


def _balances(connection: Connection, definition: Definition, stock: Stock) -> Amounts:
    tables = record_tables(definition)[stock.entity.id]
    on_hand, reserved = (tables.stored[each.id].column for each in (stock.on_hand, stock.reserved))
    found = select(tables.table.c.id, func.coalesce(on_hand, 0), func.coalesce(reserved, 0))
    return {str(id): (int(one), int(other)) for id, one, other in connection.execute(found)}


def _ledger(connection: Connection, stock: Stock) -> Amounts:
    each = sys_stock_movement.c
    sums = func.sum(each.on_hand_change), func.sum(each.reserved_change)
    found = (
        select(each.balance_id, *sums).where(each.stock_entity == stock.entity.id).group_by(each.balance_id)
    )
    return {str(id): (int(one), int(other)) for id, one, other in connection.execute(found)}


def _reserved(connection: Connection, stock: Stock) -> Mapping[str, int]:
    """Return what steps reserved and did not give back, by the ledger."""
    each = sys_stock_movement.c
    found = (
        select(each.balance_id, func.sum(each.reserved_change))
        .where(each.stock_entity == stock.entity.id, each.kind.in_(_BY_RESERVATIONS))
        .group_by(each.balance_id)
    )
    return {str(id): int(count) for id, count in connection.execute(found)}


def _held(connection: Connection, stock: Stock) -> Mapping[str, int]:
    each = sys_reservation.c
    found = (
        select(each.balance_id, func.sum(each.quantity - each.shipped))
        .where(each.stock_entity == stock.entity.id, each.state == HELD)
        .group_by(each.balance_id)
    )
    return {str(id): int(count) for id, count in connection.execute(found)}
