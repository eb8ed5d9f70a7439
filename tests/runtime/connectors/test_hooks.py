"""What a shop tells becomes records, once, whatever the order and number of its messages."""

from decimal import Decimal
from pathlib import Path

import pytest

from engine.query.record_query import RecordQuery
from runtime.connectors.at_work import connectors_at_work
from runtime.connectors.kind import Message
from runtime.connectors.places import get_place
from runtime.connectors.sites import receiver_of
from tests.factories.server import Client, codes
from tests.factories.shop import CONNECTOR, ORDER, make_delivery, make_shop_documents, make_woo_order
from tests.runtime.connectors.shop_server import ShopServer


def test_a_paid_order_becomes_a_customer_and_an_order(shop: ShopServer):
    answer = shop.hear(make_woo_order())

    assert (answer.status_code, answer.json()["state"]) == (200, "done"), answer.text
    [order], [customer] = shop.orders(), shop.customers()
    assert (order["shop_no"], order["status"], order["receiver"]) == ("101", "paid", "王小明")
    assert order["total"] == Decimal("26.00")
    assert [line.values["quantity"] for line in order["lines"]] == [2]
    assert (customer["name"], customer["phone"], customer["email"]) == (
        "王小明",
        "+8613800138000",
        "ming@example.com",
    )
    assert shop.events() == [("done", "order_paid")]


def test_the_same_delivery_twice_has_one_effect(shop: ShopServer):
    first = shop.hear(make_woo_order(), delivery="d1")
    second = shop.hear(make_woo_order(), delivery="d1")

    assert (first.status_code, second.status_code, second.json()["verdict"]) == (200, 200, "duplicate")
    assert len(shop.orders()) == 1
    assert shop.events() == [("done", "order_paid")]


def test_the_same_order_under_another_delivery_changes_nothing(shop: ShopServer):
    shop.hear(make_woo_order())
    again = shop.hear(make_woo_order())

    assert again.json() == {"state": "ignored", "verdict": "same", "issues": []}
    assert len(shop.orders()) == 1


def test_a_change_is_written_into_the_order(shop: ShopServer):
    shop.hear(make_woo_order())
    changed = shop.hear(make_woo_order(customer_note="不急", date_modified_gmt="2026-11-23T03:00:00"))

    assert changed.json()["verdict"] == "order_changed"
    assert [order["note"] for order in shop.orders()] == ["不急"]


def test_an_older_state_that_comes_late_is_ignored(shop: ShopServer):
    shop.hear(make_woo_order(customer_note="new", date_modified_gmt="2026-11-23T03:00:00"))
    late = shop.hear(make_woo_order(customer_note="old"))

    assert late.json()["verdict"] == "older"
    assert [order["note"] for order in shop.orders()] == ["new"]


def test_cancelled_before_paid_leaves_no_order(shop: ShopServer):
    first = shop.hear(make_woo_order(status="cancelled", date_modified_gmt="2026-11-23T03:00:00"))
    late = shop.hear(make_woo_order())

    assert (first.json()["verdict"], late.json()["verdict"]) == ("order_cancelled", "older")
    assert shop.orders() == []


def test_cancelled_within_the_second_of_paid_stays_cancelled(shop: ShopServer):
    shop.hear(make_woo_order())
    shop.hear(make_woo_order(status="cancelled"))
    late = shop.hear(make_woo_order())

    assert late.json()["verdict"] == "older"
    assert [order["status"] for order in shop.orders()] == ["cancelled"]


def test_a_cancelled_order_is_told(shop: ShopServer):
    shop.hear(make_woo_order())
    cancelled = shop.hear(make_woo_order(status="cancelled", date_modified_gmt="2026-11-23T03:00:00"))

    assert cancelled.json()["verdict"] == "order_cancelled"
    assert [order["status"] for order in shop.orders()] == ["cancelled"]


def test_a_removed_order_is_cancelled_as_it_was_last_known(shop: ShopServer):
    shop.hear(make_woo_order())
    removed = shop.hear({"id": 101}, "order.deleted")

    assert removed.json()["verdict"] == "order_cancelled", removed.text
    assert [(order["status"], order["note"]) for order in shop.orders()] == [("cancelled", "快一点")]


def test_an_order_removed_that_was_never_known_is_nothing(shop: ShopServer):
    assert shop.hear({"id": 9}, "order.deleted").json()["verdict"] == "unknown"


