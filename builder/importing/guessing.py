"""Guesses the type of a field from the values and the header of a column, and says why.

Guesses are tried in order; the first that has a reason wins, and text is what remains. Links between
tables are found elsewhere.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from builder.importing.columns import Column
from builder.importing.reading import LONGEST_LINE, fits, mostly_fits
from builder.words import Phrase

_MONEY = re.compile(
    r"金额|价格|单价|总价|价$|费|款|成本|预算|工资|薪|收入|支出|实收|应收|应付|实付|营收|销售额|amount|price|cost|fee|budget|salary|revenue|total|amt|paid|payment",
    re.I,
)
_PERCENT = re.compile(r"率|占比|比例|百分比|%|折扣|percent|rate|ratio|share|discount", re.I)
_DATE = re.compile(r"日期|时间|日$|date|time|day|_at$|_on$", re.I)
_CODE = re.compile(r"编号|编码|单号|号码|号$|代码|证|条码|sku|code|no\.?$|number|\bid$|serial|barcode", re.I)
_PHONE = re.compile(r"电话|手机|联系方式|传真|phone|mobile|tel|fax", re.I)
_KIND = re.compile(
    r"状态|类型|类别|分类|级别|等级|性别|部门|渠道|方式|来源|地区|省|科目|优先|status|type|kind|category|level|class|group|channel|region|segment|priority|gender|mode|department",
    re.I,
)
_YES_NO = re.compile(r"^是否|^有无|^可否|\?$|？$|^is[_ ]|^has[_ ]", re.I)
FEW, MORE = 12, 30
# The share of values that may not fit a type: more where the header names it.
_USUAL, _NAMED = 0.1, 0.3
_LABEL_LENGTH = 30


@dataclass(frozen=True, slots=True)
class Guess:
    """A type of field and the reason for it."""

    type: str
    reason: Phrase


def guess(column: Column) -> Guess:
    """Return the most fitting type for a column."""
    if not column.cells:
        return Guess("text", Phrase("import.guess.empty", {}))
    for type, code in ((type, found) for type, test in _TESTS if (found := test(column))):
        return Guess(type, Phrase(f"import.guess.{code}", {"count": len(column.values)}))
    return Guess("text", Phrase("import.guess.text", {}))


def _switch(column: Column) -> str | None:
    if all(isinstance(cell, bool) for _, cell in column.cells):
        return "switch"
    words = any(isinstance(cell, str) and not cell.strip().isdecimal() for _, cell in column.cells)
    is_named = _YES_NO.search(column.header) is not None
    is_pair = words and len(column.values) <= 2
    return "switch" if (is_pair or is_named) and fits(column, "switch") else None


def _code(column: Column) -> str | None:
    """Digits that are no number: leading zeros, too many of them, or a header that says so."""
    if not _all_numbers(column):
        return None
    if any(_has_lead(text) for text in column.values):
        return "leading_zero"
    if any(len(text.lstrip("-").partition(".")[0]) > 15 for text in column.values):
        return "long_digits"
    return "code" if _CODE.search(column.header) and _whole(column) else None


def _phone(column: Column) -> str | None:
    return "phone" if _PHONE.search(column.header) and mostly_fits(column, "phone") else None


def _email(column: Column) -> str | None:
    return "email" if "@" in column.samples[0] and mostly_fits(column, "email") else None


def _url(column: Column) -> str | None:
    is_address = column.samples[0].lower().startswith(("http://", "https://", "www."))
    return "url" if is_address and mostly_fits(column, "url") else None


def _date(column: Column) -> str | None:
    share = _NAMED if _DATE.search(column.header) else _USUAL
    return "date" if _is_dated(column) and mostly_fits(column, "date", share) else None


def _datetime(column: Column) -> str | None:
    has_time = any(isinstance(cell, datetime) and cell.time() != time() for _, cell in column.cells)
    texts = any(":" in text or "点" in text for text in column.values)
    is_timed = (has_time or texts) and _is_dated(column)
    return "datetime" if is_timed and mostly_fits(column, "datetime") else None


def _percent(column: Column) -> str | None:
    if not mostly_fits(column, "percent"):
        return None
    signs = sum(count for text, count in column.values.items() if text.endswith("%"))
    if signs * 2 > len(column.cells):
        return "percent"
    small = all(_is_share(cell) for _, cell in column.cells)
    return "percent" if _PERCENT.search(column.header) and small else None


def _money(column: Column) -> str | None:
    return "money" if _MONEY.search(column.header) and mostly_fits(column, "money", _NAMED) else None


def _integer(column: Column) -> str | None:
    return "integer" if mostly_fits(column, "integer") and not _all_words(column) else None


def _decimal(column: Column) -> str | None:
    return "decimal" if mostly_fits(column, "decimal") else None


def _choice(column: Column) -> str | None:
    """Few different words that come again and again."""
    count, filled = len(column.values), len(column.cells)
    is_short = all(len(text) <= _LABEL_LENGTH for text in column.values)
    is_kind = _KIND.search(column.header) is not None
    if not is_short or count >= filled or _CODE.search(column.header) or _mostly_numbers(column):
        return None
    if is_kind and count <= MORE and filled >= count * 1.5:
        return "choice"
    return "choice" if count <= FEW and filled >= max(5, count * 2) else None


def _long_text(column: Column) -> str | None:
    is_long = any(len(text) > LONGEST_LINE for text in column.values)
    has_breaks = any(isinstance(cell, str) and "\n" in cell.strip() for _, cell in column.cells)
    return "long_text" if is_long or has_breaks else None


_TESTS: tuple[tuple[str, Callable[[Column], str | None]], ...] = (
    ("switch", _switch),
    ("phone", _phone),
    ("text", _code),
    ("email", _email),
    ("url", _url),
    ("date", _date),
    ("datetime", _datetime),
    ("percent", _percent),
    ("money", _money),
    ("integer", _integer),
    ("decimal", _decimal),
    ("choice", _choice),
    ("long_text", _long_text),
)


def is_code(header: str) -> bool:
    """Tell whether a header says that its values number things."""
    return _CODE.search(header) is not None


def _is_dated(column: Column) -> bool:
    """Tell whether values are days; texts that are bare numbers only where the header says so."""
    if any(isinstance(cell, date) for _, cell in column.cells):
        return True
    is_bare = all(text.isdecimal() for text in column.values)
    return not is_bare or _DATE.search(column.header) is not None


def _all_numbers(column: Column) -> bool:
    return all(text.replace(".", "", 1).lstrip("-").isdecimal() for text in column.values)


def _mostly_numbers(column: Column) -> bool:
    return mostly_fits(column, "decimal", share=0.5)


def _whole(column: Column) -> bool:
    return all("." not in text for text in column.values)


def _has_lead(text: str) -> bool:
    return len(text) > 1 and text.startswith("0") and text.isdecimal()


def _is_share(cell: object) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool) and -1 <= cell <= 1.5


def _all_words(column: Column) -> bool:
    return all(isinstance(cell, str) and not any(c.isdigit() for c in cell) for _, cell in column.cells)
