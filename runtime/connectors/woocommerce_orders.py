"""An order as WooCommerce's REST API writes it (version 3), read into ours.

Nothing in it is believed to be there: what is missing or of another kind is an issue with its place.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from engine.connectors.shop import ShopLine, ShopOrder, Stage
from engine.entities.field_types.phone import read_phone
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from runtime.connectors.woocommerce_places import PROVINCES

_STAGES: Mapping[str, Stage] = {
    "processing": "paid",
    "completed": "paid",
    "cancelled": "cancelled",
    "refunded": "cancelled",
    "failed": "cancelled",
    "trash": "cancelled",
}
_HAN = re.compile("[\u4e00-\u9fff]")
_LINES = 1_000


def read_order(raw: Mapping[str, Any]) -> ShopOrder:
    """Return the order; raise Invalid where it is none."""
    billing, shipping = _part(raw, "billing"), _part(raw, "shipping")
    is_sent_elsewhere = bool(_text(shipping, "address_1") or _text(shipping, "last_name"))
    goes_to = shipping if is_sent_elsewhere else billing
    phones = _phones(_text(shipping, "phone") or _text(billing, "phone"))
    buyer_phones = _phones(_text(billing, "phone"))
    status = _text(raw, "status")
    return ShopOrder(
        id=order_id(raw),
        order_no=_text(raw, "number") or order_id(raw),
        stage=_STAGES.get(status, "open"),
        status=status,
        modified_at=_required_moment(raw, "date_modified_gmt"),
        customer=_customer(raw),
        paid_at=_moment(raw, "date_paid_gmt"),
        ordered_at=_moment(raw, "date_created_gmt"),
        buyer_name=_name(billing),
        buyer_phone=buyer_phones[0],
        buyer_email=_text(billing, "email").lower(),
        receiver=_name(goes_to) or _name(billing),
        receiver_phone=phones[0],
        country=_text(goes_to, "country"),
        province=PROVINCES.get(_text(goes_to, "state"), _text(goes_to, "state")),
        city=_text(goes_to, "city"),
        address=_joined(_text(goes_to, "address_1"), _text(goes_to, "address_2")),
        postcode=_text(goes_to, "postcode"),
        note=_joined(_text(raw, "customer_note"), *dict.fromkeys((buyer_phones[1], phones[1]))),
        freight=_amount(raw, "shipping_total"),
        discount=_amount(raw, "discount_total"),
        total=_amount(raw, "total"),
        currency=_text(raw, "currency"),
        payment_method=_text(raw, "payment_method_title") or _text(raw, "payment_method"),
        lines=tuple(_lines(raw)),
    )


def order_id(raw: Mapping[str, Any]) -> str:
    """Return the shop's id of an order."""
    id = raw.get("id")
    if not isinstance(id, int) or isinstance(id, bool) or id < 1:
        _wrong("id")
    return str(id)


def _lines(raw: Mapping[str, Any]) -> list[ShopLine]:
    items = raw.get("line_items")
    if not isinstance(items, list) or not items or len(items) > _LINES:
        _wrong("line_items")
    if not all(isinstance(item, Mapping) for item in items):
        _wrong("line_items")
    return [_line(item) for item in items]


def _line(item: Mapping[str, Any]) -> ShopLine:
    quantity = item.get("quantity")
    if not isinstance(quantity, int) or isinstance(quantity, bool) or quantity < 1:
        _wrong("line_items", "quantity")
    before, after = _amount(item, "subtotal"), _amount(item, "total")
    return ShopLine(
        line_no=str(item.get("id", "")),
        sku=_text(item, "sku"),
        name=_text(item, "name"),
        quantity=quantity,
        unit_price=(before / quantity).quantize(Decimal("0.01")),
        amount=after,
        discount=before - after,
    )


def _part(raw: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = raw.get(name)
    return found if isinstance(found, Mapping) else {}


def _text(raw: Mapping[str, Any], name: str) -> str:
    found = raw.get(name)
    return found.strip() if isinstance(found, str) else ""


def _name(person: Mapping[str, Any]) -> str:
    """Return a name as it is written in its script: family name first and unspaced in Chinese."""
    first, last = _text(person, "first_name"), _text(person, "last_name")
    if _HAN.search(first + last):
        return last + first
    return _joined(first, last) or _text(person, "company")


def _joined(*texts: str) -> str:
    return " ".join(filter(None, texts))


def _phones(text: str) -> tuple[str, str]:
    """Return a telephone number in its normal form, and what was given where it is none."""
    read = read_phone(text)
    return (read, "") if isinstance(read, str) else ("", text)


def _customer(raw: Mapping[str, Any]) -> str | None:
    """Return the shop's id of the buyer; guests have none."""
    id = raw.get("customer_id")
    return str(id) if isinstance(id, int) and not isinstance(id, bool) and id > 0 else None


def _amount(raw: Mapping[str, Any], name: str) -> Decimal:
    try:
        amount = Decimal(str(raw.get(name) or "0"))
    except InvalidOperation:
        _wrong(name)
    if not amount.is_finite() or abs(amount) > Decimal("1e12"):
        _wrong(name)
    return amount


def _moment(raw: Mapping[str, Any], name: str) -> datetime | None:
    text = _text(raw, name)
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        _wrong(name)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _required_moment(raw: Mapping[str, Any], name: str) -> datetime:
    moment = _moment(raw, name)
    if moment is None:
        _wrong(name)
    return moment


def _wrong(*place: str) -> NoReturn:
    raise Invalid([Issue("connector.message.wrong", place, {"part": ".".join(place)})])
