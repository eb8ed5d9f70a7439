"""Design checks of flows: one bad drawing for each finding, and a good one without any."""

import re
from pathlib import Path
from typing import Any

import pytest

from engine.entities.check import check_definition
from engine.flows.check import check_flows
from engine.kernel.issue import Issue
from tests.factories.definitions import CUSTOMER, ORDER, load, make_role
from tests.factories.documents import Raw, make_entity, make_field, make_label
from tests.factories.flows import (
    FLOW,
    REQUEST,
    ROLE,
    make_approval,
    make_condition,
    make_flow,
    make_flow_documents,
    make_node,
)  # fmt: skip

OWN = {"roles": ["rol_direc1"]}
NOTE = make_node("nod_note01", "update_record", set={"fld_onote1": '"x"'})


def check(nodes: list[Raw], edges: list[str], *others: Raw, **more: Any) -> list[Issue]:
    flow = make_flow(nodes, edges, **{**OWN, **more})
    documents = make_flow_documents(flow, *others)
    entities = [each["id"] for path, each in documents.items() if path.startswith("entities/")]
    rights = [{"entity": id, "read": True, "create": True, "update": True} for id in entities]
    documents["roles/director.json"] = make_role("rol_direc1", "director", *rights)
    return list(check_flows(load(documents)))


def codes(nodes: list[Raw], edges: list[str], *others: Raw, **more: Any) -> list[str]:
    return [issue.code for issue in check(nodes, edges, *others, **more)]


def alone(node: Raw, *edges: str) -> list[str]:
    return codes([node], [f"trigger {node['id']}", f"{node['id']} end", *edges])


def test_a_sound_flow_has_no_findings():
    nodes = [make_condition("nod_over01", high="total > 10000", low=None), make_approval("nod_appr01"), NOTE]
    edges = [
        "trigger nod_over01", "nod_over01 brn_high nod_appr01", "nod_over01 brn_low0 nod_note01",
        "nod_appr01 approved nod_note01", "nod_note01 end",
    ]  # fmt: skip

    assert codes(nodes, edges) == []


def test_a_step_that_the_roles_of_the_flow_may_not_take_is_told():
    made = make_node("nod_made01", "create_record", entity=ORDER, set={})
    flow = make_flow([made, NOTE], ["trigger nod_made01", "nod_made01 nod_note01", "nod_note01 end"], **OWN)
    documents = make_flow_documents(flow)
    documents["roles/director.json"] = make_role("rol_direc1", "director", {"entity": ORDER, "read": True})

    found = [(each.code, each.path[-2:]) for each in check_flows(load(documents)) if "rights" in each.code]

    assert found == [("flow.rights.create", ("nodes", 0)), ("flow.rights.update", ("nodes", 1))]


def test_edges_lead_from_what_is_there_to_what_is_there():
    assert codes([NOTE], ["trigger nod_note01", "nod_note01 nod_gone01"]) == ["flow.edge.nowhere"]
    assert codes([NOTE], ["trigger nod_note01", "nod_note01 end", "nod_gone01 end"]) == ["flow.edge.nowhere"]
    assert codes([NOTE], ["trigger nod_note01", "nod_note01 end", "nod_note01 approved end"]) == [
        "flow.edge.outcome"
    ]
    assert codes([NOTE], ["trigger nod_note01", "nod_note01 end", "nod_note01 end"]) == ["flow.edge.repeated"]


def test_every_node_is_reached_and_left():
    assert codes([NOTE], ["nod_note01 end"]) == ["flow.start.missing", "flow.node.unreachable"]
    assert codes([NOTE], ["trigger nod_note01"]) == ["flow.node.no_way"]
    assert codes([make_approval("nod_appr01")], ["trigger nod_appr01"]) == ["flow.node.no_way"]


def branches(otherwise: bool = False, **conditions: str) -> list[Issue]:
    node = make_condition("nod_over01", **conditions, **({"rest": None} if otherwise else {}))
    ways = [f"nod_over01 {branch['id']} end" for branch in node["branches"]]
    return check([node], ["trigger nod_over01", *ways])


