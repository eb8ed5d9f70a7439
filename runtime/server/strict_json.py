"""Reads JSON that came from outside: exact numbers, bounded size, depth and keys, no duplicate keys.

Knows no route; the limits are handed in.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from engine.kernel.errors import DomainError
from runtime.server.refusals import TooLarge, Unreadable

DEPTH = 32
DIGITS = 40
_EXPONENT = DIGITS
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one body may carry."""

    bytes: int
    keys: int


SMALL = Limits(bytes=1_000_000, keys=5_000)
RECORDS = Limits(bytes=16_000_000, keys=200_000)


def parse(body: bytes, limits: Limits = SMALL) -> Any:
    """Return the parsed body; raise Unreadable or TooLarge with the cause."""
    if len(body) > limits.bytes:
        raise TooLarge.of("request.body.large", (), most=limits.bytes)
    value = _decode(body)
    _inspect(value, limits, suspicious=b"\\u" in body)
    return value


def _decode(body: bytes) -> Any:
    try:
        return _DECODER.decode(body.decode("utf-8"))
    except DomainError:
        raise
    except RecursionError:
        raise TooLarge.of("request.body.deep", (), most=DEPTH) from None
    except json.JSONDecodeError as error:
        raise Unreadable.of("request.body.syntax", (), line=error.lineno, column=error.colno) from None
    except ValueError:
        raise Unreadable.of("request.body.encoding") from None


def _inspect(value: Any, limits: Limits, *, suspicious: bool) -> None:
    """Walk without recursion; count keys, measure depth, and look into texts where escapes occur."""
    pending: list[tuple[Any, int]] = [(value, 1)]
    keys = 0
    while pending:
        node, depth = pending.pop()
        if isinstance(node, dict | list):
            if depth > DEPTH:
                raise TooLarge.of("request.body.deep", (), most=DEPTH)
            keys += len(node)
            pending.extend((child, depth + 1) for child in _children(node, suspicious))
        elif suspicious and isinstance(node, str):
            require_clean_text(node)
    if keys > limits.keys:
        raise TooLarge.of("request.body.keys", (), most=limits.keys)


def _children(node: dict[str, Any] | list[Any], suspicious: bool) -> Iterator[Any]:
    if isinstance(node, list):
        return iter(node)
    if suspicious:
        for name in node:
            require_clean_text(name)
    return iter(node.values())


def require_clean_text(text: str) -> None:
    """Refuse NUL and lone surrogates, which no database stores."""
    if "\x00" in text or _SURROGATE.search(text):
        raise Unreadable.of("request.text.unstorable")


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Unreadable.of("request.body.duplicate_key", (), key=twice[:100])
    return result


def _integer(text: str) -> int:
    if len(text) > DIGITS:
        raise TooLarge.of("request.number.long", (), most=DIGITS)
    return int(text)


def _decimal(text: str) -> Decimal:
    mantissa, _, exponent = text.lower().partition("e")
    if len(mantissa) > DIGITS + 2 or len(exponent) > 4 or abs(int(exponent or 0)) > _EXPONENT:
        raise TooLarge.of("request.number.long", (), most=DIGITS)
    return Decimal(text)


def _no_constant(text: str) -> None:
    raise Unreadable.of("request.number.unknown", (), text=text)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique_keys,
    parse_int=_integer,
    parse_float=_decimal,
    parse_constant=_no_constant,
)
