"""Texts as they may be stored: clean at the edges, without characters that no store or screen takes."""

import re
from decimal import Decimal

from engine.entities.reading.numbers import exact
from engine.kernel.issue import Issue

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LINE_BREAKS = re.compile(r"\s*(?:\r\n?|[\n\x85\u2028\u2029])\s*")
_SHOWN = 60


def shown(raw: object) -> str:
    """Return a short form of what was sent, for a message about it."""
    text = _FORBIDDEN.sub("�", str(raw))
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def plain_text(raw: object) -> str | Issue:
    """Return what was sent as text; numbers keep their digits, anything with structure is refused."""
    if not isinstance(raw, str):
        return _number_text(raw)
    if _FORBIDDEN.search(raw):
        return Issue("value.text.forbidden_character", params={"value": shown(raw)})
    return raw


def line(raw: object) -> str | Issue | None:
    """Read one line of text: trimmed, line breaks become spaces, empty is blank."""
    if raw is None:
        return None
    if isinstance(raw, str) and raw.isprintable():
        return raw.strip() or None
    text = plain_text(raw)
    return text if isinstance(text, Issue) else _LINE_BREAKS.sub(" ", text.strip()) or None


def lines(raw: object) -> str | Issue | None:
    """Read text of several lines: one kind of line break, nothing but white space is blank."""
    if raw is None:
        return None
    text = plain_text(raw)
    if isinstance(text, Issue):
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip() or None


def is_host(text: str) -> bool:
    """Tell whether a text can be the name of a host: labels of letters, digits and inner hyphens."""
    labels = text.split(".")
    return all(0 < len(each) < 64 and each[0] != "-" != each[-1] and "_" not in each for each in labels)


def _number_text(raw: object) -> str | Issue:
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        return Issue("value.text.not_text", params={"value": shown(raw)})
    number = exact(raw)
    if isinstance(number, Issue):
        return number
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if isinstance(raw, float) and "." in text else text