def test_an_order_not_paid_yet_waits_for_the_money(shop: ShopServer):
    early = shop.hear(make_woo_order(status="pending"), "order.created")
    paid = shop.hear(make_woo_order())

    assert (early.json()["verdict"], paid.json()["verdict"]) == ("early", "order_paid")
    assert len(shop.orders()) == 1


def test_an_unknown_sku_parks_the_whole_order_until_it_is_known(shop: ShopServer):
    items = [("PEN-1", 1, "10.00", "10.00"), ("INK-9", 3, "5.00", "5.00")]
    parked = shop.hear(make_woo_order(items=items))

    assert parked.status_code == 202
    assert parked.json()["issues"] == [{"code": "connector.sku.unknown", "params": {"sku": "INK-9"}}]
    assert (shop.orders(), shop.customers(), shop.events()) == ([], [], [("parked", "refused")])

    boss = shop.boss()
    [event] = boss.get(f"/api/connectors/{CONNECTOR}/events?state=parked").json()["items"]
    assert event["issues"][0]["message"] == "没有 SKU 为 INK-9 的产品。"
    still = boss.post(f"/api/connectors/{CONNECTOR}/events/{event['id']}:replay")
    assert (still.json()["state"], still.json()["attempts"]) == ("parked", 2)

    shop.add_product("INK-9")
    played = boss.post(f"/api/connectors/{CONNECTOR}/events/{event['id']}:replay")
    assert (played.json()["state"], played.json()["verdict"]) == ("done", "order_paid"), played.text
    assert played.json()["record"]["title"] == "SO00001"
    assert len(shop.orders()) == 1
    assert boss.post(f"/api/connectors/{CONNECTOR}/events/{event['id']}:replay").status_code == 404


def test_parked_and_then_cancelled_is_not_booked_by_the_replay(shop: ShopServer):
    shop.hear(make_woo_order(items=[("INK-9", 1, "5.00", "5.00")]))
    shop.hear(make_woo_order(status="cancelled", date_modified_gmt="2026-11-23T03:00:00"))
    shop.add_product("INK-9")

    shop.boss().post(f"/api/connectors/{CONNECTOR}/events:replay")

    assert (shop.orders(), shop.events()) == ([], [("ignored", "older"), ("done", "order_cancelled")])


def test_a_forged_message_is_turned_away_counted_and_told(shop: ShopServer):
    for signature in ("", "AAAA", "é", make_delivery({"id": 1})["headers"]["X-WC-Webhook-Signature"]):
        answer = shop.hear(make_woo_order(), **{"X-WC-Webhook-Signature": signature.encode()})
        assert (answer.status_code, codes(answer)) == (401, ["connector.signature.wrong"])

    assert (shop.orders(), shop.events()) == ([], [("refused", "forged")])
    boss = shop.boss()
    [connector] = boss.get("/api/connectors").json()["items"]
    assert connector["counts"]["refused"] == 4
    [event] = boss.get(f"/api/connectors/{CONNECTOR}/events").json()["items"]
    assert event["words"]["en"] == "4 messages with a wrong signature were turned away"


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b"null", b'{"id": "x"}', b'{"id": 1}', b'{"id":1,"id":2}', b"\xff\xfe", b"[" * 5000,
            b'{"id": 1, "date_modified_gmt": "soon", "line_items": [{}]}'],
)  # fmt: skip
def test_a_signed_message_that_is_no_order_is_refused_and_counted(shop: ShopServer, raw: bytes):
    answer = shop.hear(raw)

    assert answer.status_code in (400, 413, 422), answer.text
    assert shop.events() == [("refused", "unreadable")]


def test_a_message_that_is_too_large_is_not_read(shop: ShopServer):
    assert shop.hear(b" " * 1_000_001).status_code == 413
    assert shop.events() == []


def test_the_greeting_of_a_new_webhook_is_answered(shop: ShopServer):
    greeting = shop.client.post(
        f"/api/hooks/{CONNECTOR}",
        content=b"webhook_id=7",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )

    assert (greeting.status_code, shop.events()) == (200, [])


def test_a_connector_that_is_off_looks_like_none(shop: ShopServer):
    shop.set_up("https://shop.example", enabled=False)

    assert shop.hear(make_woo_order()).status_code == 404
    assert shop.client.post("/api/hooks/con_none01", content=b"{}").status_code == 404


