"""What an installation does for itself by the clock, on both databases."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, insert, select, update

from runtime.flows.outbox import NewJob
from runtime.flows.upkeep import UPKEEP
from runtime.flows.words import words
from runtime.storage.idempotency import Answer, once
from runtime.storage.physical import record_tables
from runtime.storage.system_tables import sys_idempotency
from runtime.storage.system_tables_connectors import sys_inbound_event
from runtime.storage.system_tables_flows import sys_incident, sys_outbox
from tests.factories.server import Server
from tests.factories.stock import STOCK, Shop


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Iterator[Server]:
    made = Server(database_url, tmp_path)
    yield made
    made.close()


@pytest.fixture
def shop(server: Server) -> Shop:
    return Shop(server.services.store)


def pass_time(server: Server, **duration: float) -> None:
    """Let time go by with a worker looking at its end, as its heart would."""
    server.services.flows.plan()
    server.clock.go_on(**duration)
    server.services.flows.dispatcher.drain()


def rows(server: Server, table: Any, *where: Any) -> list[Any]:
    with server.database.read() as connection:
        return list(connection.execute(select(table).where(*where)))


def overwrite(server: Server, shop: Shop, on_hand: int) -> None:
    """Change what is on hand past the ledger, as nobody should."""
    table = record_tables(shop.definition)[STOCK].table
    server.database.write(lambda connection: connection.execute(update(table).values(f_sonha1=on_hand)))


def test_stock_that_is_held_beyond_its_time_is_free_within_a_minute(server: Server, shop: Shop) -> None:
    lamp = shop.product()
    balance = shop.balance(lamp, 10)
    shop.reserve(shop.order(), shop.line(lamp, 3), until=server.clock.now() + timedelta(minutes=30))

    pass_time(server, minutes=29)
    assert shop.amounts(balance) == (10, 3, 7)
    pass_time(server, minutes=2)

    assert shop.amounts(balance) == (10, 0, 10)
    assert shop.findings() == []


def test_stock_that_does_not_add_up_is_an_incident_with_words_until_it_does(
    server: Server, shop: Shop
) -> None:
    balance = shop.balance(shop.product(), 10)
    pass_time(server, hours=1)
    assert rows(server, sys_incident) == []

    overwrite(server, shop, 12)
    pass_time(server, hours=1)
    pass_time(server, hours=1)

    [incident] = rows(server, sys_incident)
    assert (incident.kind, incident.record_id, incident.entity_id) == ("stock", balance, STOCK)
    assert (incident.state, incident.attempts) == ("open", 2)
    assert words(incident.code, incident.params)["en"].startswith("On hand 12, reserved 0;")

    overwrite(server, shop, 10)
    pass_time(server, hours=1)

    [incident] = rows(server, sys_incident)
    assert incident.state == "closed"


def test_any_number_of_processes_plan_each_piece_of_work_once(server: Server, shop: Shop) -> None:
    server.services.flows.plan()
    server.clock.go_on(seconds=1)
    server.services.flows.plan()

    planned = [row.payload["work"] for row in rows(server, sys_outbox, sys_outbox.c.kind == "upkeep")]

    assert sorted(planned) == sorted(UPKEEP)


def test_what_was_done_is_forgotten_after_a_week(server: Server, shop: Shop) -> None:
    flows, now = server.services.flows, server.clock.now()
    job = NewJob(kind="start", app=shop.definition.app.id, key="old", run_at=now)
    server.database.write(lambda connection: flows.runtime.put(connection, job))
    parked = NewJob(kind="call", app=shop.definition.app.id, key="parked", run_at=now)
    server.database.write(lambda connection: flows.runtime.put(connection, parked))
    flows.dispatcher.drain()
    server.database.write(
        lambda connection: connection.execute(
            update(sys_outbox).where(sys_outbox.c.effect_key == "parked").values(state="parked")
        )
    )

    pass_time(server, days=6)
    assert {row.effect_key for row in rows(server, sys_outbox, sys_outbox.c.kind != "upkeep")} == {
        "old",
        "parked",
    }
    pass_time(server, days=2)

    assert {row.effect_key for row in rows(server, sys_outbox, sys_outbox.c.kind != "upkeep")} == {"parked"}


def test_the_work_itself_leaves_few_rows(server: Server, shop: Shop) -> None:
    for _ in range(72):
        pass_time(server, hours=1)

    with server.database.read() as connection:
        count = connection.execute(select(func.count()).select_from(sys_outbox)).scalar_one()

    assert count < 48 * len(UPKEEP)


def test_keys_that_no_client_repeats_are_forgotten(server: Server, shop: Shop) -> None:
    def work(connection: Connection) -> Answer:
        return Answer(200, {}, b"")

    server.database.write(
        lambda connection: once(connection, "someone", "k", "hash", server.clock.now(), work)
    )

    pass_time(server, days=9)

    assert rows(server, sys_idempotency) == []


def test_bodies_of_what_shops_sent_are_emptied_but_for_those_that_wait(server: Server, shop: Shop) -> None:
    def event(id: str, state: str) -> dict[str, Any]:
        return {
            "id": server.services.ids.record_id(), "connector_id": "con_shop01", "event_id": id, "topic": "order.updated",
            "state": state, "verdict": "new", "raw": b"{}", "received_at": server.clock.now(), "attempts": 1,
        }  # fmt: skip

    def arrive(*events: dict[str, Any]) -> None:
        server.database.write(lambda connection: connection.execute(insert(sys_inbound_event), list(events)))

    arrive(event("settled", "done"), event("waits", "parked"))
    pass_time(server, days=60)
    arrive(event("young", "done"))
    pass_time(server, days=31)

    bodies = {row.event_id: row.raw for row in rows(server, sys_inbound_event)}
    assert bodies == {"settled": b"", "waits": b"{}", "young": b"{}"}
