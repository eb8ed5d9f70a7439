"""Reports are checked with the app: what is wrong with a question or its picture is said by its place."""

from typing import Any

import pytest

from engine.kernel.path import to_pointer
from engine.reports.check import check_reports
from tests.factories.definitions import load
from tests.factories.trade import (
    BUYER,
    CATEGORY,
    CITY,
    COST,
    COSTS,
    COUNT,
    CUSTOMER,
    FREIGHT,
    LINES,
    MONTH,
    ORDER,
    ORDERS,
    SALES,
    make_dashboard,
    make_raw_query,
    make_report,
    make_trade_app,
)


def faults(query: dict[str, Any], **chart: Any) -> list[tuple[str, str]]:
    report = make_report("rpt_check1", "checked", query, **chart)
    found = check_reports(load(make_trade_app() | {"reports/checked.json": report}))
    return [(issue.code, to_pointer(issue.path).removeprefix("/reports/checked")) for issue in found]


def figure(**more: Any) -> dict[str, Any]:
    return {"id": "f", "home": ORDER, **more}


def of(dimension: dict[str, Any], **more: Any) -> dict[str, Any]:
    return make_raw_query(ORDERS, dimensions=[dimension | more])


def filtered(**more: Any) -> dict[str, Any]:
    return make_raw_query(ORDERS, dimensions=[MONTH], filters=[more])


def test_the_reports_of_an_app_that_is_right_have_no_faults() -> None:
    assert list(check_reports(load(make_trade_app()))) == []


@pytest.mark.parametrize(
    ("query", "code", "place"),
    [
        pytest.param(*case, id=case[1] + case[2])
        for case in [
            (make_raw_query({"id": "f"}), "report.measure.homeless", "/query/measures/0"),
            (make_raw_query(figure(lines="fld_ono001")), "report.lines.unknown", "/query/measures/0/lines"),
            (make_raw_query(figure(field="fld_gone01")), "report.field.unknown", "/query/measures/0/field"),
            (make_raw_query(figure(aggregate="sum")), "report.measure.nothing", "/query/measures/0/field"),
            (make_raw_query(figure(aggregate="sum", field="fld_ono001")), "report.measure.no_number", "/query/measures/0/aggregate"),
            (make_raw_query(figure(aggregate="maximum", field="fld_ono001")), "report.measure.no_number", "/query/measures/0/aggregate"),
            (make_raw_query(figure(aggregate="sum", field="fld_lamou1")), "report.path.into_lines", "/query/measures/0/field"),
            (make_raw_query(figure(aggregate="sum", field="fld_ccred1")), "report.field.elsewhere", "/query/measures/0/field"),
            (make_raw_query(figure(aggregate="sum", path=["fld_ono001"], field="fld_ccred1")), "report.path.broken", "/query/measures/0/path/0"),
            (make_raw_query(figure(home=CUSTOMER, aggregate="sum", path=["fld_ocust1"], field="fld_ofrei1")), "report.measure.many", "/query/measures/0/path"),
            (make_raw_query(figure(aggregate="sum", path=["fld_ocust1"] * 5, field="fld_ccred1")), "report.path.long", "/query/measures/0/path"),
            (make_raw_query(figure(date="fld_ono001")), "report.measure.no_date", "/query/measures/0/date"),
            (make_raw_query(figure(where="nothing = 1")), "expression.name.unknown", "/query/measures/0/where"),
            (make_raw_query(figure(aggregate="sum", value="POWER(freight, 2)")), "report.expression.not_in_sql", "/query/measures/0/value"),
            (make_raw_query({"id": "f", "expression": "g + 1"}, {"id": "g", "expression": "f"}), "report.measure.circle", "/query/measures/0"),
            (make_raw_query({"id": "f", "expression": "h + 1"}), "expression.name.unknown", "/query/measures/0/expression"),
            (make_raw_query(ORDERS, ORDERS), "report.id.duplicate", "/query/measures/1/id"),
            (make_raw_query(FREIGHT, dimensions=[CATEGORY]), "report.dimension.fan_out", "/query/dimensions/0"),
            (make_raw_query(FREIGHT, COSTS, dimensions=[BUYER]), "report.dimension.unreachable", "/query/dimensions/0"),
            (make_raw_query(FREIGHT, COSTS, dimensions=[CITY]), "report.dimension.offer", "/query/dimensions/0/also"),
            (of(CITY, path=["fld_ono001"]), "report.path.broken", "/query/dimensions/0/path/0"),
            (of(MONTH, field="fld_ono001"), "report.dimension.no_date", "/query/dimensions/0/grain"),
            (of(MONTH, grain="hour"), "report.dimension.no_date", "/query/dimensions/0/grain"),
            (of(CITY, bins=["1"]), "report.dimension.bins", "/query/dimensions/0/bins"),
            (of(CITY, path=[], field="fld_ofrei1", bins=["2", "1"]), "report.dimension.bins", "/query/dimensions/0/bins"),
            (of(CITY, path=[], field=LINES), "report.dimension.kind", "/query/dimensions/0/field"),
            (of(CITY, also=[{"home": COST, "field": "fld_kday01"}]), "report.dimension.differs", "/query/dimensions/0/also/0"),
            (of(CITY, home=CUSTOMER, path=["fld_kcust1"], field="fld_kname1"), "report.dimension.many", "/query/dimensions/0/path"),
            (filtered(operator="is_empty"), "report.filter.nothing", "/query/filters/0"),
            (filtered(dimension="gone", operator="is_empty"), "report.id.unknown", "/query/filters/0/dimension"),
            (filtered(measure="gone", operator="less", value=1), "report.id.unknown", "/query/filters/0/measure"),
            (filtered(measure="orders", operator="contains", value="1"), "report.filter.operator", "/query/filters/0/operator"),
            (filtered(home=ORDER, field="fld_ono001", operator="last"), "report.filter.operator", "/query/filters/0/operator"),
            (filtered(home=ORDER, field="fld_ofrei1", operator="less", value="x"), "query.value.unreadable", "/query/filters/0/value"),
            (filtered(home=ORDER, field="fld_ocust1", operator="equals", value="x"), "query.value.unreadable", "/query/filters/0/value"),
            (filtered(dimension="month", operator="in", value="x"), "query.value.unreadable", "/query/filters/0/value"),
            (filtered(home=COUNT, field="fld_sday01", operator="is_empty"), "report.filter.unreachable", "/query/filters/0"),
            (make_raw_query(ORDERS, sort=[{"by": "gone"}]), "report.id.unknown", "/query/sort/0/by"),
            (make_raw_query(ORDERS, totals=[["gone"]]), "report.id.unknown", "/query/totals/0/0"),
            (make_raw_query(ORDERS, top={"dimension": "a", "by": "orders", "n": 1}), "report.id.unknown", "/query/top/dimension"),
            (make_raw_query(ORDERS, compare={"with": "previous_year"}), "report.compare.undated", "/query/compare"),
        ]
    ],
)  # fmt: skip
def test_each_fault_of_a_question_has_its_place(query: dict[str, Any], code: str, place: str) -> None:
    assert (code, place) in faults(query)


