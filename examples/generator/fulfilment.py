"""What follows an order: payments and refunds, deliveries, the stock left in the warehouses."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from examples.generator.calendar import ANCHOR
from examples.generator.catalogue import Product
from examples.generator.orders import CENT, WAREHOUSES, Order, OrderLine

_METHODS = {
    "CH02": ("平台结算",),
    "CH06": ("平台结算",),
    "CH05": ("微信支付",),
    "CH04": ("刷卡", "微信支付", "支付宝", "现金"),
}
_PREFIXES = {"顺丰速运": "SF", "京东物流": "JDV", "中通快递": "7", "圆通速递": "YT", "德邦物流": "DPK"}
_SHIPPED = ("部分发货", "已发货", "已完成", "已退货")


@dataclass(frozen=True, slots=True)
class Payment:
    """Money received for an order, or paid back."""

    order: Order
    kind: str
    amount: Decimal
    method: str
    at: datetime
    transaction_no: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """A shipment of (part of) an order."""

    order: Order
    number: str
    status: str
    carrier: str
    tracking_no: str
    shipped_at: datetime
    delivered_at: datetime | None
    lines: tuple[OrderLine, ...]


@dataclass(frozen=True, slots=True)
class Stock:
    """What lies of a product in a warehouse at the end of the year."""

    product: Product
    warehouse: str
    on_hand: int
    reserved: int
    safety: int
    shelf: str
    counted_on: date


def make_payments(random: Random, orders: Iterable[Order]) -> list[Payment]:
    """Make receipts of paid orders and refunds of returned ones, in the order of time."""
    made = [
        payment for order in orders if order.paid_at for payment in _payments(random, order, order.paid_at)
    ]
    return sorted(made, key=lambda payment: payment.at)


def _payments(random: Random, order: Order, at: datetime) -> Iterator[Payment]:
    method = random.choice(_METHODS.get(order.channel.code, ("银行转账",)))
    first = (order.total * Decimal("0.3")).quantize(CENT) if _in_two_parts(random, order) else order.total
    yield Payment(order, "收款", first, method, at, _transaction(random))
    rest_at = at + timedelta(days=9)
    if first < order.total and rest_at.date() <= ANCHOR:
        yield Payment(order, "收款", order.total - first, method, rest_at, _transaction(random))
    back_at = at + timedelta(days=random.randint(3, 12))
    if order.status == "已退货" and first == order.total and back_at.date() <= ANCHOR:
        yield Payment(order, "退款", order.total, method, back_at, _transaction(random))


def _in_two_parts(random: Random, order: Order) -> bool:
    return order.channel.code == "CH03" and order.total > 8000 and random.random() < 0.35


def _transaction(random: Random) -> str:
    return f"42{random.randint(10**15, 10**16 - 1)}"


def make_deliveries(random: Random, orders: Iterable[Order]) -> list[Delivery]:
    """Make the deliveries of orders that left the warehouse, some in two parts."""
    made = [
        delivery for order in orders if order.status in _SHIPPED for delivery in _deliveries(random, order)
    ]
    return sorted(made, key=lambda delivery: delivery.shipped_at)


def _deliveries(random: Random, order: Order) -> Iterator[Delivery]:
    half = len(order.lines) // 2
    split = half > 0 and (order.status == "部分发货" or random.random() < 0.05)
    yield _delivery(random, order, order.lines[:half] if split else order.lines, 1)
    if split and order.status != "部分发货":
        yield _delivery(random, order, order.lines[half:], 2)


def _delivery(random: Random, order: Order, lines: tuple[OrderLine, ...], part: int) -> Delivery:
    shipped = datetime.combine(order.day, time(random.randint(9, 19), random.randint(0, 59)))
    shipped += timedelta(days=random.randint(0, 2) + part - 1)
    shipped = min(shipped, datetime.combine(ANCHOR, shipped.time()))
    carrier = (
        "客户自提"
        if order.channel.code == "CH04" and random.random() < 0.6
        else random.choice(list(_PREFIXES))
    )
    status = {"已完成": "已签收", "已退货": "已退回"}.get(order.status, "运输中")
    arrived = shipped + timedelta(days=random.randint(1, 4)) if status != "运输中" else None
    tracking = f"{_PREFIXES[carrier]}{random.randint(10**11, 10**12 - 1)}" if carrier in _PREFIXES else ""
    return Delivery(order, f"{order.source_no}-{part}", status, carrier, tracking, shipped, arrived, lines)


def make_stock(random: Random, products: list[Product], orders: Iterable[Order]) -> list[Stock]:
    """Make the stock of each product in each warehouse; what waits to be shipped is reserved."""
    open_orders = [order for order in orders if order.status in ("待发货", "部分发货")]
    waiting: Counter[tuple[str, str]] = Counter()
    for order in open_orders:
        for line in order.lines:
            waiting[order.warehouse, line.product.sku] += line.quantity
    return [
        _stock(random, product, warehouse, waiting[warehouse, product.sku])
        for product in products
        for _, warehouse in WAREHOUSES
    ]


def _stock(random: Random, product: Product, warehouse: str, reserved: int) -> Stock:
    main = warehouse == "杭州中心仓"
    pace = 60 if product.list_price < 100 else 18 if product.list_price < 800 else 6
    safety = pace if main else max(2, pace // 3)
    plenty = random.random() > 0.13
    free = random.randint(safety, safety * 5) if plenty else random.randint(0, max(1, safety - 1))
    shelf = f"{random.choice('ABCDEF')}-{random.randint(1, 24):02d}-{random.randint(1, 5)}"
    return Stock(
        product,
        warehouse,
        free + reserved,
        reserved,
        safety,
        shelf,
        ANCHOR - timedelta(days=random.randint(2, 60)),
    )
