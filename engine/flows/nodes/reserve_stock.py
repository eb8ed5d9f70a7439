"""Reserve stock: locks what every detail line needs, all or nothing; blank and empty lines need nothing."""

from decimal import Decimal
from typing import Any

from engine.entities.stock import StockLine
from engine.flows.effects import ReserveStock
from engine.flows.events import LineValues
from engine.flows.moving import fail, leave
from engine.flows.node_kind import At, NodeKind, ask
from engine.kernel.issue import Issue
from engine.metadata.model import ReserveStockNode


def _enter(at: At[ReserveStockNode]) -> None:
    plan, facts = at.work.plan, at.work.facts
    warehouse = facts.values.get(plan.fields[at.node.warehouse].name)
    stock = plan.stock.get(at.node.id)
    lines = [_line(at, line, warehouse) for line in facts.lines.get(at.node.lines, ())]
    issues = [each for each in lines if isinstance(each, Issue)]
    if stock is None:
        issues = [Issue("flow.stock.missing")]
    elif lines and not isinstance(warehouse, str):
        issues = [Issue("flow.stock.warehouse_blank")]
    if issues or stock is None:
        fail(at.work, at.token, issues)
        return
    needed = tuple(each for each in lines if isinstance(each, StockLine) and each.quantity > 0)
    ask(at, ReserveStock(key=at.work.key(), node=at.node.id, stock=stock, lines=needed))


def _line(at: At[ReserveStockNode], line: LineValues, warehouse: object) -> StockLine | Issue | None:
    fields = at.work.plan.fields
    product = line.values.get(fields[at.node.product].name)
    quantity = line.values.get(fields[at.node.quantity].name)
    if not isinstance(product, str) or quantity is None:
        return None
    if not isinstance(quantity, int | Decimal) or quantity != int(quantity):
        return Issue("flow.stock.quantity", params={"line": line.id, "quantity": str(quantity)})
    return StockLine(line=line.id, product=product, warehouse=str(warehouse), quantity=int(quantity))


def _hear(at: At[ReserveStockNode], key: str, result: Any) -> None:
    at.work.say(at.token, "flow.stock.reserved")
    leave(at.work, at.token, "done")


KIND = NodeKind("reserve_stock", _enter, _hear)
