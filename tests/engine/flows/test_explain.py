"""Reasons in words, in both languages, and a sentence for every code a flow can give."""

import ast
from pathlib import Path

from engine.flows.explain import explain
from engine.flows.instance import Reason
from engine.text.catalog import MESSAGES
from tests.factories.flows import make_approval, make_condition, make_flow, run


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
