"""Reserving stock for the lines of a record: all of them or none, and never more than there is."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from sqlalchemy import Dialect, and_, bindparam, insert, select

from engine.entities.stock import StockLine
from engine.kernel.errors import Conflict, Invalid
from engine.kernel.issue import Issue
from runtime.stock.balances import Balances, Move, Moved, balances_of, tell
from runtime.stock.holding import Held, Holder, ShortLine, in_order
from runtime.storage.clashes import Refusal
from runtime.storage.database import savepoint
from runtime.storage.statement import Statement, compile_statement, run_many
from runtime.storage.system_tables_stock import HELD, sys_reservation
from runtime.storage.unit import Unit


class _Short(Exception):
    """Leaves the savepoint, so that nothing of a short order is kept."""

    def __init__(self, lines: list[ShortLine]) -> None:
        self.lines = lines


def reserve(unit: Unit, stock_entity: str, holder: Holder, lines: Sequence[StockLine]) -> list[ShortLine]:
    """Hold stock for lines, or change nothing and return every line there is not enough for."""
    issues = list(_unusable(lines))
    if issues:
        raise Invalid(issues)
    balances = balances_of(unit, stock_entity)
    try:
        with savepoint(unit.connection):
            _refuse_held(unit, stock_entity, lines)
            tell(unit, stock_entity, _take_all(balances, holder, in_order(lines)))
    except _Short as short:
        return short.lines
    except Refusal as problem:
        raise Conflict.of("stock.line.held") from problem
    return []


def _unusable(lines: Sequence[StockLine]) -> Iterator[Issue]:
    for index, each in enumerate(lines):
        if each.quantity <= 0:
            yield Issue("stock.line.quantity", ("lines", index), {"quantity": each.quantity})
        if not (each.product and each.warehouse):
            yield Issue("stock.line.incomplete", ("lines", index))


def _refuse_held(unit: Unit, stock_entity: str, lines: Sequence[StockLine]) -> None:
    """Refuse lines that hold stock already; the unique index refuses those who come at the same time."""
    each = sys_reservation.c
    found = select(each.line_id).where(
        each.stock_entity == stock_entity,
        each.state == HELD,
        each.line_id.in_([line.line for line in lines]),
    )
    if unit.connection.execute(found.limit(1)).first():
        raise Conflict.of("stock.line.held")


def _take_all(balances: Balances, holder: Holder, lines: Sequence[StockLine]) -> list[Moved]:
    moved: list[Moved] = []
    short: list[ShortLine] = []
    for line in lines:
        taken = _take(balances, holder, line)
        if taken:
            moved.append(taken)
        else:
            short.append(ShortLine(line=line, available=balances.available(line.product, line.warehouse)))
    if short:
        raise _Short(short)
    return moved


def _take(balances: Balances, holder: Holder, line: StockLine) -> Moved | None:
    """Take a line from its balance and write its reservation; None where it is short."""
    move = Move(kind="reserve", reserved=line.quantity)
    is_enough = balances.amount("on_hand") - balances.amount("reserved") >= line.quantity
    balance = balances.move(and_(balances.at(line.product, line.warehouse), is_enough), move)
    if balance is None:
        return None
    held = Held(
        id=balances.unit.ids.record_id(), stock_entity=balances.stock.entity.id, balance=balance,
        entity=holder.entity, record=holder.record, line=line.line, open=line.quantity,
    )  # fmt: skip
    _write(balances.unit, held, holder, line)
    return balances.finish(balance, move, held)


def _write(unit: Unit, held: Held, holder: Holder, line: StockLine) -> None:
    row = {
        "id": held.id, "app_id": unit.viewer.definition.app.id, "stock_entity": held.stock_entity,
        "balance_id": held.balance, "product_id": line.product, "warehouse_id": line.warehouse,
        "entity_id": holder.entity, "record_id": holder.record, "line_id": line.line,
        "quantity": line.quantity, "shipped": 0, "state": HELD, "at": unit.viewer.context.now,
        "expires_at": holder.until,
    }  # fmt: skip
    run_many(unit.connection, _adding(unit.connection.dialect), [row])


@lru_cache(maxsize=4)
def _adding(dialect: Dialect) -> Statement:
    columns = (each for each in sys_reservation.columns if each.name != "closed_at")
    values = {each.name: bindparam(each.name, type_=each.type) for each in columns}
    return compile_statement(insert(sys_reservation).values(values), dialect)
