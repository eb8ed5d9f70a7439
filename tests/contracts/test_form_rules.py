"""Records written over HTTP through a form keep its rules, on every database."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import httpx
import pytest

from runtime.bench.statements import tracing
from tests.engine.forms.vectors import CONTENT, DOCUMENTS
from tests.factories.definitions import CUSTOMER, ORDER, make_role
from tests.factories.server import Client, Server, codes

APP = "app_7kq2m4"
ORDERS = "/api/apps/inspection/entities/order/records"
CUSTOMERS = "/api/apps/inspection/entities/customer/records"
FORM = {"form": "order"}
EVERYTHING = {"read": True, "create": True, "update": True, "delete": True}
LINES = [{"product": "pump", "quantity": 1, "price": "10"}]
WRITES = [pytest.param(each, id=each["says"]) for each in CONTENT["writes"]]


def make_documents() -> dict[str, Any]:
    """Return the order of the vectors with a payer of its customer's level, and a second, plain form."""
    documents = deepcopy(DOCUMENTS)
    label = {"zh": "payer", "en": "payer"}
    documents["entities/order.json"]["fields"] += [
        {"id": "fld_opayer", "name": "payer", "type": "link", "label": label, "options": {"entity": CUSTOMER}}
    ]
    order = documents["forms/order.json"]
    candidates = "level = record.customer.level"
    order["layout"][0]["items"].append({"field": "fld_opayer", "candidates": candidates})
    plain = {**order, "id": "frm_plain1", "name": "plain"}
    plain["layout"] = [{"id": "sec_plain1", "items": [{"field": "fld_ocust1"}, {"field": "fld_oreasn"}]}]
    seller = make_role(
        "rol_sell01", "seller", {"entity": ORDER, **EVERYTHING}, {"entity": CUSTOMER, **EVERYTHING}
    )
    clerk = make_role(
        "rol_clerk1", "clerk", {"entity": ORDER, **EVERYTHING},
        {"entity": CUSTOMER, "read": 'level = "normal"'},
    )  # fmt: skip
    return documents | {
        "forms/plain.json": plain, "roles/seller.json": seller, "roles/clerk.json": clerk
    }  # fmt: skip


def make_server(url: str, data: Path) -> Server:
    made = Server(url, data)
    made.install(make_documents())
    for login, role in (("seller", "rol_sell01"), ("clerk", "rol_clerk1")):
        made.add_person(login, (APP, role))
    return made


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Iterator[Server]:
    made = make_server(database_url, tmp_path)
    yield made
    made.close()


@pytest.fixture
def seller(server: Server) -> Client:
    return server.client().sign_in("seller")


def add_customer(client: Client, **values: Any) -> str:
    made: str = client.post(CUSTOMERS, json={"name": "东方贸易", **values}).json()["id"]
    return made


def send(client: Client, before: dict[str, Any], after: dict[str, Any]) -> httpx.Response:
    """Change a record through the form, by what is different."""
    changed = {name: value for name, value in after.items() if value != before.get(name)}
    etag = {"If-Match": f'"{before["version"]}"'}
    return client.request("PATCH", f"{ORDERS}/{before['id']}", params=FORM, json=changed, headers=etag)


def places(answer: httpx.Response) -> dict[str, str]:
    return {each["pointer"].removeprefix("/"): each["code"] for each in answer.json().get("issues", ())}


@pytest.mark.parametrize("write", WRITES)
def test_what_was_never_open_is_refused_as_the_vectors_say(seller: Client, write: Any) -> None:
    customer = add_customer(seller)
    whole = {"customer": customer, "lines": LINES, "approver": "Li"}
    if write["before"] is None:
        sent = {**whole, "approver": None, **write["after"]}
        answer = seller.request("POST", ORDERS, params=FORM, json=sent)
    else:
        before = seller.post(ORDERS, json={**whole, **write["before"]}).json()
        answer = send(seller, before, {**before, "approver": "Li", **write["after"]} | {"approver": "Li"})

    closed = {name: code.rpartition(".")[2] for name, code in places(answer).items() if "value.form" in code}
    assert closed == write["refused"]
    assert answer.status_code == (422 if places(answer) else 200 if write["before"] is not None else 201)


