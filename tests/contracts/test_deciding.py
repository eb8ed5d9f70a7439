"""Two people decide about the same thing at the same moment, many times: there is one effect each time.

TONGDAO_DECISION_TRIALS says how often.
"""

import os
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from engine.access.principal import Principal
from engine.kernel.errors import Conflict
from runtime.flows.deciding import Decision, decide
from runtime.flows.starting import NewRun, Published
from runtime.storage.system_tables_flows import sys_flow_instance, sys_task
from tests.factories.definitions import ORDER
from tests.factories.flows import make_approval, make_flow, make_node
from tests.runtime.flows.shop import DIRECTOR, FLOW_ROLE, Shop

TRIALS = int(os.environ.get("TONGDAO_DECISION_TRIALS", "200"))


@pytest.fixture
def shop(database_url: str, tmp_path: Path) -> Iterator[Shop]:
    flow = make_flow(
        [
            make_approval("nod_check1", mode="any", opinion="optional"),
            make_node("nod_count1", "update_record", set={"fld_onote1": 'note & "x"'}),
        ],
        ["trigger nod_check1", "nod_check1 approved nod_count1", "nod_count1 end", "nod_check1 rejected nod_count1"],
        roles=[FLOW_ROLE], trigger={"kind": "button", "entity": ORDER},
    )  # fmt: skip
    made = Shop(database_url, tmp_path, flow)
    yield made
    made.close()


def test_of_two_decisions_at_once_exactly_one_has_an_effect(shop: Shop) -> None:
    ann, bob = shop.person("ann", DIRECTOR), shop.person("bob", DIRECTOR)
    order = shop.order("500")
    for _ in range(TRIALS):
        start(shop, order)
    shop.drain()
    outcomes: Counter[str] = Counter()

    for run in [row.id for row in shop.rows(sys_flow_instance)]:
        outcomes.update(race(shop, run, (ann.id, bob.id)))
    shop.drain()

    assert outcomes == {"done": TRIALS, "flow.task.decided": TRIALS}
    record = shop.records().get(ORDER, order)
    assert record.values["note"] == "x" * TRIALS
    assert record.version == TRIALS + 1
    assert set(shop.states()) == {"completed"}
    decided = Counter(row.instance_id for row in shop.rows(sys_task) if row.state in ("approved", "rejected"))
    assert set(decided.values()) == {1}
    assert len(decided) == TRIALS


def test_one_task_decided_twice_at_once_by_its_person(shop: Shop) -> None:
    ann = shop.person("ann", DIRECTOR)
    order = shop.order("500")
    for _ in range(TRIALS // 4):
        start(shop, order)
    shop.drain()
    outcomes: Counter[str] = Counter()

    for run in [row.id for row in shop.rows(sys_flow_instance)]:
        outcomes.update(race(shop, run, (ann.id, ann.id)))

    assert outcomes == {"done": TRIALS // 4, "flow.task.decided": TRIALS // 4}
    assert shop.records().get(ORDER, order).values["note"] == "x" * (TRIALS // 4)


def start(shop: Shop, order: str) -> None:
    published = Published(shop.definition, 1)
    new = NewRun(flow="flw_review1", entity=ORDER, record=order, submitter=None)
    now = shop.server.clock.now()
    shop.server.database.write(lambda connection: shop.flows.start_run(connection, published, new, now))


def race(shop: Shop, run: str, people: tuple[str, str]) -> list[str]:
    """Let two decide at once, one to approve and one to reject; return what became of each."""
    with shop.server.database.read() as connection:
        found = connection.execute(select(sys_task).where(sys_task.c.instance_id == run)).all()
    tasks = {row.person: row for row in found}
    gate, outcomes = threading.Barrier(2), []
    threads = [
        threading.Thread(target=attempt, args=(shop, tasks[person], action, gate, outcomes))
        for person, action in zip(people, ("approve", "reject"), strict=True)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return outcomes


def attempt(shop: Shop, task: Any, action: Any, gate: threading.Barrier, outcomes: list[str]) -> None:
    principal = Principal(task.person, "human", frozenset({DIRECTOR}), user=task.person)
    decision = Decision(task=task.id, action=action, version=task.version, opinion="-")

    def work(connection: Connection) -> None:
        decide(shop.flows.runtime, connection, principal, decision)

    gate.wait()
    try:
        shop.server.database.write(work)
    except Conflict as refusal:
        outcomes.append(refusal.issues[0].code)
    else:
        outcomes.append("done")
