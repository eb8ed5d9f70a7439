"""What the channels cost, month by month, and what was asked to be bought for the warehouses."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from examples.generator.calendar import ANCHOR, DAYS
from examples.generator.catalogue import Product
from examples.generator.channels import CHANNELS, Channel
from examples.generator.fulfilment import Stock
from examples.generator.orders import CENT, Order

_SUPPLIERS = {
    "办公用品": ("宁波文仪制造有限公司", "义乌恒盛文具厂", "温州金海纸业"),
    "家具": ("佛山顺居家具制造", "安吉椅业有限公司"),
    "技术": ("深圳极目电子", "东莞联拓科技", "苏州合研智能设备"),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """One kind of cost of a channel, booked at the end of a month."""

    channel: Channel
    spent_on: date
    kind: str
    amount: Decimal
    booked_by: str = "wufang"


@dataclass(frozen=True, slots=True)
class PurchaseLine:
    """What is asked for."""

    product: Product
    quantity: int
    price: Decimal


@dataclass(frozen=True, slots=True)
class PurchaseRequest:
    """A request to buy."""

    number: str
    requested_on: date
    requester: str
    reason: str
    status: str
    warehouse: str
    supplier: str
    needed_on: date
    lines: tuple[PurchaseLine, ...]


def make_costs(random: Random, orders: Iterable[Order]) -> list[Cost]:
    """Make the costs of each channel: fixed sums, and shares of the month's turnover (numbers below 1)."""
    sales: dict[tuple[str, date], Decimal] = {}
    for order in orders:
        if order.status not in ("已取消", "草稿", "已退货"):
            key = (order.channel.code, _booking_day(order.day))
            sales[key] = sales.get(key, Decimal(0)) + order.total
    days = sorted({_booking_day(day) for day in DAYS})
    return [
        Cost(channel, day, kind, _amount(random, rate, sales.get((channel.code, day), Decimal(0))))
        for day in days
        for channel in CHANNELS
        if day >= channel.season.opens and day >= channel.launched_on
        for kind, rate in channel.costs.items()
    ]


def _booking_day(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return min(following - timedelta(days=1), ANCHOR)


def _amount(random: Random, rate: float, sales: Decimal) -> Decimal:
    basis = sales * Decimal(str(rate)) if rate < 1 else Decimal(str(rate))
    return (basis * Decimal(random.randint(92, 110)) / 100).quantize(CENT)


def make_purchases(random: Random, products: list[Product], stock: list[Stock]) -> list[PurchaseRequest]:
    """Make the requests of the year, and those for what is short now."""
    past = [_past_request(random, products, number) for number in range(110)]
    short = [each for each in stock if each.on_hand - each.reserved < each.safety][:24]
    now = [_short_request(random, each, 110 + n) for n, each in enumerate(short)]
    return sorted([*past, *now], key=lambda request: (request.requested_on, request.number))


def _past_request(random: Random, products: list[Product], number: int) -> PurchaseRequest:
    category = random.choice(list(_SUPPLIERS))
    chosen = random.sample([each for each in products if each.category == category], random.randint(1, 5))
    day = ANCHOR - timedelta(days=random.randint(12, 360))
    lines = tuple(
        PurchaseLine(each, random.choice([10, 20, 50, 100]), _price(random, each)) for each in chosen
    )
    return PurchaseRequest(
        number=f"CG{2001 + number}",
        requested_on=day,
        requester=random.choice(["zhoutao", "chenjie"]),
        reason=random.choice(["客户订单", "大促备货", "新品首批", "低于安全库存", "低于安全库存"]),
        status=random.choices(["已到货", "已驳回", "已下单"], [0.86, 0.06, 0.08])[0],
        warehouse=random.choice(["杭州中心仓", "杭州中心仓", "广州仓", "成都仓"]),
        supplier=random.choice(_SUPPLIERS[category]),
        needed_on=day + timedelta(days=random.randint(7, 30)),
        lines=lines,
    )


def _short_request(random: Random, stock: Stock, number: int) -> PurchaseRequest:
    day = ANCHOR - timedelta(days=random.randint(0, 9))
    return PurchaseRequest(
        number=f"CG{2001 + number}",
        requested_on=day,
        requester="chenjie",
        reason="低于安全库存",
        status=random.choice(["待审批", "待审批", "已批准", "已下单", "草稿"]),
        warehouse=stock.warehouse,
        supplier=random.choice(_SUPPLIERS[stock.product.category]),
        needed_on=day + timedelta(days=14),
        lines=(PurchaseLine(stock.product, stock.safety * 3, _price(random, stock.product)),),
    )


def _price(random: Random, product: Product) -> Decimal:
    return (product.cost * Decimal(random.randint(94, 104)) / 100).quantize(CENT)
