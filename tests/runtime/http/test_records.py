"""Records over HTTP: the surface that programs and screens rely on."""

from typing import Any

import pytest

from tests.factories.definitions import CUSTOMER, ORDER, make_role, make_sales_documents
from tests.factories.server import Client, Server, codes

APP = "app_7kq2m4"
BASE = "/api/apps/inspection/entities"
ORDERS = f"{BASE}/order/records"
CUSTOMERS = f"{BASE}/customer/records"
EVERYTHING = {"read": True, "create": True, "update": True, "delete": True}
SELLER = make_role(
    "rol_sell01", "seller", {"entity": ORDER, **EVERYTHING}, {"entity": CUSTOMER, **EVERYTHING}
)
READER = make_role("rol_read01", "reader", {"entity": CUSTOMER, "read": 'level = "gold"'})


@pytest.fixture
def seller(server: Server) -> Client:
    roles = {f"roles/{role['name']}.json": role for role in (SELLER, READER)}
    server.install(make_sales_documents() | roles)
    server.add_person("seller", (APP, "rol_sell01"))
    server.add_person("reader", (APP, "rol_read01"))
    return server.client().sign_in("seller")


def add_customer(client: Client, **values: Any) -> dict[str, Any]:
    answer = client.post(CUSTOMERS, json={"name": "东方贸易", **values})
    assert answer.status_code == 201, answer.text
    return answer.json()


def an_order(customer: str, *lines: dict[str, Any]) -> dict[str, Any]:
    return {
        "customer": customer,
        "lines": list(lines) or [{"product": "pump", "quantity": 2, "price": "19.90"}],
    }


def test_a_record_is_created_with_lines_and_computed_fields(seller: Client) -> None:
    customer = add_customer(seller)

    answer = seller.post(ORDERS, json=an_order(customer["id"]))

    order = answer.json()
    assert answer.status_code == 201
    assert answer.headers["etag"] == '"1"'
    assert answer.headers["x-release"] == "1"
    assert (order["total"], order["no"], order["status"]) == ("39.80", "SO-202611-0001", "draft")
    assert [(line["product"], line["amount"]) for line in order["lines"]] == [("pump", "39.80")]


def test_what_was_written_is_read(seller: Client) -> None:
    made = seller.post(ORDERS, json=an_order(add_customer(seller)["id"])).json()

    answer = seller.get(f"{ORDERS}/{made['id']}")

    assert answer.json() == made
    assert answer.headers["etag"] == '"1"'


def test_links_are_expanded_when_asked(seller: Client) -> None:
    customer = add_customer(seller)
    made = seller.post(f"{ORDERS}?expand=customer", json=an_order(customer["id"])).json()

    assert made["customer"] == {"id": customer["id"], "title": "东方贸易"}
    listed = seller.get(f"{ORDERS}?expand=customer.level&fields=customer").json()["items"][0]
    assert listed["customer"] == {"id": customer["id"], "title": "东方贸易", "level": "normal"}


def test_a_bad_record_names_each_field(seller: Client) -> None:
    answer = seller.post(
        ORDERS,
        json={"customer": "nobody", "date": "tomorrow", "colour": "red", "lines": [{"quantity": 0}]},
        headers={"Accept-Language": "en"},
    )

    assert answer.status_code == 422
    pointers = {issue["pointer"] for issue in answer.json()["issues"]}
    assert {"/date", "/colour", "/lines/0/quantity", "/lines/0/product"} <= pointers
    assert all(issue["message"] != issue["code"] for issue in answer.json()["issues"])
    assert seller.get(ORDERS).json()["items"] == []


@pytest.mark.parametrize("body", ["[]", '"x"', "3", "null"])
def test_a_body_that_is_no_object_is_refused(seller: Client, body: str) -> None:
    answer = seller.post(CUSTOMERS, content=body, headers={"Content-Type": "application/json"})

    assert codes(answer) == ["request.body.no_object"]


def test_a_change_needs_the_version_it_is_based_on(seller: Client) -> None:
    id = add_customer(seller)["id"]

    for answer in (seller.patch(f"{CUSTOMERS}/{id}", json={"name": "x"}), seller.delete(f"{CUSTOMERS}/{id}")):
        assert answer.status_code == 428
        assert codes(answer) == ["request.if_match.missing"]


def test_a_change_gives_the_next_version(seller: Client) -> None:
    id = add_customer(seller)["id"]

    answer = seller.patch(f"{CUSTOMERS}/{id}", json={"name": "西方贸易"}, headers={"If-Match": '"1"'})

    assert (answer.json()["name"], answer.json()["version"], answer.headers["etag"]) == ("西方贸易", 2, '"2"')


