"""Flows from the change of a record to a task, on both databases."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from engine.access.principal import SYSTEM
from runtime.flows.triggers import Triggers
from runtime.storage.repository import Repository
from runtime.storage.system_tables import sys_user
from runtime.storage.system_tables_flows import sys_flow_instance, sys_incident, sys_notification, sys_outbox
from runtime.storage.unit import Origin
from tests.factories.definitions import ORDER
from tests.factories.flows import make_flow, make_node
from tests.runtime.flows.shop import DIRECTOR, FLOW_ROLE, SELLER, Shop, approval_flow

MakeShop = Callable[..., Shop]


class LostRace(Exception):
    """What PostgreSQL says to one of two who wait for each other."""

    sqlstate = "40P01"


@pytest.fixture
def make_shop(database_url: str, tmp_path: Path) -> Iterator[MakeShop]:
    made: list[Shop] = []

    def make(*flows: Any, **documents: Any) -> Shop:
        made.append(Shop(database_url, tmp_path, *flows, **documents))
        return made[-1]

    yield make
    for shop in made:
        shop.close()


def test_a_large_order_becomes_a_task_of_every_director(make_shop: MakeShop) -> None:
    shop = make_shop(approval_flow())
    ann, bob = shop.person("ann", DIRECTOR), shop.person("bob", DIRECTOR)

    shop.order("500")
    shop.drain()

    assert {task.person for task in shop.tasks()} == {ann.id, bob.id}
    assert {row.user_id for row in shop.rows(sys_notification)} == {ann.id, bob.id}


def test_a_lost_race_while_a_flow_starts_is_no_incident_but_runs_again(make_shop: MakeShop) -> None:
    shop = make_shop(approval_flow())
    services, starts = shop.server.services, []

    def start(*given: Any) -> str | None:
        starts.append(given)
        if len(starts) == 1:
            raise LostRace
        return services.flows.start_run(*given)

    triggers = Triggers(services.apps, start, services.flows.announce)
    store = replace(services.store, watcher=triggers)
    repository = Repository(store, shop.definition, SYSTEM, Origin("ui"))
    order = {"customer": shop.customer, "lines": [{"product": "Pump", "price": "500"}]}

    with suppress(LostRace):
        repository.create(ORDER, order)

    assert shop.rows(sys_incident) == []
    assert len(shop.rows(sys_flow_instance)) == len(starts) - 1


def test_a_chore_that_fails_does_not_end_the_thread_that_keeps_leases(make_shop: MakeShop) -> None:
    shop = make_shop(approval_flow())
    beats = []

    def fail() -> None:
        beats.append(1)
        raise LookupError

    for _ in range(2):
        shop.flows.dispatcher._quietly(fail)

    assert len(beats) == 2


def test_a_small_order_starts_nothing(make_shop: MakeShop) -> None:
    shop = make_shop(approval_flow())

    shop.order("50")

    assert shop.rows(sys_flow_instance) == []
    assert shop.rows(sys_outbox) == []


def test_saving_never_waits_for_a_flow_nor_fails_with_it(make_shop: MakeShop) -> None:
    shop = make_shop(approval_flow(run_as="owner", roles=[]))

    id = shop.order("500")
    shop.drain()

    assert shop.records().get(ORDER, id).version == 1
    [incident] = shop.rows(sys_incident)
    assert incident.code == "flow.approver.nobody"


def test_a_flow_changes_its_record_with_its_own_rights(make_shop: MakeShop) -> None:
    change = make_node("nod_setit1", "update_record", set={"fld_onote1": '"seen"'})
    flow = make_flow(
        [change], ["trigger nod_setit1", "nod_setit1 end"], roles=[FLOW_ROLE],
    )  # fmt: skip
    shop = make_shop(flow)
    sue = shop.person("sue", SELLER)

    id = shop.order("500", sue)
    shop.drain()

    record = shop.records().get(ORDER, id)
    assert record.values["note"] == "seen"
    assert record.modified_by == sue.id
    assert shop.states() == ["completed"]
    [last, _] = shop.records().history(ORDER, id).items
    assert last["source"] == "flow"


def test_a_flow_without_the_right_stops_as_an_incident_and_leaves_nothing(make_shop: MakeShop) -> None:
    change = make_node("nod_setit1", "update_record", set={"fld_onote1": '"seen"'})
    shop = make_shop(make_flow([change], ["trigger nod_setit1", "nod_setit1 end"], roles=[]))

    id = shop.order("500")
    shop.drain()

    assert shop.records().get(ORDER, id).version == 1
    [incident] = shop.rows(sys_incident)
    assert (incident.code, incident.state) == ("access.entity.denied", "open")


@pytest.mark.parametrize("active", [True, False])
def test_a_flow_acts_for_who_started_it_only_while_they_are_active(make_shop: MakeShop, active: bool) -> None:
    change = make_node("nod_setit1", "update_record", set={"fld_onote1": '"seen"'})
    shop = make_shop(make_flow([change], ["trigger nod_setit1", "nod_setit1 end"], run_as="caller"))
    sue = shop.person("sue", SELLER)
    id = shop.order("500", sue)
    mark = update(sys_user).where(sys_user.c.id == sue.id).values(active=active)
    shop.server.database.write(lambda connection: connection.execute(mark).rowcount)

    shop.drain()

    assert (shop.records().get(ORDER, id).values["note"] == "seen") is active
    assert [row.code for row in shop.rows(sys_incident)] == ([] if active else ["access.entity.denied"])


def test_a_flow_that_starts_itself_is_cut_off_loudly(make_shop: MakeShop) -> None:
    change = make_node("nod_setit1", "update_record", set={"fld_onote1": 'note & "x"'})
    flow = make_flow(
        [change], ["trigger nod_setit1", "nod_setit1 end"], roles=[FLOW_ROLE],
        trigger={"kind": "record_changed", "entity": ORDER, "on_create": True},
    )  # fmt: skip
    shop = make_shop(flow)

    id = shop.order("500")
    shop.drain()

    assert shop.records().get(ORDER, id).values["note"] == "xxxxxx"
    [incident] = shop.rows(sys_incident)
    assert (incident.kind, incident.code) == ("loop", "flow.loop.depth")
    assert len({row.chain for row in shop.rows(sys_flow_instance)}) == 1
