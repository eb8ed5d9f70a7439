"""Numbers as people and programs write them, read exactly: no float is ever computed with.

Understood: full-width digits, thousands separators in their right places, currency signs, percent, 万 and
亿, accounting brackets. Refused: anything that could be read in two ways.
"""

import math
import re
from decimal import Context, Decimal

from engine.kernel.issue import Issue

EDGE_DIGITS = 40
STORED_DIGITS = 18
_FLOAT_DIGITS = 15
_LONGEST = 80
_WIDE = Context(prec=200)
_MARKS = str.maketrans("−－﹣＋，．％（）￥＄", "---+,.%()¥$")
_NUMBER = re.compile(
    r"(?P<open>\()?(?P<sign>[+-]?)(?:¥|\$|€|£|RMB|CNY|USD)?\s*(?P<inner_sign>[+-]?)"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)(?P<exponent>[eE][+-]?\d{1,2})?"
    r"\s*(?P<unit>万元|亿元|[万亿%元])?(?P<close>\))?"
)
_PLAIN = re.compile(r"-?[0-9]{1,20}(?:\.[0-9]{1,18})?")
_SHIFT = {"万": 4, "万元": 4, "亿": 8, "亿元": 8, "%": -2}


def read_number(raw: object) -> Decimal | Issue | None:
    """Read a number exactly; an empty text is blank."""
    if isinstance(raw, str):
        return Decimal(raw) if _PLAIN.fullmatch(raw) else _of_text(raw)
    if raw is None:
        return None
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        return _unreadable(raw)
    return exact(raw)


def exact(raw: int | float | Decimal) -> Decimal | Issue:
    """Return a number as decimal; a float counts as the text it was written as, if that says all of it."""
    if isinstance(raw, float):
        return _of_float(raw)
    if isinstance(raw, int) and abs(raw) >= 10**EDGE_DIGITS:
        return _too_many_digits()
    number = Decimal(raw)
    if not number.is_finite() or abs(number.adjusted()) >= EDGE_DIGITS:
        return _too_many_digits()
    return number if len(number.as_tuple().digits) <= EDGE_DIGITS else _too_many_digits()


def scaled(number: Decimal, scale: int) -> Decimal | Issue:
    """Give a number its decimal places; places that would be lost, or too many digits, are refused."""
    if number.adjusted() + 1 + scale > STORED_DIGITS:
        return Issue("value.number.too_large", params={"digits": STORED_DIGITS - scale})
    fitted = number.quantize(_STEPS[scale])
    if fitted != number:
        return Issue("value.number.too_precise", params={"value": format(number, "f"), "scale": scale})
    return fitted if fitted else abs(fitted)


_STEPS = tuple(Decimal(1).scaleb(-scale) for scale in range(STORED_DIGITS + 1))


def _of_float(raw: float) -> Decimal | Issue:
    number = Decimal(repr(raw)) if math.isfinite(raw) else None
    if number is None or len(number.normalize(_WIDE).as_tuple().digits) > _FLOAT_DIGITS:
        return Issue("value.number.inexact", params={"value": repr(raw)})
    return exact(number)


def _of_text(raw: str) -> Decimal | Issue | None:
    if len(raw) > _LONGEST:
        return _unreadable(raw)
    text = raw.strip().translate(_MARKS)
    if not text:
        return None
    found = _NUMBER.fullmatch(text)
    if not found or bool(found["open"]) != bool(found["close"]) or (found["sign"] and found["inner_sign"]):
        return _unreadable(raw)
    number = Decimal(found["digits"].replace(",", "") + (found["exponent"] or ""))
    shifted = number.scaleb(_SHIFT.get(found["unit"] or "", 0), context=_WIDE)
    is_negative = "-" in (found["sign"], found["inner_sign"]) or bool(found["open"])
    return exact(shifted.copy_negate() if is_negative else shifted)


def _unreadable(raw: object) -> Issue:
    return Issue("value.number.unreadable", params={"value": str(raw)[:_LONGEST]})


def _too_many_digits() -> Issue:
    return Issue("value.number.too_many_digits", params={"limit": EDGE_DIGITS})
