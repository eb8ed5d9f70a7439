"""What a column is taken for, by its values and its header."""

from datetime import date, datetime
from typing import Any

import pytest

from builder.importing.columns import Column
from builder.importing.guessing import guess
from builder.importing.reading import misfits, scale_of
from builder.words import said


def _column(header: str, *cells: Any) -> Column:
    filled = [(row, cell) for row, cell in enumerate(cells, 2) if cell not in (None, "")]
    return Column(0, header, tuple(filled))


CASES = [
    ("dates are dates", "日期", [date(2026, 1, 1), "2026/2/3", "2026年3月4日"], "date"),
    (
        "a time makes it a moment",
        "下单时间",
        [datetime.fromisoformat("2026-01-01T08:30"), datetime.fromisoformat("2026-01-02")],
        "datetime",
    ),
    ("money is named by its header", "金额（元）", [12.5, "1.2万", "¥3,000"], "money"),
    ("money in English", "Unit price", [1, 2.5], "money"),
    ("signs make percentages", "毛利", ["12%", "7.5%"], "percent"),
    ("small ratios under such a header are percentages", "完成率", [0.5, 0.75, 1], "percent"),
    ("whole numbers", "数量", [1, 2, 300], "integer"),
    ("numbers", "重量", [1.25, 2, 3], "decimal"),
    ("leading zeros stay", "工号", ["00123", "00124"], "text"),
    ("long digits stay", "订单", ["6222020200112233445", "6222020200112233446"], "text"),
    ("numbers that only number things are texts", "Order no.", [1001, 1002, 1003], "text"),
    ("yes and no", "启用", ["是", "否", "是"], "switch"),
    ("booleans", "active", [True, False], "switch"),
    ("mixed spellings of yes and no under a question", "是否加急", ["是", False, "Y", 1], "switch"),
    ("telephone numbers", "手机号", ["138-1234-5678", 13912345678], "phone"),
    ("e-mail addresses", "邮箱", ["a@example.com", "b@example.com"], "email"),
    ("web addresses", "网站", ["https://example.com/a", "https://example.com/b"], "url"),
    ("few words that come again", "Colour", ["red", "blue", "red", "red", "blue", "red"], "choice"),
    ("a header that names a kind", "状态", ["新建", "完成", "完成"], "choice"),
    ("names differ", "姓名", ["王芳", "李娜", "张伟"], "text"),
    ("line breaks need room", "备注", ["第一行\n第二行", "短"], "long_text"),
    ("numbers are no choices", "楼层", [1, 2, 1, 2, 1, 2, 1, 2], "integer"),
    ("an empty column is a text", "其他", [], "text"),
]


@pytest.mark.parametrize(("header", "cells", "type"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_columns_are_taken_for_what_they_are(header: str, cells: list[Any], type: str) -> None:
    found = guess(_column(header, *cells))

    assert found.type == type
    assert all(said(found.reason).values())


def test_a_named_date_stays_one_with_a_few_bad_values_which_are_told() -> None:
    column = _column("下单日期", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05", "尽快")

    assert guess(column).type == "date"
    found = misfits(column, "date")
    assert (found.count, found.row, found.value) == (1, 6, "尽快")


def test_amounts_keep_all_their_decimal_places() -> None:
    column = _column("单价", 1.125, "2.5")

    assert scale_of(column, "money") == 3
    assert misfits(column, "money").count == 0
