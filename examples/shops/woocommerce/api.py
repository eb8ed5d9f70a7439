"""The REST API, version 3: products, orders with their notes, webhooks; lists with filters and pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from examples.shops.woocommerce.deliveries import Deliveries
from examples.shops.woocommerce.keys import Keys
from examples.shops.woocommerce.moments import both, of, read
from examples.shops.woocommerce.orders import changed_order, new_order, shown
from examples.shops.woocommerce.refusals import Refused
from examples.shops.woocommerce.state import State, Thing, now

ROOT = "/wp-json/wc/v3"
_TOPICS = ("order.created", "order.updated", "order.deleted", "order.restored", "product.created",
           "product.updated", "product.deleted")  # fmt: skip
_METHODS = ["GET", "PUT", "PATCH", "POST", "DELETE"]
_MOST = 100


@dataclass(frozen=True)
class Api:
    """What the routes share."""

    state: State
    keys: Keys
    deliveries: Deliveries
    base: Callable[[], str]

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route(ROOT, self._index),
            Route(f"{ROOT}/{{kind:str}}", self._collection, methods=["GET", "POST"]),
            Route(f"{ROOT}/{{kind:str}}/{{id:int}}", self._thing, methods=_METHODS),
            Route(f"{ROOT}/orders/{{id:int}}/notes", self._notes, methods=["GET", "POST"]),
        ]  # fmt: skip

    async def _index(self, request: Request) -> Response:
        self.keys.require(request)
        return JSONResponse({"namespace": "wc/v3", "routes": {}})

    async def _collection(self, request: Request) -> Response:
        self.keys.require(request)
        kind = _kind(request)
        if request.method == "POST":
            return JSONResponse(await self._create(kind, await _body(request)), 201)
        found = _FILTERS[kind](self.state.all(kind), request.query_params)
        return _page(request, [self._shown(kind, each) for each in found])

    async def _thing(self, request: Request) -> Response:
        self.keys.require(request)
        kind, id = _kind(request), request.path_params["id"]
        thing = self.state.get(kind, id)
        if thing is None:
            name = kind.removesuffix("s")
            raise Refused(404, f"woocommerce_rest_{name}_invalid_id", "Invalid ID.")
        if request.method == "GET":
            return JSONResponse(self._shown(kind, thing))
        if request.method == "DELETE":
            return JSONResponse(self._remove(kind, thing))
        return JSONResponse(self._shown(kind, self._change(kind, thing, await _body(request))))

    async def _notes(self, request: Request) -> Response:
        self.keys.require(request)
        id = request.path_params["id"]
        if self.state.get("orders", id) is None:
            raise Refused(404, "woocommerce_rest_order_invalid_id", "Invalid ID.")
        if request.method == "GET":
            return JSONResponse([each for each in self.state.all("notes") if each["order"] == id])
        body = await _body(request)
        if not body.get("note"):
            raise Refused(400, "rest_missing_callback_param", "Missing parameter(s): note")
        note = {
            "order": id,
            "author": "REST API",
            "note": str(body["note"]),
            "customer_note": bool(body.get("customer_note")),
            **both("date_created", now()),
        }
        return JSONResponse(self.state.add("notes", note), 201)

    async def _create(self, kind: str, body: Mapping[str, Any]) -> Thing:
        if kind == "orders":
            return self.place(body)
        if kind == "products":
            return self.state.add("products", _product(body))
        hook = self.state.add("webhooks", _webhook(body))
        await self.deliveries.greet(hook)
        return _without_secret(hook)

    def place(self, body: Mapping[str, Any]) -> Thing:
        """Store an order and tell of it."""
        order = self._shown("orders", new_order(self.state, body))
        self.deliveries.tell("order.created", order)
        return order

    def _change(self, kind: str, thing: Thing, body: Mapping[str, Any]) -> Thing:
        if kind == "orders":
            return self.change(thing, body)
        known = {name: value for name, value in body.items() if name in thing or name == "secret"}
        fresh = {**thing, **known, **both("date_modified", now())}
        if kind == "webhooks" and body.get("status") == "active":
            fresh["failure_count"] = 0
        return self.state.put(kind, fresh)

    def change(self, order: Thing, body: Mapping[str, Any]) -> Thing:
        """Change an order and tell of it."""
        fresh = changed_order(self.state, order, body)
        self.deliveries.tell("order.updated", self._shown("orders", fresh))
        return fresh

    def _remove(self, kind: str, thing: Thing) -> Thing:
        self.state.remove(kind, thing["id"])
        if kind == "orders":
            self.deliveries.tell("order.deleted", {"id": thing["id"]})
        return self._shown(kind, thing)

    def _shown(self, kind: str, thing: Thing) -> Thing:
        if kind == "orders":
            return shown(thing, self.base())
        return _without_secret(thing) if kind == "webhooks" else thing


def _kind(request: Request) -> str:
    kind = request.path_params["kind"]
    if kind not in _FILTERS:
        raise Refused(404, "rest_no_route", "No route was found matching the URL and request method.")
    return str(kind)


async def _body(request: Request) -> Mapping[str, Any]:
    try:
        body = await request.json()
    except ValueError:
        body = None
    if not isinstance(body, Mapping):
        raise Refused(400, "rest_invalid_json", "Invalid JSON body passed.")
    return body


def _product(body: Mapping[str, Any]) -> Thing:
    price = str(body.get("regular_price", body.get("price", "0")))
    return {
        "name": str(body.get("name", "")),
        "type": body.get("type", "simple"),
        "status": "publish",
        "sku": str(body.get("sku", "")),
        "price": price,
        "regular_price": price,
        "manage_stock": bool(body.get("manage_stock")),
        "stock_quantity": body.get("stock_quantity"),
        "stock_status": "instock",
        **both("date_created", now()),
        **both("date_modified", now()),
    }


def _webhook(body: Mapping[str, Any]) -> Thing:
    if body.get("topic") not in _TOPICS:
        raise Refused(400, "woocommerce_rest_webhook_topic_invalid", "Webhook topic must be valid.")
    if not str(body.get("delivery_url", "")).startswith(("http://", "https://")):
        raise Refused(
            400, "woocommerce_rest_webhook_delivery_url_invalid", "Webhook delivery URL must be valid."
        )
    return {
        "name": str(body.get("name", "")),
        "status": "active",
        "topic": body["topic"],
        "resource": str(body["topic"]).partition(".")[0],
        "event": str(body["topic"]).partition(".")[2],
        "delivery_url": body["delivery_url"],
        "secret": str(body.get("secret", "")),
        "failure_count": 0,
        **both("date_created", now()),
        **both("date_modified", now()),
    }


def _without_secret(hook: Thing) -> Thing:
    return {name: value for name, value in hook.items() if name not in ("secret", "failure_count")}


def _filter_orders(orders: Sequence[Thing], wanted: Mapping[str, str]) -> list[Thing]:
    is_gmt = wanted.get("dates_are_gmt", "").lower() in ("1", "true")
    statuses = {each.removeprefix("wc-") for each in wanted.get("status", "any").split(",")}
    bounds = (("modified_after", "date_modified", 1), ("modified_before", "date_modified", -1),
              ("after", "date_created", 1), ("before", "date_created", -1))  # fmt: skip
    found = [each for each in orders if "any" in statuses or each["status"] in statuses]
    for name, field, sign in bounds:
        if name in wanted:
            limit = read(wanted[name], is_gmt=is_gmt)
            found = [each for each in found if (of(each, field) - limit).total_seconds() * sign > 0]
    if "customer" in wanted:
        found = [each for each in found if str(each["customer_id"]) == wanted["customer"]]
    if wanted.get("search"):
        found = [each for each in found if wanted["search"] in (each["number"], *each["billing"].values())]
    keys = {"id": lambda each: each["id"], "modified": lambda each: (of(each, "date_modified"), each["id"])}
    key = keys.get(wanted.get("orderby", "date"), lambda each: (of(each, "date_created"), each["id"]))
    return sorted(_included(found, wanted), key=key, reverse=wanted.get("order", "desc") == "desc")


def _filter_products(products: Sequence[Thing], wanted: Mapping[str, str]) -> list[Thing]:
    found = _included(products, wanted)
    if wanted.get("sku"):
        found = [each for each in found if each["sku"] in wanted["sku"].split(",")]
    if wanted.get("search"):
        found = [each for each in found if wanted["search"].lower() in each["name"].lower()]
    return sorted(found, key=lambda each: each["id"], reverse=wanted.get("order", "desc") == "desc")


def _filter_webhooks(hooks: Sequence[Thing], wanted: Mapping[str, str]) -> list[Thing]:
    status = wanted.get("status", "all")
    return [each for each in reversed(hooks) if status in ("all", each["status"])]


def _included(things: Sequence[Thing], wanted: Mapping[str, str]) -> list[Thing]:
    if not wanted.get("include"):
        return list(things)
    ids = {int(each) for each in wanted["include"].split(",")}
    return [each for each in things if each["id"] in ids]


_FILTERS: Mapping[str, Callable[[Sequence[Thing], Mapping[str, str]], list[Thing]]] = {
    "orders": _filter_orders,
    "products": _filter_products,
    "webhooks": _filter_webhooks,
}


def _page(request: Request, found: list[Thing]) -> Response:
    try:
        size, page = (
            int(request.query_params.get("per_page", "10")),
            int(request.query_params.get("page", "1")),
        )
    except ValueError:
        size = 0
    if not 1 <= size <= _MOST or page < 1:
        raise Refused(400, "rest_invalid_param", "Invalid parameter(s): per_page")
    pages = -(-len(found) // size)
    headers = {"X-WP-Total": str(len(found)), "X-WP-TotalPages": str(pages)}
    links = [
        f'<{request.url.include_query_params(page=number)}>; rel="{relation}"'
        for relation, number in (("prev", page - 1), ("next", page + 1))
        if 1 <= number <= pages
    ]
    if links:
        headers["Link"] = ", ".join(links)
    return JSONResponse(found[(page - 1) * size : page * size], headers=headers)
