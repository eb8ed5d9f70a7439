"""Steps that cannot be done: every one stops as an incident that names what went wrong, and can be repaired."""

from datetime import date, datetime

import pytest

from engine.flows.effects import (
    CreateRecord,
    Decide,
    RaiseIncident,
    Remind,
    ReserveStock,
    ShipStock,
    StartTimer,
    UpdateRecord,
)  # fmt: skip
from engine.flows.events import (
    Decided,
    EffectDone,
    EffectFailed,
    Facts,
    LineValues,
    Repaired,
    TimePassed,
    Withdrawn,
)
from engine.flows.may import refusals, return_targets
from engine.kernel.issue import Issue
from tests.engine.flows.test_nodes import (
    STOCKED,
    TWO_LINES,
    connector_shell,
    rule_documents,
    stock_flow,
    stock_shell,
)  # fmt: skip
from tests.factories.definitions import load
from tests.factories.flows import (
    REQUEST,
    ROLE,
    START,
    Shell,
    make_approval,
    make_condition,
    make_flow,
    make_node,
    one,
    plan,
    run,
)  # fmt: skip

BROKEN = "1 / total"
LINES = "fld_oline1"


def stopped(node: dict, **more) -> str:
    """Return the code of the incident that a step stops as."""
    [incident] = run(one(node), facts={"total": 0}, **more).asked(RaiseIncident)
    return incident.reasons[0].code


@pytest.mark.parametrize(
    "node",
    [
        make_node("nod_node01", "update_record", set={"fld_onote1": BROKEN}),
        make_node("nod_node01", "update_record", target=f"IF({BROKEN} > 1, customer, customer)", set={}),
        make_node("nod_node01", "create_record", entity=REQUEST, set={"fld_rtota1": BROKEN}),
        make_node("nod_node01", "create_record", entity=REQUEST, set={}, lines={"field": "fld_rline1", "set": {"fld_rquan1": BROKEN}}),
        make_node("nod_node01", "create_record", entity=REQUEST, set={}, lines={
            "field": "fld_rline1", "from": LINES, "when": "1 / parent.total > 1", "set": {},
        }),
        make_node("nod_node01", "per_line", lines=LINES, when="1 / parent.total > 1", steps=[]),
        make_node("nod_node01", "timer", until=f"NOW() + {BROKEN}"),
        make_node("nod_node01", "sub_flow", flow="flw_review1", target=f"IF({BROKEN} > 1, id, id)"),
        make_condition("nod_node01", high='IF(total = 0, "maybe", "") & "x" = "y"', low="VALUE(no) > 1"),
    ],
    ids=lambda node: node["kind"],
)  # fmt: skip
def test_an_expression_that_fails_stops_the_step(node):
    assert stopped(node, lines=TWO_LINES) == "flow.expression.failed"


def test_a_condition_that_is_no_truth_stops_the_step():
    assert (
        stopped(make_condition("nod_over01", high='IF(total = 0, "maybe", TRUE)', low=None))
        == "flow.expression.failed"
    )


def test_a_condition_without_an_answer_stops_and_is_told_the_branch():
    flow = make_flow(
        [make_condition("nod_over01", high="total > 10")], ["trigger nod_over01", "nod_over01 brn_high end"]
    )
    shell = run(flow, facts={"total": 1})
    assert shell.asked(RaiseIncident)[0].reasons[0].code == "flow.branch.none"
    assert [each.code for each in refusals(shell.plan, shell.instance, repair(shell, "skip"))] == [
        "flow.repair.condition"
    ]

    shell.repair("edit", branch="brn_high")

    assert shell.path() == ["nod_over01 brn_high"]


def repair(shell: Shell, how, **values) -> Repaired:
    return Repaired(
        facts=shell.facts, token=shell.asked(RaiseIncident)[-1].token, by="root", how=how, values=values
    )


def test_a_repair_says_what_it_changes_and_only_repairs_what_is_broken():
    shell = run(one(make_node("nod_node01", "update_record", set={"fld_onote1": BROKEN})), facts={"total": 0})
    assert [each.code for each in refusals(shell.plan, shell.instance, repair(shell, "edit"))] == [
        "flow.repair.nothing"
    ]

    shell.facts = Facts(at=START, values={"total": 2})
    event = repair(shell, "retry")
    shell.hear(event)

    assert [each.code for each in refusals(shell.plan, shell.instance, event)] == ["flow.instance.ended"]
    assert shell.asked(UpdateRecord)[0].values == {"note": "0.5"}


def test_nothing_is_repaired_that_is_not_broken():
    shell = run(one(make_approval("nod_appr01")), people={"role": ["bo"]})
    event = Repaired(facts=shell.facts, token=shell.instance.tokens[0].number, by="root", how="retry")

    assert [each.code for each in refusals(shell.plan, shell.instance, event)] == ["flow.incident.closed"]


