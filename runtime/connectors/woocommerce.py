"""WooCommerce: signed webhooks of orders in, status and tracking out."""

import base64
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

import orjson

from engine.connectors.shop import ShopEvent
from engine.kernel.errors import Invalid
from runtime.connectors.kind import Action, Message, OrdersPage, Site
from runtime.connectors.woocommerce_calls import ShopCall, call_shop
from runtime.connectors.woocommerce_orders import order_id, read_order
from runtime.server.strict_json import SMALL, parse

PAGE = 50
_TOPIC = "x-wc-webhook-topic"
_DELIVERY = "x-wc-webhook-delivery-id"
_SIGNATURE = "x-wc-webhook-signature"
_TOPICS = frozenset({"order.created", "order.updated", "order.deleted", "order.restored"})
_FETCHED = "order.fetched"
_STATUS = "completed"
_KEY = "_tongdao_key"


class WooCommerce:
    """WooCommerce's REST API, version 3."""

    key = "woocommerce"
    secrets: Sequence[str] = ("consumer_key", "consumer_secret", "webhook_secret")
    signing = "webhook_secret"
    actions: Mapping[str, Sequence[str]] = {
        "order_shipped": ("order_no", "carrier", "tracking_no"),
        "order_status": ("order_no", "status"),
    }

    def is_greeting(self, message: Message) -> bool:
        """Tell whether it is the unsigned line a shop sends when a webhook is saved."""
        return _SIGNATURE not in message.headers and message.raw.startswith(b"webhook_id=")

    def is_genuine(self, message: Message, secret: str) -> bool:
        """Tell whether the signature is that of the bytes received."""
        if not secret:
            return False
        expected = base64.b64encode(hmac.new(secret.encode(), message.raw, hashlib.sha256).digest())
        return hmac.compare_digest(expected, message.headers.get(_SIGNATURE, "").encode())

    def read_event(self, message: Message) -> ShopEvent:
        """Read an order; a removed one is told by its id alone."""
        topic, id = message.headers.get(_TOPIC, ""), message.headers.get(_DELIVERY, "")
        if topic not in (*_TOPICS, _FETCHED) or not 0 < len(id) <= 200:
            raise Invalid.of("connector.message.unknown", (), topic=topic[:60])
        content = parse(message.raw, SMALL)
        if not isinstance(content, Mapping):
            raise Invalid.of("connector.message.wrong", (), part="order")
        if (
            topic == "order.deleted" and "status" in content
        ):  # topics are not signed: an order is not its removal
            raise Invalid.of("connector.message.wrong", (), part="topic")
        order = None if topic == "order.deleted" else read_order(content)
        return ShopEvent(id=id, topic=topic, order_id=order_id(content), order=order)

    def message_of(self, order: Mapping[str, Any]) -> Message:
        """Return a fetched order as a message; each of its states counts once."""
        raw = orjson.dumps(order, default=_plain)
        id = f"fetched:{order.get('id')}:{order.get('date_modified_gmt')}:{order.get('status')}"
        return self.kept(raw, _FETCHED, id)

    def kept(self, raw: bytes, topic: str, event: str) -> Message:
        """Return a message that was kept by its body, topic and event id."""
        return Message(raw, {_TOPIC: topic, _DELIVERY: event})

    def fetch_orders(self, site: Site, since: datetime, page: int) -> OrdersPage:
        """Return a page of the orders changed since a moment, oldest change first."""
        params = {
            "modified_after": since.strftime("%Y-%m-%dT%H:%M:%S"),
            "dates_are_gmt": "true",
            "orderby": "modified",
            "order": "asc",
            "status": "any",
            "per_page": str(PAGE),
            "page": str(page),
        }
        orders, headers = call_shop(site, ShopCall(method="GET", path="orders", params=params))
        if not isinstance(orders, list) or not all(isinstance(each, Mapping) for each in orders):
            raise Invalid.of("outgoing.answer.unreadable")
        pages = headers.get("x-wp-totalpages", "1")
        return OrdersPage(orders, pages.isdigit() and page < int(pages))

    def listen(self, site: Site, hook: str) -> None:
        """Register webhooks, or wake those that the shop switched off after failures."""
        listed = ShopCall(method="GET", path="webhooks", params={"per_page": "100", "status": "all"})
        hooks, _ = call_shop(site, listed)
        own = {each.get("topic"): each for each in hooks if each.get("delivery_url") == hook}
        for topic in sorted(_TOPICS):
            known = own.get(topic)
            body = _webhook(topic, hook, site.secrets.get(self.signing, ""))
            if known is None:
                call_shop(site, ShopCall(method="POST", path="webhooks", body=body))
            elif known.get("status") != "active":
                call_shop(site, ShopCall(method="PUT", path=f"webhooks/{known['id']}", body=body))

    def try_out(self, site: Site) -> None:
        """Ask for one order."""
        call_shop(site, ShopCall(method="GET", path="orders", params={"per_page": "1"}))

    def act(self, site: Site, action: Action) -> Mapping[str, Any]:
        """Put status, tracking and a note on an order, each only where it is not there already."""
        path = f"orders/{action.order_id}"
        order, _ = call_shop(site, ShopCall(method="GET", path=path))
        if not _is_done(order, action.key):
            change = {"status": str(action.values.get("status") or _STATUS), "meta_data": _meta(action)}
            order, _ = call_shop(site, ShopCall(method="PUT", path=path, body=change, key=action.key))
        if action.name == "order_shipped":
            _add_note(site, path, action)
        return {"order": action.order_id, "status": order.get("status") if isinstance(order, dict) else None}


def _webhook(topic: str, hook: str, secret: str) -> dict[str, str]:
    return {
        "name": f"Tongdao {topic}",
        "topic": topic,
        "delivery_url": hook,
        "secret": secret,
        "status": "active",
    }


def _meta(action: Action) -> list[dict[str, str]]:
    named = {"_tracking_provider": "carrier", "_tracking_number": "tracking_no"}
    given = {key: str(action.values[name]) for key, name in named.items() if action.values.get(name)}
    return [{"key": key, "value": value} for key, value in {**given, _KEY: action.key}.items()]


def _add_note(site: Site, path: str, action: Action) -> None:
    """Tell the buyer carrier and number, once."""
    text = " ".join(
        str(action.values[name]) for name in ("carrier", "tracking_no") if action.values.get(name)
    )
    notes, _ = call_shop(site, ShopCall(method="GET", path=f"{path}/notes"))
    known = (
        {each.get("note") for each in notes if isinstance(each, Mapping)} if isinstance(notes, list) else ()
    )
    if text and text not in known:
        body = {"note": text, "customer_note": True}
        call_shop(site, ShopCall(method="POST", path=f"{path}/notes", body=body, key=f"{action.key}:note"))


def _is_done(order: Any, key: str) -> bool:
    meta = order.get("meta_data") if isinstance(order, Mapping) else None
    return isinstance(meta, list) and any(
        isinstance(each, Mapping) and each.get("key") == _KEY and each.get("value") == key for each in meta
    )


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError


KIND = WooCommerce()
