"""Approvals the Chinese way: one of several, all, in turn; returned, handed over, withdrawn, out of time."""

from datetime import timedelta

import pytest

from engine.flows.effects import (
    AssignTask,
    CloseTask,
    FindPeople,
    RaiseIncident,
    Remind,
    StartTimer,
    StopTimer,
)
from engine.flows.events import Decided
from engine.flows.may import actions, refusals, return_targets
from tests.factories.flows import ROLE, Shell, make_approval, make_flow, make_node, run

TWO = {"role": ["bo", "cy"]}
SUBMITTER = {"source": "submitter"}


def approval(people: dict | None = None, **more) -> Shell:
    flow = make_flow([make_approval("nod_appr01", **more)], ["trigger nod_appr01", "nod_appr01 approved end"])
    return run(flow, people=people or TWO)


def two_steps(**more) -> dict:
    first, second = make_approval("nod_frst01"), make_approval("nod_scnd01", **more)
    return make_flow(
        [first, second], ["trigger nod_frst01", "nod_frst01 approved nod_scnd01", "nod_scnd01 approved end"]
    )


def test_any_one_of_several_decides_and_the_others_need_not():
    shell = approval().decide("cy", "approve")

    assert shell.instance.state == "completed"
    assert [(each.person, each.state) for each in shell.instance.tasks] == [
        ("bo", "cancelled"),
        ("cy", "approved"),
    ]
    assert {each.task.person for each in shell.asked(CloseTask)} == {"bo", "cy"}


def test_all_must_approve():
    shell = approval(mode="all").decide("cy", "approve")
    assert (shell.instance.state, shell.pending()) == ("running", ["bo"])

    assert shell.decide("bo", "approve").instance.state == "completed"


def test_one_rejection_is_enough_where_all_must_approve():
    shell = approval(mode="all").decide("cy", "reject", opinion="no stock")

    assert (shell.instance.state, shell.pending()) == ("rejected", [])


def test_in_turn_the_second_is_asked_after_the_first():
    shell = approval(mode="sequential")
    assert shell.pending() == ["bo"]
    assert [each.task.person for each in shell.asked(AssignTask)] == ["bo"]

    shell.decide("bo", "approve")

    assert shell.pending() == ["cy"]
    assert shell.decide("cy", "approve").instance.state == "completed"


def test_nobody_to_ask_is_an_incident_that_is_repaired_by_naming_people():
    shell = approval(people={"role": []})
    assert [each.reasons[0].code for each in shell.asked(RaiseIncident)] == ["flow.approver.nobody"]

    shell.repair("edit", people=["eve"])

    assert shell.pending() == ["eve"]


def test_nobody_to_ask_may_count_as_approved_or_lead_to_the_head_of_the_department():
    assert approval(people={"role": []}, if_nobody="approve").instance.state == "completed"
    assert approval(people={"department_head": ["hal"]}, if_nobody="head").pending() == ["hal"]
    assert approval(people={"role": []}, if_nobody="head").asked(RaiseIncident)


@pytest.mark.parametrize(
    ("rule", "pending", "state"),
    [("ask", ["anna"], "running"), ("approve", [], "completed"), ("superior", ["sue"], "running")],
)
def test_who_submits_does_not_have_to_approve_it(rule, pending, state):
    shell = approval(people={"role": ["anna"], "superior of anna": ["sue"]}, if_submitter=rule)

    assert (shell.pending(), shell.instance.state) == (pending, state)


def test_who_has_just_approved_is_not_asked_again_and_the_step_says_so():
    shell = run(two_steps(mode="all"), people=TWO).decide("bo", "approve")

    assert shell.pending() == ["cy"]
    assert "flow.approver.again" in shell.codes()


def test_who_must_fill_something_in_is_asked_again():
    shell = run(two_steps(fields={"fld_onote1": "required"}), people={"role": ["bo"]}).decide("bo", "approve")

    assert shell.pending() == ["bo"]