@pytest.mark.parametrize(
    ("conditions", "example"),
    [
        ({"high": "total > 10000", "low": "total < 10000"}, "total = 10000"),
        ({"high": "total >= 10000", "low": "total <= 9999"}, "total = 9999.01"),
        ({"paid": 'status = "paid"', "sent": 'status = "shipped"'}, "status = draft"),
        ({"over": "total > customer.credit_limit", "below": "total < customer.credit_limit"}, "total = 0, customer.credit_limit = 0"),
    ],
)  # fmt: skip
def test_what_lies_between_branches_is_told_with_an_example(conditions, example):
    [issue] = branches(**conditions)

    assert issue.code == "flow.branch.gap"
    assert issue.path == ("flows", "review", "nodes", 0, "branches")
    assert sorted(str(issue.params["example"]).split(", ")) == sorted(example.split(", "))


def test_branches_that_take_everything_are_whole():
    assert branches(high="total > 10000", low="total <= 10000") == []
    assert branches(high="total > 10000", low="total < 10000", otherwise=True) == []


def test_a_branch_that_is_never_taken_is_told_with_a_record_another_one_takes():
    [issue] = branches(high="total > 10", higher="total > 20", otherwise=True)

    assert issue.code == "flow.branch.never"
    assert issue.path == ("flows", "review", "nodes", 0, "branches", 1)
    assert issue.params["example"] == "total = 20.01"
    assert issue.params["branch.en"] == "high"


def test_a_branch_that_no_record_meets_is_told():
    found = branches(never="AND(total > 10, total < 5)", more="total > 0", otherwise=True)

    assert [each.code for each in found] == ["flow.branch.impossible"]


def test_what_cannot_be_proved_is_a_warning():
    assert [each.code for each in branches(a="LEN(note) > 3", b="LEN(note) <= 3")] == [
        "flow.branch.otherwise_missing"
    ]


def test_a_branch_has_a_condition_a_way_and_its_turn():
    node = make_condition("nod_over01", rest=None, high="total > 1")
    del node["branches"][1]["when"]
    found = codes([node], ["trigger nod_over01", "nod_over01 brn_rest end"])

    assert found[:3] == ["flow.branch.no_way", "flow.branch.otherwise_last", "flow.branch.condition_missing"]


def test_joins_that_wait_for_each_other_are_told():
    nodes = [
        make_node("nod_fork01", "parallel"),
        make_node("nod_join01", "join"),
        make_node("nod_join02", "join"),
    ]
    edges = [
        "trigger nod_fork01", "nod_fork01 nod_join01", "nod_fork01 nod_join02", "nod_join01 nod_join02", "nod_join02 nod_join01",
    ]  # fmt: skip

    assert codes(nodes, edges) == ["flow.join.stuck", "flow.join.stuck"]


def test_forks_and_joins_with_nothing_to_do_are_told():
    nodes = [make_node("nod_fork01", "parallel"), make_node("nod_join01", "join")]

    assert codes(nodes, ["trigger nod_fork01", "nod_fork01 nod_join01", "nod_join01 end"]) == [
        "flow.parallel.single", "flow.join.single"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ([], "flow.people.nobody"),
        ([{"source": "role"}], "flow.people.incomplete"),
        ([{"source": "field", "field": "fld_onote1"}], "flow.people.field"),
        ([{"source": "field", "field": "fld_cname1"}], "flow.people.field"),
    ],
)
def test_approvers_say_who_is_meant(who, code):
    assert codes(
        [make_approval("nod_appr01", approvers=who)], ["trigger nod_appr01", "nod_appr01 approved end"]
    ) == [code]


def test_a_schedule_has_no_submitter():
    trigger = {"kind": "schedule", "entity": ORDER, "cron": "0 8 * * *"}
    node = make_approval("nod_appr01", approvers=[{"source": "superior"}])

    assert codes([node], ["trigger nod_appr01", "nod_appr01 approved end"], trigger=trigger) == [
        "flow.people.no_submitter"
    ]


def test_a_schedule_comes_true():
    trigger = {"kind": "schedule", "entity": ORDER, "cron": "0 0 31 2 *"}

    assert codes([NOTE], ["trigger nod_note01", "nod_note01 end"], trigger=trigger) == [
        "flow.schedule.impossible"
    ]


def find(id: str, name: str, entity: str = CUSTOMER) -> Raw:
    return make_node(id, "find_records", entity=entity, where="id = flow.id", **{"as": name})


@pytest.mark.parametrize("name", ["total", "parent", "before", "quantity"])
def test_a_name_is_not_taken(name):
    assert alone(find("nod_find01", name)) == ["flow.name.taken"]


