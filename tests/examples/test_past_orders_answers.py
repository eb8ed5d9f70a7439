"""Reports over the past orders, configured and nothing else, give every answer of the source exactly."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from engine.access.principal import SYSTEM
from engine.metadata.definition import Definition
from engine.metadata.load import load_definition
from runtime.reports.reporting import Reporting
from runtime.storage.database import Database
from tests.examples.seeding import destination, documents, seed
from tests.factories.stores import make_store

HERE = Path(__file__).parent
ANSWERS = json.loads((HERE / "past_orders.answers.json").read_text(encoding="utf-8"), parse_float=Decimal)
REPORTS = {
    f"reports/{path.name}": json.loads(path.read_text(encoding="utf-8"))
    for path in (HERE / "past_orders_reports").glob("*.json")
}


class Answers:
    """The configured reports, answered in Chinese."""

    def __init__(self, database: Database) -> None:
        where = destination(database)
        seed(where, "past_orders")
        loaded = load_definition(documents() | REPORTS)
        assert isinstance(loaded, Definition), loaded
        self._reports = {each.name: each for each in loaded.reports.values()}
        self._reporting = Reporting(make_store(database), loaded, SYSTEM)

    def __call__(self, name: str) -> Any:
        return self._reporting.ask(self._reports[name].query, "zh-CN")


@pytest.fixture
def answers(database: Database) -> Answers:
    return Answers(database)


def test_every_answer_of_the_source_is_given(answers: Answers) -> None:
    [key] = answers("past_key_figures")["rows"]
    assert key["lines"] == ANSWERS["row_count"]
    assert key["orders"] == ANSWERS["order_count"]
    assert key["customers"] == ANSWERS["customer_count"]
    assert Decimal(key["sales"]) == ANSWERS["sales_total"]
    assert Decimal(key["profit"]) == ANSWERS["profit_total"]
    assert Decimal(key["order_value"]) == round(ANSWERS["avg_order_value"], 8)
    assert key["losses"] == ANSWERS["negative_profit_rows"]

    areas = [
        [row["area_title"], Decimal(row["sales"]), Decimal(row["profit"]), row["orders"]]
        for row in answers("past_sales_by_area")["rows"]
    ]
    assert sorted(areas) == sorted(ANSWERS["sales_by_area"])

    provinces = [
        [row["province"], Decimal(row["sales"])] for row in answers("past_sales_by_province")["rows"]
    ]
    assert sorted(provinces) == sorted(ANSWERS["sales_by_province"])

    pivot = answers("past_area_by_category")
    cells = [
        [row["area_title"], row["category_title"], Decimal(row["sales"]), row["quantity"]]
        for row in pivot["rows"]
    ]
    assert sorted(cells) == sorted(ANSWERS["pivot_area_type"])
    assert [Decimal(row["sales"]) for row in pivot["totals"][2]["rows"]] == [ANSWERS["sales_total"]]

    months = [
        [f"{int(row['month'][:4])}/{int(row['month'][5:7])}", Decimal(row["sales"])]
        for row in answers("past_monthly_sales")["rows"]
    ]
    assert sorted(months) == sorted(ANSWERS["monthly_sales"])
    assert months[0][0] == "2015/1"

    again = answers("past_repurchase")["rows"]
    assert [key["customers"], len(again)] == ANSWERS["repurchase"][0]

    best = [[row["product_title"], Decimal(row["sales"])] for row in answers("past_top_products")["rows"]]
    assert [amount for _, amount in best] == [amount for _, amount in ANSWERS["top10_products"]]
    assert sorted(best) == sorted(ANSWERS["top10_products"])
