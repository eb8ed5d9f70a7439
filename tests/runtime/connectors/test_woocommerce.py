"""Signatures and orders of WooCommerce, against known answers and against what nobody should send."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.kernel.errors import Invalid
from runtime.bench.shop import SECRET, Prepared
from runtime.bench.shop import message as bench_message
from runtime.connectors.kind import Message
from runtime.connectors.woocommerce import KIND
from runtime.connectors.woocommerce_calls import signature
from runtime.connectors.woocommerce_orders import read_order
from tests.factories.shop import make_woo_order, sign

# Known answers; the secrets were made up for them.
VECTORS = [
    (
        "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",
        '{"id": 1853565539363, "email": "bob@example.com", "total_price": "567.00", "note": ""}',
        "ODmv6/yk/6pzTnLwCIMKdcoDkn7B7oVcKh5nAi+DvYU=",
    ),
    (
        "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",
        '{"id": 6031699798705, "email": "bob@example.com", "total_price": "899.00", "note": ""}',
        "KNuaQ4dIulrKgsO/+hRBsYVyjZnbKrxhu5pSMkuiyzs=",
    ),
]


@pytest.mark.parametrize(("secret", "body", "expected"), VECTORS)
def test_known_signatures_are_genuine(secret: str, body: str, expected: str):
    message = Message(body.encode(), {"x-wc-webhook-signature": expected})

    assert KIND.is_genuine(message, secret)
    assert not KIND.is_genuine(Message(body.encode() + b" ", message.headers), secret)
    assert not KIND.is_genuine(message, secret + "x")


@given(st.binary(max_size=200), st.text(max_size=60))
def test_a_signature_that_was_not_made_with_the_secret_is_never_genuine(raw: bytes, given_signature: str):
    message = Message(raw, {"x-wc-webhook-signature": given_signature})

    assert KIND.is_genuine(message, "secret") == (given_signature == sign(raw, "secret"))


@pytest.mark.parametrize("signature_sent", ["", sign(b"{}", "")])
def test_without_a_secret_nothing_is_genuine(signature_sent: str):
    assert not KIND.is_genuine(Message(b"{}", {"x-wc-webhook-signature": signature_sent}), "")


def test_a_call_is_signed_as_oauth_says():
    params = {"status": "any", "oauth_nonce": "n", "oauth_timestamp": "1", "page": "1 2"}
    secrets = {"consumer_key": "ck", "consumer_secret": "cs"}

    one = signature("GET", "http://shop.example/wp-json/wc/v3/orders", params, secrets)
    other = signature(
        "GET", "http://shop.example/wp-json/wc/v3/orders", dict(reversed(params.items())), secrets
    )

    assert one == other
    assert one != signature("POST", "http://shop.example/wp-json/wc/v3/orders", params, secrets)


def test_names_are_read_in_the_order_of_their_script():
    latin = {**make_woo_order()["billing"], "first_name": "Mark", "last_name": "Zhang"}

    assert read_order(make_woo_order()).buyer_name == "王小明"
    assert read_order(make_woo_order(billing=latin)).buyer_name == "Mark Zhang"


def test_goods_go_to_the_shipping_address_where_there_is_one():
    elsewhere = {
        **make_woo_order()["billing"],
        "last_name": "李",
        "first_name": "红",
        "state": "CN20",
        "phone": "",
    }
    order = read_order(make_woo_order(shipping=elsewhere))

    assert (order.receiver, order.buyer_name, order.province) == ("李红", "王小明", "广东")
    assert order.receiver_phone == "+8613800138000"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(make_woo_order())), JSON)
def test_whatever_stands_in_a_part_the_order_is_read_or_refused(part: str, value: object):
    with suppress(Invalid):
        read_order({**make_woo_order(), part: value})


def test_what_the_bench_sends_is_a_genuine_order():
    head, raw = bench_message(Prepared("con_1", ["A", "B"]), 7, "d7").split(b"\r\n\r\n", 1)
    lines = (line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
    message = Message(raw, {name.lower(): value for name, value in lines})

    assert KIND.is_genuine(message, SECRET)
    order = KIND.read_event(message).order
    assert order is not None
    assert (order.order_no, len(order.lines), json.loads(raw)["status"]) == ("7", 2, "processing")
