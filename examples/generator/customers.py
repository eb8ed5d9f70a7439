"""The customers: dealers, companies, small businesses and consumers, some of them known twice."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from examples.generator import names
from examples.generator.calendar import ANCHOR
from examples.generator.channels import CHANNELS, SELLERS, Channel
from examples.generator.places import EAST, City, pick_city, street


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer; `channels` are the codes of channels this customer buys in, the first one first."""

    name: str
    segment: str
    level: str
    channels: tuple[str, ...]
    owner: str
    portal_user: str
    contact: str
    phone: str
    email: str
    city: City
    address: str
    since: date
    credit_limit: int | None
    payment_days: int | None
    tags: tuple[str, ...]
    weight: float

    @property
    def first_channel(self) -> Channel:
        """Return the channel this customer came by."""
        return next(channel for channel in CHANNELS if channel.code == self.channels[0])


_CONSUMER_WAYS = (
    ("CH02",) * 5
    + ("CH04",) * 3
    + ("CH05",) * 2
    + ("CH06", "CH02 CH05", "CH04 CH05", "CH02 CH06", "CH02 CH04")
)
_DEALER_DEMO = "杭州和东办公用品商贸有限公司"
_TAGS = {
    "经销商": ("月结", "需专用发票", "价格敏感", "回款慢"),
    "公司": ("月结", "需专用发票", "重点维护", "礼品采购", "回款慢"),
    "小型企业": ("需专用发票", "价格敏感"),
    "消费者": ("价格敏感", "礼品采购"),
}


def make_customers(random: Random, taken: set[str]) -> list[Customer]:
    """Make customers whose names are unique and none of those taken."""
    makers = [(_dealer, 24), (_company, 72), (_small_business, 58), (_consumer, 236)]
    made: list[Customer] = []
    for make, count in makers:
        made += _fill(random, make, count, taken)
    made[0] = replace(
        made[0], name=_DEALER_DEMO, portal_user="hejianguo", contact="何建国", city=EAST[0], weight=2.0
    )
    return [*made, *_known_twice(random, made, taken)]


def _fill(random: Random, make: Callable[[Random], Customer], count: int, taken: set[str]) -> list[Customer]:
    made: list[Customer] = []
    while len(made) < count:
        customer = make(random)
        if customer.name not in taken:
            taken.add(customer.name)
            made.append(customer)
    return made


def _dealer(random: Random) -> Customer:
    city = random.choice(EAST)
    customer = _customer(random, names.dealer_name(random, city.name), "经销商", city, ("CH01",))
    limit = random.choice([50_000, 80_000, 100_000, 200_000])
    return replace(customer, level="代理商", credit_limit=limit, payment_days=random.choice([30, 45, 60]))


def _company(random: Random) -> Customer:
    city = pick_city(random)
    channels = random.choice([("CH03",), ("CH03",), ("CH03", "CH04"), ("CH03", "CH02")])
    level = random.choice(["战略", "金牌", "金牌", "银牌", "银牌", "普通"])
    customer = _customer(random, names.company_name(random, city.name), "公司", city, channels)
    limit = {"战略": 300_000, "金牌": 100_000}.get(level)
    return replace(
        customer, level=level, credit_limit=limit, payment_days=random.choice([30, 45]) if limit else None
    )


def _small_business(random: Random) -> Customer:
    city = pick_city(random, 0.7)
    channels = random.choice([("CH04",), ("CH02",), ("CH04", "CH05"), ("CH02", "CH06")])
    level = random.choice(["普通", "普通", "银牌"])
    return replace(
        _customer(random, names.shop_name(random, city.name), "小型企业", city, channels), level=level
    )


def _consumer(random: Random) -> Customer:
    way = random.choice(_CONSUMER_WAYS).split()
    level = random.choice(["普通"] * 6 + ["银牌", "金牌"])
    name = names.person_name(random)
    customer = _customer(random, name, "消费者", pick_city(random, 0.5), tuple(way))
    return replace(customer, level=level, contact=name)


def _customer(random: Random, name: str, segment: str, city: City, channels: tuple[str, ...]) -> Customer:
    contact = names.person_name(random)
    return Customer(
        name=name,
        segment=segment,
        level="普通",
        channels=channels,
        owner=random.choice(SELLERS[channels[0]]),
        portal_user="",
        contact=contact,
        phone=names.phone(random),
        email=names.email(random, contact) if random.random() < 0.6 else "",
        city=city,
        address=street(random),
        since=ANCHOR - timedelta(days=random.randint(20, 2200)),
        credit_limit=None,
        payment_days=None,
        tags=tuple(tag for tag in _TAGS[segment] if random.random() < 0.22),
        weight=random.paretovariate(1.6),
    )


def _known_twice(random: Random, made: list[Customer], taken: set[str]) -> list[Customer]:
    """Some people also stand in the books of another channel under another spelling."""
    zhang = replace(
        _consumer(random),
        name="张三",
        contact="张三",
        channels=("CH02",),
        owner="zhaomin",
        phone="13805710301",
    )
    visit = replace(
        zhang, name="Mr. Zhang", contact="张先生", channels=("CH04",), owner="liuyang", email="", weight=0.6
    )
    consumers = [each for each in made if each.segment == "消费者" and each.channels == ("CH02",)]
    return [
        zhang,
        visit,
        *(_again(random, each) for each in random.sample(consumers, 8) if _spelled(each) not in taken),
    ]


def _spelled(customer: Customer) -> str:
    return f"{customer.name[0]}先生({customer.phone[-4:]})"


def _again(random: Random, customer: Customer) -> Customer:
    return replace(
        customer,
        name=_spelled(customer),
        channels=("CH04",),
        owner="liuyang",
        email="",
        address=street(random),
        weight=0.5,
    )