def test_a_returned_record_goes_to_who_submitted_it_and_then_runs_again():
    shell = approval(people={"role": ["bo"]}).decide("bo", "return", opinion="price?")
    assert (shell.pending(), shell.task("anna").kind) == (["anna"], "resubmit")

    shell.decide("anna", "submit")

    assert shell.pending() == ["bo"]
    assert shell.path() == ["nod_appr01 returned", "trigger done", "nod_appr01"]
    assert shell.decide("bo", "approve").instance.state == "completed"


def three_steps(**more) -> Shell:
    nodes = [
        make_approval("nod_frst01"),
        make_approval("nod_scnd01", approvers=[{"source": "department_head"}]),
        make_approval("nod_thrd01", approvers=[{"source": "superior"}], **more),
    ]
    edges = [
        "trigger nod_frst01", "nod_frst01 approved nod_scnd01", "nod_scnd01 approved nod_thrd01", "nod_thrd01 approved end"
    ]  # fmt: skip
    shell = run(
        make_flow(nodes, edges),
        people={"role": ["bo"], "department_head": ["cy"], "superior of anna": ["di"]},
    )
    return shell.decide("bo", "approve").decide("cy", "approve")


def test_after_a_return_the_flow_may_come_straight_back():
    shell = three_steps(after_return="resume").decide("di", "return", opinion="?").decide("anna", "submit")

    assert shell.pending() == ["di"]


def test_a_record_returned_to_an_earlier_step_goes_through_those_between_again():
    shell = three_steps(return_to="any")
    assert return_targets(shell.plan, shell.instance, shell.task("di")) == (
        "submitter",
        "nod_scnd01",
        "nod_frst01",
    )

    shell.decide("di", "return", to="nod_frst01", opinion="?").decide("bo", "approve")

    assert shell.pending() == ["cy"]


def test_a_record_returned_to_an_earlier_step_may_come_straight_back():
    shell = three_steps(return_to="any", after_return="resume")

    shell.decide("di", "return", to="nod_frst01", opinion="?").decide("bo", "approve")

    assert shell.pending() == ["di"]
    assert shell.decide("di", "approve").instance.state == "completed"


def test_returning_to_the_previous_step_offers_only_that():
    shell = three_steps(return_to="previous")

    assert return_targets(shell.plan, shell.instance, shell.task("di")) == ("nod_scnd01",)


def test_a_task_is_handed_over():
    shell = approval(people={"role": ["bo"]}).decide("bo", "transfer", person="eve")

    task = shell.task("eve")
    assert (task.before, shell.pending()) == ("bo", ["eve"])
    assert shell.decide("eve", "approve").instance.state == "completed"


def test_who_submitted_may_remind():
    shell = approval()
    shell.hear(Decided(facts=shell.facts, task=shell.task("bo").number, by="anna", action="remind"))

    [reminder] = shell.asked(Remind)
    assert (len(reminder.tasks), reminder.by) == (2, "anna")


def test_withdrawing_takes_all_work_back():
    shell = approval(timeout={"after": "PT8H", "then": "remind"}).withdraw()

    assert (shell.instance.state, shell.pending(), shell.instance.tokens) == ("withdrawn", [], ())
    assert len(shell.asked(StopTimer)) == 1


def test_cancelling_is_said_so():
    assert approval().withdraw(by="root", is_cancelled=True).instance.state == "cancelled"


def test_out_of_time_people_are_reminded_again_and_again():
    shell = approval(timeout={"after": "PT8H", "then": "remind"})
    assert shell.asked(StartTimer)[0].at - shell.facts.at == timedelta(hours=8)

    shell.later(hours=8).ring().later(hours=8).ring()

    assert (len(shell.asked(Remind)), shell.pending()) == (2, ["bo", "cy"])


@pytest.mark.parametrize(("then", "state"), [("approve", "completed"), ("reject", "rejected")])
def test_out_of_time_the_step_decides_itself(then, state):
    shell = approval(timeout={"after": "PT8H", "then": then}).later(hours=8).ring()

    assert (shell.instance.state, shell.pending()) == (state, [])
    assert not shell.asked(StopTimer)


