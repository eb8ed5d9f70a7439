"""The products of the generated company: one line per sub-category, with a price band and its articles."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from examples.generator.calendar import ANCHOR


@dataclass(frozen=True, slots=True)
class Product:
    """An article with its prices; `popularity` weighs how often it is bought."""

    sku: str
    name: str
    category: str
    subcategory: str
    unit: str
    specification: str
    weight: Decimal
    list_price: Decimal
    cost: Decimal
    popularity: float
    lead_days: int
    launched_on: date

    @property
    def safety_stock(self) -> int:
        """Return how many should lie in all warehouses together."""
        return 100 if self.list_price < 100 else 30 if self.list_price < 800 else 10


_LINES = """
办公用品 装订机 BN 件 18 260 1.2 手动订书机,重型订书机,省力订书机,打孔机,梳式装订机,凭证装订机,电动订书机
办公用品 收纳具 ST 件 15 180 0.8 三层文件架,桌面抽屉柜,加厚档案盒,风琴包,带锁收纳箱,票据收纳册,理线收纳盒
办公用品 标签 LB 包 6 95 0.2 口取纸标签,彩色索引贴,热敏标签纸,固定资产标签,磁性货架标签,防水标签纸,标签色带
办公用品 信封 EN 包 8 60 0.4 牛皮纸信封,西式烫金信封,气泡快递袋,档案袋,防水快递袋,开窗信封,邀请函信封
办公用品 美术 AR 套 12 320 0.6 水彩颜料套装,马克笔套装,素描铅笔套装,油画棒,勾线笔套装,国画毛笔套装,折叠画架
办公用品 系固件 FA 盒 4 45 0.3 彩色回形针,不锈钢长尾夹,工字钉,磁力扣,捆扎带,橡皮筋,文件夹条
办公用品 用品 SU 盒 9 120 0.5 中性笔,白板笔,荧光笔,修正带,美工刀,双面胶,计算器
办公用品 纸张 PA 箱 22 210 4.5 A4复印纸70克,A4复印纸80克,A3复印纸,彩色卡纸,相片纸,收银纸,笔记本
办公用品 器具 AP 台 89 1580 3.2 桌面碎纸机,静音碎纸机,塑封机,点验钞机,饮水机,除湿机,空气净化器
家具 椅子 CH 件 199 2380 12.5 人体工学椅,网布办公椅,会议椅,老板椅,折叠培训椅,前台吧椅,电竞椅
家具 桌子 TB 件 359 4980 32 电动升降桌,双人工位,会议桌,L形主管桌,折叠培训桌,洽谈桌,前台接待桌
家具 书架 BC 件 129 1890 21 五层书架,玻璃门书柜,铁皮文件柜,密集档案柜,三层矮柜,移动推柜,更衣柜
家具 用具 FU 件 39 680 2.4 显示器支架,护眼台灯,人体工学脚踏,挂墙白板,衣帽架,屏风隔断,绿植花架
技术 电话 PH 台 99 1980 0.6 商务座机,无绳电话,会议电话,IP话机,对讲机,前台总机,蓝牙会议音箱
技术 配件 AC 件 19 560 0.3 无线鼠标,机械键盘,扩展坞,高清摄像头,移动硬盘,降噪耳机,多口充电器
技术 复印机 CO 台 899 12800 18 黑白打印机,彩色打印机,黑白复合机,彩色复合机,喷墨一体机,便携打印机,扫描仪
技术 设备 MA 台 299 8800 6.5 商务投影仪,会议平板,考勤机,标签打印机,条码扫描枪,网络存储,视频会议终端
"""
_BRANDS = {"办公用品": "墨川", "家具": "木语", "技术": "极讯"}
_COLOURS = ("黑色", "白色", "灰色", "蓝色", "原木色", "银色")


def make_products(random: Random) -> list[Product]:
    """Make all products, cheap ones popular."""
    return [product for line in _LINES.strip().splitlines() for product in _line(random, line)]


def _line(random: Random, line: str) -> list[Product]:
    category, subcategory, code, unit, low, high, weight, articles = line.split()
    return [
        _product(
            random, (category, subcategory, unit), f"{code}-{1001 + n}", article, _price(n, low, high), weight
        )
        for n, article in enumerate(articles.split(","))
    ]


def _price(number: int, low: str, high: str) -> Decimal:
    """Spread articles over the price band of their line, on a scale people see as even."""
    ratio = (float(high) / float(low)) ** (((number * 3) % 7) / 6)
    return Decimal(round(float(low) * ratio)) - (Decimal("0.10") if float(low) < 100 else Decimal(1))


def _product(
    random: Random, kind: tuple[str, str, str], sku: str, article: str, price: Decimal, weight: str
) -> Product:
    category, subcategory, unit = kind
    colour = random.choice(_COLOURS)
    cost = (price * Decimal(random.randint(46, 70)) / 100).quantize(Decimal("0.01"))
    return Product(
        sku=sku,
        name=f"{_BRANDS[category]} {article}",
        category=category,
        subcategory=subcategory,
        unit=unit,
        specification=f"{colour} {random.randint(1, 12)}{unit}装" if price < 60 else colour,
        weight=(Decimal(weight) * Decimal(random.randint(60, 150)) / 100).quantize(Decimal("0.001")),
        list_price=price,
        cost=cost,
        popularity=float(1 / (price + 40)) * random.uniform(0.4, 2.2),
        lead_days=random.choice([7, 14, 21, 28]),
        launched_on=ANCHOR - timedelta(days=random.randint(380, 1700)),
    )
