"""Names of people and companies, telephone numbers and mail addresses; none belongs to anybody."""

from random import Random

from pypinyin import lazy_pinyin

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢"
    "姚沈钟姜崔谭陆范汪廖石金贾夏韦方白邹孟熊秦邱江尹薛段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤"
)
_FIRST = "子 梓 思 雨 浩 宇 晓 志 文 佳 俊 嘉 建 海 春 秋 玉 丽 国 明 雅 欣 泽 皓 若 诗 静 锦 远 立"
_SECOND = "涵 轩 怡 然 杰 琪 鹏 婷 博 妍 磊 萱 航 芸 峰 宁 斌 蕾 毅 璇 辉 瑶 昊 洁 凯 彤 诚 岚 睿 菲"
_WORDS = (
    "启明 远航 汇智 瑞丰 华诚 天元 博雅 立信 星河 凌云 中科 联创 宏图 恒达 新域 盛世 百川"
    " 东方 同创 元亨 佳禾 众合 锦程 卓越 思源 信达 环宇 腾跃 安泰 弘毅 长风 海纳 蓝图 光"
    "合 大成 睿思 知行 方圆 沃土 晨曦"
)
_TRADES = (
    "科技 信息技术 文化传媒 教育咨询 建筑设计 医疗器械 物流 贸易 律师事务所 会计师事务所 酒店管"
    "理 生物医药 电子 机械 食品"
)
_SHOPS = "打印店 图文快印 文具店 工作室 培训中心 花店 咖啡馆 诊所 摄影馆 设计室"
_MAIL = ("mail.example.com", "post.example.com", "example.net")
_OFFICES = ("律师事务所", "会计师事务所")


def person_name(random: Random) -> str:
    """Make a person's name of two or three characters."""
    second = random.choice(_SECOND.split()) if random.random() < 0.82 else ""
    return random.choice(_SURNAMES) + random.choice(_FIRST.split()) + second


def company_name(random: Random, city: str) -> str:
    """Make the name of a company in a city."""
    trade = random.choice(_TRADES.split())
    ending = "" if trade in _OFFICES else random.choice(["有限公司", "有限公司", "股份有限公司"])
    return f"{city}{random.choice(_WORDS.split())}{trade}{ending}"


def shop_name(random: Random, city: str) -> str:
    """Make the name of a small business in a city."""
    return f"{city}{random.choice(_WORDS.split())}{random.choice(_SHOPS.split())}"


def dealer_name(random: Random, city: str) -> str:
    """Make the name of a dealer in a city."""
    ending = random.choice(["经营部", "商贸有限公司", "有限公司"])
    return f"{city}{random.choice(_WORDS.split())}办公用品{ending}"


def phone(random: Random) -> str:
    """Make a mobile number."""
    return f"1{random.choice('3578')}{random.choice('013456789')}{random.randint(0, 99_999_999):08d}"


def email(random: Random, name: str) -> str:
    """Make a mail address out of a name, at a domain that delivers nothing."""
    return f"{''.join(lazy_pinyin(name))[:20]}{random.randint(1, 99)}@{random.choice(_MAIL)}"