def test_out_of_time_the_superior_takes_over():
    people = {"role": ["bo"], "superior of bo": ["sue"]}
    shell = approval(people=people, timeout={"after": "PT8H", "then": "escalate"}).later(hours=8).ring()
    assert shell.pending() == ["sue"]

    shell.later(hours=8).ring()

    assert (shell.pending(), len(shell.asked(Remind))) == (["sue"], 1)
    assert "flow.timeout.no_superior" in shell.codes()


def test_the_first_to_submit_completes_a_fill_in():
    flow = make_flow(
        [make_node("nod_fill01", "fill_in", people=[ROLE])], ["trigger nod_fill01", "nod_fill01 end"]
    )

    shell = run(flow, people=TWO).decide("bo", "submit")

    assert shell.instance.state == "completed"


def test_deciding_twice_is_refused_with_who_and_when():
    shell = approval(mode="all")
    event = Decided(facts=shell.facts, task=shell.task("bo").number, by="bo", action="approve")
    shell.hear(event)

    [issue] = refusals(shell.plan, shell.instance, event)

    assert (issue.code, issue.params["by"]) == ("flow.task.decided", "bo")
    before = shell.instance
    shell.hear(event)
    assert shell.instance == before


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"by": "zoe", "action": "approve"}, "flow.task.foreign"),
        ({"by": "bo", "action": "reject"}, "flow.opinion.missing"),
        ({"by": "bo", "action": "submit"}, "flow.task.action"),
        ({"by": "bo", "action": "remind"}, "flow.instance.not_submitter"),
        ({"by": "bo", "action": "return", "opinion": "?", "to": "nod_appr01"}, "flow.return.impossible"),
        ({"by": "bo", "action": "transfer"}, "flow.transfer.nobody"),
        ({"by": "bo", "action": "transfer", "person": "cy"}, "flow.transfer.asked"),
        ({"by": "bo", "action": "approve", "task": 99}, "flow.task.unknown"),
    ],
)
def test_what_may_not_be_done_is_refused_by_name(more, code):
    shell = approval()
    event = Decided(facts=shell.facts, **{"task": shell.task("bo").number, **more})

    assert [each.code for each in refusals(shell.plan, shell.instance, event)] == [code]


def test_a_task_offers_what_its_owner_may_do():
    shell = approval()

    assert actions(shell.plan, shell.instance, shell.task("bo")) == (
        "approve",
        "reject",
        "return",
        "transfer",
    )


def test_superiors_are_asked_for_whom_it_concerns():
    shell = approval(
        people={"role": ["bo"], "superior of bo": ["sue"]}, timeout={"after": "PT1H", "then": "escalate"}
    )
    shell.later(hours=1).ring()

    assert [each.submitter for each in shell.asked(FindPeople)] == ["anna", "bo"]


def test_a_record_returned_to_run_again_ends_what_goes_on_beside_it():
    nodes = [
        make_node("nod_fork01", "parallel"), make_approval("nod_frst01"),
        make_approval("nod_scnd01", approvers=[{"source": "superior"}]),
    ]  # fmt: skip
    edges = [
        "trigger nod_fork01",
        "nod_fork01 nod_frst01",
        "nod_fork01 nod_scnd01",
        "nod_frst01 approved end",
        "nod_scnd01 approved end",
    ]
    shell = run(make_flow(nodes, edges), people={"role": ["bo"], "superior of anna": ["sue"]})

    shell.decide("bo", "return", opinion="?")
    assert shell.pending() == ["anna"]

    shell.decide("anna", "submit")
    assert shell.pending() == ["bo", "sue"]


def test_nobody_is_told_of_work_that_was_never_theirs():
    shell = approval(people={"role": ["anna", "cy"]}, mode="all", if_submitter="approve")

    assert [each.task.person for each in shell.asked(AssignTask)] == ["cy"]
    assert not shell.asked(CloseTask)
    assert [(each.person, each.state) for each in shell.instance.tasks] == [
        ("anna", "approved"),
        ("cy", "pending"),
    ]
