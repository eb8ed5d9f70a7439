"""Reasons in words, in both languages, and a sentence for every code a flow can give."""

import ast
from pathlib import Path

import pytest

from engine.access.principal import Principal
from engine.flows.disclosing import seen_by
from engine.flows.effects import RaiseIncident
from engine.flows.explain import explain
from engine.flows.instance import Reason
from engine.text.catalog import MESSAGES
from tests.factories.definitions import CUSTOMER, ORDER, load, make_role
from tests.factories.flows import (
    FLOW,
    WHOLE,
    make_approval,
    make_condition,
    make_flow,
    make_flow_documents,
    run,
)


def test_a_branch_says_its_condition_the_values_and_the_release():
    nodes = [make_condition("nod_over01", high="total > 10000", low=None), make_approval("nod_appr01")]
    edges = ["trigger nod_over01", "nod_over01 brn_high nod_appr01", "nod_over01 brn_low0 end"]
    shell = run(make_flow(nodes, edges), facts={"total": 12_000}, people={"role": ["u-1"]})
    taken, asked = (step.reasons[0] for step in shell.instance.steps)

    assert explain(taken, release=3) == {
        "zh": "走“high”：total > 10000 成立，total = 12000（第 3 版）。",
        "en": 'By "high": total > 10000 is true for total = 12000 (release 3).',
    }
    assert explain(asked, release=3, people={"u-1": "王总"})["en"].startswith("王总 is asked to approve: ")


def test_values_that_are_blank_are_seen_to_be_so():
    reason = Reason(
        code="flow.branch.passed",
        params={"branch": {"zh": "甲", "en": "A"}, "expression": "x > 1", "inputs": {"x": ""}},
    )

    assert "x = ∅" in explain(reason, release=1)["zh"]


def test_every_reason_has_words():
    codes = {
        node.value
        for path in Path("engine/flows").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("flow.")
    }
    timeouts = {f"flow.timeout.{then}" for then in ("remind", "approve", "reject", "escalate")}
    repairs = {f"flow.repair.{how}" for how in ("retry", "skip", "edit")}

    whole = {code for code in codes if not code.endswith(".")} | timeouts | repairs
    assert not {code for code in whole if code not in MESSAGES["en"]}


def test_a_failed_expression_says_the_values_it_failed_on():
    shell = run(
        make_flow([make_condition("nod_over01", high="1 / total > 1", low=None)], ["trigger nod_over01"]),
        facts={"total": 0},
    )
    [reason] = shell.asked(RaiseIncident)[0].reasons

    words = explain(reason, release=1, may_see=lambda name: False)["en"]

    assert "total = 0" in explain(reason, release=1)["en"]
    assert "total = •••" in words
    assert "#DIV/0!" in words


ORDERS = {"entity": ORDER, "read": 'status = "draft"', "fields": {"fld_onote1": "hidden"}}
CUSTOMERS = {"entity": CUSTOMER, "read": True, "fields": {"fld_climit": "masked"}}


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("total", True),
        ("before.total", True),
        ("id", True),
        ("note", False),
        ("quantity", True),
        ("parent.total", True),
        ("customer.level", True),
        ("customer.credit_limit", False),
        ("peer.name", True),
        ("request.amount", False),
        ("nothing", False),
    ],
)
def test_values_are_told_to_those_who_may_read_them(name, seen):
    definition = load(
        make_flow_documents(WHOLE) | {"roles/clerk.json": make_role("rol_clerk1", "clerk", ORDERS, CUSTOMERS)}
    )
    clerk = Principal(id="u-1", kind="human", roles=frozenset({"rol_clerk1"}))

    assert seen_by(definition, clerk, definition.flows[FLOW])(name) is seen


def test_other_records_are_told_of_only_where_all_of_them_may_be_read():
    some = {**CUSTOMERS, "read": 'level = "gold"'}
    definition = load(
        make_flow_documents(WHOLE) | {"roles/clerk.json": make_role("rol_clerk1", "clerk", ORDERS, some)}
    )
    clerk = Principal(id="u-1", kind="human", roles=frozenset({"rol_clerk1"}))
    may_see = seen_by(definition, clerk, definition.flows[FLOW])

    assert [may_see(name) for name in ("customer.level", "peer.name", "customer", "total")] == [
        False,
        False,
        True,
        True,
    ]
