"""Tasks, runs, incidents and notifications as browsers meet them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.factories.definitions import ORDER
from tests.factories.flows import make_approval, make_flow, make_node
from tests.factories.server import Client, codes
from tests.runtime.flows.shop import DIRECTOR, FLOW_ROLE, ORDERS, SELLER, Shop


@pytest.fixture
def shop(sqlite_url: str, tmp_path: Path) -> Iterator[Shop]:
    approve = make_approval(
        "nod_check1", opinion="required_to_reject", fields={"fld_onote1": "edit", "fld_ostat1": "hidden"}
    )
    flow = make_flow(
        [approve], ["trigger nod_check1", "nod_check1 approved end"], roles=[FLOW_ROLE],
        trigger={"kind": "record_created", "entity": ORDER, "when": "total > 100"},
    )  # fmt: skip
    button = make_flow(
        [make_node("nod_setit1", "update_record", set={"fld_onote1": '"pressed"'})],
        ["trigger nod_setit1", "nod_setit1 end"], id="flw_press1", name="press", roles=[FLOW_ROLE],
        trigger={"kind": "button", "entity": ORDER, "when": 'status = "draft"', "roles": [SELLER], "danger": True},
    )  # fmt: skip
    made = Shop(sqlite_url, tmp_path, flow, button)
    made.person("ann", DIRECTOR)
    made.person("bob", DIRECTOR)
    made.person("sue", SELLER)
    made.person("eve", "rol_nobody")
    yield made
    made.close()


def placed(shop: Shop, price: str = "500") -> tuple[Client, str]:
    """Let the seller place an order, and the flow begin."""
    seller = shop.client("sue")
    body = {"customer": shop.customer, "lines": [{"product": "Pump", "price": price}]}
    answer = seller.post(ORDERS, json=body)
    assert answer.status_code == 201, answer.text
    shop.drain()
    return seller, answer.json()["id"]


def todo(client: Client) -> list[Any]:
    items: list[Any] = client.get("/api/tasks").json()["items"]
    return items


def decide(client: Client, task: Any, action: str = "approve", **more: Any) -> Any:
    body = {"action": action, "version": task["version"], **more}
    return client.post(f"/api/tasks/{task['id']}/decisions", json=body)


def test_a_task_is_found_decided_and_gone(shop: Shop) -> None:
    seller, order = placed(shop)
    ann = shop.client("ann")

    [task] = todo(ann)
    assert task["record"]["id"] == order
    assert task["record"]["title"].startswith("SO-")
    assert task["submitter"]["title"] == "sue先生"
    whole = ann.get(f"/api/tasks/{task['id']}").json()
    assert whole["fields"] == {"note": "edit", "status": "hidden"}
    assert "approve" in whole["actions"]

    answer = decide(ann, task)

    assert answer.status_code == 200, answer.text
    assert answer.json()["state"] == "approved"
    assert todo(ann) == []
    [done] = ann.get("/api/tasks?box=done").json()["items"]
    assert done["id"] == task["id"]
    [started] = seller.get("/api/tasks?box=started").json()["items"]
    assert started["state"] == "completed"


def test_the_second_of_two_deciders_is_told_who_was_faster(shop: Shop) -> None:
    placed(shop)
    ann = shop.client("ann")
    [task] = todo(ann)
    decide(ann, task)

    answer = decide(ann, task, "reject", opinion="no")

    assert answer.status_code == 409
    [issue] = answer.json()["issues"]
    assert issue["code"] == "flow.task.decided"
    assert issue["params"]["by.zh"] == "ann先生"
    assert issue["params"]["at"] == "2026-11-23T02:00:00+00:00"
    assert "2026-11-23 10:00" in answer.json()["title"]


def test_rejecting_needs_words(shop: Shop) -> None:
    placed(shop)
    ann = shop.client("ann")

    answer = decide(ann, todo(ann)[0], "reject")

    assert answer.status_code == 422
    assert codes(answer) == ["flow.opinion.missing"]


def test_values_are_saved_with_the_decision_as_far_as_the_step_allows(shop: Shop) -> None:
    _, order = placed(shop)
    ann = shop.client("ann")
    [task] = todo(ann)

    refused = decide(ann, task, values={"status": "paid"}, record_version=1)
    assert codes(refused) == ["flow.task.unwritable"]
    assert todo(ann)[0]["state"] == "pending"

    answer = decide(ann, task, values={"note": "fine"}, record_version=1)

    assert answer.status_code == 200, answer.text
    record = shop.records().get(ORDER, order)
    assert (record.values["note"], record.version) == ("fine", 2)


def test_a_stale_record_version_refuses_the_decision_whole(shop: Shop) -> None:
    placed(shop)
    ann = shop.client("ann")

    answer = decide(ann, todo(ann)[0], values={"note": "fine"}, record_version=7)

    assert answer.status_code == 409
    assert todo(ann)[0]["state"] == "pending"


def test_a_task_grants_its_record_to_who_has_no_role_for_it(shop: Shop) -> None:
    _, order = placed(shop)
    ann, eve = shop.client("ann"), shop.client("eve")
    eve_id = eve.get("/api/session").json()["user"]["id"]
    assert eve.get(f"{ORDERS}/{order}").status_code == 404

    answer = decide(ann, todo(ann)[0], "transfer", person=eve_id)
    assert answer.status_code == 200, answer.text

    read = eve.get(f"{ORDERS}/{order}")
    assert read.status_code == 200, read.text
    assert set(read.json()) >= {"id", "no", "note"}
    assert not {"status", "total", "customer"} & set(read.json())
    [task] = todo(eve)
    saved = decide(eve, task, values={"note": "by eve"}, record_version=1)
    assert saved.status_code == 200, saved.text
    assert eve.get(f"{ORDERS}/{order}").status_code == 404


def test_the_task_of_another_person_does_not_exist(shop: Shop) -> None:
    placed(shop)
    [task] = todo(shop.client("ann"))

    assert shop.client("eve").get(f"/api/tasks/{task['id']}").status_code == 404
    assert decide(shop.client("eve"), task).status_code == 404


def test_a_run_tells_where_it_stands_and_why(shop: Shop) -> None:
    seller, order = placed(shop)

    found = seller.get(f"{ORDERS}/{order}/flows").json()
    [run] = found["items"]
    whole = seller.get(f"/api/apps/inspection/flows/review/instances/{run['instance']}")

    assert whole.status_code == 200, whole.text
    body = whole.json()
    assert body["state"] == "running"
    assert {each["title"] for each in run["waiting_for"]} == {"ann先生", "bob先生"}
    assert [each["node"] for each in body["steps"]] == ["nod_check1"]
    assert "director" in body["steps"][0]["words"][0]["en"]
    assert body["may"] == ["withdraw", "remind"]


def test_a_run_is_seen_only_by_who_takes_part_or_reads_its_record(shop: Shop) -> None:
    seller, order = placed(shop)
    run = seller.get(f"{ORDERS}/{order}/flows").json()["items"][0]["instance"]

    path = f"/api/apps/inspection/flows/review/instances/{run}"
    assert shop.client("eve").get(path).status_code == 404


def test_who_submitted_withdraws(shop: Shop) -> None:
    seller, order = placed(shop)
    run = seller.get(f"{ORDERS}/{order}/flows").json()["items"][0]["instance"]
    path = f"/api/apps/inspection/flows/review/instances/{run}"

    assert seller.post(f"{path}:cancel").status_code == 403
    assert shop.client("ann").post(f"{path}:withdraw").status_code == 403
    answer = seller.post(f"{path}:withdraw")

    assert answer.json()["state"] == "withdrawn"
    assert todo(shop.client("ann")) == []


def test_reminding_tells_everybody_once_more(shop: Shop) -> None:
    seller, order = placed(shop)
    run = seller.get(f"{ORDERS}/{order}/flows").json()["items"][0]["instance"]
    ann = shop.client("ann")
    before = ann.get("/api/notifications").json()

    answer = seller.post(f"/api/apps/inspection/flows/review/instances/{run}:remind")

    assert answer.status_code == 200, answer.text
    after = ann.get("/api/notifications").json()
    assert (before["unread"], after["unread"]) == (1, 2)
    assert ann.post("/api/notifications:read", json={}).json() == {"unread": 0}


def test_a_button_is_offered_to_its_role_and_starts_a_flow(shop: Shop) -> None:
    seller, order = placed(shop, "5")
    offered = seller.get(f"{ORDERS}/{order}/flows").json()["buttons"]
    assert [(each["flow"], each["danger"]) for each in offered] == [("press", True)]
    assert shop.client("ann").get(f"{ORDERS}/{order}/flows").json()["buttons"] == []

    path = "/api/apps/inspection/flows/press/instances"
    assert shop.client("ann").post(path, json={"record": order}).status_code == 409
    answer = seller.post(path, json={"record": order})

    assert answer.status_code == 201, answer.text
    shop.drain()
    assert shop.records().get(ORDER, order).values["note"] == "pressed"


def test_incidents_are_mended_by_administrators(sqlite_url: str, tmp_path: Path) -> None:
    change = make_node(
        "nod_setit1", "update_record", set={"fld_odate1": "DATE(2026, 1, 1)", "fld_onote1": "no"}
    )
    flow = make_flow([change], ["trigger nod_setit1", "nod_setit1 end"], roles=[])
    shop = Shop(sqlite_url, tmp_path, flow)
    try:
        shop.person("ann", DIRECTOR)
        shop.person("sue", SELLER)
        placed(shop)
        ann = shop.client("ann")
        assert shop.client("sue").get("/api/incidents").status_code == 403
        [incident] = ann.get("/api/incidents").json()["items"]
        assert incident["words"]["en"]

        again = ann.post(f"/api/incidents/{incident['id']}:retry").json()
        assert (again["state"], again["attempts"]) == ("open", 2)

        skipped = ann.post(f"/api/incidents/{incident['id']}:skip")
        assert skipped.json()["state"] == "closed", skipped.text
        assert shop.states() == ["completed"]
        assert ann.post(f"/api/incidents/{incident['id']}:skip").status_code == 409
    finally:
        shop.close()


def test_departments_and_places_in_them(shop: Shop) -> None:
    ann = shop.client("ann")
    names = {"zh": "销售部", "en": "Sales"}
    top = ann.post("/api/departments", json={"name": names}).json()
    below = ann.post(
        "/api/departments", json={"name": {"zh": "华北", "en": "North"}, "parent": top["id"]}
    ).json()

    assert below["parent"] == top["id"]
    assert ann.patch(f"/api/departments/{top['id']}", json={"parent": below["id"]}).status_code == 422
    people = {each["login"]: each for each in ann.get("/api/people").json()["items"]}
    sue, bob = people["sue"]["id"], people["bob"]["id"]
    changes = {"department": below["id"], "superior": bob, "email": "sue@example.com"}
    changed = ann.patch(f"/api/people/{sue}", json=changes).json()
    assert {name: changed[name] for name in changes} == changes
    assert ann.patch(f"/api/people/{bob}", json={"superior": sue}).status_code == 422
    assert ann.patch(f"/api/people/{sue}", json={"superior": None}).json()["superior"] is None
    assert shop.client("sue").get("/api/departments").status_code == 403


def test_it_is_told_beforehand_who_will_be_asked(shop: Shop) -> None:
    seller = shop.client("sue")
    body = {"customer": shop.customer, "lines": [{"product": "Pump", "price": "500"}]}

    found = seller.post(f"{ORDERS}:forecast", json={"values": body})

    assert found.status_code == 200, found.text
    [flow] = found.json()["flows"]
    [step] = flow["steps"]
    assert {each["title"] for each in step["people"]} == {"ann先生", "bob先生"}
    small = {**body, "lines": [{"product": "Pump", "price": "5"}]}
    assert seller.post(f"{ORDERS}:forecast", json={"values": small}).json() == {"flows": []}
    assert shop.states() == []


def test_who_reminds_enters_nothing_with_it(shop: Shop) -> None:
    seller, order = placed(shop)
    [task] = todo(shop.client("ann"))

    answer = decide(seller, task, "remind", values={"note": "mine"}, record_version=1)

    assert codes(answer) == ["flow.task.foreign"]
    assert shop.records().get(ORDER, order).values["note"] != "mine"


def test_a_task_that_is_done_tells_no_title_any_more(shop: Shop) -> None:
    placed(shop)
    ann, eve = shop.client("ann"), shop.client("eve")
    eve_id = eve.get("/api/session").json()["user"]["id"]
    decide(ann, todo(ann)[0], "transfer", person=eve_id)
    [task] = todo(eve)
    assert task["record"]["title"].startswith("SO-")

    decide(eve, task)

    [done] = eve.get("/api/tasks?box=done").json()["items"]
    assert done["record"]["title"] == ""
