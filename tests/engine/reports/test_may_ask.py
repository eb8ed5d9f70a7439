"""Who may ask which question: their own with the right to explore, else those of their boards, narrowed."""

from dataclasses import replace

import pytest

from engine.access.boards import may_explore, visible_dashboards
from engine.access.principal import SYSTEM, Principal
from engine.metadata.definition import Definition
from engine.metadata.model import Query, QueryFilter
from engine.reports.may_ask import may_ask
from tests.factories.definitions import load
from tests.factories.trade import CITY, ORDERS, SALES, make_query, make_trade_app

VIEWER = Principal("v", "human", frozenset({"rol_view01"}))
ANALYST = Principal("a", "human", frozenset({"rol_analy1"}))
NARROWED = QueryFilter(dimension="city", operator="equals", value="A")
HAVING = QueryFilter(measure="n", operator="greater", value=1)


@pytest.fixture
def definition() -> Definition:
    return load(make_trade_app())


@pytest.fixture
def board(definition: Definition) -> Query:
    return definition.reports["rpt_sales1"].query


def test_a_board_is_seen_by_whose_roles_list_it(definition: Definition) -> None:
    def seen(principal: Principal) -> list[str]:
        return [each.name for each in visible_dashboards(definition, principal)]

    assert (seen(VIEWER), seen(ANALYST), seen(SYSTEM)) == (["sales"], [], ["other", "sales"])
    assert [may_explore(definition, each) for each in (VIEWER, ANALYST, SYSTEM)] == [False, True, True]


def test_questions_of_ones_boards_may_be_narrowed_and_nothing_else(
    definition: Definition, board: Query
) -> None:
    def may(query: Query) -> bool:
        return may_ask(definition, VIEWER, query)

    assert may(board)
    assert may(replace(board, filters=(NARROWED,)))
    assert not may(replace(board, filters=(HAVING,)))
    assert not may(replace(board, dimensions=()))
    assert not may(replace(board, limit=1))
    assert not may(make_query(SALES, ORDERS | {"id": "m"}, dimensions=[CITY]))
    assert may_ask(definition, ANALYST, make_query(ORDERS))


def test_filters_of_a_report_cannot_be_taken_away(definition: Definition, board: Query) -> None:
    filtered = replace(board, filters=(NARROWED,))
    report = replace(definition.reports["rpt_sales1"], query=filtered)
    narrowed = replace(definition, reports={report.id: report})

    assert may_ask(narrowed, VIEWER, filtered)
    assert may_ask(narrowed, VIEWER, replace(filtered, filters=(NARROWED, NARROWED)))
    assert not may_ask(narrowed, VIEWER, board)
