"""Stock on both databases: never oversold, all or nothing, nothing back twice, and a ledger that adds up."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, event, select, update

from engine.kernel.errors import Conflict, Invalid
from runtime.stock.checking import check_stock
from runtime.stock.releasing import expire
from runtime.storage.bulk import RowResult
from runtime.storage.connect import open_database
from runtime.storage.database import Database
from runtime.storage.physical import record_tables
from runtime.storage.planning import steps_to
from runtime.storage.repository import Repository
from runtime.storage.system_tables_stock import sys_stock_movement
from runtime.storage.unit import Origin
from tests.factories.stock import MARK, STOCK, Shop, make_stock_documents
from tests.factories.stores import make_store, publish


@pytest.fixture
def shop(database: Database) -> Iterator[Shop]:
    opened = Shop(make_store(database))
    yield opened
    assert opened.findings() == []


def movements(shop: Shop, balance: str) -> list[tuple[Any, ...]]:
    each = sys_stock_movement.c
    found = select(each.kind, each.on_hand_change, each.reserved_change, each.on_hand, each.reserved)
    with shop.store.database.read() as connection:
        return [
            tuple(row)
            for row in connection.execute(found.where(each.balance_id == balance).order_by(each.version))
        ]


def test_what_is_reserved_is_no_longer_available_and_says_for_whom(shop: Shop) -> None:
    lamp = shop.product()
    balance, order = shop.balance(lamp, 10), shop.order("SO-7")

    assert shop.reserve(order, shop.line(lamp, 4)) == []

    assert shop.amounts(balance) == (10, 4, 6)
    newest = shop.records.history(STOCK, balance).items[0]
    assert (newest["reason"], newest["source"], newest["version"]) == ("SO-7", "flow", 2)
    assert {each["field"]: (each["before"], each["after"]) for each in newest["changes"]} == {
        "reserved": (0, 4),
        "available": (10, 6),
    }


def test_a_short_line_leaves_nothing_reserved_and_every_short_line_is_told(shop: Shop) -> None:
    lamp, chair, table = (shop.product(name) for name in ("台灯", "椅子", "桌子"))
    balances = [shop.balance(lamp, 5), shop.balance(chair, 1)]
    wanted = [shop.line(lamp, 5), shop.line(chair, 2), shop.line(table, 1)]

    short = shop.reserve(shop.order(), *wanted)

    assert {(each.line.line, each.available) for each in short} == {(wanted[1].line, 1), (wanted[2].line, 0)}
    assert [shop.amounts(each)[1] for each in balances] == [0, 0]


def test_two_lines_of_one_product_share_what_there_is(shop: Shop) -> None:
    lamp = shop.product()
    balance = shop.balance(lamp, 5)

    assert shop.reserve(shop.order(), shop.line(lamp, 3), shop.line(lamp, 2)) == []
    [short] = shop.reserve(shop.order("SO-2"), shop.line(lamp, 1))

    assert short.available == 0
    assert shop.amounts(balance) == (5, 5, 0)


def test_a_line_holds_stock_once_until_it_is_given_back(shop: Shop) -> None:
    lamp = shop.product()
    balance, order, line = shop.balance(lamp, 10), shop.order(), shop.line(lamp, 2)
    shop.reserve(order, line)

    with pytest.raises(Conflict) as refused:
        shop.reserve(order, line)
    shop.release(order)
    shop.reserve(order, line)

    assert refused.value.issues[0].code == "stock.line.held"
    assert shop.amounts(balance) == (10, 2, 8)


def test_nothing_comes_back_twice(shop: Shop) -> None:
    lamp = shop.product()
    balance, order = shop.balance(lamp, 10), shop.order()
    shop.reserve(order, shop.line(lamp, 2), shop.line(lamp, 3))

    assert (shop.release(order), shop.release(order)) == (2, 0)

    assert shop.amounts(balance) == (10, 0, 10)


def test_what_is_shipped_leaves_the_warehouse(shop: Shop) -> None:
    lamp = shop.product()
    balance, order = shop.balance(lamp, 10), shop.order()
    shop.reserve(order, shop.line(lamp, 4))

    assert (shop.ship(order), shop.ship(order), shop.release(order)) == (1, 0, 0)

    assert shop.amounts(balance) == (6, 0, 6)
    assert movements(shop, balance) == [
        ("opening", 10, 0, 10, 0),
        ("reserve", 0, 4, 10, 4),
        ("ship", -4, -4, 6, 0),
    ]


def test_a_part_may_leave_and_the_rest_be_given_back(shop: Shop) -> None:
    lamp = shop.product()
    balance, order, line = shop.balance(lamp, 10), shop.order(), shop.line(lamp, 4)
    shop.reserve(order, line)

    shop.ship(order, {line.line: 1})
    assert shop.amounts(balance) == (9, 3, 6)
    with pytest.raises(Conflict) as refused:
        shop.ship(order, {line.line: 4})
    assert shop.release(order) == 1

    assert refused.value.issues[0].params == {"wanted": 4, "held": 3}
    assert shop.amounts(balance) == (9, 0, 9)


def test_what_is_held_beyond_its_time_comes_back(shop: Shop) -> None:
    lamp = shop.product()
    balance = shop.balance(lamp, 10)
    clock: Any = shop.store.clock
    shop.reserve(shop.order(), shop.line(lamp, 1), until=clock.now())
    shop.reserve(shop.order("SO-2"), shop.line(lamp, 2))
    clock.move(minutes=1)

    assert (shop.unit(expire), shop.unit(expire)) == (1, 0)

    assert shop.amounts(balance) == (10, 2, 8)


@pytest.mark.parametrize("quantity", [0, -3])
def test_a_quantity_that_is_none_is_refused(shop: Shop, quantity: int) -> None:
    lamp = shop.product()
    shop.balance(lamp, 1)

    with pytest.raises(Invalid) as refused:
        shop.reserve(shop.order(), shop.line(lamp, quantity))

    assert refused.value.issues[0].code == "stock.line.quantity"


def test_nobody_enters_what_is_reserved(shop: Shop) -> None:
    lamp = shop.product()
    balance = shop.balance(lamp, 3)

    with pytest.raises(Invalid) as by_hand:
        shop.records.update(STOCK, balance, {"reserved": 1}, 1)
    imported = Repository(
        shop.store, shop.definition, shop.records.viewer.principal, Origin("import", by_hand=False)
    )
    with pytest.raises(Invalid) as by_import:
        imported.update(STOCK, balance, {"reserved": 1}, 1)
    chair = shop.product("椅子")
    values = {"product": chair, "warehouse": shop.warehouse, "on_hand": 5, "reserved": 2}
    opened = imported.create(STOCK, values).id

    assert [each.value.issues[0].pointer for each in (by_hand, by_import)] == ["/reserved", "/reserved"]
    assert movements(shop, opened) == [("opening", 5, 2, 5, 2)]


def test_a_balance_is_counted_anew_but_never_below_what_is_reserved(shop: Shop) -> None:
    lamp = shop.product()
    balance = shop.balance(lamp, 10)
    shop.reserve(shop.order(), shop.line(lamp, 4))

    shop.records.update(STOCK, balance, {"on_hand": 4}, 2)
    with pytest.raises(Invalid) as refused:
        shop.records.update(STOCK, balance, {"on_hand": 3}, 3)

    assert [(each.code, each.pointer) for each in refused.value.issues] == [
        ("stock.balance.broken", "/on_hand")
    ]
    assert movements(shop, balance)[-1] == ("edit", -6, 0, 4, 4)


def test_a_balance_that_somebody_holds_stock_of_stays_what_it_is(shop: Shop) -> None:
    lamp, chair = shop.product(), shop.product("椅子")
    balance, order = shop.balance(lamp, 10), shop.order()
    shop.reserve(order, shop.line(lamp, 4))

    with pytest.raises(Invalid) as moved:
        shop.records.update(STOCK, balance, {"product": chair}, 2)
    with pytest.raises(Conflict) as removed:
        shop.records.delete(STOCK, balance, 2)
    shop.release(order)
    shop.records.delete(STOCK, balance, 3)
    shop.records.purge(STOCK, balance)

    assert {moved.value.issues[0].code, removed.value.issues[0].code} == {"stock.balance.held"}
    assert movements(shop, balance)[-1] == ("remove", -10, 0, 0, 0)


def test_a_product_is_in_a_warehouse_once(shop: Shop) -> None:
    lamp = shop.product()
    shop.balance(lamp, 1)

    with pytest.raises(Invalid) as refused:
        shop.balance(lamp, 2)

    assert refused.value.issues[0].code == "record.unique.taken"


def test_the_database_itself_refuses_to_oversell(shop: Shop) -> None:
    lamp = shop.product()
    balance = shop.balance(lamp, 10)
    table = record_tables(shop.definition)[STOCK].table

    for amounts in ({"f_srese1": 11}, {"f_srese1": -1}, {"f_sonha1": -1}):
        with pytest.raises(Exception, match=r"stock balance|k_stck01"):
            shop.store.database.write(
                lambda connection, amounts=amounts: connection.execute(
                    update(table).where(table.c.id == balance).values(amounts)
                )
            )


def test_rows_that_come_in_bulk_are_in_the_ledger_too(shop: Shop) -> None:
    rows = [{"product": shop.product(str(n)), "warehouse": shop.warehouse, "on_hand": n} for n in range(1, 4)]
    made = shop.records.bulk(STOCK, "create", (), rows, partial=False)
    changed: list[RowResult] = shop.records.bulk(
        STOCK, "upsert", ("product",), [{**rows[0], "on_hand": 9}], partial=False
    )

    assert movements(shop, str(made[1].id)) == [("opening", 2, 0, 2, 0)]
    assert movements(shop, str(changed[0].id))[-1] == ("edit", 8, 0, 9, 0)


def test_an_entity_that_begins_to_keep_stock_is_guarded_with_what_it_has(database: Database) -> None:
    documents = make_stock_documents()
    del documents["entities/stock.json"]["stock"]
    store = make_store(database)
    shop = Shop(store, documents)
    balance = shop.balance(shop.product(), 7)

    shop.definition = publish(store, make_stock_documents())

    assert movements(shop, balance) == [("opening", 7, 0, 7, 0)]
    assert shop.findings() == []
    with database.read() as connection:
        assert steps_to(shop.definition, shop.definition, connection) == []


def test_a_table_that_is_oversold_already_is_not_guarded_and_says_which_records(database: Database) -> None:
    documents = make_stock_documents()
    del documents["entities/stock.json"]["stock"]
    shop = Shop(make_store(database), documents)
    imported = Repository(
        shop.store, shop.definition, shop.records.viewer.principal, Origin("import", by_hand=False)
    )
    values = {"product": shop.product(), "warehouse": shop.warehouse, "on_hand": 1, "reserved": 2}
    broken = imported.create(STOCK, values).id

    with pytest.raises(Invalid) as refused:
        publish(shop.store, make_stock_documents())

    assert refused.value.issues[0].code == "storage.plan.stock_broken"
    assert broken in str(refused.value.issues[0].params["samples"])


def test_a_mark_that_is_taken_away_takes_its_guard_with_it(database: Database) -> None:
    shop = Shop(make_store(database))
    documents = make_stock_documents()
    del documents["entities/stock.json"]["stock"]

    definition = publish(shop.store, documents)

    with database.read() as connection:
        assert steps_to(definition, definition, connection) == []
    assert MARK["reserved"] == "fld_srese1"


def test_a_change_past_the_ledger_is_found(database: Database) -> None:
    shop = Shop(make_store(database))
    balance = shop.balance(shop.product(), 10)
    table = record_tables(shop.definition)[STOCK].table
    database.write(lambda connection: connection.execute(update(table).values(f_sonha1=12)))

    [issue] = shop.findings()

    assert (issue.code, issue.path) == ("stock.ledger.differs", ("stock", balance))


def test_stock_that_moves_while_it_is_checked_is_no_finding(postgres_url: str) -> None:
    database = open_database(postgres_url)
    shop = Shop(make_store(database))
    lamp, order = shop.product(), shop.order()
    balance = shop.balance(lamp, 10)
    moved: list[str] = []

    def move_once(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if "sys_stock_movement" in statement and not moved:
            moved.append(order)
            shop.reserve(order, shop.line(lamp, 4))

    def check(connection: Connection) -> list[Any]:
        event.listen(connection, "before_cursor_execute", move_once)
        return check_stock(connection, shop.definition)

    assert database.write(check) == []

    assert moved == [order]
    assert shop.amounts(balance) == (10, 4, 6)
    database.close()
