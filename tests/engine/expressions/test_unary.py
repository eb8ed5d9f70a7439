"""Cells of decision tables: what they are read as, and where a fault in one stands."""

import pytest

from engine.expressions.nodes import Name
from engine.expressions.parse import parse
from engine.expressions.unary import (
    Anything,
    Between,
    Compare,
    Condition,
    Not,
    OneOf,
    names_of,
    read_test,
)
from engine.kernel.issue import Issue


def tree(text):
    found = parse(text)
    assert not isinstance(found, Issue)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Anything()),
        (" - ", Anything()),
        ("5", Compare("=", tree("5"))),
        ("-5", Compare("=", tree("-5"))),
        ('"gold"', Compare("=", tree('"gold"'))),
        (">= 0.25", Compare(">=", tree("0.25"))),
        ("≥25%", Compare(">=", tree("25%"))),
        ("!= 3", Compare("<>", tree("3"))),
        ("< limit * 2", Compare("<", tree("limit * 2"))),
        ("[1..5]", Between(tree("1"), tree("5"), True, True)),
        ("(1..5]", Between(tree("1"), tree("5"), False, True)),
        ("[0.5..1.5)", Between(tree("0.5"), tree("1.5"), True, False)),
        ('"a", "b,c"', OneOf((Compare("=", tree('"a"')), Compare("=", tree('"b,c"'))))),
        (
            '"华东"，"华南"',
            OneOf((Compare("=", tree('"华东"')), Compare("=", tree('"华南"')))),
        ),
        ('not("a", "b")', Not(OneOf((Compare("=", tree('"a"')), Compare("=", tree('"b"')))))),
        ("not([1..2])", Not(Between(tree("1"), tree("2"), True, True))),
        ("< 1, > 5", OneOf((Compare("<", tree("1")), Compare(">", tree("5"))))),
        ("AND(? > 1, ? < 5)", Condition(tree("AND(ʔ > 1, ʔ < 5)"))),
        ("[order total]", Compare("=", tree("[order total]"))),
        ("MAX(1, 2)", Compare("=", tree("MAX(1, 2)"))),
        ('"really?"', Compare("=", tree('"really?"'))),
    ],
)
def test_a_cell_is_read_as(text, expected):
    assert read_test(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "start"),
    [
        ("1,,2", "expression.test.empty", 2),
        ("[1..]", "expression.test.empty", 4),
        (">= ", "expression.test.empty", 2),
        ("> 1 AND x < 5", "expression.test.unclear", 0),
        ("1 +", "expression.syntax.unfinished", 3),
        ('5, "open', "expression.syntax.unclosed", 3),
    ],
)
def test_a_fault_says_where_in_the_cell_it_is(text, code, start):
    issue = read_test(text)

    assert isinstance(issue, Issue)
    assert (issue.code, issue.params["start"]) == (code, start)


def test_names_in_a_cell_have_their_place_in_its_text():
    test = read_test("> [order limit], not(customer.level)")
    assert not isinstance(test, Issue)

    names = list(names_of(test))

    assert names == [Name(("order limit",)), Name(("customer", "level"))]
    assert [each.span for each in names] == [(2, 15), (21, 35)]
