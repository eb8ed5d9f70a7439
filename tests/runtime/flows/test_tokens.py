"""What a token may know of tasks, runs and notifications: what its scopes let it read, and no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories.definitions import CUSTOMER, ORDER
from tests.factories.server import Client, codes
from tests.runtime.flows.shop import APP, DIRECTOR, Shop, approval_flow


@pytest.fixture
def shop(sqlite_url: str, tmp_path: Path) -> Iterator[Shop]:
    made = Shop(sqlite_url, tmp_path, approval_flow())
    ann = made.person("ann", DIRECTOR)
    made.order(person=ann)
    made.drain()
    yield made
    made.close()


def program(shop: Shop, *scopes: str) -> Client:
    """Return a program with a token of the director's."""
    made = shop.client("ann").post("/api/tokens", json={"name": "sync", "scopes": list(scopes)}).json()
    client = shop.server.client()
    client.headers["Authorization"] = f"Bearer {made['token']}"
    return client


def test_a_token_for_other_things_reads_no_tasks_runs_or_notifications(shop: Shop) -> None:
    [task] = shop.tasks()
    other = program(shop, f"read:{CUSTOMER}", f"update:{ORDER}")

    for path in ("/api/tasks", f"/api/tasks/{task.id}", "/api/notifications"):
        assert codes(other.get(path)) == ["access.scope.missing"]
    run = f"/api/apps/inspection/flows/review/instances/{task.instance_id}"
    assert other.get(run).status_code == 404


def test_a_token_that_may_read_an_app_reads_its_tasks(shop: Shop) -> None:
    reading = program(shop, f"read:{APP}")

    [task] = reading.get("/api/tasks?app=inspection").json()["items"]

    assert task["record"]["title"].startswith("SO-")
    assert codes(reading.get("/api/tasks")) == ["access.scope.missing"]
    assert reading.get(f"/api/tasks/{task['id']}").status_code == 200
