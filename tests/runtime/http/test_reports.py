"""Questions over HTTP: who may ask which, and what is answered."""

from decimal import Decimal
from typing import Any

import pytest

from engine.access.principal import SYSTEM
from tests.factories.server import Client, Server, codes
from tests.factories.trade import (
    BUYER,
    CATEGORY,
    CITY,
    CUSTOMER,
    FREIGHT,
    MONTH,
    ORDER,
    ORDERS,
    PRODUCT,
    SALES,
    make_raw_query,
    make_trade_app,
)

APP = "app_7kq2m4"
QUERY = "/api/apps/inspection/query"
BOARD = make_raw_query(SALES, ORDERS | {"id": "n"}, dimensions=[CITY])


@pytest.fixture
def filled(server: Server) -> Server:
    server.install(make_trade_app())
    repository = server.services.repository(server.services.apps.get("inspection"), SYSTEM)
    customers = [
        repository.create(CUSTOMER, {"name": name, "city": city}).id
        for name, city in (("Ann", "北京"), ("Bo", "上海"), ("Xi", "X"))
    ]
    products = [
        repository.create(PRODUCT, {"name": name, "category": category}).id
        for name, category in (("Pump", "tools"), ("Tea", "food"))
    ]
    for n, (customer, status) in enumerate(
        [(0, "paid"), (0, "paid"), (1, "shipped"), (2, "paid"), (1, "draft")]
    ):
        lines = [
            {"product": products[k], "quantity": n + 1, "price": price}
            for k, price in ((0, "2.50"), (1, "1"))
        ]
        repository.create(ORDER, {
            "no": f"N{n}", "date": f"2026-{n % 2 + 1:02d}-10", "customer": customers[customer], "status": status,
            "freight": "9.99", "secret": "s", "lines": lines,
        })  # fmt: skip
    for role, id in (("analyst", "rol_analy1"), ("seller", "rol_sell01"), ("viewer", "rol_view01")):
        server.add_person(role, (APP, id))
    server.add_person("stranger")
    return server


def ask(client: Client, **query: Any) -> Any:
    answer = client.post(QUERY, json={"query": query})
    assert answer.status_code == 200, answer.text
    return answer.json()


def by(answer: Any, dimension: str, *figures: str) -> dict[Any, Any]:
    return {row[dimension]: tuple(row[each] for each in figures) for row in answer["rows"]}


def test_header_amounts_are_not_multiplied_by_their_lines(filled: Server) -> None:
    client = filled.client().sign_in("analyst")

    found = ask(client, measures=[SALES, FREIGHT, ORDERS], dimensions=[MONTH], totals=[[]])

    assert by(found, "month", "sales", "freight", "orders") == {
        "2026-01-01": ("31.50", "29.97", 3),
        "2026-02-01": ("21.00", "19.98", 2),
    }
    assert found["totals"] == [{"by": [], "rows": [{"sales": "52.50", "freight": "49.95", "orders": 5}]}]
    assert [column["kind"] for column in found["columns"]] == ["month", "money", "money", "number"]
    assert found["truncated"] is False


def test_a_row_rule_holds_in_every_figure_and_a_hidden_member_is_blank(filled: Server) -> None:
    client = filled.client().sign_in("seller")

    found = ask(client, measures=[SALES, ORDERS], dimensions=[CITY])

    assert by(found, "city", "sales", "orders") == {
        "上海": ("10.50", 1), "北京": ("10.50", 2), None: ("14.00", 1),
    }  # fmt: skip


def test_what_is_hidden_is_as_unknown_as_what_does_not_exist(filled: Server) -> None:
    client = filled.client().sign_in("seller")

    for field in ("fld_osecr1", "fld_nothin"):
        query = make_raw_query(ORDERS, dimensions=[{"id": "d", "home": ORDER, "field": field}])
        answer = client.post(QUERY, json={"query": query})
        assert (answer.status_code, codes(answer)) == (422, ["report.field.unknown"])
    price = SALES | {"field": "fld_lpric1"}
    value = {"id": "v", "home": ORDER, "lines": "fld_lines1", "aggregate": "sum", "value": "price * 2"}
    assert codes(client.post(QUERY, json={"query": make_raw_query(price)})) == ["report.field.unknown"]
    assert codes(client.post(QUERY, json={"query": make_raw_query(value)})) == ["expression.name.unknown"]


def test_an_unsafe_combination_says_why(filled: Server) -> None:
    client = filled.client().sign_in("analyst")

    answer = client.post(QUERY, json={"query": make_raw_query(FREIGHT, dimensions=[CATEGORY])})

    assert codes(answer) == ["report.dimension.fan_out"]
    assert answer.json()["issues"][0]["pointer"] == "/dimensions/0"


def test_without_exploring_one_asks_the_reports_of_ones_boards_alone(filled: Server) -> None:
    client = filled.client().sign_in("viewer")
    narrowed = BOARD | {"filters": [{"dimension": "city", "operator": "in", "value": ["北京"]}]}

    assert len(ask(client, **BOARD)["rows"]) == 3
    assert by(ask(client, **narrowed), "city", "n") == {"北京": (2,)}
    for other in (make_raw_query(ORDERS), BOARD | {"limit": 1}):
        answer = client.post(QUERY, json={"query": other})
        assert (answer.status_code, codes(answer)) == (403, ["report.query.denied"])