def test_a_name_stands_for_one_thing():
    nodes = [find("nod_find01", "peer"), find("nod_find02", "peer", REQUEST)]

    assert codes(nodes, ["trigger nod_find01", "nod_find01 nod_find02", "nod_find02 end"]) == [
        "flow.name.two_things"
    ]


def test_a_name_is_known_where_it_is_read():
    note = make_node("nod_note01", "update_record", set={"fld_onote1": "peer.name"})

    assert codes([note, find("nod_find01", "peer")], ["trigger nod_note01", "nod_note01 nod_find01", "nod_find01 end"]) == [
        "flow.name.unknown_yet"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("node", "code"),
    [
        (make_node("nod_node01", "update_record", set={"fld_ototal": "1"}), "flow.set.computed"),
        (make_node("nod_node01", "update_record", set={"fld_cname1": '"x"'}), "entity.field.foreign"),
        (make_node("nod_node01", "update_record", set={"fld_lquan1": "1"}), "entity.field.foreign"),
        (make_node("nod_node01", "update_record", target="total", set={}), "flow.target.kind"),
        (make_node("nod_node01", "create_record", entity=CUSTOMER, set={}), "flow.set.missing"),
        (make_node("nod_node01", "create_record", entity=REQUEST, set={}, lines={"field": "fld_oline1", "set": {}}), "flow.lines.field"),
        (make_node("nod_node01", "create_record", entity=REQUEST, set={}, lines={"field": "fld_rline1", "from": "fld_rline1", "set": {}}),
         "flow.lines.field"),
        (make_node("nod_node01", "per_line", lines="fld_rline1", steps=[]), "flow.lines.field"),
        (make_node("nod_node01", "per_line", lines="fld_oline1", steps=[make_node("nod_step01", "timer", after="PT1H")]), "flow.lines.step"),
        (make_node("nod_node01", "timer"), "flow.timer.endless"),
        (make_node("nod_node01", "fill_in", people=[ROLE], fields={"fld_cname1": "edit"}), "entity.field.foreign"),
        (make_node("nod_node01", "sub_flow", flow=FLOW, target="customer"), "flow.sub_flow.entity"),
    ],
)  # fmt: skip
def test_settings_of_steps_fit_the_record(node, code):
    assert alone(node)[0] == code


def test_a_message_speaks_of_the_record_of_the_flow():
    flow = make_flow(
        [make_node("nod_noti01", "notify", to=[ROLE], template="tpl_hello1")],
        ["trigger nod_noti01", "nod_noti01 end"],
        **OWN,
    )
    template = {
        "schema": "tongdao/template/1", "id": "tpl_hello1", "name": "hello", "label": make_label("Hi"), "entity": CUSTOMER,
        "subject": make_label("Hi"), "body": make_label("Hi"),
    }  # fmt: skip
    definition = load(make_flow_documents(flow) | {"templates/hello.json": template})

    assert [each.code for each in check_flows(definition)] == ["flow.document.entity"]


def test_a_flow_of_its_own_rights_has_some():
    assert codes([NOTE], ["trigger nod_note01", "nod_note01 end"], roles=[]) == ["flow.roles.none"]


def changing(id: str, name: str, watched: str, written: dict, **more: Any) -> Raw:
    node = make_node(f"nod_{id}001", "update_record", set=written)
    trigger = {"kind": "record_changed", "entity": ORDER, "fields": [watched], **more}
    flow = make_flow([node], [f"trigger nod_{id}001", f"nod_{id}001 end"], trigger=trigger, **OWN)
    return flow | {"id": f"flw_{id}001", "name": name}


def circles(*flows: Raw) -> list[Any]:
    found = check_flows(load(make_flow_documents(*flows)))
    return [issue.params["way"] for issue in found if issue.code == "flow.trigger.circle"]


def test_flows_that_start_each_other_are_told_once():
    first = changing("aaaa", "first", "fld_onote1", {"fld_ostat1": '"paid"'})
    second = changing("bbbb", "second", "fld_ostat1", {"fld_onote1": '"x"'})

    assert circles(first, second) == ["first → second → first"]
    assert circles(first, changing("bbbb", "second", "fld_odate1", {"fld_onote1": '"x"'})) == []


