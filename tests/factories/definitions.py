"""Definitions made from small documents: an app of a sales order, its customer and its lines."""

from typing import Any

from engine.metadata.definition import Definition
from engine.metadata.load import load_definition
from tests.factories.documents import Raw, make_app, make_entity, make_field, make_label

CUSTOMER = "ent_cust01"
ORDER = "ent_orde01"


def load(documents: dict[str, Raw]) -> Definition:
    """Load documents that must be valid."""
    found = load_definition(documents)
    assert isinstance(found, Definition), found
    return found


def make_options(id: str, name: str, *values: str) -> Raw:
    choices = [{"value": each, "label": make_label(each.title())} for each in values]
    return {
        "schema": "tongdao/options/1",
        "id": id,
        "name": name,
        "label": make_label(name),
        "choices": choices,
    }


def make_role(id: str, name: str, *entities: Raw, **more: Any) -> Raw:
    return {
        "schema": "tongdao/role/1", "id": id, "name": name, "label": make_label(name),
        "entities": list(entities), **more,
    }  # fmt: skip


def make_formula(id: str, name: str, expression: str, result: str, **more: Any) -> Raw:
    return make_field(id, name, "formula", options={"expression": expression, "result": result, **more})


def make_customer_fields() -> list[Raw]:
    return [
        make_field("fld_cname1", "name", required=True),
        make_field("fld_clevel", "level", "choice", options={"list": "opt_level1"}, default='"normal"'),
        make_field("fld_climit", "credit_limit", "money"),
        make_field("fld_crate1", "discount", "percent"),
        make_field(
            "fld_ccount", "order_count", "rollup", options={"entity": ORDER, "link": "fld_ocust1"}
        ),
    ]  # fmt: skip


def make_line_fields() -> list[Raw]:
    return [
        make_field("fld_lprod1", "product", required=True),
        make_field("fld_lquan1", "quantity", "integer", required=True, options={"minimum": 1}, default="1"),
        make_field("fld_lpric1", "price", "money"),
        make_formula("fld_lamou1", "amount", "quantity * price", "money"),
    ]


def make_order_fields() -> list[Raw]:
    return [
        make_field(
            "fld_ono001", "no", "sequence", options={"format": "SO-{yyyyMM}-{0000}", "reset": "month"}
        ),
        make_field("fld_odate1", "date", "date", required=True, default="TODAY()"),
        make_field("fld_ocust1", "customer", "link", required=True, options={"entity": CUSTOMER}),
        make_field("fld_olevel", "level", "lookup", options={"link": "fld_ocust1", "field": "fld_clevel"}),
        make_field("fld_onote1", "note", "long_text"),
        make_field("fld_ostat1", "status", "choice", options={"list": "opt_state1"}, default='"draft"'),
        make_field("fld_oline1", "lines", "lines", options={"fields": make_line_fields(), "least": 1}),
        make_formula("fld_ototal", "total", "SUM(lines.amount)", "money"),
        make_formula("fld_orebat", "rebate", "total * customer.discount", "money"),
    ]


def make_sales_documents() -> dict[str, Raw]:
    check = {
        "id": "chk_total1", "expression": "total < 10000", "field": "fld_ototal",
        "message": {"zh": "单笔订单须低于一万", "en": "An order stays below 10,000"},
    }  # fmt: skip
    return {
        "app.json": make_app(),
        "options/level.json": make_options("opt_level1", "level", "normal", "gold"),
        "options/state.json": make_options("opt_state1", "state", "draft", "paid", "shipped"),
        "entities/customer.json": make_entity(
            CUSTOMER, "customer", make_customer_fields(), title="fld_cname1"
        ),
        "entities/order.json": make_entity(
            ORDER, "order", make_order_fields(), title="fld_ono001", checks=[check],
            unique=[{"id": "unq_ono001", "fields": ["fld_ono001"]}],
        ),
    }  # fmt: skip


def make_sales_definition(*roles: Raw) -> Definition:
    return load(make_sales_documents() | {f"roles/{each['name']}.json": each for each in roles})
