"""Values in SQL are what a formula gives, as the field's column keeps them."""

import pytest
from sqlalchemy import select

from engine.expressions.arithmetic import rounded
from engine.expressions.coerce import to_number
from engine.expressions.context import Run
from engine.expressions.evaluate import compile_checked
from engine.expressions.functions import FUNCTIONS
from engine.kernel.values import ErrorValue
from runtime.storage.formulas.compile import CALLS, formula_error, formula_value, parameters
from tests.runtime.storage.formulas.conftest import CONTEXT, ROWS, Fields, checked


def stored(rows, text, scale=None):
    value = formula_value(checked(text), Fields(rows.table), rows.engine.dialect, scale=scale)
    statement = select(value).select_from(rows.table).order_by(rows.table.c.id)
    with rows.engine.connect() as connection:
        return list(connection.execute(statement, parameters(CONTEXT, rows.engine.dialect)).scalars())


def in_python(text):
    formula = compile_checked(checked(text))
    return [formula(row, CONTEXT) for row in ROWS]


@pytest.mark.parametrize("text", ["price * 2", "price / count", "IFERROR(1 / count, 0)", "ROUND(rate, 1)"])
def test_numbers_are_rounded_to_the_scale_of_the_field(text, sqlite_rows, postgres_rows):
    expected = [
        None if isinstance(value, ErrorValue) else rounded(to_number(Run(CONTEXT), value), 2)
        for value in in_python(text)
    ]

    assert stored(postgres_rows, text, scale=2) == expected
    assert stored(sqlite_rows, text, scale=2) == [
        None if value is None else int(value.scaleb(2)) for value in expected
    ]


@pytest.mark.parametrize(
    "text",
    [
        "price / 3",
        "rate / 700000000007",
        "price / 0.000000003",
        "count / 99999999999999999",
        "price / 3 * rate / 9",
    ],
)
def test_quotients_keep_38_significant_digits(text, postgres_rows):
    assert stored(postgres_rows, text) == [to_number(Run(CONTEXT), value) for value in in_python(text)]


@pytest.mark.parametrize("text", ['title & "!"', "IF(active, day, due)", "EOMONTH(day, 1)"])
def test_texts_and_dates_keep_the_form_of_their_columns(text, sqlite_rows, postgres_rows):
    expected = [None if isinstance(value, ErrorValue) else value for value in in_python(text)]

    assert stored(postgres_rows, text) == expected
    assert stored(sqlite_rows, text) == [None if value is None else str(value) for value in expected]


def test_rows_in_error_can_be_counted(sqlite_rows, postgres_rows):
    text = "price / count"
    expected = [isinstance(value, ErrorValue) for value in in_python(text)]

    for rows in (sqlite_rows, postgres_rows):
        error = formula_error(checked(text), Fields(rows.table), rows.engine.dialect)
        statement = select(error).order_by(rows.table.c.id)
        with rows.engine.connect() as connection:
            assert [bool(found) for found in connection.execute(statement).scalars()] == expected


def test_an_expression_that_never_fails_says_so(sqlite_rows):
    assert formula_error(checked("price + 1"), Fields(sqlite_rows.table), sqlite_rows.engine.dialect) is None


def test_every_function_that_declares_sql_can_be_said_and_no_other():
    assert {function.name for function in FUNCTIONS if function.sql} == CALLS
