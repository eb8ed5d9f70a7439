"""Where a flow goes: branches, edges for errors, paths side by side, ends."""

from dataclasses import replace

from engine.flows import advance
from engine.flows.effects import CreateRecord, RaiseIncident, UpdateRecord
from engine.flows.events import Started
from engine.kernel.issue import Issue
from tests.factories.flows import make_approval, make_condition, make_flow, make_node, run

SHIP = make_node("nod_ship01", "update_record", set={"fld_ostat1": '"shipped"'})
OVER = make_condition("nod_over01", high="total > 10000", low=None)
REVIEW = make_flow(
    [OVER, make_approval("nod_appr01"), SHIP],
    [
        "trigger nod_over01", "nod_over01 brn_high nod_appr01", "nod_over01 brn_low0 nod_ship01",
        "nod_appr01 approved nod_ship01", "nod_ship01 end",
    ],
)  # fmt: skip


def test_a_small_order_passes_by_itself_and_says_why():
    shell = run(REVIEW, facts={"total": 9_000})

    assert shell.instance.state == "completed"
    assert shell.path() == ["nod_over01 brn_low0", "nod_ship01 done"]
    reason = shell.instance.steps[0].reasons[0]
    assert (reason.code, reason.params["inputs"]) == ("flow.branch.passed", {"total": "9000"})
    assert [each.values for each in shell.asked(UpdateRecord)] == [{"status": "shipped"}]


def test_a_large_order_waits_for_an_approval():
    shell = run(REVIEW, facts={"total": 12_000}, people={"role": ["dora"]})

    assert shell.pending() == ["dora"]
    shell.decide("dora", "approve")
    assert shell.instance.state == "completed"
    assert shell.path() == ["nod_over01 brn_high", "nod_appr01 approved", "nod_ship01 done"]


def test_without_an_edge_a_rejection_ends_the_flow_as_rejected():
    shell = run(REVIEW, facts={"total": 12_000}, people={"role": ["dora"]})

    shell.decide("dora", "reject", opinion="too much")

    assert shell.instance.state == "rejected"
    assert not shell.asked(UpdateRecord)


def test_a_failing_expression_is_an_incident_and_not_false():
    flow = make_flow([make_condition("nod_over01", high="1 / total > 1", low=None)], ["trigger nod_over01"])

    shell = run(flow, facts={"total": 0})

    [incident] = shell.asked(RaiseIncident)
    assert incident.reasons[0].code == "flow.expression.failed"
    assert incident.reasons[0].params["error"] == "#DIV/0!"
    assert shell.instance.state == "running"


def test_a_refused_step_leaves_by_its_error_edge():
    create = make_node("nod_make01", "create_record", entity="ent_reque1", set={"fld_rreas1": '"short"'})
    flow = make_flow(
        [SHIP, create],
        ["trigger nod_ship01", "nod_ship01 end", "nod_ship01 error nod_make01", "nod_make01 end"],
    )

    shell = run(flow, UpdateRecord=Issue("record.stale"))

    assert shell.path() == ["nod_ship01 error", "nod_make01 done"]
    assert [each.values for each in shell.asked(CreateRecord)] == [{"reason": "short"}]


def test_without_an_error_edge_a_refused_step_stands_until_it_is_repaired():
    shell = run(
        make_flow([SHIP], ["trigger nod_ship01", "nod_ship01 end"]), UpdateRecord=Issue("record.stale")
    )
    assert [each.reasons[0].code for each in shell.asked(RaiseIncident)] == ["record.stale"]

    shell.answers["UpdateRecord"] = None
    shell.repair("retry")

    assert shell.instance.state == "completed"
    assert len({each.key for each in shell.effects}) == len(shell.effects)


def side_by_side(*more: str) -> dict:
    nodes = [
        make_node("nod_fork01", "parallel"), make_approval("nod_appr01"), SHIP, make_node("nod_join01", "join"),
        make_node("nod_done01", "end"),
    ]  # fmt: skip
    edges = [
        "trigger nod_fork01", "nod_fork01 nod_appr01", "nod_fork01 nod_ship01", "nod_appr01 approved nod_join01",
        "nod_ship01 nod_join01", "nod_join01 nod_done01", *more,
    ]  # fmt: skip
    return make_flow(nodes, edges)


def test_a_join_waits_for_every_path_that_can_still_reach_it():
    shell = run(side_by_side(), people={"role": ["bo"]})
    assert sorted(token.node for token in shell.instance.tokens) == ["nod_appr01", "nod_join01"]

    shell.decide("bo", "approve")

    assert shell.instance.state == "completed"
    assert shell.path().count("nod_done01 done") == 1


def test_a_path_that_goes_elsewhere_is_not_waited_for():
    shell = run(side_by_side("nod_appr01 rejected end"), people={"role": ["bo"]}).decide(
        "bo", "reject", opinion="no"
    )

    assert shell.instance.state == "completed"
    assert "nod_done01 done" in shell.path()


def test_a_rejection_without_a_way_ends_the_other_paths_too():
    shell = run(side_by_side(), people={"role": ["bo"]}).decide("bo", "reject", opinion="no")

    assert (shell.instance.state, shell.instance.tokens) == ("rejected", ())


def test_an_end_that_rejects_ends_everything():
    flow = make_flow(
        [
            make_node("nod_fork01", "parallel"),
            make_approval("nod_appr01"),
            make_node("nod_stop01", "end", outcome="rejected"),
        ],
        ["trigger nod_fork01", "nod_fork01 nod_appr01", "nod_fork01 nod_stop01"],
    )

    shell = run(flow, people={"role": ["bo"]})

    assert (shell.instance.state, shell.pending()) == ("rejected", [])


def test_going_in_a_circle_is_cut_off_as_one_incident():
    fork = make_node("nod_fork01", "parallel")
    circle = run(make_flow([SHIP], ["trigger nod_ship01", "nod_ship01 nod_ship01"]), UpdateRecord=None)
    growing = run(make_flow([fork], ["trigger nod_fork01", "nod_fork01 nod_fork01", "nod_fork01 nod_fork01"]))

    assert [each.reasons[0].code for each in circle.asked(RaiseIncident)] == ["flow.loop.entries"]
    assert [each.reasons[0].code for each in growing.asked(RaiseIncident)] == ["flow.loop.tokens"]
    assert len(growing.instance.tokens) <= 102


def test_flows_that_start_each_other_are_cut_off():
    shell = run(REVIEW)
    deep = replace(shell.first, depth=6)

    _, effects = advance(shell.plan, deep, Started(facts=shell.facts))

    assert [each.reasons[0].code for each in effects if isinstance(each, RaiseIncident)] == [
        "flow.loop.depth"
    ]


def test_what_is_heard_twice_is_done_once():
    shell = run(REVIEW, facts={"total": 12_000}, people={"role": ["bo"]})
    before = shell.instance

    for event in list(shell.events):
        shell.hear(event)

    assert shell.instance == before
