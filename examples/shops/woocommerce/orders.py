"""Orders of the shop: what is sent becomes a whole order with its amounts; changes keep them right."""

import secrets
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from examples.shops.woocommerce.moments import both
from examples.shops.woocommerce.refusals import Refused
from examples.shops.woocommerce.state import State, Thing, now

STATUSES = ("pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed")
PAID = ("processing", "completed")
_PERSON = (
    "first_name", "last_name", "company", "address_1", "address_2", "city", "state", "postcode", "country",
    "email", "phone",
)  # fmt: skip
_GIVEN = (
    "customer_note",
    "customer_id",
    "payment_method",
    "payment_method_title",
    "transaction_id",
    "currency",
)


def new_order(state: State, body: Mapping[str, Any]) -> Thing:
    """Store an order."""
    moment = now()
    status = _status(body, "processing" if body.get("set_paid") else "pending")
    lines = [_line(state, number, item) for number, item in enumerate(_items(body), 1)]
    order = {
        "parent_id": 0,
        "status": status,
        "currency": "CNY",
        "version": "10.3.4",
        "prices_include_tax": True,
        **both("date_created", moment),
        **both("date_modified", moment),
        **both("date_paid", moment if status in PAID or body.get("set_paid") else None),
        **both("date_completed", moment if status == "completed" else None),
        "customer_id": 0,
        "customer_note": "",
        "order_key": f"wc_order_{secrets.token_hex(7)}",
        "created_via": body.get("created_via", "rest-api"),
        "payment_method": "",
        "payment_method_title": "",
        "transaction_id": "",
        "billing": _person(body.get("billing")),
        "shipping": {**_person(body.get("shipping"))},
        "line_items": lines,
        "shipping_lines": list(body.get("shipping_lines") or []),
        "tax_lines": [],
        "fee_lines": [],
        "coupon_lines": list(body.get("coupon_lines") or []),
        "refunds": [],
        "meta_data": _merged([], body.get("meta_data")),
        **{name: body[name] for name in _GIVEN if name in body},
    }
    kept = state.add("orders", {**order, **_amounts(order)})
    kept["number"] = str(kept["id"])
    return state.put("orders", kept)


def changed_order(state: State, order: Thing, body: Mapping[str, Any]) -> Thing:
    """Change an order; its time of change moves, as the shop's does, even where nothing differs."""
    status = _status(body, order["status"])
    is_paid_now = bool(body.get("set_paid")) or (status in PAID and order["date_paid"] is None)
    if body.get("set_paid") and "status" not in body and order["status"] in ("pending", "on-hold", "failed"):
        status = "processing"
    fresh = {**order, **{name: body[name] for name in _GIVEN if name in body}, "status": status}
    for part in ("billing", "shipping"):
        if isinstance(body.get(part), Mapping):
            fresh[part] = {**order[part], **{k: v for k, v in body[part].items() if k in _PERSON}}
    fresh["meta_data"] = _merged(order["meta_data"], body.get("meta_data"))
    moment = now()
    fresh |= both("date_modified", moment)
    if is_paid_now:
        fresh |= both("date_paid", moment)
    if status == "completed" and order["date_completed"] is None:
        fresh |= both("date_completed", moment)
    return state.put("orders", {**fresh, **_amounts(fresh)})


def shown(order: Thing, base: str) -> Thing:
    """Return an order as it is answered and delivered."""
    links = {"self": [{"href": f"{base}/wp-json/wc/v3/orders/{order['id']}"}]}
    return {**order, "_links": links}


def _items(body: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    items = body.get("line_items") or []
    if not isinstance(items, list):
        raise Refused(400, "rest_invalid_param", "Invalid parameter(s): line_items")
    return items


def _line(state: State, number: int, item: Mapping[str, Any]) -> Thing:
    product = _product(state, item)
    quantity = int(item.get("quantity", 1))
    price = Decimal(product["price"])
    subtotal = Decimal(str(item.get("subtotal", price * quantity)))
    total = Decimal(str(item.get("total", subtotal)))
    return {
        "id": number,
        "name": product["name"],
        "product_id": product["id"],
        "variation_id": 0,
        "quantity": quantity,
        "tax_class": "",
        "subtotal": _money(subtotal),
        "subtotal_tax": "0.00",
        "total": _money(total),
        "total_tax": "0.00",
        "taxes": [],
        "meta_data": [],
        "sku": product["sku"],
        "price": float(total / quantity),
    }


def _product(state: State, item: Mapping[str, Any]) -> Thing:
    if "product_id" in item:
        found = state.get("products", int(item["product_id"]))
    else:
        sku = item.get("sku")
        found = next((each for each in state.all("products") if sku and each["sku"] == sku), None)
    if found is None:
        raise Refused(400, "woocommerce_rest_required_product_reference", "Product ID or SKU is required.")
    return found


def _amounts(order: Mapping[str, Any]) -> Thing:
    lines = order["line_items"]
    goods = sum((Decimal(line["total"]) for line in lines), Decimal(0))
    before = sum((Decimal(line["subtotal"]) for line in lines), Decimal(0))
    freight = sum((Decimal(str(each.get("total", "0"))) for each in order["shipping_lines"]), Decimal(0))
    return {
        "discount_total": _money(before - goods),
        "discount_tax": "0.00",
        "shipping_total": _money(freight),
        "shipping_tax": "0.00",
        "cart_tax": "0.00",
        "total": _money(goods + freight),
        "total_tax": "0.00",
    }


def _merged(before: list[Thing], given: Any) -> list[Thing]:
    merged = {each["key"]: each for each in before}
    for each in given or []:
        key = str(each["key"])
        merged[key] = {
            "id": merged.get(key, {}).get("id", len(merged) + 1),
            "key": key,
            "value": each.get("value"),
        }
    return list(merged.values())


def _person(given: Any) -> Thing:
    person = given if isinstance(given, Mapping) else {}
    return {name: str(person.get(name, "")) for name in _PERSON}


def _status(body: Mapping[str, Any], otherwise: str) -> str:
    status = body.get("status", otherwise)
    if status not in STATUSES:
        raise Refused(400, "rest_invalid_param", "Invalid parameter(s): status")
    return str(status)


def _money(amount: Decimal) -> str:
    return str(amount.quantize(Decimal("0.01"), ROUND_HALF_UP))
