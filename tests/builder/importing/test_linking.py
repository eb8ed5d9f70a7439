"""Which columns lead to other tables, and which only look as if they did."""

from collections.abc import Mapping
from functools import partial

from builder.importing.columns import look_at
from builder.importing.linking import find_links
from builder.importing.proposing import propose
from engine.ports import FileTable, Workbook
from tests.builder.importing.books import Rows, two_tables


def _tables(sheets: Mapping[str, Rows]) -> tuple[FileTable, ...]:
    return tuple(
        FileTable(name, False, 1, tuple(enumerate(map(str, rows[0]))), partial(_rows, rows))
        for name, rows in sheets.items()
    )


def _rows(rows: Rows):  # type: ignore[no-untyped-def]
    return enumerate(rows[1:], 2)


def _links(sheets: Mapping[str, Rows]) -> set[tuple[str, str, str]]:
    looked = {each.sheet: look_at(each) for each in _tables(sheets)}
    found = find_links(list(looked.values()))
    return {
        (sheet, looked[sheet].columns[index].header, link.target) for (sheet, index), link in found.items()
    }


def test_a_column_with_the_keys_of_another_table_leads_there() -> None:
    assert _links(two_tables()) == {("订单", "客户编号", "客户")}


def test_names_lead_there_as_well_as_numbers() -> None:
    sheets = {
        "产品": [["编码", "名称"], ["P1", "茶杯"], ["P2", "茶壶"], ["P3", "托盘"]],
        "入库": [["产品", "数量"], ["茶壶", 3], ["茶杯", 1], ["茶壶", 2]],
    }

    assert _links(sheets) == {("入库", "产品", "产品")}


def test_small_numbers_that_happen_to_occur_lead_nowhere() -> None:
    sheets = {
        "班次": [["序号", "说明"], [1, "早班"], [2, "中班"], [3, "晚班"]],
        "设备": [["名称", "数量"], ["泵", 1], ["阀", 2], ["表", 1]],
    }

    assert _links(sheets) == set()


def test_tables_never_lead_round_in_a_circle() -> None:
    sheets = {
        "甲": [["甲编号", "乙编号"], ["A-1", "B-1"], ["A-2", "B-2"], ["A-3", "B-1"]],
        "乙": [["乙编号", "甲编号"], ["B-1", "A-1"], ["B-2", "A-2"], ["B-3", "A-1"]],
    }

    assert len(_links(sheets)) == 1


def test_the_proposal_names_keys_titles_and_labels() -> None:
    proposal = propose(Workbook("f", "销售.xlsx", _tables(two_tables())))

    customers, orders = proposal.plan.tables
    assert (customers.label, customers.key, customers.title) == ("客户", 0, 1)
    assert (orders.label, orders.key, orders.title) == ("订单", 0, 0)
    types = {each.label: each.type for each in (*customers.columns, *orders.columns)}
    assert types == {
        "客户编号": "link",
        "客户名称": "text",
        "级别": "choice",
        "电话": "phone",
        "订单号": "text",
        "下单日期": "date",
        "状态": "choice",
        "金额": "money",
        "是否加急": "switch",
        "备注": "text",
    }


def test_a_sheet_without_a_name_of_its_own_is_called_like_the_file() -> None:
    tables = _tables({"Sheet1": [["名称"], ["甲"], ["乙"]]})

    assert propose(Workbook("f", "设备台账.xlsx", tables)).plan.tables[0].label == "设备台账"