def test_a_picture_shows_what_is_in_its_question() -> None:
    query = make_raw_query(SALES, dimensions=[CITY])

    assert faults(query, kind="bar", x="city", y=["sales"]) == []
    assert faults(query, kind="bar", x="gone", y=["sales", "lost"]) == [
        ("report.chart.shelf", "/chart/x"), ("report.chart.shelf", "/chart/y/1"),
    ]  # fmt: skip


def test_a_tile_without_report_or_words_is_a_fault() -> None:
    board = make_dashboard("dsh_check1", "checked", "rpt_sales1")
    del board["tiles"][0]["report"]

    found = list(check_reports(load(make_trade_app() | {"dashboards/checked.json": board})))

    assert [(each.code, to_pointer(each.path)) for each in found] == [
        ("report.tile.report", "/dashboards/checked/tiles/0")
    ]


def drilled(*steps: dict[str, Any], dimension: str = "month") -> list[tuple[str, str]]:
    report = make_report("rpt_check1", "checked", make_raw_query(ORDERS, dimensions=[MONTH]))
    report["drill"] = [{"dimension": dimension, "steps": list(steps)}]
    found = check_reports(load(make_trade_app() | {"reports/checked.json": report}))
    return [(issue.code, to_pointer(issue.path).removeprefix("/reports/checked")) for issue in found]


def test_levels_that_can_be_asked_have_no_faults() -> None:
    assert drilled(MONTH | {"grain": "day"}, BUYER, CITY) == []


def test_levels_are_checked_as_if_they_stood_in_the_question() -> None:
    assert drilled(BUYER, dimension="gone") == [("report.drill.dimension", "/drill/0/dimension")]
    assert drilled(BUYER, CATEGORY) == [("report.dimension.fan_out", "/drill/0/steps/1")]
    assert drilled(BUYER | {"grain": "day"}) == [("report.dimension.no_date", "/drill/0/steps/0")]
