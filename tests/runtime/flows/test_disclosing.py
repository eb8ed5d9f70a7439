"""What a flow says of its reasons tells nobody a value they may not read, before it runs and after."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.factories.definitions import CUSTOMER, ORDER, make_role, make_sales_documents
from tests.factories.documents import make_field
from tests.factories.flows import make_approval, make_condition, make_flow
from tests.runtime.flows.shop import DIRECTOR, FLOW_ROLE, ORDERS, SELLER, Shop, everything

LIMIT = "98765.43"


@pytest.fixture
def shop(sqlite_url: str, tmp_path: Path) -> Iterator[Shop]:
    condition = make_condition("nod_limit1", over="total > 0 AND customer.credit_limit > total", rest=None)
    flow = make_flow(
        [condition, make_approval("nod_check1", opinion="optional")],
        ["trigger nod_limit1", "nod_limit1 brn_over nod_check1", "nod_limit1 brn_rest end", "nod_check1 approved end"],
        roles=[FLOW_ROLE], trigger={"kind": "record_created", "entity": ORDER},
    )  # fmt: skip
    blind = everything(CUSTOMER, fields={"fld_climit": "hidden"})
    seller = make_role(SELLER, "seller", blind, everything(ORDER))
    made = Shop(sqlite_url, tmp_path, flow, **{"roles/seller.json": seller})
    made.person("ann", DIRECTOR)
    made.person("sue", SELLER)
    made.customer = made.records().create(CUSTOMER, {"name": "Wu", "credit_limit": LIMIT}).id
    yield made
    made.close()


def body(shop: Shop) -> dict[str, Any]:
    return {"customer": shop.customer, "lines": [{"product": "Pump", "price": "500"}]}


def test_a_forecast_keeps_what_its_reader_may_not_read(shop: Shop) -> None:
    told = shop.client("sue").post(f"{ORDERS}:forecast", json={"values": body(shop)}).text

    assert "total = 500" in told
    assert "customer.credit_limit = •••" in told
    assert LIMIT not in told
    assert LIMIT in shop.client("ann").post(f"{ORDERS}:forecast", json={"values": body(shop)}).text


def test_a_run_keeps_what_its_reader_may_not_read(shop: Shop) -> None:
    seller = shop.client("sue")
    order = seller.post(ORDERS, json=body(shop)).json()["id"]
    shop.drain()
    [run] = seller.get(f"{ORDERS}/{order}/flows").json()["items"]
    path = f"/api/apps/inspection/flows/review/instances/{run['instance']}"

    told = seller.get(path).text

    assert "customer.credit_limit = •••" in told
    assert LIMIT not in told
    assert LIMIT in shop.client("ann").get(path).text


@pytest.fixture
def narrow(sqlite_url: str, tmp_path: Path) -> Iterator[Shop]:
    """A seller who may read customers of one level only; a flow that asks about another one's limit."""
    condition = make_condition("nod_limit1", over="customer.credit_limit > 1", rest=None)
    flow = make_flow(
        [condition, make_approval("nod_check1")],
        ["trigger nod_limit1", "nod_limit1 brn_over nod_check1", "nod_limit1 brn_rest end", "nod_check1 approved end"],
        roles=[FLOW_ROLE], trigger={"kind": "record_created", "entity": ORDER},
    )  # fmt: skip
    seller = make_role(SELLER, "seller", everything(CUSTOMER, read='level = "gold"'), everything(ORDER))
    made = Shop(sqlite_url, tmp_path, flow, **{"roles/seller.json": seller})
    made.person("ann", DIRECTOR)
    made.person("sue", SELLER)
    made.customer = made.records().create(CUSTOMER, {"name": "Wu", "credit_limit": LIMIT}).id
    yield made
    made.close()


def test_entering_a_record_that_may_not_be_read_tells_nothing_of_it(narrow: Shop) -> None:
    sue, ann = narrow.client("sue"), narrow.client("ann")
    sent = {"values": body(narrow)}

    assert sue.post(f"{ORDERS}:compute", json=sent).json()["values"]["level"] is None
    assert sue.post(f"{ORDERS}:forecast", json=sent).json()["flows"] == []
    assert ann.post(f"{ORDERS}:compute", json=sent).json()["values"]["level"] == "normal"
    assert ann.post(f"{ORDERS}:forecast", json=sent).json()["flows"] != []


def test_a_task_tells_nothing_of_other_records_its_record_leads_to(sqlite_url: str, tmp_path: Path) -> None:
    order = make_sales_documents()["entities/order.json"]
    order["fields"].append(make_field("fld_orepl1", "replaces", "link", options={"entity": ORDER}))
    approve = make_approval(
        "nod_check1",
        approvers=[{"source": "person", "person": "eve"}],
        fields={"fld_orepl1": "read", "fld_onote1": "read"},
    )
    flow = make_flow([approve], ["trigger nod_check1", "nod_check1 approved end"], roles=[FLOW_ROLE])
    made = Shop(sqlite_url, tmp_path, flow, **{"entities/order.json": order})
    made.person("eve", "rol_nobody")
    other = made.order(note="secret")
    about = made.order(replaces=other)
    made.drain()
    eve = made.client("eve")
    [task] = [each for each in made.tasks() if each.record_id == other]
    version = {"action": "approve", "version": task.version}
    eve.post(f"/api/tasks/{task.id}/decisions", json=version)

    told = eve.get(f"{ORDERS}/{about}?expand=replaces.note").json()

    assert eve.get(f"{ORDERS}/{other}").status_code == 404
    assert "secret" not in str(told)
    made.close()
