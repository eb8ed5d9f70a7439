"""Workbooks for tests: sheets as lists of rows, the first of them the header."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

Rows = Sequence[Sequence[Any]]

CUSTOMERS = ("北京好邻居商贸", "上海浦江贸易", "广州粤海百货", "杭州西子电商", "成都蜀香食品", "武汉江城物流")


def two_tables() -> Mapping[str, Rows]:
    """Return orders that name their customers by number."""
    customers = [["客户编号", "客户名称", "级别", "电话"]]
    customers += [
        [f"C{number:03}", name, "重点" if number % 2 else "普通", f"1380000000{number}"]
        for number, name in enumerate(CUSTOMERS, 1)
    ]
    orders: list[list[Any]] = [["订单号", "客户编号", "下单日期", "状态", "金额", "是否加急", "备注"]]
    orders += [
        [
            f"SO{number:04}",
            f"C{number % 6 + 1:03}" if number > 1 else "C001",
            date(2026, 1, 5) + timedelta(days=9 * (number - 1)),
            ("草稿", "已确认", "已发货")[number % 3],
            120.5 + number - 1,
            "是" if number % 4 == 0 else "否",
            None if number % 2 else f"第 {number} 单",
        ]
        for number in range(1, 25)
    ]
    return {"客户": customers, "订单": orders}


def write_book(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """Write a workbook."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path
