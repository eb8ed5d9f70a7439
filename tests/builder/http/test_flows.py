"""A flow in the designer: whom its sources mean right now, and how it would run, with nothing written."""

from pathlib import Path
from typing import Any

import pytest

from builder.http.router import create_router
from tests.factories.documents import make_flow, make_inspection_app, make_label
from tests.factories.server import Client, Server

FLOW = "/api/design/inspection/flows/flw_check1"
INSPECTIONS = "/api/apps/inspection/entities/inspection/records"


def role(id: str, name: str, **more: Any) -> dict[str, Any]:
    right = {"entity": "ent_h3v6w9", "read": True, "create": True, "update": True}
    link = {"entity": "ent_m1z5b8", "read": True, "create": True}
    return {
        "schema": "tongdao/role/1", "id": id, "name": name, "label": make_label(name),
        "entities": [right, link], **more,
    }  # fmt: skip


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Any:
    opened = Server(database_url, tmp_path, [create_router])
    documents = make_inspection_app() | make_flow()
    design = [{"document": "flw_check1", "effect": "publish"}]
    documents["roles/inspector.json"] = role("rol_i3n5s7", "inspector", design=design)
    hidden = role("rol_blind1", "blind", design=design)
    hidden["entities"][0]["fields"] = {"fld_fc8m4u": "hidden"}
    documents["roles/blind.json"] = hidden
    documents["roles/reader.json"] = role("rol_read01", "reader")
    opened.install(documents)
    app = documents["app.json"]["id"]
    opened.add_person("chen", (app, "rol_i3n5s7"))
    opened.add_person("zhao", (app, "rol_blind1"))
    opened.add_person("wang", (app, "rol_read01"))
    yield opened
    opened.close()


@pytest.fixture
def designer(server: Server) -> Client:
    return server.client().sign_in("chen")


def make_inspection(client: Client, failed: int) -> str:
    equipment = client.post("/api/apps/inspection/entities/equipment/records", json={"name": "Press"}).json()
    lines = [{"item": f"{n}", "reading": "5", "maximum": "1"} for n in range(failed)]
    made = client.post(INSPECTIONS, json={"equipment": equipment["id"], "lines": lines})
    assert made.status_code == 201, made.text
    record: str = made.json()["id"]
    return record


def tried(client: Client, **body: Any) -> Any:
    answer = client.post(f"{FLOW}:try", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_sources_of_people_are_told_with_their_reasons(designer: Client) -> None:
    who = [{"source": "role", "role": "rol_i3n5s7"}, {"source": "superior"}]

    items = designer.post(f"{FLOW}:people", json={"who": who}).json()["items"]

    assert [each["name"]["en"] for each in items] == ["Mr chen"]
    assert "inspector" in items[0]["words"]["en"]


def test_nobody_is_told_as_nobody(designer: Client) -> None:
    assert designer.post(f"{FLOW}:people", json={"who": [{"source": "superior"}]}).json() == {"items": []}


def test_steps_that_would_ask_nobody_are_told(designer: Client) -> None:
    assert designer.post(f"{FLOW}:staffing", json={}).json() == {"nobody": []}

    draft = designer.get("/api/design/inspection").json()
    params = {
        "flow": "flw_check1",
        "node": "nod_boss01",
        "property": "approvers",
        "value": [{"source": "superior"}],
    }
    edit = {"revision": draft["revision"], "kind": "set_node", "params": params}
    assert designer.post("/api/design/inspection/commands", json=edit).status_code == 200

    assert designer.post(f"{FLOW}:staffing", json={}).json() == {"nobody": ["nod_boss01"]}


def test_a_flow_goes_the_way_of_the_record_and_waits_for_a_decision(designer: Client) -> None:
    record = make_inspection(designer, 4)

    answer = tried(designer, record=record)

    assert [(each["node"], each["outcome"]) for each in answer["steps"]] == [
        ("nod_many01", "brn_many01"),
        ("nod_boss01", None),
    ]
    [task] = answer["tasks"]
    assert (task["kind"], task["node"], task["person"]["name"]["en"]) == ("approval", "nod_boss01", "Mr chen")
    assert answer["fires"] is True
    assert "Would ask Mr chen" in [each["en"] for each in answer["steps"][1]["effects"]]


def test_a_decision_leads_on_and_says_what_would_be_done(designer: Client) -> None:
    record = make_inspection(designer, 4)
    before = designer.get(f"{INSPECTIONS}/{record}").json()
    [task] = tried(designer, record=record)["tasks"]

    answer = tried(designer, record=record, moves=[{"kind": "approve", "task": task["number"]}])

    assert answer["state"] == "completed"
    told = [each["en"] for step in answer["steps"] for each in step["effects"]]
    assert "Would write into inspection: status = Done" in told
    assert designer.get(f"{INSPECTIONS}/{record}").json() == before
    runs = designer.get(f"{INSPECTIONS}/{record}/flows").json()
    assert all(run["state"] == "running" for run in runs.get("items", []))


def test_a_rejection_goes_its_own_way(designer: Client) -> None:
    record = make_inspection(designer, 4)
    [task] = tried(designer, record=record)["tasks"]

    answer = tried(designer, record=record, moves=[{"kind": "reject", "task": task["number"]}])

    told = [each["en"] for step in answer["steps"] for each in step["effects"]]
    assert told[-1] == "Would tell Mr chen: “Done”"


def test_a_record_of_few_failures_goes_the_other_way(designer: Client) -> None:
    answer = tried(designer, record=make_inspection(designer, 1))

    assert (answer["state"], answer["steps"][0]["outcome"]) == ("completed", "brn_few001")


def test_without_a_record_nothing_is_known_of_it(designer: Client) -> None:
    assert tried(designer)["steps"][0]["node"] == "nod_many01"


def test_a_designer_tries_a_flow_with_what_they_may_read(server: Server, designer: Client) -> None:
    record = make_inspection(designer, 4)
    blind = server.client().sign_in("zhao")

    answer = tried(blind, record=record)

    assert answer["steps"][0]["outcome"] == "brn_few001"


def test_what_keeps_a_flow_from_running_is_said(designer: Client) -> None:
    draft = designer.get("/api/design/inspection").json()
    params = {
        "flow": "flw_check1",
        "node": "nod_many01",
        "branch": "brn_many01",
        "property": "when",
        "value": "nix > 1",
    }
    designer.post(
        "/api/design/inspection/commands",
        json={"revision": draft["revision"], "kind": "set_branch", "params": params},
    )

    answer = tried(designer)

    assert answer["steps"] == []
    assert len(answer["issues"]) == 1


def test_people_to_name_are_listed_with_their_logins_for_designers_only(
    server: Server, designer: Client
) -> None:
    items = designer.get("/api/design/inspection/people", params={"search": "wan"}).json()["items"]
    assert [(each["login"], each["name"]["en"]) for each in items] == [("wang", "Mr wang")]

    reader = server.client().sign_in("wang")
    assert reader.get("/api/design/inspection/people").status_code in (403, 404)
    assert reader.post(f"{FLOW}:try", json={}).status_code in (403, 404)
    assert reader.post(f"{FLOW}:people", json={"who": []}).status_code in (403, 404)
