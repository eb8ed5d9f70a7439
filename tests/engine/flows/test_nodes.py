"""What each kind of node asks of the shell, and what later steps know of the answer."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from engine.entities.stock import StockLine
from engine.flows.effects import (
    CallConnector,
    CreateRecord,
    Decide,
    FindRecords,
    Notify,
    RaiseIncident,
    ReleaseStock,
    ReserveStock,
    ShipStock,
    StartFlow,
    StartTimer,
    UpdateRecord,
)  # fmt: skip
from engine.flows.events import Facts, LineValues
from engine.kernel.issue import Issue
from engine.metadata.model import Who
from tests.factories.definitions import CUSTOMER, ORDER, load
from tests.factories.documents import make_entity, make_field, make_label
from tests.factories.flows import (
    REQUEST,
    ROLE,
    START,
    Shell,
    make_approval,
    make_flow,
    make_flow_documents,
    make_node,
    one,
    plan,
    run,
    values,
)  # fmt: skip

LINES = "fld_oline1"
TWO_LINES = {
    LINES: (
        LineValues(id="l1", values={"product": "Tea", "quantity": 2, "amount": Decimal(10)}),
        LineValues(id="l2", values={"product": "Cup", "quantity": 5, "amount": Decimal(5)}),
    )
}


def test_a_created_record_has_values_of_the_order_and_is_known_by_its_name():
    create = make_node(
        "nod_make01", "create_record", entity=REQUEST, **{"as": "request"},
        set={"fld_rorde1": "id", "fld_rtota1": "total / 3", "fld_rreas1": '"for " & customer.name'},
        lines={"field": "fld_rline1", "from": LINES, "when": "quantity > 3", "set": {"fld_rprod1": "product", "fld_rquan1": "quantity * 2"}},
    )  # fmt: skip
    update = make_node("nod_upda01", "update_record", target="request", set={"fld_rstat1": "request.reason"})

    shell = run(
        one(create, update), facts={"total": Decimal(100), "customer.name": "Wang"}, lines=TWO_LINES,
        CreateRecord={"id": "r-1", "reason": "for Wang"},
    )  # fmt: skip

    [made] = shell.asked(CreateRecord)
    assert made.values == {
        "order": "order-1", "amount": Decimal("33.33"), "reason": "for Wang", "lines": ({"product": "Cup", "quantity": 10},),
    }  # fmt: skip
    assert made.asked == ("reason",)
    [changed] = shell.asked(UpdateRecord)
    assert (changed.entity, changed.record, changed.values) == (REQUEST, "r-1", {"state": "for Wang"})
    assert shell.instance.known["request"]["state"] == "for Wang"


def test_one_line_may_be_made_of_the_record_itself():
    create = make_node(
        "nod_make01",
        "create_record",
        entity=REQUEST,
        set={},
        lines={"field": "fld_rline1", "set": {"fld_rprod1": "no"}},
    )

    assert run(one(create)).asked(CreateRecord)[0].values == {"lines": ({"product": "SO-1"},)}


def test_a_linked_record_is_changed_over_its_link():
    update = make_node(
        "nod_upda01", "update_record", target="customer", set={"fld_climit": "customer.credit_limit - total"}
    )

    shell = run(one(update), facts={"customer": "c-1", "customer.credit_limit": 500, "total": 200})

    [changed] = shell.asked(UpdateRecord)
    assert (changed.entity, changed.record, changed.values) == (
        CUSTOMER,
        "c-1",
        {"credit_limit": Decimal(300)},
    )


def test_a_target_that_leads_nowhere_is_an_incident():
    update = make_node("nod_upda01", "update_record", target="customer", set={"fld_climit": "1"})

    [incident] = run(one(update)).asked(RaiseIncident)

    assert incident.reasons[0].code == "flow.target.blank"


def test_what_is_found_is_known_and_what_is_not_found_is_blank():
    find = make_node(
        "nod_find01",
        "find_records",
        entity=CUSTOMER,
        where="level = flow.level AND name <> flow.no",
        **{"as": "peer"},
    )
    note = make_node(
        "nod_note01", "update_record", set={"fld_onote1": 'IF(peer.count = 0, "none", peer.name)'}
    )

    nothing = run(one(find, note), facts={"level": "gold"}, FindRecords=None)
    found = run(one(find, note), FindRecords={"id": "c-9", "name": "Li", "count": 2})

    [asked] = nothing.asked(FindRecords)
    assert (asked.given, asked.asked) == ({"flow.level": "gold", "flow.no": "SO-1"}, ("name",))
    assert nothing.asked(UpdateRecord)[0].values == {"note": "none"}
    assert found.asked(UpdateRecord)[0].values == {"note": "Li"}


def test_steps_of_a_line_see_the_line_and_are_done_line_after_line():
    steps = [
        make_node(
            "nod_find01",
            "find_records",
            entity=CUSTOMER,
            where="name = flow.product AND level = flow.parent.level",
            **{"as": "peer"},
        ),
        make_node("nod_upda01", "update_record", set={"fld_lquan1": "quantity + peer.count"}),
    ]
    each = make_node("nod_each01", "per_line", lines=LINES, when="quantity > parent.total", steps=steps)

    shell = run(
        one(each), facts={"total": 1, "level": "gold"}, lines=TWO_LINES, FindRecords={"id": "c", "count": 1}
    )

    assert [each.given for each in shell.asked(FindRecords)] == [
        {"flow.product": "Tea", "flow.parent.level": "gold"}, {"flow.product": "Cup", "flow.parent.level": "gold"}
    ]  # fmt: skip
    assert [(each.line, each.lines_field, each.values) for each in shell.asked(UpdateRecord)] == [
        ("l1", LINES, {"quantity": 3}), ("l2", LINES, {"quantity": 6})
    ]  # fmt: skip
    assert shell.instance.state == "completed"


def test_a_failing_step_of_a_line_can_be_skipped():
    update = make_node("nod_upda01", "update_record", set={"fld_lquan1": "1"})
    shell = run(
        one(make_node("nod_each01", "per_line", lines=LINES, steps=[update])), lines=TWO_LINES,
        UpdateRecord=lambda effect: Issue("record.stale") if effect.line == "l1" else None,
    )  # fmt: skip
    assert shell.instance.state == "running"

    shell.repair("skip")

    assert shell.instance.state == "completed"
    assert [each.line for each in shell.asked(UpdateRecord)] == ["l1", "l2"]


def rule_documents(flow: dict) -> dict:
    rule = {
        "schema": "tongdao/rule/1", "id": "rul_grade1", "name": "grade", "label": make_label("Grade"), "entity": ORDER,
        "inputs": [{"id": "rin_total1", "label": make_label("Total"), "expression": "total"}],
        "outputs": [{"id": "rou_grade1", "name": "grade", "label": make_label("Grade"), "result": "text"}],
        "rows": [],
    }  # fmt: skip
    return make_flow_documents(flow) | {"rules/grade.json": rule}


def test_a_decision_is_known_by_its_outputs():
    decide = make_node("nod_deci01", "decide", rule="rul_grade1", **{"as": "found"})
    flow = one(decide, make_node("nod_note01", "update_record", set={"fld_onote1": "found.grade"}))
    made = plan(flow, definition=load(rule_documents(flow)))
    answers = {"Decide": {"grade": "A", "rows": ("row_aaaa01",)}, "UpdateRecord": None}

    shell = Shell(made, Facts(at=START), answers).start()

    assert [each.rule for each in shell.asked(Decide)] == ["rul_grade1"]
    assert shell.asked(UpdateRecord)[0].values == {"note": "A"}
    assert shell.instance.steps[0].reasons[0].params["results"] == {"grade": "A"}


def stock_flow(*more: dict) -> dict:
    reserve = make_node(
        "nod_rese01",
        "reserve_stock",
        lines="fld_sline1",
        product="fld_sprod1",
        quantity="fld_squan1",
        warehouse="fld_sware1",
    )
    return one(reserve, *more) | {"trigger": {"kind": "record_created", "entity": "ent_sale01"}}


def stock_shell(flow: dict, *, lines: tuple[LineValues, ...], values: dict | None = None, **answers) -> Shell:
    link = {"options": {"entity": "ent_prod01"}}
    columns = [
        make_field("fld_sprod1", "product", "link", **link),
        make_field("fld_squan1", "quantity", "integer"),
    ]
    documents = make_flow_documents(flow) | {
        "entities/product.json": make_entity("ent_prod01", "product", [make_field("fld_pname1", "name")]),
        "entities/house.json": make_entity("ent_hous01", "house", [make_field("fld_hname1", "name")]),
        "entities/sale.json": make_entity("ent_sale01", "sale", [
            make_field("fld_sware1", "house", "link", options={"entity": "ent_hous01"}),
            make_field("fld_sline1", "lines", "lines", options={"fields": columns}),
        ]),
        "entities/balance.json": make_entity("ent_bala01", "balance", [
            make_field("fld_bprod1", "product", "link", **link),
            make_field("fld_bware1", "house", "link", options={"entity": "ent_hous01"}),
            make_field("fld_bhand1", "on_hand", "integer"), make_field("fld_brese1", "reserved", "integer"),
        ], stock={"product": "fld_bprod1", "warehouse": "fld_bware1", "on_hand": "fld_bhand1", "reserved": "fld_brese1"}),
    }  # fmt: skip
    made = plan(flow, definition=load(documents))
    assert made.columns["fld_sline1"] == {"product", "quantity"}
    facts = Facts(
        at=START, values={"house": "h-1"} if values is None else values, lines={"fld_sline1": lines}
    )
    return Shell(made, facts, answers).start()


STOCKED = (
    LineValues(id="l1", values={"product": "p-1", "quantity": 2}),
    LineValues(id="l2", values={"product": "p-2", "quantity": 0}),
)


def test_stock_is_asked_for_every_line_that_needs_some():
    shell = stock_shell(stock_flow(), lines=STOCKED, ReserveStock=None)

    [asked] = shell.asked(ReserveStock)
    assert asked.stock == "ent_bala01"
    assert asked.lines == (StockLine(line="l1", product="p-1", warehouse="h-1", quantity=2),)


def test_stock_is_given_back_when_the_flow_is_withdrawn():
    waiting = make_approval("nod_appr01")
    shell = stock_shell(stock_flow(waiting), lines=STOCKED, ReserveStock=None, people={"role": ["bo"]})

    shell.withdraw()

    assert [each.record for each in shell.asked(ReleaseStock)] == ["order-1"]


def test_stock_is_given_back_when_the_record_goes_again_through_its_step():
    approval = make_approval("nod_appr01", return_to="submitter")
    shell = stock_shell(stock_flow(approval), lines=STOCKED, ReserveStock=None, people={"role": ["bo"]})

    shell.decide("bo", "return", opinion="?")
    given_back = len(shell.asked(ReleaseStock))
    shell.decide("anna", "submit")

    assert given_back == 1
    assert len(shell.asked(ReserveStock)) == 2


def test_stock_is_kept_when_the_record_comes_straight_back():
    approval = make_approval("nod_appr01", return_to="submitter", after_return="resume")
    shell = stock_shell(stock_flow(approval), lines=STOCKED, ReserveStock=None, people={"role": ["bo"]})

    shell.decide("bo", "return", opinion="?").decide("anna", "submit")

    assert not shell.asked(ReleaseStock)
    assert len(shell.asked(ReserveStock)) == 1


def test_stock_that_was_shipped_is_not_given_back():
    ship, waiting = make_node("nod_ship01", "ship_stock"), make_approval("nod_appr01")
    shell = stock_shell(
        stock_flow(ship, waiting), lines=STOCKED, ReserveStock=None, ShipStock=1, people={"role": ["bo"]}
    )

    shell.withdraw()

    assert len(shell.asked(ShipStock)) == 1
    assert not shell.asked(ReleaseStock)


def test_a_message_goes_to_people_and_to_an_address_of_the_record():
    documents = {"schema": "tongdao/template/1", "id": "tpl_hello1", "name": "hello", "label": make_label("Hi"), "entity": ORDER,
                 "subject": make_label("Hi"), "body": make_label("Hi")}  # fmt: skip
    notify = make_node(
        "nod_noti01", "notify", template="tpl_hello1", to=[ROLE], email="customer.name", channels=["email"]
    )
    flow = one(notify)
    made = plan(flow, definition=load(make_flow_documents(flow) | {"templates/hello.json": documents}))

    shell = Shell(made, Facts(at=START, values={"customer.name": "a@b.example"}), {"Notify": None}).start()

    [asked] = shell.asked(Notify)
    assert (asked.who, asked.email, asked.channels) == (
        (Who(source="role", role="rol_direc1"),),
        "a@b.example",
        ("email",),
    )


def connector_shell(answer: object) -> Shell:
    connector = {
        "schema": "tongdao/connector/1",
        "id": "con_shop01",
        "name": "shop",
        "label": make_label("Shop"),
        "kind": "woocommerce",
    }
    call = make_node(
        "nod_call01",
        "connector_action",
        connector="con_shop01",
        action="order_shipped",
        input={"number": "no"},
        **{"as": "said"},
    )
    flow = one(call, make_node("nod_note01", "update_record", set={"fld_onote1": "said.status"}))
    made = plan(flow, definition=load(make_flow_documents(flow) | {"connectors/shop.json": connector}))
    return Shell(
        made, Facts(at=START, values=values()), {"CallConnector": answer, "UpdateRecord": None}
    ).start()


def test_another_system_is_called_and_its_answer_is_known():
    shell = connector_shell({"status": "ok"})

    assert shell.asked(CallConnector)[0].values == {"number": "SO-1"}
    assert shell.asked(UpdateRecord)[0].values == {"note": "ok"}


def test_a_call_is_repeated_with_other_values():
    shell = connector_shell(Issue("connector.refused"))
    shell.answers["CallConnector"] = {"status": "late"}

    shell.repair("edit", number="SO-2")

    assert [each.values["number"] for each in shell.asked(CallConnector)] == ["SO-1", "SO-2"]
    assert shell.instance.state == "completed"


def test_a_timer_waits_as_long_as_it_says():
    shell = run(one(make_node("nod_wait01", "timer", after="P1DT2H")))
    assert shell.asked(StartTimer)[0].at == START + timedelta(days=1, hours=2)

    assert shell.ring().instance.state == "completed"


def test_a_timer_until_a_date_ends_when_that_day_begins_where_the_app_is_used():
    shell = run(one(make_node("nod_wait01", "timer", until="date + 1")), facts={"date": date(2026, 11, 24)})

    assert shell.asked(StartTimer)[0].at == datetime(2026, 11, 24, 16, tzinfo=UTC)


def test_a_moment_that_has_passed_is_not_waited_for():
    assert run(one(make_node("nod_wait01", "timer", until="NOW() - 1"))).instance.state == "completed"


def test_another_flow_is_run_and_waited_for():
    other = make_flow([], []) | {
        "id": "flw_other1",
        "name": "other",
        "trigger": {"kind": "button", "entity": CUSTOMER},
    }
    flow = one(make_node("nod_subf01", "sub_flow", flow="flw_other1", target="customer"))
    made = plan(flow, definition=load(make_flow_documents(flow, other)))
    shell = Shell(made, Facts(at=START, values={"customer": "c-1"}), {"StartFlow": "rejected"}).start()

    [asked] = shell.asked(StartFlow)
    assert (asked.flow, asked.entity, asked.record, asked.wait) == ("flw_other1", CUSTOMER, "c-1", True)
    assert shell.instance.state == "completed"
