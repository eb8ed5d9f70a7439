"""The past orders, brought in by the importer, answer every question as the source does."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from engine.entities.values import Line
from runtime.storage.database import Database
from runtime.transfer.importing import Destination
from tests.examples.seeding import destination, records, seed

ANSWERS = json.loads(Path(__file__).with_name("past_orders.answers.json").read_text(encoding="utf-8"))
Row = tuple[str, Line]


@pytest.fixture
def where(database: Database) -> Destination:
    made = destination(database)
    seed(made, "past_orders")
    return made


def rows_of(where: Destination) -> list[Row]:
    return [
        (str(record.values["order_no"]), line)
        for record in records(where, "history_order", "order_no", "lines")
        for line in record.values["lines"]  # type: ignore[union-attr]
    ]


def words(where: Destination, list_name: str) -> dict[str, str]:
    options = next(each for each in where.definition.options.values() if each.name == list_name)
    return {choice.value: choice.label["zh"] for choice in options.choices}


def total(rows: list[Row], field: str, key: Callable[[Row], Any]) -> dict[Any, Any]:
    sums: dict[Any, Any] = defaultdict(int)
    for row in rows:
        sums[key(row)] += row[1].values[field]
    return sums


def test_nothing_is_lost_and_nothing_is_made_up(where: Destination) -> None:
    rows = rows_of(where)
    area, category = words(where, "area"), words(where, "product_category")
    customers = {record.id: str(record.values["name"]) for record in records(where, "customer", "name")}
    products = {record.id: str(record.values["name"]) for record in records(where, "product", "name")}

    def by_area(row: Row) -> str:
        return area[str(row[1].values["area"])]

    def by_month(row: Row) -> str:
        day: Any = row[1].values["order_date"]
        return f"{day.year}/{day.month}"

    assert len(rows) == ANSWERS["row_count"]
    assert len({order for order, _ in rows}) == ANSWERS["order_count"]
    assert len(customers) == len({line.values["customer"] for _, line in rows}) == ANSWERS["customer_count"]
    assert total(rows, "amount", lambda row: None)[None] == ANSWERS["sales_total"]
    assert total(rows, "profit", lambda row: None)[None] == ANSWERS["profit_total"]
    assert sum(line.values["profit"] < 0 for _, line in rows) == ANSWERS["negative_profit_rows"]  # type: ignore[operator]

    sales, profit = total(rows, "amount", by_area), total(rows, "profit", by_area)
    orders = {name: len({row[0] for row in rows if by_area(row) == name}) for name in sales}
    assert {name: [sales[name], profit[name], orders[name]] for name in sales} == {
        name: rest for name, *rest in ANSWERS["sales_by_area"]
    }

    assert total(rows, "amount", lambda row: row[1].values["province"]) == dict(ANSWERS["sales_by_province"])
    assert total(rows, "amount", by_month) == dict(ANSWERS["monthly_sales"])

    def by_area_and_type(row: Row) -> tuple[str, str]:
        return (by_area(row), category[str(row[1].values["category"])])

    amounts, quantities = total(rows, "amount", by_area_and_type), total(rows, "quantity", by_area_and_type)
    assert [[*key, amounts[key], quantities[key]] for key in sorted(amounts)] == sorted(
        ANSWERS["pivot_area_type"]
    )

    ordered = Counter(buyer for _, buyer in {(order, line.values["customer"]) for order, line in rows})
    assert [len(ordered), sum(count > 1 for count in ordered.values())] == ANSWERS["repurchase"][0]

    best = total(rows, "amount", lambda row: products[str(row[1].values["product"])])
    assert sorted(best.values(), reverse=True)[:10] == [amount for _, amount in ANSWERS["top10_products"]]
    assert {name: best[name] for name, _ in ANSWERS["top10_products"]} == dict(ANSWERS["top10_products"])


def test_order_numbers_that_stand_for_several_orders_are_marked(where: Destination) -> None:
    found = list(records(where, "history_order", "order_no", "several_dates", "amount", "line_count"))

    assert sum(record.values["several_dates"] is True for record in found) == 8
    assert sum(record.values["line_count"] for record in found) == 506  # type: ignore[misc]
    assert sum(record.values["amount"] for record in found) == Decimal(831013)  # type: ignore[misc]


def test_loading_again_changes_nothing(where: Destination) -> None:
    before = {record.id: record.version for record in records(where, "history_order", "order_no")}

    again = seed(where, "past_orders")

    assert [each.report.created for each in again] == [0, 0, 0]
    assert {record.id: record.version for record in records(where, "history_order", "order_no")} == before
