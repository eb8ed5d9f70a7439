"""Cities with province and area, and how addresses and companies are named there."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class City:
    """A city and where it lies."""

    name: str
    province: str
    area: str


def _cities(area: str, text: str) -> list[City]:
    pairs = (entry.split("/") for entry in text.split())
    return [City(city, province, area) for province, names in pairs for city in names.split("、")]


EAST = _cities(
    "华东",
    "浙江/杭州、宁波、温州、嘉兴、绍兴、金华 江苏/南京、苏州、无锡、常州、南通 上海/上海 "
    "安徽/合肥、芜湖 山东/济南、青岛、烟台 福建/福州、厦门",
)
ELSEWHERE = [
    *_cities("中南", "广东/广州、深圳、东莞、佛山 湖北/武汉、宜昌 湖南/长沙、株洲 河南/郑州、洛阳 广西/南宁"),
    *_cities("华北", "北京/北京 天津/天津 河北/石家庄、保定 山西/太原"),
    *_cities("西南", "四川/成都、绵阳 重庆/重庆 云南/昆明 贵州/贵阳"),
    *_cities("东北", "辽宁/沈阳、大连 吉林/长春 黑龙江/哈尔滨"),
    *_cities("西北", "陕西/西安 甘肃/兰州 新疆/乌鲁木齐"),
]
_ROADS = "中山 人民 解放 建设 文一 科技 湖滨 滨江 学院 金融 创业 凤起 和平 朝阳 长江 黄河 体育 迎宾 高新"
_NUMBERS = ("号", "号", "号", "弄", "号院")
_BUILDINGS = "创新中心 时代广场 国际商务中心 软件园 文创园 商会大厦 科技大厦 翠湖花园 江南新村"


def pick_city(random: Random, east_share: float = 0.55) -> City:
    """Draw a city; the company sells mostly in East China."""
    return random.choice(EAST if random.random() < east_share else ELSEWHERE)


def street(random: Random) -> str:
    """Make a street address."""
    number = f"{random.choice(_ROADS.split())}路{random.randint(1, 899)}{random.choice(_NUMBERS)}"
    return f"{number}{random.choice(_BUILDINGS.split())}{random.randint(1, 18)}幢{random.randint(101, 2605)}"