def test_a_skipped_approval_counts_as_approved():
    flow = make_flow([make_approval("nod_appr01")], ["trigger nod_appr01", "nod_appr01 approved end"])
    shell = run(flow, people={})

    shell.repair("skip")

    assert shell.path() == ["nod_appr01 approved"]


def test_a_decision_table_that_fails_is_answered_by_hand():
    flow = one(make_node("nod_deci01", "decide", rule="rul_grade1", **{"as": "found"}))
    made = plan(flow, definition=load(rule_documents(flow)))
    shell = Shell(made, Facts(at=START), {"Decide": Issue("rule.row.none")}).start()

    shell.repair("edit", grade="B")

    assert (shell.instance.state, shell.instance.known["found"], len(shell.asked(Decide))) == (
        "completed",
        {"grade": "B"},
        1,
    )


def test_values_of_a_new_record_are_put_right():
    shell = run(
        one(make_node("nod_make01", "create_record", entity=REQUEST, set={"fld_rreas1": '""'})),
        CreateRecord=Issue("value.missing"),
    )
    shell.answers["CreateRecord"] = {"id": "r-1"}

    shell.repair("edit", reason="by hand")

    assert [each.values["reason"] for each in shell.asked(CreateRecord)] == [None, "by hand"]


def test_another_system_that_answers_no_record_is_known_as_a_result():
    assert connector_shell("late").instance.known["said"] == {"result": "late"}


@pytest.mark.parametrize(
    ("lines", "values", "code"),
    [
        (STOCKED, {}, "flow.stock.warehouse_blank"),
        (
            (LineValues(id="l1", values={"product": "p-1", "quantity": "2.5"}),),
            {"house": "h-1"},
            "flow.stock.quantity",
        ),
    ],
)
def test_stock_that_cannot_be_named_is_not_locked(lines, values, code):
    shell = stock_shell(stock_flow(), lines=lines, values=values)

    assert [each.reasons[0].code for each in shell.asked(RaiseIncident)] == [code]
    assert not shell.asked(ReserveStock)


def test_lines_without_a_product_need_no_stock():
    shell = stock_shell(stock_flow(), lines=(LineValues(id="l1", values={"quantity": 2}),))

    assert shell.asked(ReserveStock)[0].lines == ()


def test_short_stock_leaves_by_the_error_edge_with_every_short_line():
    note = make_node("nod_ship01", "release_stock")
    flow = stock_flow() | {
        "edges": [*stock_flow()["edges"], {"from": "nod_rese01", "on": "error", "to": "nod_ship01"}]
    }
    flow["nodes"].append(note)

    shell = stock_shell(
        flow, lines=STOCKED, ReserveStock=Issue("stock.line.short", params={"line": "l1"}), ReleaseStock=0
    )

    assert shell.path() == ["nod_rese01 error", "nod_ship01 done"]
    assert shell.instance.steps[0].reasons[0].params == {"line": "l1"}


def test_shipping_without_an_order_stops():
    ship = make_node("nod_ship01", "ship_stock", order="fld_ocust1")
    assert stopped(ship) == "flow.target.blank"

    shell = run(one(ship), facts={"customer": "c-1"}, ShipStock=2)
    assert [each.record for each in shell.asked(ShipStock)] == ["c-1"]


def test_a_line_that_was_taken_out_meanwhile_is_passed_over():
    each = make_node(
        "nod_each01",
        "per_line",
        lines=LINES,
        steps=[make_node("nod_upda01", "update_record", set={"fld_lquan1": "1"})],
    )
    shell = run(
        one(each),
        lines=TWO_LINES,
        UpdateRecord=lambda effect: Issue("record.stale") if effect.line == "l1" else None,
    )

    shell.facts = Facts(at=START, lines={LINES: TWO_LINES[LINES][:1]})
    shell.repair("skip")

    assert shell.instance.state == "completed"
    assert [each.line for each in shell.asked(UpdateRecord)] == ["l1"]


def test_no_lines_are_no_work():
    assert run(one(make_node("nod_each01", "per_line", lines=LINES, steps=[]))).instance.state == "completed"


def test_a_moment_that_is_blank_is_not_waited_for():
    shell = run(one(make_node("nod_wait01", "timer", until="date", after="PT1H")))
    assert shell.asked(StartTimer)

    assert run(one(make_node("nod_wait01", "timer", until="date"))).instance.state == "completed"


def test_a_moment_that_is_none_stops_the_step():
    node = make_node("nod_wait01", "timer", until="IF(total = 0, 5, date)")

    assert stopped(node) == "flow.timer.moment"


