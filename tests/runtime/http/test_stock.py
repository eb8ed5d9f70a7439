"""The stock of a balance over HTTP: movements for whoever may read it, titles of orders for who may read those."""

from pathlib import Path
from typing import Any

import pytest

from engine.access.principal import SYSTEM
from engine.entities.stock import StockLine
from runtime.stock.holding import Holder
from runtime.stock.reserving import reserve
from tests.factories.definitions import make_role
from tests.factories.server import Server, codes
from tests.factories.stock import ORDER, PRODUCT, STOCK, WAREHOUSE, make_stock_documents

SEES = {"entity": STOCK, "read": True}
ROLES = {
    "keeper": make_role("rol_keep01", "keeper", SEES, {"entity": ORDER, "read": True}),
    "packer": make_role("rol_pack01", "packer", SEES),
    "guest": make_role("rol_gues01", "guest", {**SEES, "fields": {"fld_srese1": "hidden"}}),
}


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Any:
    opened = Server(database_url, tmp_path)
    roles = {f"roles/{name}.json": role for name, role in ROLES.items()}
    opened.install(make_stock_documents() | roles)
    app = make_stock_documents()["app.json"]["id"]
    for name, role in ROLES.items():
        opened.add_person(name, (app, role["id"]))
    yield opened
    opened.close()


@pytest.fixture
def stock(server: Server) -> str:
    """Where the stock of a balance of 5 is read, 2 of it reserved for the order SO-9."""
    app = server.services.apps.all()[0]
    records = server.services.repository(app, SYSTEM)
    lamp = records.create(PRODUCT, {"name": "台灯"}).id
    warehouse = records.create(WAREHOUSE, {"name": "仓"}).id
    balance = records.create(STOCK, {"product": lamp, "warehouse": warehouse, "on_hand": 5}).id
    holder = Holder(entity=ORDER, record=records.create(ORDER, {"number": "SO-9"}).id)
    line = StockLine(line=server.ids.record_id(), product=lamp, warehouse=warehouse, quantity=2)
    server.database.write(lambda connection: reserve(records.within(connection).unit, STOCK, holder, [line]))
    return f"/api/apps/{app.name}/entities/stock/records/{balance}/stock"


def test_movements_are_told_newest_first_with_the_order_they_were_for(server: Server, stock: str) -> None:
    answer = server.client().sign_in("keeper").get(stock).json()

    newest, opening = answer["movements"]
    assert (newest["kind"], newest["reserved_change"], newest["reserved"], newest["on_hand"]) == (
        "reserve",
        2,
        2,
        5,
    )
    assert (newest["entity"], newest["record"]["title"]) == ("order", "SO-9")
    assert (opening["kind"], opening["on_hand_change"], opening["record"]) == ("opening", 5, None)
    [held] = answer["reservations"]
    assert (held["open"], held["shipped"], held["record"]["title"]) == (2, 0, "SO-9")
    assert answer["next_cursor"] is None


def test_who_may_not_read_orders_does_not_learn_which_it_was(server: Server, stock: str) -> None:
    answer = server.client().sign_in("packer").get(stock).json()

    assert [each["record"] for each in answer["movements"]] == [None, None]
    assert [(each["open"], each["record"]) for each in answer["reservations"]] == [(2, None)]


def test_who_may_not_see_amounts_sees_no_movements(server: Server, stock: str) -> None:
    answer = server.client().sign_in("guest").get(stock)

    assert (answer.status_code, codes(answer)) == (403, ["stock.amounts.hidden"])


def test_an_entity_that_keeps_no_stock_has_none(server: Server, stock: str) -> None:
    keeper = server.client().sign_in("keeper")
    order = keeper.get(stock.partition("/stock/")[0] + "/order/records").json()["items"][0]["id"]

    answer = keeper.get(stock.partition("/stock/")[0] + f"/order/records/{order}/stock")

    assert (answer.status_code, codes(answer)) == (404, ["stock.entity.none"])
