"""Leads and the deals that grow out of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from examples.generator import names
from examples.generator.calendar import ANCHOR, Season, pick_days
from examples.generator.channels import CHANNELS, SELLERS, Channel
from examples.generator.customers import Customer
from examples.generator.orders import Order
from examples.generator.places import pick_city

_SOURCES = {
    "CH01": ("展会", "老客户介绍", "电话拓展"),
    "CH02": ("店铺咨询", "社交媒体"),
    "CH03": ("官网留言", "展会", "老客户介绍", "电话拓展"),
    "CH04": ("门店到访", "老客户介绍"),
    "CH05": ("小程序", "社交媒体"),
    "CH06": ("店铺咨询",),
}
_SHARES = {"CH01": 120, "CH02": 210, "CH03": 310, "CH04": 130, "CH05": 90, "CH06": 40}
_INTERESTS = ("办公用品", "家具", "技术")
_PROJECTS = (
    "办公室搬迁采购",
    "年度办公用品框架",
    "会议室改造",
    "新员工入职设备",
    "打印设备更新",
    "门店陈列家具",
    "培训中心桌椅",
    "年会礼品",
)
_PROBABILITIES = {"需求确认": "0.2", "方案报价": "0.4", "商务谈判": "0.7", "赢单": "1", "输单": "0"}
_LOST = ("价格偏高", "选择竞品", "预算取消", "交期不符", "产品不匹配")
_CONVERSION = {"CH01": 0.5, "CH02": 0.38, "CH03": 0.6, "CH04": 0.36, "CH05": 0.3, "CH06": 0.32}


@dataclass(frozen=True, slots=True)
class Lead:
    """Somebody who may buy."""

    name: str
    contact: str
    phone: str
    email: str
    city: str
    source: str
    channel: Channel
    status: str
    owner: str
    received_on: date
    next_step_on: date | None
    interest: str
    amount: int
    customer: Customer | None

    @property
    def customer_name(self) -> str:
        """Return whom the lead became, or nothing."""
        return self.customer.name if self.customer else ""


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A deal grown out of a lead."""

    name: str
    lead: Lead
    stage: str
    amount: Decimal
    probability: str
    opened_on: date
    expected_on: date
    closed_on: date | None
    lost_reason: str
    order: Order | None

    @property
    def order_no(self) -> str:
        """Return the number of the order it was won with, or nothing."""
        return self.order.source_no if self.order else ""


def make_leads(random: Random, customers: list[Customer], taken: set[str]) -> list[Lead]:
    """Make the leads of all channels, in the order of days."""
    made = [
        _lead(random, channel, day, customers, taken)
        for channel in CHANNELS
        for day in pick_days(random, Season(1.6, 0.6, 0.5, channel.season.opens), _SHARES[channel.code])
    ]
    return sorted(made, key=lambda lead: (lead.received_on, lead.name))


def _lead(random: Random, channel: Channel, day: date, customers: list[Customer], taken: set[str]) -> Lead:
    city = pick_city(random)
    contact = names.person_name(random)
    business = channel.code in ("CH01", "CH03") or random.random() < 0.3
    name = _unused(random, city.name, contact, taken) if business else f"{contact}({city.name})"
    while name in taken:
        contact = names.person_name(random)
        name = f"{contact}({city.name})"
    taken.add(name)
    status = _status(random, channel, day)
    buyers = [each for each in customers if channel.code in each.channels]
    customer = random.choice(buyers) if status == "已转商机" else None
    return Lead(
        name=name,
        contact=contact,
        phone=names.phone(random),
        email=names.email(random, contact) if random.random() < 0.35 else "",
        city=city.name,
        source=random.choice(_SOURCES[channel.code]),
        channel=channel,
        status=status,
        owner=customer.owner if customer else random.choice(SELLERS[channel.code]),
        received_on=day,
        next_step_on=ANCHOR + timedelta(days=random.randint(-4, 12))
        if status in ("已联系", "已确认需求")
        else None,
        interest=random.choice(_INTERESTS),
        amount=random.choice([800, 2000, 5000, 12_000, 30_000] if business else [200, 500, 900, 1500, 3000]),
        customer=customer,
    )


def _unused(random: Random, city: str, contact: str, taken: set[str]) -> str:
    for _ in range(50):
        name = names.company_name(random, city)
        if name not in taken:
            return name
    return f"{contact}({city})"


def _status(random: Random, channel: Channel, day: date) -> str:
    age = (ANCHOR - day).days
    if random.random() < _CONVERSION[channel.code] * (0.4 if age < 20 else 1):
        return "已转商机"
    if age < 10:
        return random.choice(["新线索", "新线索", "已联系"])
    return (
        random.choice(["已联系", "已确认需求", "已放弃"])
        if age < 60
        else random.choice(["已放弃", "已放弃", "已放弃", "已联系"])
    )


def make_opportunities(random: Random, leads: list[Lead], orders: list[Order]) -> list[Opportunity]:
    """Make a deal of each converted lead; won ones name an order of that customer, if there is one."""
    free = {order.source_no: order for order in orders if order.status != "已取消"}
    made = [_opportunity(random, lead, free) for lead in leads if lead.status == "已转商机"]
    return sorted(made, key=lambda each: (each.opened_on, each.name))


def _opportunity(random: Random, lead: Lead, free: dict[str, Order]) -> Opportunity:
    opened = min(lead.received_on + timedelta(days=random.randint(1, 15)), ANCHOR)
    stage = _stage(random, (ANCHOR - opened).days)
    order = _order_of(lead, opened, free) if stage == "赢单" else None
    closed = (
        min(opened + timedelta(days=random.randint(8, 60)), ANCHOR) if stage in ("赢单", "输单") else None
    )
    amount = order.total if order else Decimal(lead.amount * random.randint(8, 16)) / 10
    return Opportunity(
        name=f"{lead.name} {random.choice(_PROJECTS)}",
        lead=lead,
        stage=stage,
        amount=amount,
        probability={"需求确认": "0.2", "方案报价": "0.4", "商务谈判": "0.7", "赢单": "1", "输单": "0"}[
            stage
        ],
        opened_on=opened,
        expected_on=closed or ANCHOR + timedelta(days=random.randint(3, 75)),
        closed_on=order.day if order else closed,
        lost_reason=random.choice(_LOST) if stage == "输单" else "",
        order=order,
    )


def _order_of(lead: Lead, opened: date, free: dict[str, Order]) -> Order | None:
    for number, order in free.items():
        if order.customer is lead.customer and order.channel is lead.channel and order.day >= opened:
            return free.pop(number)
    return None


def _stage(random: Random, age: int) -> str:
    if age > 75:
        return random.choices(["赢单", "输单", "商务谈判"], [0.47, 0.48, 0.05])[0]
    if age > 25:
        return random.choices(["赢单", "输单", "商务谈判", "方案报价"], [0.3, 0.2, 0.3, 0.2])[0]
    return random.choices(["需求确认", "方案报价", "商务谈判"], [0.5, 0.35, 0.15])[0]
