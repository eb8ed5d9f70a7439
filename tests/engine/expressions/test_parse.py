"""Reading formulas: precedence, punctuation, names, places of errors, limits."""

from decimal import Decimal

import pytest

from engine.expressions.nodes import Call, Literal, Name, Operation
from engine.expressions.parse import NESTING, NODES, SOURCE_BYTES, parse
from engine.expressions.print import print_node
from engine.kernel.issue import Issue

ONE, TWO = Literal(Decimal(1)), Literal(Decimal(2))
A, B = Name(("a",)), Name(("b",))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("=1", ONE),
        (" a . b ", Name(("a", "b"))),
        ("[order total].[数量]", Name(("order total", "数量"))),
        ("-1^2", Operation("^", (Operation("negate", (ONE,)), TWO))),
        ("1%", Operation("percent", (ONE,))),
        ("1-2-1", Operation("-", (Operation("-", (ONE, TWO)), ONE))),
        ('"a""b"', Literal('a"b')),
        ("“你好”", Literal("你好")),
        ("ＡＢ（1，2）", Call("ＡＢ", (ONE, TWO))),
        ("sum(1；2)", None),
        ("networkdays.intl(a)", Call("NETWORKDAYS.INTL", (A,))),
        ("f(a,,1)", Call("F", (A, Literal(None), ONE))),
        ("f()", Call("F", ())),
        ("a AND b", Call("AND", (A, B))),
        ("a or not b", Call("OR", (A, Call("NOT", (B,))))),
        ("AND(a,b)", Call("AND", (A, B))),
        ("a≤b", Operation("<=", (A, B))),
        ("#N/A", Call("NA", ())),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_reads_text_as_tree(text, tree):
    found = parse(text)

    assert isinstance(found, Issue) if tree is None else found == tree


@pytest.mark.parametrize(
    ("text", "code", "start"),
    [
        ("1 +", "expression.syntax.unfinished", 3),
        ("1 2", "expression.syntax.unexpected", 2),
        ("a + ~b", "expression.syntax.unexpected", 4),
        ('"abc', "expression.syntax.unclosed", 0),
        ("", "expression.source.empty", 0),
        ("=", "expression.source.empty", 0),
        ("{1,2;3}", "expression.table.ragged", 0),
        ("1E400", "expression.number.out_of_range", 0),
        ("x" * (SOURCE_BYTES + 1), "expression.source.too_long", 0),
        ("(" * 70 + "1" + ")" * 70, "expression.tree.too_deep", NESTING),
        ("+".join("1" * 3000), "expression.tree.too_large", 0),
        ("-" * 300 + "1", "expression.tree.too_deep", 300),
    ],
    ids=lambda value: str(value)[:30],
)
def test_refuses_with_code_and_place(text, code, start):
    issue = parse(text)

    assert isinstance(issue, Issue)
    assert (issue.code, issue.params["start"]) == (code, start)


def test_counts_lines_and_columns_from_one():
    issue = parse("1 +\n  ,")

    assert isinstance(issue, Issue)
    assert (issue.params["line"], issue.params["column"]) == (2, 3)


def test_says_what_was_expected():
    issue = parse("f(1")

    assert isinstance(issue, Issue)
    assert {")", ","} <= set(str(issue.params["expected"]).split())


def test_long_chains_do_not_recurse():
    tree = parse("+".join(["a"] * 150))

    assert not isinstance(tree, Issue)
    assert parse(print_node(tree)) == tree
    assert NODES > 299
