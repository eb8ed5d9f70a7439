"""The measured app: orders with twenty fields and a link, a role with a row rule and a hidden field."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

Raw = dict[str, Any]

APP = "bench"
ENTITY = "orders"
CUSTOMERS = "customers"
ROLE_ID = "rol_bench00001"
PLAIN_TEXTS = ("city", "province", "contact", "phone_no", "address", "source", "remark")


def _label(text: str) -> Raw:
    return {"zh": text, "en": text}


def _field(name: str, type: str, **more: Any) -> Raw:
    return {
        "id": f"fld_{name.replace('_', '')}0001",
        "name": name,
        "type": type,
        "label": _label(name),
        **more,
    }


def _document(kind: str, id: str, name: str, **more: Any) -> Raw:
    return {"schema": f"tongdao/{kind}/1", "id": id, "name": name, "label": _label(name), **more}


def documents() -> dict[str, Raw]:
    """Return the documents of the app."""
    fields = [
        _field("no", "text", required=True, indexed=True),
        _field("customer", "link", options={"entity": "ent_customers01"}),
        _field("ordered_on", "date", indexed=True),
        _field("paid_at", "datetime"),
        _field("status", "choice", options={"list": "opt_status0001"}),
        _field("amount", "money"),
        _field("cost", "money"),
        _field("discount", "percent"),
        _field("weight", "decimal", options={"scale": 3}),
        _field("pieces", "integer"),
        _field("urgent", "switch"),
        *(_field(name, "text") for name in PLAIN_TEXTS),
        _field("net", "formula", options={"expression": "amount * (1 - discount)", "result": "money"}),
    ]
    choices = [{"value": value, "label": _label(value)} for value in ("open", "paid", "shipped", "secret")]
    rights = [
        {
            "entity": "ent_orders0001",
            "read": 'status <> "secret"',
            "create": True,
            "update": True,
            "delete": True,
            "imports": True,
            "exports": True,
            "fields": {"fld_cost0001": "hidden"},
        },
        {"entity": "ent_customers01", "read": True, "create": True},
    ]
    return {
        "app.json": _document("app", "app_bench00001", APP, version="1.0.0", languages=["en"]),
        "options/status.json": _document("options", "opt_status0001", "status", choices=choices),
        f"entities/{CUSTOMERS}.json": _document(
            "entity", "ent_customers01", CUSTOMERS, title="fld_name0001", fields=[_field("name", "text")]
        ),
        f"entities/{ENTITY}.json": _document(
            "entity", "ent_orders0001", ENTITY, title="fld_no0001", fields=fields
        ),
        "roles/bench.json": _document("role", ROLE_ID, "bench", entities=rights),
    }


def flow_documents() -> dict[str, Raw]:
    """Return the app with a flow on every new order: a change, a record, a task, a moment, a change."""
    steps = [
        _step("update_record", "nod_mark000001", set={"fld_remark0001": 'remark & "a"'}),
        _step("create_record", "nod_make000001", entity="ent_customers01", set={"fld_name0001": "no"}),
        _step("approval", "nod_check00001", approvers=[{"source": "role", "role": ROLE_ID}]),
        _step("timer", "nod_wait000001", after="PT1S"),
        _step("update_record", "nod_mark000002", set={"fld_remark0001": 'remark & "b"'}),
    ]
    ids = ["trigger", *(step["id"] for step in steps), "end"]
    edges = [{"from": source, "to": target} for source, target in pairwise(ids)]
    edges[3]["on"] = "approved"
    flow = _document(
        "flow",
        "flw_bench00001",
        "follow",
        trigger={"kind": "record_created", "entity": "ent_orders0001"},
        roles=[ROLE_ID],
        nodes=steps,
        edges=edges,
    )
    return {**documents(), "flows/follow.json": flow}


def _step(kind: str, id: str, **more: Any) -> Raw:
    return {"kind": kind, "id": id, "label": _label(id), **more}


def order(number: int, customer: str | None) -> Raw:
    """Return the values of one order, the same for the same number."""
    return {
        "no": f"SO-{number:08d}",
        "customer": customer,
        "ordered_on": f"2026-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        "paid_at": f"2026-{number % 12 + 1:02d}-{number % 28 + 1:02d}T08:{number % 60:02d}:00Z",
        "status": ("open", "paid", "shipped")[number % 3],
        "amount": str(Decimal(number % 100_000) / 100),
        "discount": str(Decimal(number % 30) / 100),
        "weight": str(Decimal(number % 9_999) / 1000),
        "pieces": number % 500,
        "urgent": number % 7 == 0,
        **{name: f"{name} {number % 1000}" for name in PLAIN_TEXTS},
    }


def orders(first: int, count: int, customers: list[str]) -> Iterator[Raw]:
    """Yield orders in sequence."""
    for number in range(first, first + count):
        yield order(number, customers[number % len(customers)])
