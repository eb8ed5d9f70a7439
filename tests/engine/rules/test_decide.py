"""Deciding by a table: the seven hit policies, and that a table as an expression says the same."""

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.expressions.context import Context
from engine.expressions.evaluate import evaluate
from engine.kernel.values import ErrorValue
from engine.rules.decide import compile_table, decide_table
from engine.rules.expression import rule_expression
from engine.rules.table import Table, names_in_table, table_of
from tests.factories.rules import RULE, make_channels, make_rule

NOW = Context(datetime(2026, 11, 23, tzinfo=UTC), ZoneInfo("Asia/Shanghai"))
TWO_TIMES = [(["> 1"], ["1"]), (["> 3"], ["5"]), (["> 5"], ["2"])]
ARTICLE = [
    ([">= 25%", "", ""], ['"高"']),
    (["", ">= 4", ""], ['"高"']),
    (["", "", ">= 4"], ['"中"']),
    (["", "", ""], ['"低"']),
]


def decide(rule, **values):
    table = table_of(make_channels(rule), RULE)
    assert isinstance(table, Table), table
    return decide_table(compile_table(table), values, NOW)


@pytest.mark.parametrize(
    ("share", "complexity", "growth", "priority", "row"),
    [
        ("0.35", 4, 3, "高", "row_0000"),
        ("0.25", 3, 5, "高", "row_0000"),
        ("0.20", 2, 4, "中", "row_0002"),
        ("0.15", 5, 2, "高", "row_0001"),
        ("0.05", 1, 5, "中", "row_0002"),
        ("0.05", 1, 1, "低", "row_0003"),
    ],
)
def test_the_first_row_met_decides(share, complexity, growth, priority, row):
    rule = make_rule(["share", "complexity", "growth"], ARTICLE)

    decided = decide(rule, share=Decimal(share), complexity=complexity, growth=growth)

    assert (decided.outputs, decided.rows) == ({"out0": priority}, (row,))


@pytest.mark.parametrize(
    ("hit", "more", "expected"),
    [
        ("collect", {}, (1, 5)),
        ("collect", {"aggregate": "sum"}, 6),
        ("collect", {"aggregate": "minimum"}, 1),
        ("collect", {"aggregate": "maximum"}, 5),
        ("collect", {"aggregate": "count"}, 2),
        ("rule_order", {}, (1, 5)),
        ("output_order", {"values": ["5", "2", "1"]}, (5, 1)),
        ("priority", {"values": ["5", "2", "1"]}, 5),
        ("first", {}, 1),
        ("unique", {}, ErrorValue("#N/A", "rule.hit.several")),
        ("any", {}, ErrorValue("#N/A", "rule.hit.several")),
    ],
)
def test_what_several_rows_give_together_depends_on_the_hit_policy(hit, more, expected):
    rule = make_rule(["complexity"], TWO_TIMES, result="number", hit=hit, **more)

    assert decide(rule, complexity=4).outputs == {"out0": expected}


def test_no_row_gives_the_default_or_blank_and_a_count_of_none():
    assert decide(make_rule(["complexity"], TWO_TIMES, default="7 + 1"), complexity=1).outputs == {"out0": 8}
    assert decide(make_rule(["complexity"], TWO_TIMES), complexity=1).outputs == {"out0": None}
    counted = make_rule(["complexity"], TWO_TIMES, result="number", hit="collect", aggregate="count")
    assert decide(counted, complexity=1).outputs == {"out0": 0}


def test_cells_may_read_other_fields_and_results_may_compute():
    rule = make_rule(["growth"], [(["> complexity"], ["growth - complexity"])], result="number")

    assert decide(rule, growth=5, complexity=2).outputs == {"out0": 3}


def test_an_error_in_a_condition_is_the_result():
    rule = make_rule(["1 / complexity"], [(["> 0"], ['"a"'])])

    assert decide(rule, complexity=0).outputs["out0"].code == "#DIV/0!"


def test_names_are_those_of_inputs_cells_and_results():
    table = table_of(make_channels(make_rule(["share"], [(["> growth / 10"], ["kind"])])), RULE)

    assert isinstance(table, Table)
    assert names_in_table(table) == {("share",), ("growth",), ("kind",)}


NUMBER = st.sampled_from(
    ["", "-", "3", "> 2", "<= 3", "[2..4]", "(1..3)", "not(2)", "1, 5", "? > 2", "> growth"]
)
KIND = st.sampled_from(["", '"shop"', '"shop", "agent"', 'not("direct")', 'LEFT(?, 1) = "a"'])


@given(
    rows=st.lists(st.tuples(NUMBER, KIND, st.sampled_from(['"a"', '"b"', '"c"'])), min_size=1, max_size=6),
    hit=st.sampled_from(["first", "unique", "any", "priority"]),
    complexity=st.integers(1, 5),
    growth=st.one_of(st.none(), st.integers(1, 5)),
    kind=st.sampled_from(["shop", "agent", "direct"]),
)
def test_a_table_as_an_expression_says_the_same(rows, hit, complexity, growth, kind):
    rule = make_rule(
        ["complexity", "kind"],
        [([one, two], [out]) for one, two, out in rows],
        hit=hit,
        values=["b", "a", "c"],
    )
    values = {"complexity": complexity, "growth": growth, "kind": kind}

    text = rule_expression(make_channels(rule), RULE)
    decided = decide(rule, **values).outputs["out0"]

    assert isinstance(text, str)
    said = evaluate(text, values)
    assert getattr(said, "code", said) == getattr(decided, "code", decided)
