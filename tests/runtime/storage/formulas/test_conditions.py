"""Conditions in SQL select the rows that Python selects, on both databases."""

import pytest

from engine.kernel.issue import Issue
from tests.runtime.storage.formulas.conftest import checked, matching_in_python

CONDITIONS = [
    "price > 10",
    "price > 99.895",
    "price = 99.9",
    "price = 0",
    "price <> 0",
    "price < 1",
    "price >= 0",
    "10 < price",
    "price = count",
    "price > rate",
    "price <= price",
    "count = 3",
    "price * count > 100",
    "price + rate = 99.9333",
    "price / count > 30",
    "price / count < 0",
    "1 / price > 0",
    "1 / count = 1 / 3",
    "2 / count * count = 2",
    "price * rate / count * 7 - count > 0",
    "-price > 2",
    "price% > 0.9",
    "IFERROR(1 / price, -1) = -1",
    "IFERROR(price / count, price) > 10",
    'IF(price > 10, "high", "low") = "HIGH"',
    "IF(count > 0, price / count, 1 / count) > 0",
    "IF(price > 10, 1 / 0, TRUE)",
    "IFS(price > 10, TRUE, price < 0, TRUE)",
    'SWITCH(count, 3, "a", -7, "b", "c") = "b"',
    'SWITCH(title, "hello world", TRUE, FALSE)',
    "AND(price > 10, active)",
    "OR(price > 10, 1 / count > 0)",
    "NOT(active)",
    "active",
    "active = FALSE",
    "price",
    "ISBLANK(price)",
    "ISBLANK(1 / price)",
    "NOT(ISBLANK(title))",
    'title = ""',
    'title = "HELLO WORLD"',
    'title > "h"',
    "title < word",
    'word = "école"',
    'title & "!" = "hello world!"',
    'title & count = "hello world3"',
    'title & active = "FALSE"',
    'price & "" = "99.9"',
    'day & "" = "2024-03-02"',
    "LEN(title) > 10",
    "LEN(title) = 0",
    'LEFT(title, 5) = "hello"',
    'RIGHT(title, 5) = "WORLD"',
    "RIGHT(title, 100) = title",
    'RIGHT(title, 0) = ""',
    "LEFT(title, count) = LEFT(title, 3)",
    'MID(title, 4, 7) = "CHANNEL"',
    'EXACT(LOWER(word), "école")',
    'EXACT(UPPER(word), "WORLD")',
    'TRIM(title) = "école des arts"',
    'CONCAT(title, "-", word) = "hello world-world"',
    "CONTAINS(title, word)",
    'CONTAINS(title, "")',
    "STARTSWITH(title, word)",
    "ENDSWITH(title, word)",
    'FIND("o", title, 6) = 8',
    'FIND("W", title) > 0',
    'SEARCH("w", title) = 7',
    'IFERROR(FIND("x", title), 0) = 0',
    "EXACT(title, word)",
    "ROUND(price, 0) = 100",
    "ROUND(price, 0) = -3",
    "ROUNDUP(price, 0) = -3",
    "ROUNDDOWN(price, -1) = 90",
    "TRUNC(rate, 1) = -0.5",
    "ROUND(price / count, 3) = 33.3",
    "INT(price) = -3",
    "ABS(price) = 2.5",
    "SIGN(price) = -1",
    "MOD(count, 3) = 2",
    "MOD(price, count) > 0",
    "QUOTIENT(price, count) = 33",
    "QUOTIENT(price, rate) < 0",
    "TRUE() AND active",
    "MIN(price, count, 3) = -7",
    "MAX(price, rate) = 99.9",
    "MAX(price, count) = 0",
    "SUM(price, count, active) > 100",
    "day = due",
    "day > due",
    "day >= DATE(2024, 1, 1)",
    "day < DATE(2024, 1, 1)",
    "day - due = 2",
    "day + 1 = DATE(2024, 3, 1)",
    "day - 0.5 = DATE(2024, 2, 28)",
    "day + count > day",
    "due + 1 > day",
    "DAYS(day, due) = 2",
    "YEAR(day) = 2024",
    "MONTH(day) = 2",
    "DAY(day) = 0",
    "DAY(at) = 2",
    "DATE(YEAR(day), MONTH(day) + 1, 0) = EOMONTH(day, 0)",
    "EDATE(day, 1) = DATE(2024, 2, 29)",
    "EOMONTH(day, -1) = DATE(2024, 1, 31)",
    "EDATE(due, 1) > day",
    "EDATE(day, count) > DATE(2024, 5, 1)",
    "day = TODAY()",
    "day > TODAY() - 30",
    "at < NOW()",
    "ISBLANK(at)",
    "owner = CURRENT_USER()",
    "owner <> CURRENT_USER()",
    'HAS_ROLE("sales")',
    'HAS_ROLE("sale")',
    'IF(HAS_ROLE("north"), owner = CURRENT_USER(), FALSE)',
    '"5" + 1 = 6',
    "TRUE",
    "NA()",
]


@pytest.mark.parametrize("text", CONDITIONS)
def test_condition_selects_on_sqlite_what_python_selects(text, sqlite_rows):
    expression = checked(text)

    assert sqlite_rows.matching(expression) == matching_in_python(expression)


@pytest.mark.parametrize("text", CONDITIONS)
def test_condition_selects_on_postgresql_what_python_selects(text, postgres_rows):
    expression = checked(text)

    assert postgres_rows.matching(expression) == matching_in_python(expression)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2 ^ count > 1", "expression.sql.function"),
        ('SUBSTITUTE(title, "a", "b") = "b"', "expression.sql.function"),
        ("title + 1 > 0", "expression.sql.conversion"),
        ("price > title", "expression.sql.comparison"),
        ("ROUND(price, count) = 1", "expression.sql.constant"),
        ('SEARCH("a*", title) = 1', "expression.sql.wildcards"),
        ("IF(active, price, title) = 1", "expression.sql.branches"),
        ("SUM({1, 2} * count) = 3", "expression.sql.list"),
        ('price * count & "" = ""', "expression.sql.conversion"),
        ("title", "expression.sql.conversion"),
    ],
)
def test_what_sql_cannot_say_is_refused_with_its_place(text, code, sqlite_rows, postgres_rows):
    for rows in (sqlite_rows, postgres_rows):
        issue = rows.matching(checked(text))

        assert isinstance(issue, Issue)
        assert issue.code == code
        assert issue.params["end"] > issue.params["start"]


@pytest.mark.parametrize(
    "text",
    [
        "+".join(["price"] * 190) + " > 0",
        "-" * 190 + "price > 0",
        "price/" * 150 + "price > 0",
        "MOD(" * 60 + "price" + ",price)" * 60,
        "IF(price > 1, 1 / price, 2) + " * 90 + "1",
    ],
    ids=lambda text: text[:20],
)
def test_what_is_too_large_for_a_database_is_refused_and_not_tried(text, sqlite_rows, postgres_rows):
    for rows in (sqlite_rows, postgres_rows):
        issue = rows.matching(checked(text))

        assert isinstance(issue, Issue)
        assert issue.code == "expression.sql.too_large"


def test_chains_of_ordinary_length_are_said(sqlite_rows, postgres_rows):
    expression = checked("+".join(["count"] * 12) + " > 0")

    for rows in (sqlite_rows, postgres_rows):
        assert rows.matching(expression) == matching_in_python(expression)
