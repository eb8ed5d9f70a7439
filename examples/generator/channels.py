"""The sales channels: who buys there, how much, when, and what the channel costs."""

from dataclasses import dataclass
from datetime import date, timedelta

from examples.generator.calendar import ANCHOR, START, Season


@dataclass(frozen=True, slots=True)
class Basket:
    """What an order of a channel looks like; `taste` for expensive articles is from 0 to 1."""

    lines: tuple[int, int]
    quantities: tuple[int, ...]
    taste: float


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel with its habits; monthly costs are per kind, shares of turnover or fixed sums."""

    code: str
    name: str
    kind: str
    manager: str
    launched_on: date
    commission: str
    url: str
    orders: int
    season: Season
    basket: Basket
    costs: dict[str, float]
    note: str


CONSUMER = (1, 1, 1, 1, 2, 2, 3)
CHANNELS = (
    Channel(
        "CH01", "华东区代理商", "区域代理商", "zhangwei", date(2019, 3, 1), "0.03", "", 330,
        Season(campaigns=1.0, weekend=0.15, growth=0.15), Basket((3, 8), (6, 8, 10, 15, 16, 20, 30), 0.46),
        {"人力": 26000, "促销折让": 0.02, "物流": 0.02}, "覆盖华东六省一市,按季返利",
    ),
    Channel(
        "CH02", "天猫旗舰店", "第三方电商平台", "zhaomin", date(2018, 6, 1), "0.05", "https://shop.example.com/tmall",
        1240, Season(campaigns=3.4, weekend=1.2, growth=0.55), Basket((1, 4), CONSUMER, 0.72),
        {"广告投放": 0.07, "平台佣金": 0.05, "人力": 18000, "物流": 0.03}, "平台数据每日导出,待接口打通",
    ),
    Channel(
        "CH03", "直销大客户团队", "直销团队", "lina", date(2016, 1, 1), "", "", 190,
        Season(campaigns=1.0, weekend=0.1, growth=0.3), Basket((2, 7), (4, 5, 6, 10, 12, 20), 0.70),
        {"人力": 42000, "系统服务": 1800, "物流": 0.015}, "年框协议客户为主",
    ),
    Channel(
        "CH04", "线下直营门店", "线下直营门店", "liuyang", date(2012, 9, 1), "", "", 700,
        Season(campaigns=1.2, weekend=1.8, growth=0.0), Basket((1, 4), (1, 1, 2, 2, 3), 0.70),
        {"场地租金": 24000, "人力": 21000, "系统服务": 900}, "杭州、苏州、南京三家门店",
    ),
    Channel(
        "CH05", "微信小程序商城", "线上自营商城", "zhaomin", date(2025, 9, 1), "0.006", "https://shop.example.com/mini",
        330, Season(campaigns=1.8, weekend=1.3, growth=1.7), Basket((1, 3), CONSUMER, 0.76),
        {"广告投放": 4500, "系统服务": 1200, "人力": 6000, "物流": 0.03}, "老客户社群裂变",
    ),
    Channel(
        "CH06", "京东旗舰店", "第三方电商平台", "zhaomin", ANCHOR - timedelta(days=150), "0.06",
        "https://shop.example.com/jd", 190,
        Season(campaigns=2.8, weekend=1.1, growth=1.2, opens=START + timedelta(days=214)),
        Basket((1, 3), CONSUMER, 0.82),
        {"广告投放": 0.09, "平台佣金": 0.06, "人力": 8000, "物流": 0.03}, "今年新开,主推技术类产品",
    ),
)  # fmt: skip

# Opened today: its orders come in by its connector.
WEB_SHOP = Channel(
    "CH07", "官网商城", "线上自营商城", "zhaomin", ANCHOR, "0.006", "https://shop.example.com/web", 0,
    Season(campaigns=1.0, weekend=1.0, growth=0.0), Basket((1, 3), CONSUMER, 0.5), {},
    "WooCommerce 商店,订单自动进入",
)  # fmt: skip

SELLERS = {
    "CH01": ("zhangwei",),
    "CH02": ("zhaomin",),
    "CH03": ("lina", "sunqian"),
    "CH04": ("liuyang",),
    "CH05": ("zhaomin",),
    "CH06": ("zhaomin",),
}
ONLINE = ("CH02", "CH05", "CH06")
