"""A small app to ask questions of: customers, products, orders with lines, costs, stock counted by day."""

from typing import Any

from engine.metadata.model import Query
from engine.metadata.structure import build
from tests.factories.definitions import make_formula, make_options, make_role
from tests.factories.documents import Raw, make_app, make_entity, make_field, make_label

CUSTOMER, PRODUCT, ORDER, COST, COUNT = "ent_cust01", "ent_prod01", "ent_orde01", "ent_cost01", "ent_coun01"
LINES = "fld_lines1"

_CUSTOMER = [
    make_field("fld_cname1", "name", required=True),
    make_field("fld_ccity1", "city"),
    make_field("fld_clevel", "level", "choice", options={"list": "opt_level1"}),
    make_field("fld_ccred1", "credit", "money"),
    make_field("fld_corde1", "orders", "rollup", options={"entity": ORDER, "link": "fld_ocust1"}),
]
_PRODUCT = [
    make_field("fld_pname1", "name", required=True),
    make_field("fld_pcate1", "category"),
    make_field("fld_pcost1", "cost", "money"),
]
_LINE = [
    make_field("fld_lprod1", "product", "link", options={"entity": PRODUCT}),
    make_field("fld_lquan1", "quantity", "integer"),
    make_field("fld_lpric1", "price", "money"),
    make_formula("fld_lamou1", "amount", "quantity * price", "money"),
]
_ORDER = [
    make_field("fld_ono001", "no"),
    make_field("fld_odate1", "date", "date"),
    make_field("fld_opaid1", "paid_on", "date"),
    make_field("fld_oplac1", "placed_at", "datetime"),
    make_field("fld_ocust1", "customer", "link", options={"entity": CUSTOMER}),
    make_field("fld_ostat1", "status", "choice", options={"list": "opt_state1"}),
    make_field("fld_ofrei1", "freight", "money"),
    make_field("fld_osecr1", "secret"),
    make_field("fld_ourge1", "urgent", "switch"),
    make_field("fld_oleve1", "level", "lookup", options={"link": "fld_ocust1", "field": "fld_clevel"}),
    make_formula("fld_oreba1", "rebate", 'IF(customer.level = "gold", freight * 0.105, 1)', "money"),
    make_field(LINES, "lines", "lines", options={"fields": _LINE}),
]
_COST = [
    make_field("fld_kname1", "name"),
    make_field("fld_kday01", "spent_on", "date"),
    make_field("fld_kcust1", "customer", "link", options={"entity": CUSTOMER}),
    make_field("fld_kamou1", "amount", "money"),
]
_COUNT = [
    make_field("fld_sname1", "name"),
    make_field("fld_sday01", "day", "date"),
    make_field("fld_sprod1", "product", "link", options={"entity": PRODUCT}),
    make_field("fld_squan1", "quantity", "decimal", options={"scale": 3}),
]
EVERY = (CUSTOMER, PRODUCT, ORDER, COST, COUNT)
ANALYST = make_role(
    "rol_analy1", "analyst", *({"entity": each, "read": True} for each in EVERY), explore=True
)
# Sees no drafts, no customers of the city X, neither prices nor secrets; asks what they like.
SELLER = make_role(
    "rol_sell01", "seller",
    {"entity": ORDER, "read": 'status <> "draft"',
     "fields": {"fld_osecr1": "hidden", "fld_lpric1": "hidden", "fld_lamou1": "read"}},
    {"entity": CUSTOMER, "read": 'city <> "X"', "fields": {"fld_ccred1": "hidden"}},
    {"entity": PRODUCT, "read": True},
    explore=True,
)  # fmt: skip
# Sees one board, and asks nothing of their own.
VIEWER = make_role(
    "rol_view01", "viewer", *({"entity": each, "read": True} for each in EVERY), dashboards=["dsh_sales1"]
)

SALES: Raw = {
    "id": "sales", "home": ORDER, "lines": LINES, "aggregate": "sum", "field": "fld_lamou1",
    "label": make_label("sales"),
}  # fmt: skip
FREIGHT: Raw = {"id": "freight", "home": ORDER, "aggregate": "sum", "field": "fld_ofrei1"}
ORDERS: Raw = {"id": "orders", "home": ORDER, "aggregate": "count"}
COSTS: Raw = {"id": "costs", "home": COST, "aggregate": "sum", "field": "fld_kamou1"}
CITY: Raw = {"id": "city", "home": ORDER, "path": ["fld_ocust1"], "field": "fld_ccity1"}
BUYER: Raw = {"id": "buyer", "home": ORDER, "field": "fld_ocust1"}
MONTH: Raw = {"id": "month", "home": ORDER, "field": "fld_odate1", "grain": "month"}
CATEGORY: Raw = {
    "id": "category", "home": ORDER, "lines": LINES, "path": ["fld_lprod1"], "field": "fld_pcate1",
}  # fmt: skip


def make_query(*measures: Raw, **more: Any) -> Query:
    found: Query = build(Query, make_raw_query(*measures, **more))
    return found


def make_raw_query(*measures: Raw, **more: Any) -> Raw:
    return {"measures": list(measures), **more}


def make_report(id: str, name: str, query: Raw, **chart: Any) -> Raw:
    return {
        "schema": "tongdao/report/1", "id": id, "name": name, "label": make_label(name), "query": query,
        "chart": chart or {"kind": "table"},
    }  # fmt: skip


def make_dashboard(id: str, name: str, *reports: str, **more: Any) -> Raw:
    tiles = [
        {"id": f"til_{name}{n:04d}", "report": report, "x": 0, "y": n * 4, "w": 12, "h": 4}
        for n, report in enumerate(reports)
    ]
    return {
        "schema": "tongdao/dashboard/1", "id": id, "name": name, "label": make_label(name), "tiles": tiles,
        **more,
    }  # fmt: skip


def make_trade_app(**more: Any) -> dict[str, Raw]:
    """Make the documents; `more` goes into the app."""
    sales = make_report("rpt_sales1", "sales", make_raw_query(SALES, ORDERS | {"id": "n"}, dimensions=[CITY]))
    secret = make_report(
        "rpt_secre1", "secrets",
        make_raw_query(ORDERS, dimensions=[{"id": "secret", "home": ORDER, "field": "fld_osecr1"}]),
    )  # fmt: skip
    documents = [
        ("entities", make_entity(CUSTOMER, "customer", _CUSTOMER, title="fld_cname1")),
        ("entities", make_entity(PRODUCT, "product", _PRODUCT, title="fld_pname1")),
        ("entities", make_entity(ORDER, "order", _ORDER, title="fld_ono001")),
        ("entities", make_entity(COST, "cost", _COST, title="fld_kname1")),
        ("entities", make_entity(COUNT, "count", _COUNT, title="fld_sname1")),
        ("options", make_options("opt_level1", "level", "normal", "gold")),
        ("options", make_options("opt_state1", "state", "draft", "paid", "shipped")),
        *(("roles", role) for role in (ANALYST, SELLER, VIEWER)),
        ("reports", sales),
        ("reports", secret),
        ("dashboards", make_dashboard("dsh_sales1", "sales", "rpt_sales1", "rpt_secre1", icon="chart")),
        ("dashboards", make_dashboard("dsh_other1", "other", "rpt_secre1")),
    ]
    app = make_app(navigation=[{"dashboard": "dsh_sales1"}, {"dashboard": "dsh_other1"}], **more)
    return {"app.json": app} | {f"{folder}/{each['name']}.json": each for folder, each in documents}
