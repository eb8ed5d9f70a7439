"""Steps that wait for time, other systems and other flows; figures that cross limits; timetables; letters."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.kernel.errors import Invalid, Unavailable
from runtime.flows.ending import cancel
from runtime.flows.outgoing import Call, Letter
from runtime.storage.system_tables_flows import sys_flow_instance, sys_incident, sys_outbox
from tests.factories.definitions import CUSTOMER, ORDER
from tests.factories.documents import Raw, make_label
from tests.factories.flows import make_approval, make_flow, make_node
from tests.runtime.flows.shop import DIRECTOR, FLOW_ROLE, Shop

MakeShop = Callable[..., Shop]
MARK = make_node("nod_mark01", "update_record", set={"fld_onote1": 'note & "x"'})


@pytest.fixture
def make_shop(sqlite_url: str, tmp_path: Path) -> Iterator[MakeShop]:
    made: list[Shop] = []

    def make(*flows: Any, **documents: Any) -> Shop:
        made.append(Shop(sqlite_url, tmp_path, *flows, **documents))
        return made[-1]

    yield make
    for shop in made:
        shop.close()


def one_step(node: Raw, *edges: str, **more: Any) -> Raw:
    return make_flow([node, MARK], [f"trigger {node['id']}", *(edges or (f"{node['id']} nod_mark01",)), "nod_mark01 end"],
                     roles=[FLOW_ROLE], **more)  # fmt: skip


def note(shop: Shop, order: str) -> Any:
    return shop.records().get(ORDER, order).values["note"]


def test_a_timer_waits_for_its_time(make_shop: MakeShop) -> None:
    shop = make_shop(one_step(make_node("nod_wait01", "timer", after="PT1H")))
    order = shop.order()
    shop.drain()
    assert note(shop, order) is None

    shop.server.clock.go_on(minutes=59)
    shop.drain()
    assert note(shop, order) is None
    shop.server.clock.go_on(minutes=2)
    shop.drain()
    assert note(shop, order) == "x"


def test_a_deadline_that_passes_decides_and_one_that_is_kept_never_rings(make_shop: MakeShop) -> None:
    approve = make_approval("nod_check1", opinion="optional", timeout={"after": "PT8H", "then": "approve"})
    shop = make_shop(one_step(approve, "nod_check1 approved nod_mark01"))
    shop.person("ann", DIRECTOR)
    late, kept = shop.order(), shop.order()
    shop.drain()
    ann = shop.client("ann")
    [task] = [each for each in ann.get("/api/tasks").json()["items"] if each["record"]["id"] == kept]
    ann.post(f"/api/tasks/{task['id']}/decisions", json={"action": "approve", "version": task["version"]})

    shop.server.clock.go_on(hours=9)
    shop.drain()

    assert (note(shop, late), note(shop, kept)) == ("x", "x")
    assert shop.tasks() == []


def test_another_flow_is_waited_for(make_shop: MakeShop) -> None:
    inner = make_flow(
        [make_node("nod_inner1", "update_record", set={"fld_onote1": '"inner"'})],
        ["trigger nod_inner1", "nod_inner1 end"], id="flw_inner1", name="inner", roles=[FLOW_ROLE],
        trigger={"kind": "button", "entity": ORDER},
    )  # fmt: skip
    outer = one_step(make_node("nod_call01", "sub_flow", flow="flw_inner1"))
    shop = make_shop(inner, outer)

    order = shop.order()
    shop.drain()

    assert note(shop, order) == "innerx"
    assert shop.states() == ["completed", "completed"]


def test_a_run_that_is_waited_for_ends_with_the_one_that_waits(make_shop: MakeShop) -> None:
    asks = make_node("nod_inner1", "approval", approvers=[{"source": "role", "role": DIRECTOR}])
    inner = make_flow(
        [asks], ["trigger nod_inner1", "nod_inner1 approved end"], id="flw_inner1", name="inner", roles=[FLOW_ROLE],
        trigger={"kind": "button", "entity": ORDER},
    )  # fmt: skip
    shop = make_shop(inner, one_step(make_node("nod_call01", "sub_flow", flow="flw_inner1")))
    shop.person("ann", DIRECTOR)
    shop.order()
    shop.drain()
    [outer] = [row for row in shop.rows(sys_flow_instance) if row.parent is None]

    shop.server.services.database.write(
        lambda connection: cancel(shop.flows.runtime, connection, outer.id, "ann")
    )
    shop.drain()

    assert shop.states() == ["cancelled", "cancelled"]
    assert shop.tasks() == []


def connector() -> dict[str, Raw]:
    document = {
        "schema": "tongdao/connector/1", "id": "con_shop01", "name": "shop", "label": make_label("shop"),
        "kind": "woocommerce",
    }  # fmt: skip
    return {"connectors/shop.json": document}


def calling() -> Raw:
    action = make_node(
        "nod_tell01",
        "connector_action",
        connector="con_shop01",
        action="order_shipped",
        input={"order_no": "no"},
    )
    return one_step(action)


def test_another_system_is_asked_under_one_key_until_it_answers(make_shop: MakeShop) -> None:
    shop = make_shop(calling(), **connector())
    asked: list[Call] = []

    def outgoing(call: Call) -> Any:
        asked.append(call)
        if len(asked) < 3:
            raise Unavailable.of("storage.database.busy")
        return {"ok": True}

    shop.flows.send_by(outgoing=outgoing)
    order = shop.order()
    for _ in range(3):
        shop.drain()
        shop.server.clock.go_on(minutes=3)

    assert note(shop, order) == "x"
    assert len(asked) == 3
    assert len({call.key for call in asked}) == 1
    assert asked[0].values["order_no"].startswith("SO-")
    assert [row.state for row in shop.rows(sys_incident)] in ([], ["closed"])


def test_a_call_that_waits_is_not_made_for_a_run_that_was_cancelled(make_shop: MakeShop) -> None:
    shop = make_shop(calling(), **connector())
    asked: list[Call] = []

    def outgoing(call: Call) -> Any:
        asked.append(call)
        raise Unavailable.of("storage.database.busy")

    shop.flows.send_by(outgoing=outgoing)
    shop.person("ann", DIRECTOR)
    shop.order()
    shop.drain()
    [run] = shop.rows(sys_flow_instance)

    shop.server.services.database.write(
        lambda connection: cancel(shop.flows.runtime, connection, run.id, "ann")
    )
    shop.server.clock.go_on(minutes=3)
    shop.drain()

    assert len(asked) == 1
    assert {row.state for row in shop.rows(sys_outbox)} == {"done"}


def test_what_another_system_refuses_for_good_stops_and_can_be_repeated(make_shop: MakeShop) -> None:
    shop = make_shop(calling(), **connector())
    answers: list[Any] = [Invalid.of("flow.outgoing.absent", (), action="x"), {"ok": True}]

    def outgoing(call: Call) -> Any:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    shop.flows.send_by(outgoing=outgoing)
    shop.person("ann", DIRECTOR)
    order = shop.order()
    shop.drain()
    ann = shop.client("ann")
    [incident] = ann.get("/api/incidents").json()["items"]

    answer = ann.post(f"/api/incidents/{incident['id']}:retry")
    shop.drain()

    assert answer.json()["state"] == "closed", answer.text
    assert note(shop, order) == "x"


def test_a_figure_starts_a_flow_once_per_crossing(make_shop: MakeShop) -> None:
    flow = make_flow(
        [MARK], ["trigger nod_mark01", "nod_mark01 end"], roles=[FLOW_ROLE],
        trigger={"kind": "threshold", "entity": ORDER, "value": "total", "limit": "100", "reset": "200"},
    )  # fmt: skip
    shop = make_shop(flow)
    order = shop.order("500")
    marks = []

    for price in ("90", "80", "150", "90", "250", "90"):
        record = shop.records().get(ORDER, order)
        line: Any = record.values["lines"]
        changed = {"lines": [{"id": line[0].id, "price": price}]}
        shop.records().update(ORDER, order, changed, record.version)
        shop.drain()
        marks.append(note(shop, order))

    assert marks == ["x", "x", "x", "x", "x", "xx"]


def test_a_timetable_starts_a_flow_for_every_record_that_meets_it_once_each_time(make_shop: MakeShop) -> None:
    flow = make_flow(
        [MARK], ["trigger nod_mark01", "nod_mark01 end"], roles=[FLOW_ROLE],
        trigger={"kind": "schedule", "entity": ORDER, "cron": "0 9 * * *", "when": "total > 100"},
    )  # fmt: skip
    shop = make_shop(flow)
    large, small = shop.order("500"), shop.order("5")
    shop.flows.plan()
    shop.flows.plan()
    assert len([row for row in shop.rows(sys_outbox) if row.kind == "schedule"]) == 1

    shop.drain()
    assert note(shop, large) is None
    for _ in range(2):
        shop.server.clock.go_on(days=1)
        shop.drain()

    assert (note(shop, large), note(shop, small)) == ("xx", None)


def template() -> dict[str, Raw]:
    document = {
        "schema": "tongdao/template/1", "id": "tpl_hello1", "name": "hello", "label": make_label("hello"),
        "entity": ORDER,
        "subject": {"zh": "订单 {{ record.no }}", "en": "Order {{ record.no }}"},
        "body": {
            "zh": "{{ record.customer.name }}:{{ record.total | money }} {{ record.status }}",
            "en": "{{ record.customer.name }}: {{ record.total | money }} {{ record.status }}"
            "{% for line in record.lines %} {{ line.product }}{% endfor %}",
        },
    }  # fmt: skip
    return {"templates/hello.json": document}


def test_people_are_told_in_their_language_and_customers_by_letter(make_shop: MakeShop) -> None:
    notify = make_node(
        "nod_tell01", "notify", template="tpl_hello1", channels=["in_app", "email"],
        to=[{"source": "role", "role": DIRECTOR}], email='"lin@example.com"', language='"en"',
    )  # fmt: skip
    shop = make_shop(one_step(notify), **template())
    sent: list[Letter] = []
    shop.flows.send_by(letters=sent.append)
    shop.person("ann", DIRECTOR, email="ann@example.com", language="zh-CN")

    shop.order("1500")
    shop.drain()

    [notification] = shop.client("ann").get("/api/notifications").json()["items"]
    assert notification["subject"].startswith("订单 SO-")
    assert notification["body"] == "Lin:1,500.00 Draft"
    assert {letter.to: letter.body for letter in sent} == {
        "ann@example.com": "Lin:1,500.00 Draft",
        "lin@example.com": "Lin: 1,500.00 Draft Pump",
    }
    assert len({letter.key for letter in sent}) == 2


def test_a_letter_waits_while_no_server_takes_it(make_shop: MakeShop) -> None:
    notify = make_node(
        "nod_tell01", "notify", template="tpl_hello1", channels=["email"], to=[], email='"lin@example.com"'
    )
    shop = make_shop(one_step(notify), **template())

    order = shop.order("1500")
    shop.drain()

    assert note(shop, order) == "x"
    [letter] = [row for row in shop.rows(sys_outbox) if row.kind == "letter"]
    assert (letter.state, letter.attempt) == ("ready", 1)


def test_records_are_found_by_values_of_the_record(make_shop: MakeShop) -> None:
    find = make_node(
        "nod_find01", "find_records", entity=CUSTOMER, where="id = flow.customer", **{"as": "buyer"}
    )
    mark = make_node("nod_mark01", "update_record", set={"fld_onote1": "buyer.name"})
    flow = make_flow(
        [find, mark], ["trigger nod_find01", "nod_find01 nod_mark01", "nod_mark01 end"], roles=[FLOW_ROLE]
    )
    shop = make_shop(flow)

    order = shop.order()
    shop.drain()

    assert note(shop, order) == "Lin", [(row.code, row.params) for row in shop.rows(sys_incident)]


def test_a_run_keeps_to_the_release_it_began_with(make_shop: MakeShop) -> None:
    approve = make_approval("nod_check1", opinion="optional")
    flow = one_step(approve, "nod_check1 approved nod_mark01")
    shop = make_shop(flow)
    shop.person("ann", DIRECTOR)
    order = shop.order()
    shop.drain()
    documents = dict(shop.server.services.definitions.newest("inspection").documents)
    del documents["flows/review.json"]
    fields = documents["entities/order.json"]["fields"]
    renamed = [{**each, "name": "remark"} if each["id"] == "fld_onote1" else each for each in fields]
    documents["entities/order.json"] = {**documents["entities/order.json"], "fields": renamed}
    shop.server.install(documents)

    ann = shop.client("ann")
    [task] = ann.get("/api/tasks").json()["items"]
    answer = ann.post(
        f"/api/tasks/{task['id']}/decisions", json={"action": "approve", "version": task["version"]}
    )

    assert answer.status_code == 200, answer.text
    assert shop.records().get(ORDER, order).values["remark"] == "x"