def test_a_message_to_a_faulty_address_stops():
    template = {
        "schema": "tongdao/template/1", "id": "tpl_hello1", "name": "hello", "label": {"zh": "Hi", "en": "Hi"}, "entity": "ent_orde01",
        "subject": {"zh": "Hi", "en": "Hi"}, "body": {"zh": "Hi", "en": "Hi"},
    }  # fmt: skip
    flow = one(make_node("nod_noti01", "notify", template="tpl_hello1", email='IF(1 / total > 1, "a", "b")'))
    made = plan(flow, definition=load(rule_documents(flow) | {"templates/hello.json": template}))

    shell = Shell(made, Facts(at=START, values={"total": 0})).start()

    assert shell.asked(RaiseIncident)[0].reasons[0].code == "flow.expression.failed"


def fill(people: dict, **more) -> Shell:
    return run(one(make_node("nod_fill01", "fill_in", people=[ROLE], **more)), people=people)


def test_nobody_to_fill_in_is_an_incident_that_is_repaired_by_naming_people():
    shell = fill({})
    assert shell.asked(RaiseIncident)[0].reasons[0].code == "flow.person.nobody"

    shell.repair("edit", people=["eve"])

    assert shell.pending() == ["eve"]


def test_work_to_fill_in_is_handed_over_reminded_and_escalated():
    shell = fill({"role": ["bo"], "superior of eve": ["sue"]}, timeout={"after": "PT1H", "then": "escalate"})
    shell.decide("bo", "transfer", person="eve").later(hours=1).ring()
    assert shell.pending() == ["sue"]

    shell.hear(Decided(facts=shell.facts, task=shell.task("sue").number, by="anna", action="remind"))

    assert len(shell.asked(Remind)) == 1


def test_an_approval_that_is_out_of_time_may_go_its_own_way():
    approval = make_approval("nod_appr01", timeout={"after": "PT1H", "then": "reject"})
    flow = make_flow([approval], ["trigger nod_appr01", "nod_appr01 approved end", "nod_appr01 timeout end"])

    shell = run(flow, people={"role": ["bo"]}).later(hours=1).ring()

    assert (shell.instance.state, shell.path()) == ("completed", ["nod_appr01 timeout"])


def test_what_nobody_waits_for_changes_nothing():
    shell = run(one(make_approval("nod_appr01")), people={"role": ["bo"]})
    before = shell.instance

    for event in (
        EffectDone(facts=shell.facts, key="run-1:999"),
        EffectFailed(facts=shell.facts, key="run-1:999", issues=()),
        TimePassed(facts=shell.facts, key="run-1:999"),
    ):
        shell.hear(event)

    assert shell.instance == before


def test_only_who_submitted_withdraws_and_only_administrators_cancel():
    shell = run(one(make_approval("nod_appr01")), people={"role": ["bo"]})
    withdraw = Withdrawn(facts=shell.facts, by="bo")
    cancel = Withdrawn(facts=shell.facts, by="root", is_cancelled=True)

    assert [each.code for each in refusals(shell.plan, shell.instance, withdraw)] == [
        "flow.instance.not_submitter"
    ]
    assert [each.code for each in refusals(shell.plan, shell.instance, cancel)] == [
        "flow.instance.not_administrator"
    ]
    assert refusals(shell.plan, shell.instance, cancel, is_administrator=True) == []
    shell.withdraw()
    assert [each.code for each in refusals(shell.plan, shell.instance, withdraw)] == ["flow.instance.ended"]


def test_tasks_that_are_closed_or_not_yet_due_are_refused_by_name():
    shell = run(one(make_approval("nod_appr01", mode="sequential")), people={"role": ["bo", "cy"]})
    later = Decided(facts=shell.facts, task=shell.task("cy", "waiting").number, by="cy", action="approve")
    assert [each.code for each in refusals(shell.plan, shell.instance, later)] == ["flow.task.waiting"]

    shell.withdraw()

    assert [each.code for each in refusals(shell.plan, shell.instance, later)] == ["flow.task.closed"]


def test_only_approvals_are_returned():
    shell = fill({"role": ["bo"]})

    assert return_targets(shell.plan, shell.instance, shell.task("bo")) == ()


def test_dates_and_moments_of_inputs_are_shown():
    condition = make_condition(
        "nod_over01", high="date > TODAY() AND customer.name = no AND created_at < NOW()", low=None
    )
    shell = run(
        make_flow([condition], ["trigger nod_over01"]),
        facts={
            "date": date(2026, 11, 24),
            "created_at": datetime(2026, 11, 23, tzinfo=START.tzinfo),
            "customer.name": None,
        },
    )

    inputs = shell.instance.steps[0].reasons[0].params["inputs"]
    assert inputs == {
        "created_at": "2026-11-23T00:00:00+00:00",
        "customer.name": "",
        "date": "2026-11-24",
        "no": "SO-1",
    }
