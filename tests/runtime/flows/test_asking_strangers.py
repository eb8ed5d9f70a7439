"""What is sent of a task's record: as much as the step grants its person, as long as it waits, and nothing else."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.factories.definitions import CUSTOMER, ORDER, make_role, make_sales_documents
from tests.factories.flows import make_approval, make_flow
from tests.factories.server import Client
from tests.runtime.flows.shop import DIRECTOR, FLOW_ROLE, ORDERS, SELLER, Shop, everything
from tests.runtime.flows.test_tasks_over_http import decide, placed, todo

SUMMARY = ["fld_ocust1", "fld_ostat1", "fld_ototal"]


@pytest.fixture
def shop(sqlite_url: str, tmp_path: Path) -> Iterator[Shop]:
    fields = {"fld_onote1": "edit", "fld_ototal": "read", "fld_oline1": "read", "fld_ostat1": "hidden"}
    flow = make_flow(
        [make_approval("nod_check1", opinion="optional", fields=fields)],
        ["trigger nod_check1", "nod_check1 approved end"], roles=[FLOW_ROLE],
        trigger={"kind": "record_created", "entity": ORDER},
    )  # fmt: skip
    order = {**make_sales_documents()["entities/order.json"], "summary": SUMMARY}
    blind = everything(ORDER, fields={"fld_ostat1": "masked"})
    director = make_role(DIRECTOR, "director", everything(CUSTOMER), blind)
    made = Shop(sqlite_url, tmp_path, flow, **{"entities/order.json": order, "roles/director.json": director})
    made.person("ann", DIRECTOR)
    made.person("sue", SELLER)
    made.person("eve", "rol_nobody")
    yield made
    made.close()


def shown(task: Any) -> dict[str, Any]:
    return {each["field"]: each.get("title") or each["value"] for each in task["summary"]}


def asked_instead(shop: Shop) -> Client:
    """Pass the task on to somebody without any role in the app."""
    ann, eve = shop.client("ann"), shop.client("eve")
    decide(ann, todo(ann)[0], "transfer", person=eve.get("/api/session").json()["user"]["id"])
    return eve


def test_a_task_tells_its_record_apart_by_what_its_person_may_read(shop: Shop) -> None:
    placed(shop)

    [task] = todo(shop.client("ann"))

    assert shown(task) == {"customer": "Lin", "total": "500.00"}
    assert [each["label"]["en"] for each in task["summary"]]


def test_choices_are_told_in_words(shop: Shop) -> None:
    placed(shop)
    seller = shop.client("sue")
    ann = shop.client("ann")

    decide(ann, todo(ann)[0], "transfer", person=seller.get("/api/session").json()["user"]["id"])

    [task] = todo(seller)
    status = next(each for each in task["summary"] if each["field"] == "status")
    assert status["value"] == "draft"
    assert status["title"]


def test_a_stranger_is_shown_what_the_step_grants_and_only_while_it_waits(shop: Shop) -> None:
    placed(shop)
    eve = asked_instead(shop)

    [task] = todo(eve)
    assert shown(task) == {"total": "500.00"}
    decide(eve, task)

    [done] = eve.get("/api/tasks?box=done").json()["items"]
    assert done["summary"] == []
    assert eve.get(f"/api/tasks/{task['id']}").json()["documents"] is None


def test_a_stranger_is_given_the_documents_to_draw_what_the_step_grants(shop: Shop) -> None:
    _, order = placed(shop)
    eve = asked_instead(shop)

    documents = eve.get(f"/api/tasks/{todo(eve)[0]['id']}").json()["documents"]

    assert documents["entity"]["id"] == ORDER
    assert {each["name"] for each in documents["entity"]["fields"]} == {"no", "note", "total", "lines"}
    assert set(documents["rights"]["fields"]) >= {"no", "note", "total", "lines", "lines.product"}
    assert documents["options"] == []
    assert "status" not in str(documents)
    assert "customer" not in str(documents)
    assert eve.get(f"{ORDERS}/{order}").status_code == 200


def test_nothing_else_of_the_app_is_opened_by_a_task(shop: Shop) -> None:
    placed(shop)
    other = shop.order()
    eve = asked_instead(shop)

    assert eve.get("/api/apps/inspection/definition").json()["entities"] == []
    assert eve.get(ORDERS).status_code == 404
    assert eve.get(f"{ORDERS}/{other}").status_code == 404
    assert eve.get("/api/apps/inspection/entities/customer/records").status_code == 404


def test_who_sees_as_much_by_their_roles_is_sent_no_documents(shop: Shop) -> None:
    placed(shop)
    ann = shop.client("ann")

    assert ann.get(f"/api/tasks/{todo(ann)[0]['id']}").json()["documents"] is None
