"""A decision may name the form the task was shown in: then the record must keep its rules."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.factories.definitions import ORDER
from tests.factories.documents import make_label
from tests.factories.flows import make_approval, make_flow
from tests.runtime.flows.shop import DIRECTOR, FLOW_ROLE, SELLER, Shop
from tests.runtime.flows.test_tasks_over_http import decide, placed, todo

FORM = {
    "schema": "tongdao/form/1", "id": "frm_order1", "name": "order", "label": make_label("order"), "entity": ORDER,
    "layout": [
        {
            "id": "sec_order1",
            "items": [
                {"field": "fld_onote1", "require": "total > 100", "lock": 'status = "paid"'},
                {"field": "fld_odate1"},
                {"field": "fld_ostat1", "require": "TRUE"},
            ],
        }
    ],
}  # fmt: skip


@pytest.fixture
def shop(sqlite_url: str, tmp_path: Path) -> Iterator[Shop]:
    approve = make_approval("nod_check1", opinion="optional", fields={"fld_onote1": "edit"})
    flow = make_flow(
        [approve], ["trigger nod_check1", "nod_check1 approved end"], roles=[FLOW_ROLE],
        trigger={"kind": "record_created", "entity": ORDER, "when": "total > 100"},
    )  # fmt: skip
    made = Shop(sqlite_url, tmp_path, flow, **{"forms/order.json": FORM})
    made.person("ann", DIRECTOR)
    made.person("sue", SELLER)
    yield made
    made.close()


def places(answer: Any) -> dict[str, str]:
    return {each["pointer"]: each["code"] for each in answer.json().get("issues", ())}


def test_what_the_form_requires_is_asked_for_with_the_decision(shop: Shop) -> None:
    placed(shop)
    ann = shop.client("ann")
    [task] = todo(ann)

    assert places(decide(ann, task, form="order")) == {"/values/note": "value.required"}
    assert places(decide(ann, task, form="other")) == {"/form": "record.form.unknown"}
    blank = {"values": {"note": None}, "record_version": 1}
    assert places(decide(ann, task, form="order", **blank)) == {"/values/note": "value.required"}
    filled = {"values": {"note": "fine"}, "record_version": 1}
    assert decide(ann, task, form="order", **filled).status_code == 200


def test_what_the_step_does_not_let_one_enter_is_not_asked_for(shop: Shop) -> None:
    _, order = placed(shop)
    shop.records().update(ORDER, order, {"note": "fine", "status": None}, 1)
    ann = shop.client("ann")
    [task] = todo(ann)

    assert decide(ann, task, form="order").status_code == 200


def test_what_the_form_locks_is_not_changed_by_a_task(shop: Shop) -> None:
    _, order = placed(shop)
    shop.records().update(ORDER, order, {"note": "fine", "status": "paid"}, 1)
    ann = shop.client("ann")
    [task] = todo(ann)
    changed = {"values": {"note": "better"}, "record_version": 2}

    assert places(decide(ann, task, form="order", **changed)) == {"/values/note": "value.form.locked"}
    assert decide(ann, task, **changed).status_code == 200


def test_a_refusal_asks_for_nothing(shop: Shop) -> None:
    placed(shop)
    ann = shop.client("ann")
    [task] = todo(ann)

    assert decide(ann, task, "reject", form="order").status_code == 200