def test_a_stale_change_shows_the_record_as_it_is(seller: Client) -> None:
    id = add_customer(seller)["id"]
    seller.patch(f"{CUSTOMERS}/{id}", json={"name": "first"}, headers={"If-Match": '"1"'})

    for answer in (
        seller.patch(f"{CUSTOMERS}/{id}", json={"name": "second"}, headers={"If-Match": '"1"'}),
        seller.delete(f"{CUSTOMERS}/{id}", headers={"If-Match": '"1"'}),
    ):
        assert answer.status_code == 412
        assert codes(answer) == ["record.version.stale"]
        assert (answer.json()["current"]["name"], answer.json()["current"]["version"]) == ("first", 2)


def test_the_same_key_and_body_have_one_effect_and_one_answer(seller: Client) -> None:
    key = {"Idempotency-Key": "order-4711"}
    body = {"name": "东方贸易"}

    first = seller.post(CUSTOMERS, json=body, headers=key)
    second = seller.post(CUSTOMERS, json=body, headers=key)

    assert (second.status_code, second.content) == (201, first.content)
    assert second.headers["etag"] == first.headers["etag"]
    assert len(seller.get(CUSTOMERS).json()["items"]) == 1


def test_the_same_key_with_another_body_is_a_conflict(seller: Client) -> None:
    key = {"Idempotency-Key": "order-4711"}
    seller.post(CUSTOMERS, json={"name": "东方贸易"}, headers=key)

    answer = seller.post(CUSTOMERS, json={"name": "西方贸易"}, headers=key)

    assert answer.status_code == 409
    assert codes(answer) == ["request.idempotency.reused"]


def test_a_refused_request_may_be_mended_under_its_key(seller: Client) -> None:
    key = {"Idempotency-Key": "order-4711"}

    assert seller.post(CUSTOMERS, json={"name": ""}, headers=key).status_code == 422
    assert seller.post(CUSTOMERS, json={"name": "东方贸易"}, headers=key).status_code == 201


def test_keys_belong_to_who_uses_them(server: Server, seller: Client) -> None:
    server.add_person("other", (APP, "rol_sell01"))
    key = {"Idempotency-Key": "1"}
    other = server.client().sign_in("other")

    seller.post(CUSTOMERS, json={"name": "a"}, headers=key)

    assert other.post(CUSTOMERS, json={"name": "b"}, headers=key).json()["name"] == "b"


def test_a_deleted_record_goes_to_the_trash_and_comes_back(seller: Client) -> None:
    id = add_customer(seller)["id"]

    gone = seller.delete(f"{CUSTOMERS}/{id}", headers={"If-Match": '"1"'})

    assert (gone.status_code, gone.json()) == (200, {"id": id, "version": 2})
    assert seller.get(f"{CUSTOMERS}/{id}").status_code == 404
    assert seller.get(f"{CUSTOMERS}/{id}?trash=true").status_code == 200
    assert [item["id"] for item in seller.get(f"{CUSTOMERS}?trash=true").json()["items"]] == [id]
    assert seller.post(f"{CUSTOMERS}/{id}:restore").json()["version"] == 3
    assert seller.get(f"{CUSTOMERS}/{id}").status_code == 200


def test_a_record_of_the_trash_can_be_removed_for_good(seller: Client) -> None:
    id = add_customer(seller)["id"]
    assert seller.delete(f"{CUSTOMERS}/{id}?permanently=true").status_code == 404
    seller.delete(f"{CUSTOMERS}/{id}", headers={"If-Match": '"1"'})

    assert seller.delete(f"{CUSTOMERS}/{id}?permanently=true").status_code == 204

    assert seller.get(f"{CUSTOMERS}?trash=true").json()["items"] == []


def test_history_tells_who_changed_what(seller: Client) -> None:
    id = add_customer(seller)["id"]
    seller.patch(f"{CUSTOMERS}/{id}", json={"level": "gold"}, headers={"If-Match": '"1"'})

    items = seller.get(f"{CUSTOMERS}/{id}/history").json()["items"]

    assert [(item["action"], item["by"]["title"], item["source"]) for item in items] == [
        ("update", "seller先生", "ui"),
        ("create", "seller先生", "ui"),
    ]
    assert items[0]["changes"] == [{"field": "level", "before": "normal", "after": "gold"}]


def test_compute_tells_what_saving_would_give_and_stores_nothing(seller: Client) -> None:
    customer = add_customer(seller)
    sent = {"values": {"customer": customer["id"], "lines": [{"quantity": 3, "price": "5"}]}}

    answer = seller.post(f"{ORDERS}:compute?expand=*", json=sent)

    assert answer.json()["values"]["total"] == "15.00"
    assert answer.json()["values"]["customer"] == {"id": customer["id"], "title": "东方贸易"}
    assert "/lines/0/product" in [issue["pointer"] for issue in answer.json()["issues"]]
    assert seller.get(ORDERS).json()["items"] == []