def test_one_buyer_is_one_customer(shop: ShopServer):
    shop.hear(make_woo_order(1))
    billing = {**make_woo_order()["billing"], "phone": "+86 138-0013-8000", "email": "other@example.com"}
    shop.hear(make_woo_order(2, billing=billing))
    billing = {**billing, "phone": "", "email": "MING@EXAMPLE.COM"}
    shop.hear(make_woo_order(3, billing=billing))

    assert (len(shop.orders()), len(shop.customers())) == (3, 1)


def test_a_buyer_with_an_account_is_known_by_it(shop: ShopServer):
    other = {**make_woo_order()["billing"], "phone": "13900139000", "email": "new@example.com"}
    shop.hear(make_woo_order(1, customer_id=7))
    shop.hear(make_woo_order(2, customer_id=7, billing=other))

    assert len(shop.customers()) == 1


def test_a_number_that_is_no_telephone_number_does_not_stop_an_order(shop: ShopServer):
    billing = {**make_woo_order()["billing"], "phone": "call me"}
    shop.hear(make_woo_order(billing=billing))

    assert [customer["phone"] for customer in shop.customers()] == [None]
    assert [order["note"] for order in shop.orders()] == ["快一点 call me"]


def test_many_orders_of_one_new_buyer_at_once_make_one_customer(shop: ShopServer):
    services = shop.services
    receiver = receiver_of(services, get_place(services.apps, CONNECTOR))
    futures = []
    for number in range(12):
        delivery = make_delivery(make_woo_order(number % 6 + 1), delivery=f"d{number % 8}")
        message = Message(delivery["content"], {k.lower(): v for k, v in delivery["headers"].items()})
        event = receiver.place.kind.read_event(message)
        futures.append(services.database.submit(lambda c, e=event, m=message: receiver.receive(c, e, m.raw)))
    outcomes = [each.result(20) for each in futures]

    assert (len(shop.orders()), len(shop.customers())) == (6, 1)
    assert sum(each.verdict == "order_paid" for each in outcomes) == 6


def test_what_the_connector_may_not_do_is_parked(shop: ShopServer):
    documents = make_shop_documents(roles=[])
    shop.server.install(documents)
    parked = shop.hear(make_woo_order())

    assert (parked.status_code, parked.json()["issues"][0]["code"]) == (202, "access.entity.denied")
    assert shop.customers() == []


def test_history_says_that_the_connector_wrote(shop: ShopServer):
    shop.hear(make_woo_order())

    [record] = shop.records.find(ORDER, RecordQuery()).records
    [entry] = shop.records.history(ORDER, record.id).items
    assert (entry["source"], entry["action"]) == ("connector", "create")


def test_an_incident_about_a_parked_order_is_mended_where_incidents_are(shop: ShopServer):
    for number in (1, 2):
        shop.hear(make_woo_order(number, items=[("INK-9", 1, "5.00", "5.00")]))
    boss = shop.boss()
    later, first = boss.get("/api/incidents").json()["items"]
    with connectors_at_work(shop.services):
        boss.post(f"/api/incidents/{first['id']}:retry")
        assert len(boss.get("/api/incidents").json()["items"]) == 2
        shop.add_product("INK-9")
        assert boss.post(f"/api/incidents/{first['id']}:retry").status_code == 200
        assert boss.post(f"/api/incidents/{later['id']}:skip").status_code == 200

    assert first["words"]["en"] == "No product has the SKU INK-9."
    assert boss.get("/api/incidents").json()["items"] == []
    assert [order["shop_no"] for order in shop.orders()] == ["1"]
    assert shop.events() == [("done", "order_paid"), ("ignored", "left")]


def test_a_signed_order_is_not_replayed_as_its_removal(shop: ShopServer):
    shop.hear(make_woo_order())

    answer = shop.hear(make_woo_order(), "order.deleted")

    assert codes(answer) == ["connector.message.wrong"]
    assert [each["status"] for each in shop.orders()] == ["paid"]


def test_who_forges_messages_does_not_keep_the_shop_out(sqlite_url: str, tmp_path: Path):
    made = ShopServer(sqlite_url, tmp_path, api_pace=2)
    forged = {"X-WC-Webhook-Signature": "AAAA"}
    answers = [made.hear(make_woo_order(), **forged).status_code for _ in range(3)]

    made.client = Client(made.server.app(), peer="203.0.113.9")
    genuine = made.hear(make_woo_order()).status_code
    made.client.close()
    made.close()

    assert (answers, genuine) == ([401, 401, 429], 200)
