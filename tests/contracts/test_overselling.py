"""Many buyers at once: eight processes with 400 attempts each on 50 pieces get exactly 50, on both databases.

TONGDAO_TEST_ROUNDS says how often; five times unless it is set.
"""

import os

from runtime.storage.connect import open_database
from tests.factories.stock import STOCK, Shop
from tests.factories.stores import make_store
from tests.support.buyers import Errand, buy_together

ROUNDS = int(os.environ.get("TONGDAO_TEST_ROUNDS", "5"))
BUYERS, ATTEMPTS, PIECES = 8, 400, 50


def test_eight_processes_never_sell_more_than_there_is(database_url: str) -> None:
    database = open_database(database_url)
    shop = Shop(make_store(database))
    products = [shop.product(f"灯 {number}") for number in range(ROUNDS)]
    balances = [shop.balance(each, PIECES) for each in products]
    orders = [shop.order(f"SO-{number}") for number in range(BUYERS)]
    warehouse = shop.warehouse
    database.close()

    got = buy_together([Errand(database_url, tuple(products), warehouse, each, ATTEMPTS) for each in orders])

    database = open_database(database_url)
    shop.store = make_store(database)
    shop.records = type(shop.records)(shop.store, shop.definition, shop.records.viewer.principal)
    assert [sum(each) for each in zip(*got, strict=True)] == [PIECES] * ROUNDS
    assert [shop.amounts(each) for each in balances] == [(PIECES, PIECES, 0)] * ROUNDS
    assert shop.findings() == []
    with database.read() as connection:
        assert shop.store.log.verify(connection, shop.definition.app.id) is None
    assert len(shop.records.history(STOCK, balances[0]).items) > 1
    database.close()
