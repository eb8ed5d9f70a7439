"""Who will be asked: the flow run in thought."""

from typing import Any

from engine.flows.effects import FindPeople
from engine.flows.events import Facts, Started
from engine.flows.forecast import ForecastStep, forecast
from engine.flows.instance import Reason
from tests.factories.flows import (
    ROLE,
    START,
    Shell,
    make_approval,
    make_condition,
    make_flow,
    make_node,
    plan,
)  # fmt: skip


def foreseen(flow: dict, answer: Any = None, **values: Any) -> tuple[ForecastStep, ...]:
    made = plan(flow)
    shell = Shell(made, Facts(at=START, values=values))
    return forecast(made, shell.first, Started(facts=shell.facts), answer)


CHAIN = make_flow(
    [
        make_node("nod_mark01", "update_record", set={"fld_ostat1": '"paid"'}),
        make_condition("nod_over01", high='total > 10000 AND status = "paid"', low=None),
        make_approval("nod_frst01", mode="all"),
        make_node("nod_fill01", "fill_in", people=[{"source": "submitter"}]),
        make_approval("nod_scnd01", approvers=[{"source": "superior"}], timeout={"after": "PT1H", "then": "reject"}),
    ],
    [
        "trigger nod_mark01", "nod_mark01 nod_over01", "nod_over01 brn_high nod_frst01", "nod_over01 brn_low0 end",
        "nod_frst01 approved nod_fill01", "nod_fill01 nod_scnd01", "nod_scnd01 approved end",
    ],
)  # fmt: skip


def test_the_steps_a_record_would_come_to_are_told_with_their_sources():
    steps = foreseen(CHAIN, total=20_000)

    assert [(each.node, each.kind, each.mode, each.who[0].source) for each in steps] == [
        ("nod_frst01", "approval", "all", "role"),
        ("nod_fill01", "fill_in", "any", "submitter"),
        ("nod_scnd01", "approval", "any", "superior"),
    ]
    assert "flow.branch.taken" in [reason.code for reason in steps[0].reasons]
    assert [each.people for each in steps] == [(), (), ()]


def test_a_record_nobody_need_look_at_has_no_steps():
    assert foreseen(CHAIN, total=5) == ()


def test_who_they_are_is_told_where_the_shell_knows_it():
    def answer(effect: object) -> Any:
        assert isinstance(effect, FindPeople)
        people = {"role": ["bo", "cy"], "superior": ["bo"], "submitter": ["anna"]}[effect.who[0].source]
        return tuple((each, Reason(code="flow.person.given")) for each in people)

    steps = foreseen(CHAIN, answer, total=20_000)

    assert [each.people for each in steps] == [("bo", "cy"), ("anna",), ("bo",)]


def test_paths_side_by_side_are_both_told_and_circles_end():
    nodes = [
        make_node("nod_fork01", "parallel"),
        make_approval("nod_frst01"),
        make_approval("nod_scnd01", approvers=[ROLE]),
    ]
    edges = [
        "trigger nod_fork01",
        "nod_fork01 nod_frst01",
        "nod_fork01 nod_scnd01",
        "nod_frst01 approved end",
        "nod_scnd01 approved nod_scnd01",
    ]

    steps = foreseen(make_flow(nodes, edges))

    assert [each.node for each in steps] == ["nod_frst01", "nod_scnd01"]
