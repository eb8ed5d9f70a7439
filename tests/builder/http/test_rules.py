"""A decision table in the designer: what it leaves open, examples, and publishing one that computes a field."""

from pathlib import Path
from typing import Any

import pytest

from builder.http.router import create_router
from tests.factories.definitions import make_role
from tests.factories.rules import CHANNEL, RULE, make_channel_documents, make_priority_field, make_rule
from tests.factories.server import Client, Server

ROWS = [([">= 25%", ""], ['"高"']), (["", "> 3"], ['"中"'])]
DIRECTOR = make_role(
    "rol_dire01", "director", {"entity": CHANNEL, "read": True, "create": True},
    design=[{"document": RULE, "effect": "publish"}],
)  # fmt: skip
READER = make_role("rol_read01", "reader", {"entity": CHANNEL, "read": True})
RULES = f"/api/design/inspection/rules/{RULE}"


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Any:
    opened = Server(database_url, tmp_path, [create_router])
    documents = make_channel_documents(
        make_rule(["share", "complexity"], ROWS, values=["高", "中"]), make_priority_field()
    )
    documents |= {"roles/director.json": DIRECTOR, "roles/reader.json": READER}
    opened.install(documents)
    app = documents["app.json"]["id"]
    opened.add_person("chen", (app, "rol_dire01"))
    opened.add_person("wang", (app, "rol_read01"))
    yield opened
    opened.close()


@pytest.fixture
def director(server: Server) -> Client:
    return server.client().sign_in("chen")


def test_what_no_row_is_for_is_told_with_an_example(director: Client) -> None:
    answer = director.get(f"{RULES}/analysis").json()

    assert answer["gaps"] == [{"cells": ["[0..0.25)", "[1..3]"], "example": ["0", "1"]}]
    assert answer["overlaps"] == [{"rows": ["row_0000", "row_0001"], "example": ["0.25", "4"]}]
    assert [each["name"] for each in answer["names"]] == ["share", "complexity"]
    assert answer["expression"].startswith("IFS(share >= 25%")


def test_examples_say_which_row_is_met(director: Client) -> None:
    examples = [{"share": "30%", "complexity": "1"}, {"share": "0.1", "complexity": "5"}, {"share": "much"}]

    one, two, three = director.post(f"{RULES}:try", json={"examples": examples}).json()["items"]

    assert (one["outputs"], one["rows"]) == ({"out0": "高"}, ["row_0000"])
    assert (two["outputs"], two["rows"]) == ({"out0": "中"}, ["row_0001"])
    assert [each["path"] for each in three["issues"]] == [["share"]]


def test_who_may_not_design_the_table_sees_nothing_of_it(server: Server) -> None:
    reader = server.client().sign_in("wang")

    answer = reader.get(f"{RULES}/analysis")
    definition = reader.get("/api/apps/inspection/definition").json()

    assert answer.status_code == 403
    assert definition["rules"] == []
    [priority] = [each for each in definition["entities"][0]["fields"] if each["name"] == "priority"]
    assert "rule" not in priority["options"]
    assert priority["options"]["expression"] in definition["trees"]


def test_a_changed_row_changes_the_records_there_are(server: Server, director: Client) -> None:
    records = "/api/apps/inspection/entities/channel/records"
    values = {"name": "天猫", "share": "0.2", "complexity": 2, "kind": "shop", "opened": "2026-01-01"}
    made = director.post(records, json=values).json()
    assert made["priority"] is None

    draft = director.get("/api/design/inspection").json()
    assert draft["effect"][RULE] == "publish"
    cell = {"rule": RULE, "row": "row_0000", "column": "rin_0000", "text": ">= 20%"}
    edit = {"revision": draft["revision"], "kind": "set_rule_cell", "params": cell}
    draft = director.post("/api/design/inspection/commands", json=edit).json()
    impact = director.get("/api/design/inspection/impact").json()
    body = {"revision": draft["revision"], "note": ""}
    published = director.post("/api/design/inspection:publish", json=body)

    assert published.status_code == 200, published.text
    assert [each["words"]["en"] for each in impact["changes"]] == [
        'A row of “Priority”: from >= 25% | - → "高" to >= 20% | - → "高"'
    ]
    assert director.get(f"{records}/{made['id']}").json()["priority"] == "高"
