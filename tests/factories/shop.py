"""A small app with a shop: its documents, orders as WooCommerce writes them, and signed messages."""

import base64
import hashlib
import hmac
import itertools
import json
from typing import Any

from tests.factories.definitions import make_role
from tests.factories.documents import Raw, make_app, make_entity, make_field, make_label

CONNECTOR = "con_wooc01"
ORDER, CUSTOMER, PRODUCT, CHANNEL = "ent_orde01", "ent_cust01", "ent_prod01", "ent_chan01"
SECRETS = {"consumer_key": "ck_1", "consumer_secret": "cs_1", "webhook_secret": "a secret between us"}
STATUS = 'IF(OR(status = "cancelled", status = "refunded", status = "failed", status = "deleted"), "cancelled", IF(paid, "paid", "draft"))'

_deliveries = itertools.count(1)


def make_connector(**more: Any) -> Raw:
    return {
        "schema": "tongdao/connector/1", "id": CONNECTOR, "name": "web_shop", "label": make_label("Web shop"),
        "kind": "woocommerce", "roles": ["rol_shop01"],
        "orders": {
            "entity": ORDER, "key": "fld_oshop1",
            "set": {"fld_ostat1": STATUS, "fld_ochan1": '"WEB"', "fld_orecv1": "receiver",
                    "fld_ofrei1": "freight", "fld_onote1": "note"},
            "update": {"fld_ostat1": STATUS, "fld_onote1": "note"},
            "customers": {"entity": CUSTOMER, "field": "fld_ocust1", "phone": "fld_cphon1", "email": "fld_cmail1",
                          "set": {"fld_cname1": "buyer_name", "fld_cphon1": "buyer_phone", "fld_cmail1": "buyer_email"}},
            "lines": {"field": "fld_oline1", "product": "fld_lprod1", "sku": "fld_psku01",
                      "set": {"fld_lquan1": "quantity", "fld_lpric1": "amount / quantity"}},
        },
        **more,
    }  # fmt: skip


def make_shop_documents(**connector: Any) -> dict[str, Raw]:
    lines = [
        make_field("fld_lprod1", "product", "link", required=True, options={"entity": PRODUCT}),
        make_field("fld_lquan1", "quantity", "integer", required=True, options={"minimum": 1}),
        make_field("fld_lpric1", "price", "money"),
        make_field(
            "fld_lamou1", "amount", "formula", options={"expression": "quantity * price", "result": "money"}
        ),
    ]
    order = [
        make_field("fld_ono001", "no", "sequence", options={"format": "SO{00000}"}),
        make_field("fld_oshop1", "shop_no"),
        make_field("fld_ochan1", "channel", "link", required=True, options={"entity": CHANNEL}),
        make_field("fld_ocust1", "customer", "link", required=True, options={"entity": CUSTOMER}),
        make_field("fld_ostat1", "status"),
        make_field("fld_orecv1", "receiver"),
        make_field("fld_ofrei1", "freight", "money"),
        make_field("fld_onote1", "note", "long_text"),
        make_field("fld_oline1", "lines", "lines", options={"fields": lines, "least": 1}),
        make_field("fld_ototal", "total", "formula", options={"expression": "SUM(lines.amount) + freight", "result": "money"}),
    ]  # fmt: skip
    customer = [
        make_field("fld_cname1", "name", required=True),
        make_field("fld_cphon1", "phone", "phone"),
        make_field("fld_cmail1", "email", "email"),
    ]
    product = [make_field("fld_psku01", "sku", required=True), make_field("fld_pname1", "name")]
    every = {"read": True, "create": True, "update": True}
    rights = (
        {"entity": ORDER, **every},
        {"entity": CUSTOMER, **every},
        {"entity": PRODUCT, "read": True},
        {"entity": CHANNEL, "read": True},
    )
    boss = [{"entity": each, **every, "delete": True} for each in (ORDER, CUSTOMER, PRODUCT, CHANNEL)]
    return {
        "app.json": make_app(name="shop_app"),
        "entities/channel.json": make_entity(CHANNEL, "channel", [make_field("fld_hcode1", "code")], title="fld_hcode1"),
        "entities/customer.json": make_entity(CUSTOMER, "customer", customer, title="fld_cname1"),
        "entities/product.json": make_entity(
            PRODUCT, "product", product, title="fld_pname1", unique=[{"id": "unq_psku01", "fields": ["fld_psku01"]}]
        ),
        "entities/order.json": make_entity(ORDER, "order", order, title="fld_ono001"),
        "roles/shop.json": make_role("rol_shop01", "shop", *rights),
        "roles/boss.json": make_role("rol_boss01", "boss", *boss, administer=["connectors", "audit", "flows"]),
        "connectors/web_shop.json": make_connector(**connector),
    }  # fmt: skip


def make_woo_order(id: int = 101, status: str = "processing", **more: Any) -> Raw:
    items = more.pop("items", [("PEN-1", 2, "10.00", "9.00")])
    person = {
        "first_name": "小明", "last_name": "王", "address_1": "文三路 1 号", "address_2": "", "city": "杭州",
        "state": "CN12", "postcode": "310000", "country": "CN", "email": "Ming@example.com", "phone": "138 0013 8000",
    }  # fmt: skip
    return {
        "id": id, "number": str(id), "status": status, "currency": "CNY", "customer_id": 0,
        "date_created_gmt": "2026-11-23T01:00:00", "date_modified_gmt": "2026-11-23T02:00:00",
        "date_paid_gmt": "2026-11-23T01:05:00" if status not in ("pending", "on-hold") else None,
        "discount_total": "2.00", "shipping_total": "8.00", "total": "26.00", "customer_note": "快一点",
        "payment_method": "alipay", "payment_method_title": "支付宝",
        "billing": person, "shipping": {"first_name": "", "last_name": "", "address_1": ""},
        "line_items": [
            {"id": 1000 + n, "name": sku, "sku": sku, "quantity": quantity, "subtotal": str(float(price) * quantity),
             "total": str(float(paid) * quantity), "price": float(paid), "product_id": n}
            for n, (sku, quantity, price, paid) in enumerate(items, 1)
        ],
        **more,
    }  # fmt: skip


def sign(raw: bytes, secret: str = SECRETS["webhook_secret"]) -> str:
    return base64.b64encode(hmac.new(secret.encode(), raw, hashlib.sha256).digest()).decode()


def make_delivery(
    order: Any, topic: str = "order.updated", delivery: str = "", **headers: str
) -> dict[str, Any]:
    """Return what a client is told to post: the body and the shop's headers."""
    raw = order if isinstance(order, bytes) else json.dumps(order, ensure_ascii=False).encode()
    return {
        "content": raw,
        "headers": {
            "Content-Type": "application/json",
            "X-WC-Webhook-Topic": topic,
            "X-WC-Webhook-Delivery-ID": delivery or f"delivery-{next(_deliveries)}",
            "X-WC-Webhook-Signature": sign(raw),
            **headers,
        },
    }  # fmt: skip
