"""The app whose figures are measured: orders with lines, their customers and products, by plain ids."""

from collections.abc import Iterator
from typing import Any

from engine.metadata.model import Query
from engine.metadata.structure import build

Raw = dict[str, Any]
CUSTOMERS, PRODUCTS, ORDERS, LINES = "ent_cust", "ent_prod", "ent_orde", "fld_line"
CUSTOMER_COUNT, PRODUCT_COUNT, LINES_PER_ORDER = 5_000, 500, 4
CHANNELS = ("direct", "dealer", "shop", "market", "agent")


def _label(text: str) -> Raw:
    return {"zh": text, "en": text}


def _field(id: str, name: str, type: str = "text", **more: Any) -> Raw:
    return {"id": f"fld_{id}", "name": name, "type": type, "label": _label(name), **more}


def _document(kind: str, id: str, name: str, **more: Any) -> Raw:
    return {"schema": f"tongdao/{kind}/1", "id": id, "name": name, "label": _label(name), **more}


def documents() -> dict[str, Raw]:
    """Return the documents of the app."""
    lines = [
        _field("lpro", "product", "link", options={"entity": PRODUCTS}),
        _field("lqua", "quantity", "integer"),
        _field("lamo", "amount", "money"),
    ]
    orders = [
        _field("odat", "date", "date"),
        _field("ochn", "channel", "choice", options={"list": "opt_chan"}),
        _field("ocus", "customer", "link", options={"entity": CUSTOMERS}),
        _field("ofre", "freight", "money"),
        _field("line", "lines", "lines", options={"fields": lines}),
    ]
    customers = [_field("cnam", "name"), _field("cpro", "province")]
    products = [_field("pnam", "name"), _field("pcat", "category")]
    choices = [{"value": value, "label": _label(value)} for value in CHANNELS]
    entities = [
        _document("entity", CUSTOMERS, "customers", title="fld_cnam", fields=customers),
        _document("entity", PRODUCTS, "products", title="fld_pnam", fields=products),
        _document("entity", ORDERS, "orders", fields=orders),
    ]
    return {
        "app.json": _document("app", "app_figures", "figures", version="1.0.0", languages=["en"]),
        "options/channel.json": _document("options", "opt_chan", "channel", choices=choices),
        **{f"entities/{each['name']}.json": each for each in entities},
    }


_SALES = {"id": "sales", "home": ORDERS, "lines": LINES, "aggregate": "sum", "field": "fld_lamo"}
_FREIGHT = {"id": "freight", "home": ORDERS, "aggregate": "sum", "field": "fld_ofre"}
_COUNT = {"id": "orders", "home": ORDERS, "aggregate": "count"}
_BUYERS = {"id": "buyers", "home": ORDERS, "aggregate": "count_distinct", "field": "fld_ocus"}
_CHANNEL = {"id": "channel", "home": ORDERS, "field": "fld_ochn"}
_MONTH = {"id": "month", "home": ORDERS, "field": "fld_odat", "grain": "month"}
_CATEGORY = {"id": "category", "home": ORDERS, "lines": LINES, "path": ["fld_lpro"], "field": "fld_pcat"}
_PRODUCT = {"id": "product", "home": ORDERS, "lines": LINES, "field": "fld_lpro"}
_PROVINCE = {"id": "province", "home": ORDERS, "path": ["fld_ocus"], "field": "fld_cpro"}
_YEAR = {"dimension": "channel", "operator": "in", "value": ["direct", "shop"]}

QUESTIONS: dict[str, Raw] = {
    "sales by month": {"measures": [_SALES], "dimensions": [_MONTH]},
    "sales and freight by channel": {"measures": [_SALES, _FREIGHT], "dimensions": [_CHANNEL]},
    "sales by category": {"measures": [_SALES], "dimensions": [_CATEGORY]},
    "ten best products": {
        "measures": [_SALES],
        "dimensions": [_PRODUCT],
        "sort": [{"by": "sales", "descending": True}],
        "limit": 10,
    },
    "buyers by province": {"measures": [_BUYERS, _COUNT], "dimensions": [_PROVINCE]},
    "order value by channel": {
        "measures": [_SALES, _COUNT, {"id": "value", "expression": "sales / orders"}],
        "dimensions": [_CHANNEL],
        "filters": [_YEAR],
    },
}


def questions() -> Iterator[tuple[str, Query]]:
    """Yield the measured questions with their titles."""
    for title, raw in QUESTIONS.items():
        yield title, build(Query, raw)
