"""JSON from outside: exact where it is sound, refused with a code where it is not."""

import json
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.server.refusals import TooLarge, Unreadable
from runtime.server.strict_json import RECORDS, SMALL, Limits, parse

REFUSED = {
    "a duplicate key": (b'{"a": 1, "a": 2}', "request.body.duplicate_key"),
    "a duplicate key further down": (b'[{"b": {"a": 1, "a": 1}}]', "request.body.duplicate_key"),
    "NUL in a text": (b'{"a": "x\\u0000"}', "request.text.unstorable"),
    "NUL in a key": (b'{"x\\u0000": 1}', "request.text.unstorable"),
    "a lone surrogate": (b'["\\ud800"]', "request.text.unstorable"),
    "bytes that are no UTF-8": (b'["\xff"]', "request.body.encoding"),
    "a missing bracket": (b'{"a": 1', "request.body.syntax"),
    "nothing": (b" ", "request.body.syntax"),
    "not a number": (b"[NaN]", "request.number.unknown"),
    "infinity": (b"[-Infinity]", "request.number.unknown"),
    "a number of 41 digits": (b"1" * 41, "request.number.long"),
    "a fraction of 60 digits": (b"0." + b"1" * 60, "request.number.long"),
    "a huge exponent": (b"1e999999", "request.number.long"),
    "33 levels": (b"[" * 33 + b"]" * 33, "request.body.deep"),
    "100,000 levels": (b"[" * 100_000, "request.body.deep"),
    "too many keys": (b"[" + b"1," * 5_001 + b"1]", "request.body.keys"),
    "too many bytes": (b'"' + b"x" * 1_000_000 + b'"', "request.body.large"),
}


@pytest.mark.parametrize(("body", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses(body: bytes, code: str) -> None:
    with pytest.raises((Unreadable, TooLarge)) as refusal:
        parse(body)

    assert [issue.code for issue in refusal.value.issues] == [code]


def test_a_syntax_error_says_where() -> None:
    with pytest.raises(Unreadable) as refusal:
        parse(b'{\n "a": }')

    assert refusal.value.issues[0].params == {"line": 2, "column": 7}


def test_fractions_stay_exact() -> None:
    assert parse(b'{"price": 0.10, "count": 3}') == {"price": Decimal("0.10"), "count": 3}


def test_a_surrogate_pair_is_one_character() -> None:
    assert parse(b'["\\ud83d\\ude00"]') == ["\U0001f600"]


def test_record_routes_take_what_others_refuse() -> None:
    body = b"[" + b"1," * 100_000 + b"1]"

    assert len(parse(body, RECORDS)) == 100_001


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=10)
SOUND = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


@given(SOUND)
def test_sound_values_come_through_unchanged(value: object) -> None:
    assert parse(json.dumps(value).encode()) == value
    assert parse(json.dumps(value, ensure_ascii=False).encode()) == value


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    with suppress(Unreadable, TooLarge):
        parse(body, Limits(bytes=100, keys=10))


def test_limits_are_those_promised() -> None:
    assert (SMALL.bytes, SMALL.keys, RECORDS.bytes, RECORDS.keys) == (1_000_000, 5_000, 16_000_000, 200_000)
