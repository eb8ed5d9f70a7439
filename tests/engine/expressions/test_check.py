"""What is reported when a formula is designed, and what is known of a right one."""

import pytest

from engine.expressions import types
from engine.expressions.check import Checked, check_text
from engine.expressions.parse import parse
from engine.expressions.rename import rename

FIELDS = {
    ("数量",): types.NUMBER,
    ("price",): types.NUMBER,
    ("title",): types.TEXT,
    ("active",): types.BOOLEAN,
    ("day",): types.DATE,
    ("at",): types.DATETIME,
    ("start",): types.TIME,
    ("customer",): types.link("ent_customer"),
    ("customer", "level"): types.TEXT,
    ("lines", "amount"): types.list_of(types.NUMBER),
    ("lines", "day"): types.list_of(types.DATE),
}


class Order:
    """A scope of the fields above."""

    def resolve(self, path):
        return FIELDS.get(path)


def check(text, **options):
    return check_text(text, Order(), known=FIELDS, **options)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("数量 * price", types.NUMBER),
        ("title & 1", types.TEXT),
        ("price > 1", types.BOOLEAN),
        ("day + 1", types.DATE),
        ("1 + day", types.DATE),
        ("day - day", types.NUMBER),
        ("day + start", types.DATETIME),
        ("at - at", types.NUMBER),
        ("customer.level", types.TEXT),
        ("SUM(lines.amount)", types.NUMBER),
        ("MAX(lines.day)", types.DATE),
        ("MAX(lines.amount)", types.NUMBER),
        ("lines.amount * 2", types.list_of(types.NUMBER)),
        ("IF(active, 1, 2)", types.NUMBER),
        ("IF(active, 1, title)", types.ANY),
        ("IF(active, day, NA())", types.DATE),
        ("IFERROR(1 / price, 0)", types.NUMBER),
        ("TODAY()", types.DATE),
        ("{1, 2; 3, 4}", types.table_of(types.NUMBER)),
        ("customer", types.link("ent_customer")),
    ],
)
def test_type_of_the_result_is_known(text, expected):
    checked = check(text)

    assert isinstance(checked, Checked)
    assert checked.type == expected


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("数量 * prise", "expression.name.unknown", (5, 10)),
        ("SUMM(1)", "expression.function.unknown", (0, 7)),
        ("ROUND()", "expression.arguments.count", (0, 7)),
        ("SWITCH(1, 2)", "expression.arguments.count", (0, 12)),
        ("ABS(1, 2)", "expression.arguments.count", (0, 9)),
        ('price + "five"', "expression.text.as_number", (8, 14)),
        ("customer * 2", "expression.link.as_number", (0, 8)),
        ("ROUND(customer, 2)", "expression.link.as_number", (6, 14)),
        ("ROUND(lines.amount, 2)", "expression.list.as_value", (6, 18)),
        ("price +", "expression.syntax.unfinished", (7, 7)),
    ],
)
def test_what_can_never_be_right_is_reported_with_its_place(text, code, place):
    (issue,) = check(text)

    assert issue.code == code
    assert (issue.params["start"], issue.params["end"]) == place
    assert issue.params["line"] == 1


def test_all_findings_come_at_once():
    issues = check("nope + SUMM(1) + customer * 2")

    assert [issue.code for issue in issues] == [
        "expression.name.unknown",
        "expression.function.unknown",
        "expression.link.as_number",
    ]


def test_unknown_names_come_with_similar_ones():
    name, function = check("customer.levle + ROUNDD(1, 2)")

    assert "customer.level" in str(name.params["suggestions"])
    assert "ROUND" in str(function.params["suggestions"])


def test_result_must_fit_what_is_expected():
    (issue,) = check("title", expected=types.NUMBER)

    assert (issue.code, issue.params["expected"], issue.params["actual"]) == (
        "expression.result.type",
        "number",
        "text",
    )
    assert isinstance(check("price > 1", expected=types.BOOLEAN), Checked)


def test_names_functions_and_abilities_are_told():
    checked = check('IF(customer.level = "A", SUM(lines.amount), YEARFRAC(day, TODAY()))')

    assert isinstance(checked, Checked)
    assert checked.names == {("customer", "level"), ("lines", "amount"), ("day",)}
    assert checked.functions == {"IF", "SUM", "YEARFRAC", "TODAY"}
    assert checked.volatile
    assert not checked.runs_in_browser
    assert not checked.runs_in_sql


def test_renaming_follows_a_path_through_the_tree():
    tree = parse('IF(client.level = "A", {client, 1}, -client.name & [client name])')

    assert rename(tree, ("client",), ("customer",)) == parse(
        'IF(customer.level = "A", {customer, 1}, -customer.name & [client name])'
    )
