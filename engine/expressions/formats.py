"""Number and date formats of TEXT: `#,##0.00`, `0%`, `0.00E+00`, `yyyy-mm-dd hh:mm`, sections by sign.

Month and weekday names are English; Chinese literals such as 年 may stand in a format as they are.
"""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from engine.expressions.arithmetic import NUMBERS, rounded
from engine.expressions.coerce import date_of_serial, to_number, to_text
from engine.expressions.context import Run
from engine.expressions.faults import WRONG_ARGUMENT, Fault
from engine.expressions.texts import number_text, read_number
from engine.kernel.values import Value

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<space>.)|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<half>AM/PM|A/P)|(?P<exponent>[Ee][+-]0+)|(?P<general>General)"
    r"|(?P<part>y+|m+|d+|h+|s+(?:\.0+)?|aaaa?|[YMDHS]+)|(?P<digit>[0#?])|(?P<other>.)",
    re.DOTALL,
)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CHINESE_DAYS = "一二三四五六日"


class Token(NamedTuple):
    """A piece of a format: its kind and its characters."""

    kind: str
    text: str


def format_value(run: Run, value: Value, pattern: str) -> str:
    """Write a value by a format; texts that are no numbers stay as they are."""
    sections = _sections(pattern)
    if isinstance(value, bool):
        return to_text(run, value)
    if isinstance(value, str):
        number = read_number(value)
        if number is None:
            return _text(value, sections)
    else:
        number = to_number(run, value)
    section = _section(sections, number)
    if any(token.kind in ("part", "half", "elapsed") for token in section):
        return _Clock(number, section).write()
    signed = len(sections) == 1 or number >= 0
    return _write_number(number if signed else -number, section)


@lru_cache(maxsize=512)
def _sections(pattern: str) -> tuple[tuple[Token, ...], ...]:
    sections: list[list[Token]] = [[]]
    for found in _TOKEN.finditer(pattern):
        token = _token(found)
        if token == Token("literal", ";") and found["other"]:
            sections.append([])
        elif token:
            sections[-1].append(token)
    return tuple(tuple(section) for section in sections)


def _token(found: re.Match[str]) -> Token | None:
    kind, text = found.lastgroup or "", found[found.lastgroup] if found.lastgroup else ""
    match kind:
        case "quoted" | "escaped":
            return Token("literal", text)
        case "space":
            return Token("literal", " ")
        case "bracket":
            return Token("elapsed", text.lower()) if _ELAPSED.fullmatch(text) else None
        case "part":
            return Token("part", text.lower())
        case "other":
            return Token(text if text in ".,%@" else "literal", text)
        case "":
            return None
    return Token(kind, text)


def _text(value: str, sections: tuple[tuple[Token, ...], ...]) -> str:
    section = sections[3] if len(sections) > 3 else sections[0]
    if not any(token.kind == "@" for token in section):
        return value
    return "".join(value if token.kind == "@" else token.text for token in section)


def _section(sections: tuple[tuple[Token, ...], ...], number: Decimal) -> tuple[Token, ...]:
    if number < 0 and len(sections) > 1:
        return sections[1]
    return sections[2] if not number and len(sections) > 2 else sections[0]


def _write_number(number: Decimal, section: tuple[Token, ...]) -> str:
    if any(token.kind in ("general", "@") for token in section):
        shown = number_text(number)
        return "".join(shown if token.kind in ("general", "@") else token.text for token in section)
    if any(token.kind == "exponent" for token in section):
        return _scientific(number, section)
    tokens = _without_scaling(section)
    number = number.scaleb(2 * sum(token.kind == "%" for token in section))
    number = number.scaleb(-3 * (_commas(section) - _commas(tokens)))
    return _fixed(number, tokens)


def _commas(tokens: tuple[Token, ...]) -> int:
    return sum(token.kind == "," for token in tokens)


def _without_scaling(section: tuple[Token, ...]) -> tuple[Token, ...]:
    """Drop the commas behind the last whole digit: each of them stands for a division by a thousand."""
    point = next((index for index, token in enumerate(section) if token.kind == "."), len(section))
    digits = [index for index, token in enumerate(section[:point]) if token.kind == "digit"]
    last = digits[-1] if digits else -1
    return tuple(
        token for index, token in enumerate(section) if token.kind != "," or index < last or index > point
    )


def _fixed(number: Decimal, tokens: tuple[Token, ...]) -> str:
    point = next((index for index, token in enumerate(tokens) if token.kind == "."), len(tokens))
    places = sum(token.kind == "digit" for token in tokens[point:])
    value = rounded(number, places)
    whole, _, fraction = f"{abs(value):.{places}f}".partition(".")
    shown = _whole_part("" if whole == "0" else whole, tokens[:point])
    shown += _fraction_part(fraction, tokens[point:])
    return ("-" if value < 0 else "") + shown


