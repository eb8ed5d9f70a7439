"""Giving back what is held: by a record that no longer needs it, or because its time is over.

Only who closes the reservation gives stock back, so that nothing comes back twice.
"""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select, update

from runtime.stock.balances import Move, Moved, balances_of, tell
from runtime.stock.holding import Held, held_by
from runtime.storage.system_tables_stock import HELD, sys_reservation
from runtime.storage.unit import Unit


def release(unit: Unit, record: str) -> int:
    """Give back all that a record holds and has not shipped; return how many reservations that were."""
    return _give_back(unit, held_by(unit, record), "released", "release")


def expire(unit: Unit) -> int:
    """Give back what this app holds beyond its time; return how many reservations that were."""
    each = sys_reservation.c
    found = (
        select(each.record_id)
        .where(
            each.app_id == unit.viewer.definition.app.id,
            each.state == HELD,
            each.expires_at <= unit.viewer.context.now,
        )
        .distinct()
    )
    records = sorted(unit.connection.execute(found).scalars())
    return sum(_give_back(unit, _overdue(unit, record), "expired", "expire") for record in records)


def _overdue(unit: Unit, record: str) -> list[Held]:
    each = sys_reservation.c
    found = select(each.id).where(each.record_id == record, each.expires_at <= unit.viewer.context.now)
    overdue = set(unit.connection.execute(found).scalars())
    return [held for held in held_by(unit, record) if held.id in overdue]


def _give_back(unit: Unit, held: Iterable[Held], state: str, kind: str) -> int:
    moved: dict[str, list[Moved]] = defaultdict(list)
    for each in held:
        left = _close(unit, each, state)
        if left is None:
            continue
        balances = balances_of(unit, each.stock_entity)
        move = Move(kind=kind, reserved=-left)
        if balances.move(balances.table.c.id == each.balance, move):
            moved[each.stock_entity].append(balances.finish(each.balance, move, each))
    for stock_entity, those in moved.items():
        tell(unit, stock_entity, those)
    return sum(map(len, moved.values()))


def _close(unit: Unit, held: Held, state: str) -> int | None:
    """Close a reservation; return how many of it had not left, or None where somebody else closed it."""
    each = sys_reservation.c
    closed = update(sys_reservation).where(each.id == held.id, each.state == HELD)
    values = {"state": state, "closed_at": unit.viewer.context.now}
    found = unit.connection.execute(closed.values(values).returning(each.quantity - each.shipped)).first()
    return int(found[0]) if found else None
