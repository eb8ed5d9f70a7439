"""The complete apps to begin from: sound, in both languages, and at work with their sample data at once."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.checks.registry import run_checks
from builder.http.router import create_router
from engine.metadata.definition import Definition
from engine.metadata.dump import dump_definition, to_text
from engine.metadata.load import load_definition
from runtime.beginning.starters import KEYS, StarterFolders, starter_folder
from runtime.seeding import load_samples
from tests.examples.test_channel_sales import labels
from tests.factories.app import channel_sales
from tests.factories.server import Client, Server

NEW = ("equipment_inspection", "leave_and_expense")
RECORDS = {
    "equipment_inspection": {
        "site": 5, "equipment": 29, "inspection_plan": 29, "inspection": 233, "defect": 37, "repair_order": 33,
    },
    "leave_and_expense": {"leave_balance": 24, "leave_request": 81, "budget": 6, "expense_claim": 130},
}  # fmt: skip


def _documents(key: str) -> dict[str, Any]:
    folder = starter_folder(key)
    return {
        path.relative_to(folder).as_posix(): json.loads(path.read_text(encoding="utf-8"))
        for path in folder.rglob("*.json")
    }


def _definition(key: str) -> Definition:
    loaded = load_definition(_documents(key))
    assert isinstance(loaded, Definition), loaded
    return loaded


@pytest.mark.parametrize("key", NEW)
def test_a_starter_has_no_finding(key: str) -> None:
    assert [f"{each.code} {each.pointer}" for each in run_checks(_definition(key))] == []


def test_all_starters_are_there() -> None:
    assert [each.key for each in StarterFolders().starters()] == list(KEYS)


@pytest.mark.parametrize("key", NEW)
def test_its_documents_are_in_canonical_form(key: str) -> None:
    for path, document in dump_definition(_definition(key)).items():
        assert (starter_folder(key) / path).read_text(encoding="utf-8") == to_text(document), path


@pytest.mark.parametrize("key", NEW)
def test_every_word_is_written_in_both_languages(key: str) -> None:
    assert not [
        label
        for document in _documents(key).values()
        for label in labels(document)
        if set(label) != {"zh", "en"}
    ]


@pytest.fixture
def server(sqlite_url: str, tmp_path: Path) -> Iterator[Server]:
    made = Server(sqlite_url, tmp_path / "data", [create_router])
    made.install(dump_definition(channel_sales()))
    yield made
    made.close()


@pytest.fixture
def client(server: Server) -> Client:
    definition = channel_sales()
    held = next(each.id for each in definition.roles.values() if each.name == "designer")
    server.add_person("xujing", (definition.app.id, held))
    client = server.client().sign_in("xujing")
    server.services.starters.load_by(lambda folder, app, by: load_samples(server.services, folder, app, by))
    return client


@pytest.mark.parametrize("key", NEW)
def test_an_app_from_it_works_with_sample_data_where_none_of_its_people_are_known(
    server: Server, client: Client, key: str
) -> None:
    label = _documents(key)["app.json"]["label"]

    made = client.post("/api/design/apps", json={"label": label, "starter": key})

    assert made.status_code == 201, made.text
    app = made.json()["app"]
    assert app == key
    owner = client.get("/api/session").json()["user"]["id"]
    load_samples(server.services, starter_folder(key), app, owner)
    counts = {entity: _count(client, app, entity) for entity in RECORDS[key]}
    assert counts == RECORDS[key]
    board = client.get(f"/api/apps/{app}/dashboards/overview").json()
    for report in board["reports"]:
        figures = client.post(f"/api/apps/{app}/query", json={"query": report["query"]})
        assert figures.status_code == 200, figures.text
        assert figures.json()["rows"], report["name"]
        assert not any(figures.json()["errors"].values()), report["name"]


def _count(client: Client, app: str, entity: str) -> int:
    answer = client.get(f"/api/apps/{app}/entities/{entity}/records?limit=1&count=exact")
    assert answer.status_code == 200, answer.text
    return int(answer.json()["total"])


@pytest.mark.parametrize("key", NEW)
def test_every_list_of_it_can_be_opened(server: Server, client: Client, key: str) -> None:
    label = _documents(key)["app.json"]["label"]
    client.post("/api/design/apps", json={"label": label, "starter": key})
    definition = client.get(f"/api/apps/{key}/definition").json()
    entities = {each["id"]: each["name"] for each in definition["entities"]}

    for view in definition["views"]:
        path = f"/api/apps/{key}/entities/{entities[view['entity']]}/records"
        answer = client.get(path, params={"filter": view["filter"]} if view.get("filter") else {})
        assert answer.status_code == 200, (view["name"], answer.text)