def _whole_part(digits: str, tokens: tuple[Token, ...]) -> str:
    grouped = any(token.kind == "," for token in tokens)
    holders = sum(token.kind == "digit" for token in tokens)
    written: list[str] = []
    count = 0

    def put(character: str) -> None:
        nonlocal count
        if grouped and count and count % 3 == 0:
            written.append(",")
        written.append(character)
        count += 1

    for token in reversed(tokens):
        if token.kind != "digit":
            written.extend([] if token.kind == "," else token.text[::-1])
            continue
        holders -= 1
        if digits:
            put(digits[-1])
            digits = digits[:-1]
        elif token.text != "#":
            put("0" if token.text == "0" else " ")
        while digits and not holders:
            put(digits[-1])
            digits = digits[:-1]
    return "".join(reversed(written))


def _fraction_part(digits: str, tokens: tuple[Token, ...]) -> str:
    needed = len(digits.rstrip("0"))
    written, index = "", 0
    for token in tokens:
        if token.kind != "digit":
            written += token.text
            continue
        if index < needed or token.text == "0":
            written += digits[index]
        elif token.text == "?":
            written += " "
        index += 1
    return written


def _scientific(number: Decimal, section: tuple[Token, ...]) -> str:
    at = next(index for index, token in enumerate(section) if token.kind == "exponent")
    mantissa, mark = section[:at], section[at].text
    point = next((index for index, token in enumerate(mantissa) if token.kind == "."), len(mantissa))
    places = sum(token.kind == "digit" for token in mantissa[point:])
    power = number.adjusted() if number else 0
    if abs(rounded(number.scaleb(-power), places)) >= 10:
        power += 1
    sign = "-" if power < 0 else "+" if mark[1] == "+" else ""
    tail = "".join(token.text for token in section[at + 1 :])
    exponent = f"{mark[0].upper()}{sign}{abs(power):0{len(mark) - 2}d}"
    return _fixed(number.scaleb(-power), mantissa) + exponent + tail


class _Clock:
    """One serial number, written by the parts of a date format."""

    def __init__(self, number: Decimal, section: tuple[Token, ...]) -> None:
        if number < 0:
            raise Fault(WRONG_ARGUMENT)
        smallest = max((len(token.text) - 3 for token in section if token.text.startswith("s.")), default=-1)
        seconds = rounded(NUMBERS.multiply(number, 86_400), smallest + 1)
        days, rest = divmod(seconds, 86_400)
        self.day: date = date_of_serial(days)
        self.elapsed = seconds
        self.rest = rest
        self.section = section
        self.has_half = any(token.kind == "half" for token in section)

    def write(self) -> str:
        return "".join(self.token(index) for index in range(len(self.section)))

    def token(self, index: int) -> str:
        token = self.section[index]
        if token.kind == "half":
            word = "AM" if self.rest < 43_200 else "PM"
            return word if token.text == "AM/PM" else word[0]
        if token.kind == "elapsed":
            unit = {"h": 3600, "m": 60, "s": 1}[token.text[0]]
            return str(int(self.elapsed // unit)).zfill(len(token.text))
        if token.kind != "part":
            return token.text
        if token.text[0] == "m" and self.means_minutes(index):
            return str(int(self.rest // 60 % 60)).zfill(min(len(token.text), 2))
        return self.part(token.text)

    def part(self, text: str) -> str:
        size = len(text)
        match text[0]:
            case "y":
                return f"{self.day.year:04d}" if size > 2 else f"{self.day.year % 100:02d}"
            case "m":
                name = _MONTHS[self.day.month - 1]
                return (str(self.day.month), f"{self.day.month:02d}", name[:3], name, name[0])[
                    min(size, 5) - 1
                ]
            case "d":
                name = _DAYS[self.day.weekday()]
                return (str(self.day.day), f"{self.day.day:02d}", name[:3], name)[min(size, 4) - 1]
            case "a":
                return ("周" if size == 3 else "星期") + _CHINESE_DAYS[self.day.weekday()]
            case "h":
                hour = int(self.rest // 3600)
                return str((hour - 1) % 12 + 1 if self.has_half else hour).zfill(min(size, 2))
        whole, _, fraction = text.partition(".")
        seconds = self.rest % 60
        shown = str(int(seconds)).zfill(min(len(whole), 2))
        return shown + (f"{seconds % 1:.{len(fraction)}f}"[1:] if fraction else "")

    def means_minutes(self, index: int) -> bool:
        """Tell minutes from months: minutes follow hours or come before seconds."""
        parts = [(at, token) for at, token in enumerate(self.section) if token.kind in ("part", "elapsed")]
        place = next(at for at, (position, _) in enumerate(parts) if position == index)
        before = parts[place - 1][1].text[0] if place else ""
        after = parts[place + 1][1].text[0] if place + 1 < len(parts) else ""
        return len(self.section[index].text) <= 2 and (before == "h" or after == "s")