def test_a_condition_that_what_is_written_makes_false_breaks_the_circle():
    when = 'AND(status = "paid", total > 0)'

    assert circles(changing("aaaa", "ship", "fld_ostat1", {"fld_ostat1": '"shipped"'}, when=when)) == []
    assert circles(changing("aaaa", "ship", "fld_ostat1", {"fld_ostat1": '"Paid"'}, when=when)) == [
        "ship → ship"
    ]


@pytest.mark.parametrize(
    ("node", "code"),
    [
        (make_condition("nod_over01", high="customer + 1 > 1", low=None), "expression.link.as_number"),
        (make_condition("nod_over01", high="no", low=None), "expression.result.type"),
        (make_node("nod_note01", "update_record", set={"fld_odate1": '"x"'}), "expression.result.type"),
        (
            make_node("nod_note01", "update_record", set={"fld_onote1": "before.note"}),
            "expression.name.unknown",
        ),
        (make_node("nod_wait01", "timer", until='"soon"'), "expression.result.type"),
        (
            make_node(
                "nod_find01", "find_records", entity=CUSTOMER, where="IRR({1,2}) > 0", **{"as": "peer"}
            ),
            "expression.function.not_in_database",
        ),
    ],
)
def test_expressions_of_flows_are_checked_where_they_stand(node, code):
    flow = make_flow([node], [f"trigger {node['id']}"])
    found = [each for each in check_definition(load(make_flow_documents(flow))) if each.path[0] == "flows"]

    assert code in [each.code for each in found]


STOCK = {
    "entities/sale.json": make_entity("ent_sale01", "sale", [
        make_field("fld_sware1", "house", "link", options={"entity": CUSTOMER}),
        make_field("fld_sline1", "lines", "lines", options={"fields": [
            make_field("fld_sprod1", "product", "link", options={"entity": CUSTOMER}), make_field("fld_squan1", "quantity", "integer"),
        ]}),
    ]),
}  # fmt: skip


def test_stock_is_that_of_the_lines_and_kept_somewhere():
    node = make_node(
        "nod_rese01",
        "reserve_stock",
        lines="fld_sline1",
        product="fld_sprod1",
        quantity="fld_lquan1",
        warehouse="fld_onote1",
    )
    flow = make_flow(
        [node],
        ["trigger nod_rese01", "nod_rese01 end"],
        trigger={"kind": "record_created", "entity": "ent_sale01"},
        **OWN,
    )

    found = [issue.code for issue in check_flows(load(make_flow_documents(flow) | STOCK))]

    assert found == ["flow.stock.column", "entity.field.foreign", "flow.stock.missing"]


def test_faulty_targets_are_told_as_expressions_only():
    node = make_node("nod_node01", "update_record", target="nowhere", set={})

    assert alone(node) == []


def test_lines_are_changed_within_steps_of_their_own():
    steps = [make_node("nod_step01", "update_record", set={"fld_lquan1": "1"})]

    assert alone(make_node("nod_node01", "per_line", lines="fld_oline1", steps=steps)) == []


def test_a_switched_off_flow_is_in_no_circle():
    flow = changing("aaaa", "self", "fld_ostat1", {"fld_ostat1": '"paid"'})

    assert circles(flow) == ["self → self"]
    assert circles(flow | {"enabled": False}) == []


def test_a_new_record_and_a_figure_start_flows_too():
    make = make_node("nod_make01", "create_record", entity=ORDER, set={"fld_ocust1": "id"})
    creating = make_flow([make], ["trigger nod_make01", "nod_make01 end"], **OWN) | {
        "id": "flw_aaaa001",
        "name": "again",
    }
    watching = make_flow(
        [make_node("nod_note02", "update_record", set={"fld_onote1": '"x"'})], ["trigger nod_note02", "nod_note02 end"],
        trigger={"kind": "threshold", "entity": ORDER, "value": "LEN(note)", "limit": "3"}, **OWN,
    ) | {"id": "flw_bbbb001", "name": "watch"}  # fmt: skip

    assert circles(creating) == ["again → again"]
    assert circles(watching) == ["watch → watch"]


def test_every_finding_about_flows_has_a_drawing_here():
    sources = [*Path("engine/flows/checks").glob("*.py")]
    codes = {
        code
        for path in sources
        for code in re.findall(r'"(flow\.[a-z_.]+)"', path.read_text(encoding="utf-8"))
    }
    told = Path(__file__).read_text(encoding="utf-8")

    assert not {code for code in codes if f'"{code}"' not in told}
