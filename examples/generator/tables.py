"""The csv tables of the generated year: which column shows which attribute, one function per table."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from operator import attrgetter
from types import SimpleNamespace
from typing import Any

from examples.generator.calendar import ANCHOR, START
from examples.generator.catalogue import Product
from examples.generator.channels import CHANNELS, WEB_SHOP
from examples.generator.orders import CENT, LEVEL_PRICES, Order

Table = Iterator[list[str]]
Columns = dict[str, Callable[[Any], Any]]


def columns(text: str) -> Columns:
    """Read columns from `header=attribute.path` words."""
    pairs = (word.split("=") for word in text.split())
    return {header: attrgetter(path) for header, path in pairs}


def table(items: Iterable[Any], shown: Columns) -> Table:
    """Make a row per item below a header."""
    yield list(shown)
    for item in items:
        yield [_text(read(item)) for read in shown.values()]


def table_of_lines(items: Iterable[Any], head: Columns, line: Columns) -> Table:
    """Make a row per line of each item; the first column on every row, the rest of the head on the first."""
    yield [*head, *line]
    for item in items:
        cells = [_text(read(item)) for read in head.values()]
        for each in item.lines:
            yield [*cells, *(_text(read(each)) for read in line.values())]
            cells = [cells[0], *[""] * (len(cells) - 1)]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, tuple):
        return "、".join(value)
    return "" if value is None else str(value)


DEPARTMENTS = """
company|通达办公|Tongda Office||admin
sales|销售部|Sales|company|wanglei
sales_east|华东销售组|Sales East|sales|zhangwei
sales_online|电商组|Online sales|sales|zhaomin
warehouse|仓储部|Warehouse|company|chenjie
purchasing|采购部|Purchasing|company|zhoutao
finance|财务部|Finance|company|wufang
operations|运营部|Operations|company|xujing
"""
PEOPLE = """
admin|陈静|Chen Jing|administrator|company|
wanglei|王磊|Wang Lei|sales_director|sales|admin
lina|李娜|Li Na|sales|sales|wanglei
sunqian|孙倩|Sun Qian|sales|sales|wanglei
zhangwei|张伟|Zhang Wei|sales|sales_east|wanglei
zhaomin|赵敏|Zhao Min|sales|sales_online|wanglei
liuyang|刘洋|Liu Yang|sales|sales_east|zhangwei
chenjie|陈杰|Chen Jie|warehouse|warehouse|admin
zhoutao|周涛|Zhou Tao|purchasing|purchasing|admin
wufang|吴芳|Wu Fang|finance|finance|admin
huangmei|黄梅|Huang Mei|analyst|operations|xujing
xujing|徐静|Xu Jing|designer sales|operations|admin
hejianguo|何建国|He Jianguo|dealer||
"""
WAREHOUSE_PLACES = """
WH01|杭州中心仓|0571-88001200|浙江|杭州|余杭区良渚物流园 6 号库
WH02|广州仓|020-88001201|广东|广州|白云区太和镇物流中心 B2
WH03|成都仓|028-88001202|四川|成都|双流区航空港仓储园 3 栋
"""
# From the channel table of the article this app follows.
ASSESSMENT = """
华东区代理商|35%|4|订单依赖手工汇总,对账繁琐|3|市场成熟,增长平稳
天猫旗舰店|25%|3|平台API数据需手动导出处理|5|线上流量红利,潜力巨大
直销大客户团队|20%|2|使用内部CRM,但与ERP不通|4|客单价高,关系维护依赖个人
线下直营门店|15%|5|POS系统老旧,库存信息严重滞后|2|受地域限制,增长缓慢
微信小程序商城|5%|1|刚起步,订单量少|5|社交裂变潜力大
"""
CHANNEL = columns("""
渠道编码=code 渠道名称=name 渠道类型=kind 渠道负责人=manager 上线日期=launched_on 平台扣点=commission
店铺网址=url 备注=note
""")
PRODUCT = columns("""
SKU=sku 产品名称=name 大类=category 小类=subcategory 单位=unit 规格=specification 重量(kg)=weight
标准售价=list_price 标准成本=cost 安全库存=safety_stock 采购周期=lead_days 上市日期=launched_on
""")
CUSTOMER = columns("""
客户名称=name 客户类型=segment 客户等级=level 来源渠道=first_channel.name 负责销售=owner 门户账号=portal_user
联系人=contact 电话=phone 邮箱=email 省份=city.province 城市=city.name 大区=city.area 地址=address
首次合作=since 信用额度=credit_limit 账期=payment_days 标签=tags
""")
STOCK = columns("""
SKU=product.sku 仓库=warehouse 现存量=on_hand 已锁定=reserved 安全库存=safety 货位=shelf 最近盘点=counted_on
""")
ORDER = columns("""
来源单号=source_no 下单日期=day 渠道=channel.name 客户=customer.name 销售=seller 状态=status
发货仓库=warehouse 承诺交期=promised_on 收货人=customer.contact 收货电话=customer.phone
省份=customer.city.province
城市=customer.city.name 收货地址=customer.address 整单优惠=rebate 运费=freight 已付款=paid 付款时间=paid_at
取消或退货原因=reason 备注=note
""")
ORDER_LINE = columns("SKU=product.sku 数量=quantity 单价=unit_price 折扣=discount")
PAYMENT = columns("""
来源单号=order.source_no 客户=order.customer.name 渠道=order.channel.name 类型=kind 金额=amount
付款方式=method 到账时间=at 交易号=transaction_no
""")
DELIVERY = columns("""
外部单号=number 来源单号=order.source_no 客户=order.customer.name 仓库=order.warehouse 状态=status
承运商=carrier 物流单号=tracking_no 发出时间=shipped_at 签收时间=delivered_at
""")
DELIVERY_LINE = columns("SKU=product.sku 数量=quantity")
LEAD = columns("""
公司或姓名=name 联系人=contact 电话=phone 邮箱=email 城市=city 来源=source 渠道=channel.name 状态=status
跟进人=owner 收到日期=received_on 下次跟进=next_step_on 意向品类=interest 预计金额=amount
转为客户=customer_name
""")
OPPORTUNITY = columns("""
商机名称=name 线索=lead.name 客户=lead.customer_name 渠道=lead.channel.name 阶段=stage 预计金额=amount
赢单概率=probability 创建日期=opened_on 预计成交=expected_on 结束日期=closed_on 负责人=lead.owner
输单原因=lost_reason 成交订单=order_no
""")
COST = columns("渠道=channel.name 费用日期=spent_on 费用类型=kind 金额=amount 登记人=booked_by")
PURCHASE = columns("""
外部单号=number 申请日期=requested_on 申请人=requester 原因=reason 状态=status 入库仓库=warehouse
建议供应商=supplier 需求日期=needed_on
""")
PURCHASE_LINE = columns("SKU=product.sku 数量=quantity 预计单价=price")
PRICE_LIST = columns("价格表=name 适用等级=level 生效日期=valid_from 失效日期=valid_to")
PRICE_LINE = columns("SKU=product.sku 起订量=least 价格=price")


def people() -> Table:
    """Who works with the app; `roles` are names of role documents, a superior is a login."""
    yield ["login", "name_zh", "name_en", "email", "roles", "department", "superior"]
    for login, zh, en, *rest in _records(PEOPLE):
        yield [login, zh, en, f"{login}@tongdao.example.com", *rest]


def departments() -> Table:
    """How the company is divided; heads are logins."""
    yield ["code", "name_zh", "name_en", "parent", "head"]
    yield from _records(DEPARTMENTS)


def channels() -> Table:
    """The channels."""
    return table((*CHANNELS, WEB_SHOP), CHANNEL)


def warehouses() -> Table:
    """The warehouses."""
    yield ["仓库编码", "仓库名称", "仓管员", "电话", "省份", "城市", "地址"]
    for code, name, *place in _records(WAREHOUSE_PLACES):
        yield [code, name, "chenjie", *place]


def price_lists(products: list[Product]) -> Table:
    """A price list per level: dealers and everybody on all products, the others on every third one."""
    return table_of_lines((_price_list(products, level) for level in LEVEL_PRICES), PRICE_LIST, PRICE_LINE)


def _price_list(products: list[Product], level: str) -> SimpleNamespace:
    chosen = products if level in ("代理商", "普通") else products[::3]
    return SimpleNamespace(
        name=f"{level}价格表",
        level=level,
        valid_from=START - timedelta(days=30),
        valid_to=ANCHOR + timedelta(days=180),
        lines=[_price(product, level) for product in chosen],
    )


def _price(product: Product, level: str) -> SimpleNamespace:
    price = (product.list_price * Decimal(LEVEL_PRICES[level])).quantize(CENT)
    return SimpleNamespace(product=product, least=5 if level == "代理商" else 1, price=price)


def assessments(orders: list[Order]) -> Table:
    """The channel assessment; the margin is that of the generated year."""
    yield [
        *("渠道类型", "评估日期", "销售额占比", "利润率贡献"),
        *("管理复杂度", "复杂度说明", "增长潜力", "潜力说明"),
    ]
    day: date = ANCHOR - timedelta(days=18)
    for name, share, *judged in _records(ASSESSMENT):
        yield [name, str(day), share, str(_margin(name, orders)), *judged]


def _margin(channel: str, orders: list[Order]) -> Decimal:
    lines = [line for order in orders if order.channel.name == channel for line in order.lines]
    sales = sum((line.amount for line in lines), Decimal(0))
    cost = sum((line.product.cost * line.quantity for line in lines), Decimal(0))
    return ((sales - cost) / sales).quantize(Decimal("0.001"))


def _records(text: str) -> Iterator[list[str]]:
    return (line.split("|") for line in text.strip().splitlines())
