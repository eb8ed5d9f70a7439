"""Going down on the board of somebody who asks nothing of their own: on set levels and in finer periods, else not."""

from dataclasses import replace
from typing import Any

import pytest

from engine.access.principal import Principal
from engine.metadata.definition import Definition
from engine.metadata.model import Query, QueryFilter
from engine.reports.drilling import levels_seen, on_level
from engine.reports.eyes import Eyes
from engine.reports.may_ask import may_ask
from tests.factories.definitions import load
from tests.factories.trade import (
    BUYER,
    CATEGORY,
    CITY,
    LINES,
    MONTH,
    ORDER,
    ORDERS,
    SALES,
    make_query,
    make_raw_query,
    make_report,
    make_trade_app,
)

VIEWER = Principal("v", "human", frozenset({"rol_view01"}))
SELLER = Principal("s", "human", frozenset({"rol_sell01"}))
OWN_CITY: dict[str, Any] = {"dimension": "city", "operator": "in", "value": ["A"]}
WITHIN = QueryFilter(home=ORDER, path=("fld_ocust1",), field="fld_ccity1", operator="in", value=("A",))


def app(query: dict[str, Any], *paths: dict[str, Any]) -> Definition:
    report = make_report("rpt_sales1", "sales", query) | {"drill": list(paths)}
    documents = make_trade_app()
    file = next(path for path, each in documents.items() if each.get("id") == "rpt_sales1")
    return load(documents | {file: report})


def may(definition: Definition, query: Query) -> bool:
    return may_ask(definition, VIEWER, query)


@pytest.fixture
def by_city() -> Definition:
    query = make_raw_query(ORDERS, dimensions=[CITY, MONTH], filters=[OWN_CITY], totals=[[]])
    return app(query, {"dimension": "city", "steps": [BUYER]})


def level(definition: Definition, *levels: dict[str, Any]) -> Query:
    query = definition.reports["rpt_sales1"].query
    for each in levels:
        query = on_level(query, make_query(ORDERS, dimensions=[each]).dimensions[0])
    return query


def test_a_set_level_may_be_asked_within_its_member(by_city: Definition) -> None:
    down = level(by_city, BUYER | {"id": "city"})

    assert down.filters == (WITHIN,)
    assert may(by_city, down)
    assert may(by_city, replace(down, filters=(*down.filters, WITHIN)))
    assert not may(by_city, replace(down, filters=()))


def test_no_other_level_may_be_asked(by_city: Definition) -> None:
    assert not may(by_city, level(by_city, {"id": "city", "home": ORDER, "field": "fld_osecr1"}))
    assert not may(by_city, level(by_city, BUYER | {"id": "month"}))


def test_periods_may_be_finer_and_never_coarser(by_city: Definition) -> None:
    assert may(by_city, level(by_city, MONTH | {"grain": "day"}))
    assert may(by_city, level(by_city, MONTH | {"grain": "day"}, BUYER | {"id": "city"}))
    assert not may(by_city, level(by_city, MONTH | {"grain": "year"}))
    assert not may(by_city, level(by_city, MONTH | {"grain": "day", "field": "fld_opaid1"}))


def test_filters_of_a_dimension_that_goes_hold_for_every_home() -> None:
    also = {"also": [{"home": ORDER, "path": ["fld_ocust1"], "field": "fld_ccity1"}]}
    query = make_query(SALES, ORDERS, dimensions=[CITY | {"lines": LINES} | also, MONTH], filters=[OWN_CITY])

    down = on_level(query, make_query(SALES, dimensions=[CATEGORY | {"id": "city"}]).dimensions[0])

    assert [(each.dimension, each.lines, each.value) for each in down.filters] == [
        (None, LINES, ("A",)),
        (None, None, ("A",)),
    ]


def test_levels_of_hidden_fields_are_not_told() -> None:
    hidden = {"id": "month", "home": ORDER, "field": "fld_osecr1"}
    definition = app(
        make_raw_query(ORDERS, dimensions=[MONTH]), {"dimension": "month", "steps": [hidden, BUYER]}
    )
    report = definition.reports["rpt_sales1"]

    [path] = levels_seen(Eyes(definition, SELLER), report).drill

    assert [step.field for step in path.steps] == ["fld_ocust1"]
    assert levels_seen(Eyes(definition, VIEWER), report) == report
