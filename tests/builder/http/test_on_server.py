"""The designer mounted in the real server: who gets in, and what a delegated designer is refused."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.http.router import create_router
from engine.metadata.dump import dump_definition
from tests.factories.app import channel_sales
from tests.factories.server import Client, Server, codes

DESIGN = "/api/design/channel_sales"


@pytest.fixture
def server(sqlite_url: str, tmp_path: Path) -> Iterator[Server]:
    made = Server(sqlite_url, tmp_path)
    yield made
    made.close()


def _client(server: Server, role: str) -> Client:
    definition = channel_sales()
    role_id = next(each.id for each in definition.roles.values() if each.name == role)
    server.install(dump_definition(definition))
    server.add_person("somebody", (definition.app.id, role_id))
    return server.client(create_router).sign_in("somebody")


def _add_field(client: Client, entity: str) -> Any:
    found = next(each for each in channel_sales().entities.values() if each.name == entity)
    params = {"entity": found.id, "type": "text", "label": {"zh": "折扣原因", "en": "Discount reason"}}
    return client.post(f"{DESIGN}/commands", json={"revision": 0, "kind": "add_field", "params": params})


def test_a_stranger_is_asked_to_sign_in(server: Server) -> None:
    server.install(dump_definition(channel_sales()))

    assert server.client(create_router).get(DESIGN).status_code == 401


@pytest.mark.parametrize("role", ["sales", "warehouse", "dealer"])
def test_who_may_design_nothing_is_refused(server: Server, role: str) -> None:
    client = _client(server, role)

    assert client.get(DESIGN).status_code == 403
    assert _add_field(client, "sales_order").status_code == 403


def test_a_delegated_designer_edits_the_order_and_nothing_else(server: Server) -> None:
    client = _client(server, "designer")

    refused = _add_field(client, "warehouse")
    done = _add_field(client, "sales_order")

    assert refused.status_code == 403
    assert codes(refused) == ["design.propose.not_permitted"]
    assert "warehouse" in refused.json()["issues"][0]["message"]
    assert done.status_code == 200, done.text


def test_what_may_only_be_proposed_is_not_published(server: Server) -> None:
    client = _client(server, "designer")
    _add_field(client, "customer")

    refused = client.post(f"{DESIGN}:publish", json={"revision": 1, "note": ""})

    assert refused.status_code == 403
    assert codes(refused) == ["design.publish.not_permitted"]


def test_an_edit_made_on_an_older_state_is_made_on_the_newest(server: Server) -> None:
    client = _client(server, "designer")
    _add_field(client, "sales_order")

    again = _add_field(client, "sales_order")

    assert again.status_code == 200
    assert len(again.json()["commands"]) == 2


def test_what_was_published_is_at_work_at_once(server: Server) -> None:
    client = _client(server, "designer")
    _add_field(client, "sales_order")

    published = client.post(f"{DESIGN}:publish", json={"revision": 1, "note": ""})

    fields = client.get("/api/apps/channel_sales/definition").json()["entities"]
    order = next(each for each in fields if each["name"] == "sales_order")
    assert published.json() == {"release": 2}
    assert order["fields"][-1]["name"] == "折扣原因"


def _save_a_report(client: Client, label: str = "已售件数") -> Any:
    order = channel_sales().entity_named("sales_order")
    assert order
    lines = next(each for each in order.fields if each.type == "lines")
    query = {"measures": [{"id": "rows", "home": order.id, "lines": lines.id, "aggregate": "count"}]}
    report = {
        "id": "rpt_fresh00001",
        "label": {"zh": label, "en": "Pieces sold"},
        "query": query,
        "chart": {"kind": "number", "value": "rows"},
    }
    board = next(iter(channel_sales().dashboards))
    commands = [
        {"kind": "add_report", "params": report},
        {"kind": "add_tile", "params": {"dashboard": board, "report": "rpt_fresh00001", "w": 6, "h": 4}},
    ]
    return client.post(f"{DESIGN}:apply", json={"commands": commands, "note": label})


def test_an_analyst_saves_a_report_that_answers_at_once(server: Server) -> None:
    client = _client(server, "analyst")

    saved = _save_a_report(client)

    assert saved.status_code == 200, saved.text
    assert saved.json()["release"] == 2
    board = client.get("/api/apps/channel_sales/dashboards/cockpit").json()
    report = next(each for each in board["reports"] if each["id"] == "rpt_fresh00001")
    answer = client.post("/api/apps/channel_sales/query", json={"query": report["query"]})
    assert answer.json()["rows"] == [{"rows": 0}]


def test_who_may_design_no_dashboard_saves_no_report(server: Server) -> None:
    refused = _save_a_report(_client(server, "designer"))

    assert refused.status_code == 403
    assert set(codes(refused)) == {"design.publish.not_permitted"}
