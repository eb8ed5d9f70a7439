"""The traps of figures, one by one, on both databases: what a plain join, sum or truncation gets wrong."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from engine.access.principal import SYSTEM, Principal
from engine.kernel.errors import Invalid
from runtime.reports.drill import Cell
from runtime.reports.reporting import Reporting
from runtime.storage.database import Database
from runtime.storage.repository import Repository, Store
from tests.factories.stores import make_repository, make_store, publish
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
    PRODUCT,
    SALES,
    make_query,
    make_trade_app,
)

SELLER = Principal("seller", "human", frozenset({"rol_sell01"}))
Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Trade:
    """The trade app on a database, empty at first."""

    store: Store
    repository: Repository
    reporting: Callable[[Principal], Reporting]

    def add(self, entity: str, **values: Any) -> str:
        return self.repository.create(entity, values).id

    def ask(self, *measures: Raw, principal: Principal = SYSTEM, **more: Any) -> Any:
        return self.reporting(principal).ask(make_query(*measures, **more), "en")

    def rows(self, *measures: Raw, principal: Principal = SYSTEM, **more: Any) -> list[tuple[Any, ...]]:
        found = self.ask(*measures, principal=principal, **more)
        ids = [column["id"] for column in found["columns"]]
        return [tuple(row.get(id) for id in ids) for row in found["rows"]]


def trade_on(database: Database, **app: Any) -> Trade:
    store = make_store(database)
    definition = publish(store, make_trade_app(**app))
    return Trade(
        store,
        make_repository(store, definition),
        lambda principal: Reporting(store, definition, principal),
    )


@pytest.fixture
def trade(database: Database) -> Trade:
    return trade_on(database)


def line(product: str, quantity: int, price: str) -> Raw:
    return {"product": product, "quantity": quantity, "price": price}


def with_orders(trade: Trade) -> Mapping[str, str]:
    """Two customers, two products, three orders with four lines."""
    ann, bo = (trade.add(CUSTOMER, name=name, city=city) for name, city in (("Ann", "A"), ("Bo", "B")))
    pump, tea = (trade.add(PRODUCT, name=name, category=kind) for name, kind in (("Pump", "t"), ("Tea", "f")))
    trade.add(
        ORDER, no="1", date="2026-01-05", customer=ann, status="paid", freight="10",
        lines=[line(pump, 2, "3.50"), line(tea, 1, "1.25")],
    )  # fmt: skip
    trade.add(
        ORDER, no="2", date="2026-01-20", customer=ann, status="paid", freight="5", lines=[line(tea, 4, "1")]
    )
    trade.add(
        ORDER,
        no="3",
        date="2026-02-01",
        customer=bo,
        status="shipped",
        freight="7",
        lines=[line(tea, 1, "2")],
    )
    return {"ann": ann, "bo": bo, "pump": pump, "tea": tea}


def test_fan_out_header_amounts_stand_beside_their_lines_unmultiplied(trade: Trade) -> None:
    with_orders(trade)

    assert trade.rows(SALES, FREIGHT, ORDERS, dimensions=[CITY]) == [
        ("A", "12.25", "15.00", 2), ("B", "2.00", "7.00", 1),
    ]  # fmt: skip


def test_fan_out_filters_into_lines_choose_orders_and_do_not_repeat_them(trade: Trade) -> None:
    made = with_orders(trade)
    by_tea = {
        "home": ORDER,
        "lines": LINES,
        "field": "fld_lprod1",
        "operator": "equals",
        "value": made["tea"],
    }

    assert trade.rows(ORDERS, FREIGHT, filters=[by_tea]) == [(3, "22.00")]
    assert trade.rows(SALES, filters=[by_tea]) == [("7.25",)]


def test_fan_out_filters_over_reversed_links_count_each_customer_once(trade: Trade) -> None:
    with_orders(trade)
    with_paid = {
        "home": CUSTOMER, "path": ["fld_ocust1"], "field": "fld_ostat1", "operator": "equals", "value": "paid",
    }  # fmt: skip

    assert trade.rows({"id": "n", "home": CUSTOMER, "aggregate": "count"}, filters=[with_paid]) == [(1,)]


def test_fan_out_is_refused_where_a_header_figure_is_split_by_a_column_of_its_lines(trade: Trade) -> None:
    with pytest.raises(Invalid) as refused:
        trade.ask(FREIGHT, dimensions=[CATEGORY])

    assert [issue.code for issue in refused.value.issues] == ["report.dimension.fan_out"]


def test_chasm_two_facts_on_one_dimension_do_not_multiply_each_other(trade: Trade) -> None:
    made = with_orders(trade)
    for amount in ("1.10", "2.20", "3.30"):
        trade.add(COST, name=amount, spent_on="2026-01-07", customer=made["ann"], amount=amount)
    trade.add(COST, name="later", spent_on="2026-03-01", amount="9")
    city = CITY | {"also": [{"home": COST, "path": ["fld_kcust1"], "field": "fld_ccity1"}]}
    month = MONTH | {"also": [{"home": COST, "field": "fld_kday01"}]}

    assert trade.rows(SALES, COSTS, dimensions=[city]) == [
        ("A", "12.25", "6.60"), ("B", "2.00", "0.00"), (None, "0.00", "9.00"),
    ]  # fmt: skip
    assert trade.rows(FREIGHT, COSTS, dimensions=[month]) == [
        ("2026-01-01", "15.00", "6.60"), ("2026-02-01", "7.00", "0.00"), ("2026-03-01", "0.00", "9.00"),
    ]  # fmt: skip


def test_chasm_a_home_without_a_way_is_offered_one(trade: Trade) -> None:
    with pytest.raises(Invalid) as refused:
        trade.ask(FREIGHT, COSTS, dimensions=[CITY])

    issue = refused.value.issues[0]
    assert (issue.code, issue.params["path"]) == ("report.dimension.offer", "fld_kcust1")
    assert (issue.params["field"], issue.params["entity"]) == ("fld_ccity1", COST)


def test_others_are_computed_from_their_rows(trade: Trade) -> None:
    made = with_orders(trade)
    trade.add(ORDER, no="4", lines=[line(made["pump"], 1, "0.50")])
    products = {
        "id": "p",
        "home": ORDER,
        "lines": LINES,
        "aggregate": "count_distinct",
        "field": "fld_lprod1",
    }
    mean = {
        "id": "mean",
        "home": ORDER,
        "lines": LINES,
        "aggregate": "average",
        "field": "fld_lpric1",
        "scale": 4,
    }
    top = {"dimension": "city", "by": "sales", "n": 1, "others": True}

    found = trade.ask(SALES, products, mean, dimensions=[CITY], top=top, totals=[[]])

    assert found["rows"] == [
        {"city": "A", "sales": "12.25", "p": 2, "mean": "1.9167"},
        {"city": None, "_others": True, "sales": "2.50", "p": 2, "mean": "1.2500"},
    ]
    assert found["totals"][0]["rows"] == [{"sales": "14.75", "p": 2, "mean": "1.6500"}]


def test_totals_are_recomputed_and_never_added_up(trade: Trade) -> None:
    with_orders(trade)
    buyers = {"id": "buyers", "home": ORDER, "aggregate": "count_distinct", "field": "fld_ocust1"}
    each = {"id": "each", "expression": "freight / buyers", "scale": 2}

    found = trade.ask(FREIGHT, buyers, each, dimensions=[MONTH, CITY], totals=[[], ["month"]])

    assert found["totals"] == [
        {"by": [], "rows": [{"freight": "22.00", "buyers": 2, "each": "11.00"}]},
        {"by": ["month"], "rows": [
            {"month": "2026-01-01", "freight": "15.00", "buyers": 1, "each": "15.00"},
            {"month": "2026-02-01", "freight": "7.00", "buyers": 1, "each": "7.00"},
        ]},
    ]  # fmt: skip


def test_distinct_counts_are_of_the_group_they_stand_in(trade: Trade) -> None:
    made = with_orders(trade)
    trade.add(ORDER, no="4", date="2026-02-02", customer=made["ann"])
    buyers = {"id": "buyers", "home": ORDER, "aggregate": "count_distinct", "field": "fld_ocust1"}

    found = trade.ask(buyers, dimensions=[MONTH], totals=[[]])

    assert [row["buyers"] for row in found["rows"]] == [1, 2]
    assert found["totals"][0]["rows"] == [{"buyers": 2}]


@pytest.mark.parametrize(
    ("zone", "days"),
    [
        ("Asia/Shanghai", [("2026-03-01", 1), ("2026-03-02", 1)]),
        ("UTC", [("2026-03-01", 2)]),
        ("America/New_York", [("2026-02-28", 1), ("2026-03-01", 1)]),
    ],
)
def test_time_zone_an_instant_belongs_to_the_day_it_was_where_the_app_is(
    database: Database, zone: str, days: list[tuple[str, int]]
) -> None:
    trade = trade_on(database, timezone=zone)
    for moment in ("2026-03-01T04:59:59Z", "2026-03-01T16:00:00Z"):
        trade.add(ORDER, placed_at=moment)
    day = {"id": "day", "home": ORDER, "field": "fld_oplac1", "grain": "day"}

    assert trade.rows(ORDERS, dimensions=[day]) == days
    for member, count in days:
        chosen = [{"dimension": "day", "operator": "equals", "value": member}]
        assert trade.rows(ORDERS, dimensions=[day], filters=chosen) == [(member, count)]


def test_time_zone_hours_of_a_clock_set_back_are_one_hour(database: Database) -> None:
    trade = trade_on(database, timezone="Europe/Berlin")
    for moment in ("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z"):
        trade.add(ORDER, placed_at=moment)
    hour = {"id": "hour", "home": ORDER, "field": "fld_oplac1", "grain": "hour"}

    assert trade.rows(ORDERS, dimensions=[hour]) == [("2026-10-25T02:00", 2), ("2026-10-25T03:00", 1)]
    chosen = [{"dimension": "hour", "operator": "equals", "value": "2026-10-25T02:00"}]
    assert trade.rows(ORDERS, filters=chosen, dimensions=[hour]) == [("2026-10-25T02:00", 2)]


@pytest.mark.parametrize(
    ("app", "asked", "weeks"),
    [
        ("monday", None, [("2026-11-16", 2), ("2026-11-23", 1)]),
        ("sunday", None, [("2026-11-15", 1), ("2026-11-22", 2)]),
        ("sunday", "monday", [("2026-11-16", 2), ("2026-11-23", 1)]),
    ],
)
def test_week_start_is_the_apps_unless_the_question_says_otherwise(
    database: Database, app: str, asked: str | None, weeks: list[tuple[str, int]]
) -> None:
    trade = trade_on(database, week_start=app)
    for day in ("2026-11-21", "2026-11-22", "2026-11-23"):
        trade.add(ORDER, date=day)
    week: Raw = {"id": "week", "home": ORDER, "field": "fld_odate1", "grain": "week"}

    assert trade.rows(ORDERS, dimensions=[week | ({"week_start": asked} if asked else {})]) == weeks


def test_fiscal_years_and_quarters_begin_where_the_app_says(database: Database) -> None:
    trade = trade_on(database, fiscal_month=2)
    for day in ("2026-01-31", "2026-02-01", "2026-04-30", "2026-05-01"):
        trade.add(ORDER, date=day)

    def grouped(grain: str) -> list[tuple[Any, ...]]:
        return trade.rows(ORDERS, dimensions=[MONTH | {"grain": grain}])

    assert grouped("year") == [("2025-02-01", 1), ("2026-02-01", 3)]
    assert grouped("quarter") == [("2025-11-01", 1), ("2026-02-01", 2), ("2026-05-01", 1)]


def test_semi_additive_balances_are_those_of_the_last_day_and_not_a_sum_over_days(trade: Trade) -> None:
    pump, tea = (trade.add(PRODUCT, name=name, category="c") for name in ("Pump", "Tea"))
    for day, product, quantity in (
        ("2026-01-30", pump, "10"), ("2026-01-31", pump, "8"), ("2026-01-31", tea, "5"), ("2026-02-27", pump, "3"),
    ):  # fmt: skip
        trade.add(COUNT, day=day, product=product, quantity=quantity)
    stock = {"id": "stock", "home": COUNT, "aggregate": "last", "field": "fld_squan1", "date": "fld_sday01"}
    opening = stock | {"id": "opening", "aggregate": "first"}
    month = {"id": "month", "home": COUNT, "field": "fld_sday01", "grain": "month"}

    found = trade.ask(stock, opening, dimensions=[month], totals=[[]])

    assert [tuple(row.values()) for row in found["rows"]] == [
        ("2026-01-01", "13.000", "10.000"), ("2026-02-01", "3.000", "3.000"),
    ]  # fmt: skip
    assert found["totals"][0]["rows"] == [{"stock": "3.000", "opening": "10.000"}]
    cell = Cell("stock", {"month": "2026-01-01"})
    drilled = trade.reporting(SYSTEM).drill(make_query(stock, opening, dimensions=[month]), cell)
    assert (drilled["sum"], sorted(item["quantity"] for item in drilled["items"])) == (
        "13.000",
        ["5.000", "8.000"],
    )


def test_semi_additive_figures_without_a_date_are_refused_with_the_reason(trade: Trade) -> None:
    credit = {"id": "credit", "home": CUSTOMER, "aggregate": "last", "field": "fld_ccred1"}

    with pytest.raises(Invalid) as refused:
        trade.ask(credit)

    assert [issue.code for issue in refused.value.issues] == ["report.measure.undated"]


def test_a_figure_that_cannot_be_computed_is_no_value_and_counted(trade: Trade) -> None:
    made = with_orders(trade)
    trade.add(ORDER, no="4", customer=made["bo"], date="2026-03-01")
    share = {"id": "share", "expression": "freight / sales", "scale": 3}

    found = trade.ask(FREIGHT, SALES, share, dimensions=[MONTH])

    assert [row["share"] for row in found["rows"]] == ["1.224", "3.500", None]
    assert found["errors"] == {"share": 1}


def test_money_is_exact_however_large_and_halves_are_rounded_away_from_zero(trade: Trade) -> None:
    for freight in ("9999999999999.99", "0.01", "-0.02"):
        trade.add(ORDER, freight=freight)
    half = {"id": "half", "expression": "freight / 8", "scale": 2}

    assert trade.rows(FREIGHT, half) == [("9999999999999.98", "1250000000000.00")]
    negative = [{"home": ORDER, "field": "fld_ofrei1", "operator": "less", "value": "0"}]
    exact = {"id": "exact", "expression": "freight / 4", "scale": 2}
    assert trade.rows(FREIGHT, exact, filters=negative) == [("-0.02", "-0.01")]
    computed = {"id": "v", "home": ORDER, "aggregate": "sum", "value": "freight * 1.005"}
    assert trade.rows(computed, filters=negative) == [("-0.02010",)]


def test_a_sum_larger_than_an_integer_of_the_database_is_exact_too(trade: Trade) -> None:
    for _ in range(10):
        trade.add(ORDER, freight="9999999999999999.99")

    assert trade.rows(FREIGHT) == [("99999999999999999.90",)]


def test_groups_are_chosen_by_their_figures_and_never_cut_silently(trade: Trade) -> None:
    with_orders(trade)
    large = {"measure": "freight", "operator": "greater_or_equal", "value": "7"}

    assert trade.rows(FREIGHT, dimensions=[MONTH], filters=[large]) == [
        ("2026-01-01", "15.00"), ("2026-02-01", "7.00"),
    ]  # fmt: skip
    cut = trade.ask(FREIGHT, dimensions=[MONTH], limit=1, sort=[{"by": "freight"}])
    assert ([row["month"] for row in cut["rows"]], cut["truncated"]) == (["2026-02-01"], True)


def test_an_earlier_period_stands_under_the_same_members(trade: Trade) -> None:
    with_orders(trade)
    trade.add(ORDER, date="2025-01-31", freight="3")
    trade.add(ORDER, date="2025-12-31", freight="4")
    year = {"dimension": "month", "operator": "between", "value": ["2026-01-01", "2026-02-28"]}

    found = trade.ask(FREIGHT, dimensions=[MONTH], filters=[year], compare={"with": "previous_year"})
    assert found["period"] == {"from": "2026-01-01", "to": "2026-02-28"}
    assert found["comparison"] == [{"month": "2026-01-01", "freight": "3.00"}]

    found = trade.ask(FREIGHT, dimensions=[MONTH], filters=[year], compare={"with": "previous_period"})
    assert found["comparison"] == [{"month": "2026-02-01", "freight": "4.00"}]

    alone = {"home": ORDER, "field": "fld_odate1", **{k: year[k] for k in ("operator", "value")}}
    found = trade.ask(FREIGHT, filters=[alone], compare={"with": "previous_year"})
    assert (found["rows"], found["comparison"]) == ([{"freight": "22.00"}], [{"freight": "3.00"}])


def test_relative_periods_are_of_the_apps_calendar(trade: Trade) -> None:
    for day in ("2026-11-22", "2026-11-23", "2026-11-24", "2026-10-31", "2026-12-01", "2025-11-23"):
        trade.add(ORDER, date=day)

    def count(operator: str, unit: str, **more: Any) -> int:
        asked = {"home": ORDER, "field": "fld_odate1", "operator": operator, "unit": unit, **more}
        return int(trade.rows(ORDERS, filters=[asked])[0][0])

    assert count("this", "month") == 3
    assert count("to_date", "month") == 2
    assert count("last", "day", n=2) == 2
    assert count("previous", "month") == count("last", "month", n=1, complete=True) == 1
    assert count("next", "month") == 1
    assert count("this", "year") == 5


def test_periods_without_rows_are_shown_where_that_is_asked(trade: Trade) -> None:
    for day in ("2026-01-05", "2026-04-05"):
        trade.add(ORDER, date=day, freight="1")

    rows = trade.rows(FREIGHT, dimensions=[MONTH | {"fill_gaps": True}])

    assert [freight for _, freight in rows] == ["1.00", "0.00", "0.00", "1.00"]


def test_a_period_that_a_figure_leaves_out_does_not_come_back_empty(trade: Trade) -> None:
    for day, freight in (("2026-01-05", "9"), ("2026-02-05", "2"), ("2026-04-05", "9")):
        trade.add(ORDER, date=day, freight=freight)
    large = {"measure": "freight", "operator": "greater_or_equal", "value": "5"}
    small = {"measure": "freight", "operator": "less", "value": "5"}
    by_month = MONTH | {"fill_gaps": True}

    assert trade.rows(FREIGHT, dimensions=[by_month], filters=[large]) == [
        ("2026-01-01", "9.00"), ("2026-04-01", "9.00"),
    ]  # fmt: skip
    assert trade.rows(FREIGHT, dimensions=[by_month], filters=[small]) == [
        ("2026-02-01", "2.00"), ("2026-03-01", "0.00"),
    ]  # fmt: skip


@pytest.mark.parametrize(("others", "rest"), [(True, ["2.00"]), (False, [])])
def test_periods_left_out_of_the_first_ones_do_not_come_back_empty(
    trade: Trade, others: bool, rest: list[str]
) -> None:
    for day, freight in (("2026-01-05", "9"), ("2026-02-05", "2"), ("2026-04-05", "8")):
        trade.add(ORDER, date=day, freight=freight)
    top = {"dimension": "month", "n": 2, "by": "freight", "others": others}

    rows = trade.rows(FREIGHT, dimensions=[MONTH | {"fill_gaps": True}], top=top)

    assert [freight for _, freight in rows] == ["9.00", "8.00", *rest]


def test_of_members_that_are_alike_a_drill_finds_the_same_rest(trade: Trade) -> None:
    orders = {}
    for name in ("Zed", "Ann"):
        customer = trade.add(CUSTOMER, name=name)
        orders[customer] = trade.add(ORDER, customer=customer, freight="5")
    by_customer = {"id": "customer", "home": ORDER, "field": "fld_ocust1"}
    query = make_query(
        FREIGHT,
        dimensions=[by_customer],
        top={"dimension": "customer", "n": 1, "by": "freight", "others": True},
    )

    reporting = trade.reporting(SYSTEM)
    shown, rest = reporting.ask(query, "en")["rows"]
    cell = Cell("freight", {"customer": None, "_others": True})
    [found] = reporting.drill(query, cell)["items"]

    kept = orders[shown["customer"]]
    assert rest["_others"] is True
    assert {kept, found["id"]} == set(orders.values())


def test_the_last_day_of_the_calendar_is_a_day_like_others(trade: Trade) -> None:
    for day, freight in (("9999-12-31", "5"), ("2026-01-05", "2")):
        trade.add(ORDER, date=day, freight=freight)

    top = {"dimension": "month", "n": 1, "by": "freight", "others": True}
    rows = trade.rows(FREIGHT, dimensions=[MONTH], top=top)

    assert [freight for _, freight in rows] == ["5.00", "2.00"]
    assert rows[0][0] == "9999-12-01"


def test_the_leap_day_is_nobodys_earlier_day(trade: Trade) -> None:
    for day, freight in (("2024-02-28", "1"), ("2024-02-29", "2"), ("2025-02-28", "9")):
        trade.add(ORDER, date=day, freight=freight)
    by_day = MONTH | {"grain": "day"}
    year = {"dimension": "month", "operator": "between", "value": ["2025-01-01", "2025-12-31"]}

    found = trade.ask(FREIGHT, dimensions=[by_day], filters=[year], compare={"with": "previous_year"})

    assert found["comparison"] == [{"month": "2025-02-28", "freight": "1.00"}]


def test_records_in_the_trash_never_count(trade: Trade) -> None:
    gone = trade.add(ORDER, freight="5")
    trade.add(ORDER, freight="2")
    trade.repository.delete(ORDER, gone, 1)

    assert trade.rows(FREIGHT, ORDERS) == [("2.00", 1)]


def test_hidden_fields_do_not_leak_two_worlds_that_differ_in_them_look_the_same(database: Database) -> None:
    """What is hidden from somebody may be anything: no question of theirs, and no drill, tells it apart."""
    trade = trade_on(database)
    ann = trade.add(CUSTOMER, name="Ann", city="A", credit="1")
    hidden = trade.add(CUSTOMER, name="Xi", city="X", level="gold", credit="2")
    order = trade.add(
        ORDER, no="1", date="2026-01-05", customer=ann, status="paid", secret="s", freight="3",
        lines=[{"quantity": 1, "price": "4"}],
    )  # fmt: skip
    trade.add(ORDER, no="2", date="2026-01-06", customer=hidden, status="paid", secret="t", freight="5")
    draft = trade.add(ORDER, no="3", customer=ann, status="draft", freight="7")
    before = _looked_at(trade)

    trade.repository.update(ORDER, order, {"secret": "other"}, 1)
    trade.repository.update(CUSTOMER, ann, {"credit": "99"}, 1)
    trade.repository.update(CUSTOMER, hidden, {"name": "Yu", "level": "normal", "credit": "98"}, 1)
    trade.repository.update(ORDER, draft, {"freight": "1000", "date": "2020-01-01"}, 1)

    assert _looked_at(trade) == before
    assert "Xi" not in before
    assert "gold" not in before


def _looked_at(trade: Trade) -> str:
    """Ask all that the seller may ask, and all that they may not."""
    fields = ["fld_osecr1", "fld_lpric1", "fld_ofrei1", "fld_ostat1", "fld_ocust1", "id", "fld_odate1"]
    level = {"id": "level", "home": ORDER, "path": ["fld_ocust1"], "field": "fld_clevel"}
    credit = {"id": "credit", "home": ORDER, "path": ["fld_ocust1"], "field": "fld_ccred1"}
    dimensions = [{"id": "d", "home": ORDER, "field": each} for each in fields] + [BUYER, CITY, level, credit]
    where = {"id": "w", "home": ORDER, "aggregate": "count", "where": 'customer.level = "gold"'}
    secret = {"id": "w", "home": ORDER, "aggregate": "count", "where": 'secret = "s"'}
    seen: list[Any] = []
    for dimension in dimensions:
        for figure in (SALES, FREIGHT, ORDERS, where, secret):
            query = make_query(figure, dimensions=[dimension], totals=[[]])
            reporting = trade.reporting(SELLER)
            try:
                seen.append(reporting.ask(query, "en"))
                for row in seen[-1]["rows"]:
                    seen.append(
                        reporting.drill(query, Cell(figure["id"], {dimension["id"]: row[dimension["id"]]}))
                    )
                seen.append(reporting.members(query, dimension["id"], "", "en"))
            except Invalid as refused:
                seen.append([issue.code for issue in refused.issues])
    written = json.dumps(seen, default=str, sort_keys=True)
    return re.sub(r'"version": \d+', "", written)  # whoever sees a record sees that it was changed


def test_a_level_down_adds_up_to_the_member_it_is_within(trade: Trade) -> None:
    with_orders(trade)
    sales_by_city = trade.rows(SALES, dimensions=[CITY | {"lines": LINES}])
    within = {"home": ORDER, "path": ["fld_ocust1"], "field": "fld_ccity1", "operator": "in", "value": ["A"]}

    down = trade.ask(SALES, dimensions=[CATEGORY], filters=[within | {"lines": LINES}], totals=[[]])

    [whole] = [figure for city, figure in sales_by_city if city == "A"]
    assert down["totals"][0]["rows"][0]["sales"] == whole
    assert len(down["rows"]) == 2


def test_an_amount_counted_once_per_line_says_what_it_is(trade: Trade) -> None:
    with_orders(trade)
    once = {"id": "f", "home": ORDER, "aggregate": "sum", "field": "fld_ofrei1"}
    per_line = {"id": "f", "home": ORDER, "lines": LINES, "aggregate": "sum", "value": "parent.freight"}

    [[right]] = trade.rows(once)
    rows = trade.rows(per_line, dimensions=[CATEGORY])

    lines = trade.rows({"id": "n", "home": ORDER, "lines": LINES, "aggregate": "count"})
    assert len(rows) == 2
    assert sum(float(figure) for _, figure in rows) > float(right)
    assert lines[0][0] > 1


def test_totals_of_groups_of_rows_are_asked_for_and_never_added(trade: Trade) -> None:
    with_orders(trade)
    buyers = {"id": "buyers", "home": ORDER, "aggregate": "count_distinct", "field": "fld_ocust1"}

    found = trade.ask(buyers, dimensions=[CITY, MONTH], totals=[[], ["city"], ["city", "month"]])

    by = {tuple(total["by"]): [row["buyers"] for row in total["rows"]] for total in found["totals"]}
    assert by[("city",)] == [1, 1]
    assert by[()] == [2]
    assert sum(by[("city", "month")]) >= sum(by[("city",)])
