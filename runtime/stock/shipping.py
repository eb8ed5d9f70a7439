"""Shipping what is held: it leaves the warehouse, all of it or as many as are given per line."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import case, update

from engine.kernel.errors import Conflict
from engine.kernel.issue import Issue
from runtime.stock.balances import Move, Moved, balances_of, tell
from runtime.stock.holding import Held, held_by
from runtime.storage.system_tables_stock import HELD, sys_reservation
from runtime.storage.unit import Unit


def ship(unit: Unit, record: str, quantities: Mapping[str, int] | None = None) -> int:
    """Take what a record holds out of stock; return of how many reservations something left.

    `quantities` are by line, and only those lines leave; more than is held of a line is refused.
    """
    held = held_by(unit, record)
    wanted = {each.line: each.open for each in held} if quantities is None else quantities
    _require_held(held, wanted)
    moved: dict[str, list[Moved]] = defaultdict(list)
    for each in held:
        if wanted.get(each.line):
            moved[each.stock_entity].append(_leave(unit, each, wanted[each.line]))
    for stock_entity, those in moved.items():
        tell(unit, stock_entity, those)
    return sum(map(len, moved.values()))


def _require_held(held: list[Held], wanted: Mapping[str, int]) -> None:
    left = {each.line: each.open for each in held}
    issues = [
        Issue("stock.line.not_held", ("lines", line), {"wanted": quantity, "held": left.get(line, 0)})
        for line, quantity in wanted.items()
        if not 0 <= quantity <= left.get(line, 0)
    ]
    if issues:
        raise Conflict(issues)


def _leave(unit: Unit, held: Held, quantity: int) -> Moved:
    each = sys_reservation.c
    is_held = (each.id == held.id, each.state == HELD, each.quantity - each.shipped >= quantity)
    is_last = each.shipped + quantity == each.quantity
    shipped = (
        update(sys_reservation)
        .where(*is_held)
        .values(
            shipped=each.shipped + quantity,
            state=case((is_last, "shipped"), else_=HELD),
            closed_at=case((is_last, unit.viewer.context.now), else_=each.closed_at),
        )
    )
    balances, move = (
        balances_of(unit, held.stock_entity),
        Move(kind="ship", on_hand=-quantity, reserved=-quantity),
    )
    is_ours = unit.connection.execute(shipped).rowcount == 1
    if not is_ours or not balances.move(balances.table.c.id == held.balance, move):
        raise Conflict([Issue("stock.line.not_held", ("lines", held.line), {"wanted": quantity, "held": 0})])
    return balances.finish(held.balance, move, held)