def test_boards_are_those_of_ones_roles_with_the_reports_one_may_read(filled: Server) -> None:
    viewer, seller = (filled.client().sign_in(name) for name in ("viewer", "seller"))
    definition = viewer.get("/api/apps/inspection/definition").json()

    assert [each["name"] for each in definition["dashboards"]] == ["sales"]
    assert definition["explore"] is False
    assert definition["app"]["navigation"] == [{"dashboard": "dsh_sales1"}]
    board = viewer.get("/api/apps/inspection/dashboards/sales").json()
    assert [each["name"] for each in board["reports"]] == ["sales", "secrets"]
    assert viewer.get("/api/apps/inspection/dashboards/other").status_code == 404
    assert seller.get("/api/apps/inspection/dashboards/sales").status_code == 404


def test_who_has_no_role_in_an_app_does_not_find_it(filled: Server) -> None:
    client = filled.client().sign_in("stranger")

    assert client.post(QUERY, json={"query": BOARD}).status_code == 404
    assert client.get("/api/apps/inspection/dashboards/sales").status_code == 404


def test_what_is_no_query_is_refused_by_its_place(filled: Server) -> None:
    client = filled.client().sign_in("analyst")

    answer = client.post(QUERY, json={"query": {"measures": [{"id": "x", "sql": "1"}]}, "more": 1})
    assert codes(answer) == ["request.value.unknown"]
    answer = client.post(QUERY, json={"query": {"measures": [{"id": "x", "sql": "1"}]}})
    assert codes(answer) == ["document.property.unknown"]


def test_the_records_of_a_cell_add_up_to_it(filled: Server) -> None:
    client = filled.client().sign_in("analyst")
    query = make_raw_query(SALES, FREIGHT, ORDERS, dimensions=[CITY, MONTH], totals=[[]])
    answer = ask(client, **query)

    for row in (*answer["rows"], *answer["totals"][0]["rows"]):
        cell = {id: row[id] for id in ("city", "month") if id in row}
        for figure in ("sales", "freight", "orders"):
            asked = {"query": query, "measure": figure, "cell": cell, "limit": 100}
            found = client.post(f"{QUERY}:drill", json=asked).json()
            assert found["sum"] == row[figure], (figure, cell)
            assert len(found["items"]) == found["total"]
            if figure == "freight":
                total = sum(Decimal(item["freight"]) for item in found["items"])
                assert (found["entity"], str(total)) == ("order", row[figure])
            if figure == "sales":
                total = sum(Decimal(item["line"]["amount"]) for item in found["items"])
                assert (found["lines"], str(total)) == ("lines", row[figure])
                assert {item["record"]["no"][0] for item in found["items"]} == {"N"}


def test_records_of_a_cell_come_page_by_page_and_only_those_one_may_read(filled: Server) -> None:
    client = filled.client().sign_in("seller")
    query = make_raw_query(ORDERS, dimensions=[CITY])
    seen: list[str] = []
    cursor = None
    while True:
        asked = {"query": query, "measure": "orders", "cell": {}, "limit": 2, "cursor": cursor}
        page = client.post(f"{QUERY}:drill", json=asked).json()
        seen += [item["no"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break

    assert seen == ["N3", "N2", "N1", "N0"]
    assert page["total"] == page["sum"] == 4
    assert all("secret" not in item for item in page["items"])


def test_the_records_of_the_rest_are_those_of_no_member_shown(filled: Server) -> None:
    client = filled.client().sign_in("analyst")
    top = {"dimension": "city", "by": "orders", "n": 1, "others": True}
    query = make_raw_query(ORDERS, dimensions=[CITY], top=top)

    rows = ask(client, **query)["rows"]
    assert [(row["city"], row["orders"], row.get("_others")) for row in rows] == [
        ("北京", 2, None), (None, 3, True)
    ]  # fmt: skip
    for row in rows:
        cell = {key: row[key] for key in ("city", "_others") if key in row}
        found = client.post(f"{QUERY}:drill", json={"query": query, "measure": "orders", "cell": cell})
        assert found.json()["sum"] == len(found.json()["items"]) == row["orders"]


def test_a_composed_figure_has_no_records_of_its_own(filled: Server) -> None:
    client = filled.client().sign_in("analyst")
    query = make_raw_query(ORDERS, {"id": "twice", "expression": "orders * 2"})

    answer = client.post(f"{QUERY}:drill", json={"query": query, "measure": "twice", "cell": {}})

    assert (answer.status_code, codes(answer)) == (422, ["report.drill.composed"])


def test_members_to_filter_by_are_found_by_their_title(filled: Server) -> None:
    client = filled.client().sign_in("seller")
    chosen = {"dimension": "buyer", "operator": "equals", "value": None}
    query = make_raw_query(ORDERS, dimensions=[BUYER], filters=[chosen])

    def titles(search: str) -> list[str | None]:
        asked = {"query": query, "dimension": "buyer", "search": search}
        return [each["title"] for each in client.post(f"{QUERY}:members", json=asked).json()["items"]]

    assert titles("") == ["Ann", "Bo", None]
    assert titles("AN") == ["Ann"]
