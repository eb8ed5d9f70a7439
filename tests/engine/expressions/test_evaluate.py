"""Running formulas: context, promises of types, limits, laziness."""

from datetime import UTC, date, datetime
from decimal import Decimal, getcontext
from zoneinfo import ZoneInfo

import pytest

from engine.expressions import ExpressionError, evaluate, types
from engine.expressions.arithmetic import NUMBERS
from engine.expressions.check import Checked, check_text
from engine.expressions.context import Context
from engine.expressions.evaluate import compile_checked
from engine.kernel.values import ErrorValue

NOW = datetime(2024, 2, 29, 20, 0, tzinfo=UTC)
CONTEXT = Context(NOW, ZoneInfo("Asia/Shanghai"), "user-1", frozenset({"sales"}))


class Numbers:
    """A scope in which every name is a number."""

    def resolve(self, path):
        return types.NUMBER


def formula(text):
    checked = check_text(text, Numbers())
    assert isinstance(checked, Checked)
    return compile_checked(checked)


def test_today_is_the_date_of_the_fixed_moment_in_the_time_zone():
    assert evaluate("TODAY()", {}, now=NOW, timezone="Asia/Shanghai") == date(2024, 3, 1)
    assert evaluate("TODAY()", {}, now=NOW) == date(2024, 2, 29)


def test_parts_of_an_instant_are_read_in_the_time_zone():
    assert evaluate("HOUR(at)", {"at": NOW}, timezone="Asia/Shanghai") == 4
    assert evaluate('at & ""', {"at": NOW}, timezone="Asia/Shanghai") == "2024-03-01 04:00:00"


def test_naive_values_are_wall_clock_times_of_the_zone():
    naive = NOW.replace(tzinfo=None)

    assert evaluate("at", {"at": naive}, timezone="Asia/Shanghai") == datetime(2024, 2, 29, 12, tzinfo=UTC)


def test_user_and_roles_come_from_the_context():
    assert formula("CURRENT_USER()")({}, CONTEXT) == "user-1"
    assert formula('HAS_ROLE("sales")')({}, CONTEXT) is True


@pytest.mark.parametrize(
    ("text", "code"),
    [("nope + 1", "#NAME?"), ("NOPE(1)", "#NAME?"), ("1 +", "#NAME?"), ("1 / 0", "#DIV/0!")],
)
def test_what_fails_is_an_expression_error_with_a_cause(text, code):
    result = evaluate(text, {})

    assert isinstance(result, ExpressionError)
    assert result.code == code
    assert result.cause.startswith("expression.")


def test_a_missing_value_is_blank():
    assert formula("a + 1")({}, CONTEXT) == 1


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"a": Decimal(2), "b": Decimal(3)}, Decimal(6)),
        ({"a": 2, "b": 3}, Decimal(6)),
        ({"a": "2", "b": 3}, Decimal(6)),
        ({"a": True, "b": 3}, Decimal(3)),
        ({"a": date(1900, 1, 2), "b": 3}, Decimal(6)),
        ({"a": "x", "b": 3}, "#VALUE!"),
        ({"a": ErrorValue("#N/A"), "b": 3}, "#N/A"),
        ({"a": None, "b": 3}, Decimal(0)),
    ],
)
def test_values_that_break_the_promised_type_still_give_the_exact_answer(values, expected):
    result = formula("a * b")(values, CONTEXT)

    assert (result.code if isinstance(result, ErrorValue) else result) == expected


def test_whole_numbers_of_python_divide_exactly():
    assert formula("a / b")({"a": 1, "b": 3}, CONTEXT) == NUMBERS.divide(1, 3)


def test_the_callers_decimal_context_is_left_as_it_was():
    before = getcontext()

    formula("a / b")({"a": 1, "b": 0}, CONTEXT)

    assert getcontext() is before


@pytest.mark.parametrize(
    "text",
    [
        'REPT("x", 100000000000)',
        'SUBSTITUTE(REPT("a", 60000), "a", REPT("b", 60000))',
        'REPT("x", 60000) & REPT("x", 60000)',
        "COMBIN(1000000000, 500000000)",
        "FACT(1000000)",
        "9 ^ 9 ^ 9 ^ 9",
        "WORKDAY(1, 900000, {2, 3})",
        'REGEXTEST(REPT("a", 60000), "^(a+)+$")',
        'SEARCH(REPT("*a", 250) & "b", REPT("a", 60000))',
    ],
)
def test_too_much_work_is_an_error_and_not_a_hang(text):
    result = evaluate(text, {})

    assert isinstance(result, ErrorValue | bool)


def test_work_over_lists_is_counted():
    values = {"x": [1] * 6000}

    assert evaluate("SUM(x)", values) == 6000
    assert evaluate("SUM(x) + SUM(x)", values) == ErrorValue("#NUM!", "expression.cause.too_much_work")


@pytest.mark.parametrize(
    "text",
    [
        "+".join(["a"] * 199),
        "-" * 198 + "a",
        "^".join(["1"] * 199),
        "IF(a > 1, " * 60 + "1" + ", 2)" * 60,
        "IFERROR(" * 63 + "a" + ", 1)" * 63,
        "(" * 60 + "+".join(["a"] * 130) + ")" * 60,
    ],
    ids=lambda text: text[:12],
)
def test_the_deepest_allowed_formulas_run(text):
    assert not isinstance(formula(text)({"a": Decimal(1)}, CONTEXT), ErrorValue)