def test_every_place_is_named_at_once_beside_what_the_entity_refuses(seller: Client) -> None:
    sent = {
        "customer": add_customer(seller),
        "date": "tomorrow",
        "urgent": True,
        "grade": "normal",
        "note": "x",
    }

    answer = seller.request(
        "POST", ORDERS, params=FORM, json={**sent, "status": "paid"}, headers={"Accept-Language": "en"}
    )

    assert places(answer) == {
        "date": "value.date.unreadable",
        "lines": "field.lines.few",
        "approver": "value.required",
        "grade": "value.choice.not_offered",
        "note": "value.form.hidden",
    }
    words = {each["pointer"]: each["message"] for each in answer.json()["issues"]}
    assert words["/note"] == "“note” is not shown on this form now and cannot be changed through it."
    assert seller.get(ORDERS).json()["items"] == []


def test_without_a_form_the_entity_alone_decides(seller: Client) -> None:
    sent = {"customer": add_customer(seller), "lines": LINES, "urgent": True, "grade": "normal", "note": "x"}

    assert seller.post(ORDERS, json=sent).status_code == 201


def test_conditions_over_linked_records_and_figures_hold(seller: Client) -> None:
    gold, normal = add_customer(seller, level="gold"), add_customer(seller)
    lines = [{"product": "pump", "quantity": 1, "price": "150"}]

    answers = [
        seller.request("POST", ORDERS, params=FORM, json={"customer": customer, "payer": payer, "lines": lines})
        for customer, payer in ((normal, normal), (gold, gold), (normal, gold))
    ]  # fmt: skip

    assert [places(each) for each in answers] == [
        {}, {"note": "value.required"}, {"payer": "value.choice.not_offered"}
    ]  # fmt: skip


def test_a_form_tells_nothing_of_a_record_its_sender_may_not_read(server: Server, seller: Client) -> None:
    gold, normal = add_customer(seller, level="gold"), add_customer(seller)
    clerk = server.client().sign_in("clerk")
    lines = [{"product": "pump", "quantity": 1, "price": "150"}]
    nobody = "0192f7c4-8a3e-7cc1-9d2e-000000000009"

    told = [
        places(
            clerk.request("POST", ORDERS, params=FORM, json={"customer": customer, "payer": payer, "lines": lines})
        )
        for customer, payer in ((gold, normal), (nobody, normal), (normal, gold), (normal, nobody))
    ]  # fmt: skip

    assert told[0] == told[1] != {}
    assert told[2] == told[3] == {"payer": "record.link.absent"}


@pytest.mark.parametrize("name", ["nothing", "", "customer"])
def test_an_unknown_form_is_refused_by_its_name(seller: Client, name: str) -> None:
    answer = seller.request("POST", ORDERS, params={"form": name}, json={})

    assert answer.status_code == 422
    assert codes(answer) == ["record.form.unknown"]
    assert answer.headers["x-release"] == "1"


def test_a_form_without_rules_costs_no_statement(sqlite_url: str, tmp_path: Path) -> None:
    with tracing() as seen:
        server = make_server(sqlite_url, tmp_path)
        client = server.client().sign_in("seller")
        customer = add_customer(client)
        sent = {"customer": customer, "payer": customer, "lines": LINES}

        def count(**more: Any) -> int:
            seen.clear()
            assert client.request("POST", ORDERS, json=sent, **more).status_code == 201
            return len(seen)

        count()  # what is kept for the next time
        bare = count()
        assert count(params={"form": "plain"}) == bare
        assert count(params=FORM) == bare + 1  # the customer, whose level two rules read, twice
        server.close()