def test_bulk_saves_all_or_with_partial_the_good_rows(seller: Client) -> None:
    rows = [{"name": "a"}, {"name": ""}, {"name": "c"}]

    refused = seller.post(f"{CUSTOMERS}:bulk", json={"mode": "create", "records": rows})
    kept = seller.post(f"{CUSTOMERS}:bulk", json={"mode": "create", "records": rows, "partial": True}).json()

    assert refused.status_code == 422
    assert [issue["pointer"] for issue in refused.json()["issues"]] == ["/records/1/name"]
    assert (kept["saved"], kept["failed"]) == (2, 1)
    assert [sorted(row) for row in kept["results"]] == [
        ["id", "index", "version"], ["index", "issues"], ["id", "index", "version"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"mode": "replace", "records": []}, "/mode"),
        ({"mode": "create", "records": {}}, "/records"),
        ({"mode": "create", "records": [1]}, "/records/0"),
        ({"mode": "upsert", "key": "name", "records": []}, "/key"),
        ({"mode": "create", "records": [], "partial": "yes"}, "/partial"),
    ],
)
def test_a_wrong_bulk_request_is_refused_by_its_place(
    seller: Client, body: dict[str, Any], pointer: str
) -> None:
    answer = seller.post(f"{CUSTOMERS}:bulk", json=body)

    assert [issue["pointer"] for issue in answer.json()["issues"]] == [pointer]


def test_lists_are_filtered_sorted_counted_and_paged(seller: Client) -> None:
    for number in range(5):
        add_customer(seller, name=f"c{number}", credit_limit=f"{number}00")

    page = seller.get(
        CUSTOMERS, params={"filter": "credit_limit >= 200", "sort": "-name", "limit": 2, "count": "exact"}
    ).json()
    rest = seller.get(
        CUSTOMERS,
        params={"filter": "credit_limit >= 200", "sort": "-name", "limit": 2, "cursor": page["next_cursor"]},
    ).json()

    assert [item["name"] for item in page["items"]] == ["c4", "c3"]
    assert (page["total"], page["release"]) == (3, 1)
    assert ([item["name"] for item in rest["items"]], rest["next_cursor"]) == (["c2"], None)


def test_unreadable_absent_and_malformed_records_look_the_same(server: Server, seller: Client) -> None:
    id = add_customer(seller)["id"]
    reader = server.client().sign_in("reader")

    def bare(path: str) -> tuple[int, list[str], str]:
        answer = reader.get(path)
        return answer.status_code, codes(answer), answer.json()["title"]

    unreadable = bare(f"{CUSTOMERS}/{id}")
    assert unreadable == bare(f"{CUSTOMERS}/{id[:-1]}0") == bare(f"{CUSTOMERS}/x")
    assert unreadable[0] == 404


def test_entities_without_any_right_look_absent(server: Server, seller: Client) -> None:
    reader = server.client().sign_in("reader")

    known, unknown = reader.get(ORDERS), reader.get(f"{BASE}/nothing/records")

    assert known.status_code == unknown.status_code == 404
    assert codes(known) == codes(unknown) == ["access.entity.unknown"]


def test_a_missing_right_on_a_known_entity_is_named(server: Server, seller: Client) -> None:
    answer = server.client().sign_in("reader").post(CUSTOMERS, json={"name": "x"})

    assert answer.status_code == 403
    assert codes(answer) == ["access.entity.denied"]


def test_a_token_reaches_what_its_scopes_allow(server: Server, seller: Client) -> None:
    id = add_customer(seller)["id"]
    made = seller.post("/api/tokens", json={"name": "sync", "scopes": ["read"]}).json()
    program = server.client()
    program.headers["Authorization"] = f"Bearer {made['token']}"

    assert program.get(f"{CUSTOMERS}/{id}").status_code == 200
    assert codes(program.post(CUSTOMERS, json={"name": "x"})) == ["access.scope.missing"]


def test_refusals_of_record_routes_carry_the_release(seller: Client) -> None:
    assert seller.get(f"{CUSTOMERS}/x").headers["x-release"] == "1"


def test_a_form_of_a_thousand_lines_is_taken(seller: Client) -> None:
    lines = [{"product": f"p{n}", "quantity": 1, "price": "0.10"} for n in range(400)]

    order = seller.post(ORDERS, json=an_order(add_customer(seller)["id"], *lines))

    assert order.json()["total"] == "40.00"
