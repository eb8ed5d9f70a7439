"""Orders of the generated year with their lines, by the habits of each channel."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from examples.generator.calendar import ANCHOR, is_campaign, pick_days
from examples.generator.catalogue import Product
from examples.generator.channels import CHANNELS, ONLINE, Channel
from examples.generator.customers import Customer

CENT = Decimal("0.01")
LEVEL_PRICES = {"代理商": "0.72", "战略": "0.85", "金牌": "0.90", "银牌": "0.95", "普通": "1"}
WAREHOUSES = (("WH01", "杭州中心仓"), ("WH02", "广州仓"), ("WH03", "成都仓"))
_BY_AREA = {"中南": "广州仓", "西南": "成都仓", "西北": "成都仓"}
_CANCELLED = ("客户改变主意", "收货地址超出配送范围", "重复下单", "缺货未能按期交付", "价格调整后重拍")
_RETURNED = ("外包装破损", "颜色与预期不符", "七天无理由退货", "发错型号", "质量问题,已更换供应商批次")
_NOTES = (
    "请开增值税专用发票",
    "送货前电话联系",
    "工作日送货",
    "需上楼安装",
    "与上一单合并发货",
    "加急,门店自提",
)


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order."""

    product: Product
    quantity: int
    unit_price: Decimal
    discount: Decimal

    @property
    def amount(self) -> Decimal:
        """Return the amount as the app computes it."""
        return (self.quantity * self.unit_price * (1 - self.discount)).quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Order:
    """An order; `reason` says why it was cancelled or returned."""

    source_no: str
    day: date
    channel: Channel
    customer: Customer
    status: str
    warehouse: str
    lines: tuple[OrderLine, ...]
    rebate: Decimal
    freight: Decimal
    paid_at: datetime | None
    reason: str
    note: str

    @property
    def seller(self) -> str:
        """Return who looks after the customer: nobody else of the sellers may read that customer."""
        return self.customer.owner

    @property
    def promised_on(self) -> date:
        """Return the day the goods are promised for."""
        return self.day + timedelta(days=7 if self.channel.code in ("CH01", "CH03") else 3)

    @property
    def paid(self) -> bool:
        """Tell whether the money came."""
        return self.paid_at is not None

    @property
    def total(self) -> Decimal:
        """Return the order total as the app computes it."""
        return sum((line.amount for line in self.lines), Decimal(0)) - self.rebate + self.freight


def make_orders(random: Random, products: list[Product], customers: list[Customer]) -> list[Order]:
    """Make the orders of all channels, in the order of days."""
    made = [order for channel in CHANNELS for order in _channel_orders(random, channel, products, customers)]
    return sorted(made, key=lambda order: (order.day, order.source_no))


def _channel_orders(
    random: Random, channel: Channel, products: list[Product], customers: list[Customer]
) -> list[Order]:
    buyers = [each for each in customers if channel.code in each.channels]
    shares = [each.weight for each in buyers]
    days = pick_days(random, channel.season, channel.orders)
    return [
        _order(random, channel, random.choices(buyers, shares)[0], day, number, products)
        for number, day in enumerate(days)
    ]


def _order(
    random: Random, channel: Channel, customer: Customer, day: date, number: int, products: list[Product]
) -> Order:
    status = _status(random, channel, day)
    lines = _lines(random, channel, customer, day, products)
    goods = sum((line.amount for line in lines), Decimal(0))
    status = "待审核" if goods > 10_000 and (ANCHOR - day).days <= 14 else status
    online = channel.code in ONLINE
    return Order(
        source_no=_source_no(random, channel, number),
        day=day,
        channel=channel,
        customer=customer,
        status=status,
        warehouse=_BY_AREA.get(customer.city.area, "杭州中心仓"),
        lines=lines,
        rebate=_rebate(random, goods) if online else Decimal(0),
        freight=Decimal(10) if online and goods < 99 else Decimal(0),
        paid_at=_paid_at(random, channel, customer, day, status),
        reason=_reason(random, status),
        note=random.choice(_NOTES) if random.random() < 0.12 else "",
    )


def _lines(
    random: Random, channel: Channel, customer: Customer, day: date, products: list[Product]
) -> tuple[OrderLine, ...]:
    basket = channel.basket
    chances = [product.popularity ** (1 - basket.taste) for product in products]
    chosen: dict[str, Product] = {}
    for product in random.choices(products, chances, k=random.randint(*basket.lines)):
        chosen[product.sku] = product
    return tuple(_line(random, channel, customer, day, product) for product in chosen.values())


def _line(random: Random, channel: Channel, customer: Customer, day: date, product: Product) -> OrderLine:
    price = (product.list_price * Decimal(LEVEL_PRICES[customer.level])).quantize(CENT, ROUND_HALF_UP)
    quantity = random.choice(channel.basket.quantities)
    if product.list_price > 1500 and quantity > 2:
        quantity = max(1, quantity // 4)
    discount = Decimal("0.1") if channel.code in ONLINE and is_campaign(day) else Decimal(0)
    return OrderLine(product, quantity, price, discount)


def _rebate(random: Random, goods: Decimal) -> Decimal:
    coupons = [Decimal(limit) for limit in (10, 30, 80) if goods > limit * 12]
    return random.choice([Decimal(0), Decimal(0), *coupons])


def _status(random: Random, channel: Channel, day: date) -> str:
    age = (ANCHOR - day).days
    if age > 1 and random.random() < 0.035:
        return "已取消"
    if age > 14:
        return "已退货" if random.random() < (0.04 if channel.code in ONLINE else 0.012) else "已完成"
    if age > 6:
        return random.choice(["已完成", "已发货"])
    if age > 2:
        return random.choice(["已发货", "已发货", "待发货", "部分发货"])
    return random.choice(["待发货", "待发货", "待发货", "草稿"])


def _reason(random: Random, status: str) -> str:
    return random.choice({"已取消": _CANCELLED, "已退货": _RETURNED}.get(status, ("",)))


def _source_no(random: Random, channel: Channel, number: int) -> str:
    if channel.code == "CH02":
        return f"28{random.randint(10**9, 10**10 - 1)}{number:05d}"
    if channel.code == "CH06":
        return f"30{random.randint(10**6, 10**7 - 1)}{number:04d}"
    return {"CH01": "DL", "CH03": "HT", "CH04": "POS", "CH05": "WX"}[channel.code] + f"{100001 + number}"


def _paid_at(random: Random, channel: Channel, customer: Customer, day: date, status: str) -> datetime | None:
    """Online and store orders are paid at once, the others at the end of their term, some late."""
    if status in ("草稿", "已取消", "待审核"):
        return None
    at_once = channel.code not in ("CH01", "CH03")
    late = random.choice([0, 0, 0, 3, 12, 40]) + (customer.payment_days or 0)
    paid = day if at_once else day + timedelta(days=late)
    moment = datetime.combine(paid, time(random.randint(8, 21), random.randint(0, 59)))
    return moment if paid <= ANCHOR else None
