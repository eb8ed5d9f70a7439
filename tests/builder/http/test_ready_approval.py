"""The ready-made approval at work: made, published, started by a new record, decided by its approver alone."""

from pathlib import Path
from typing import Any

import pytest

from builder.http.router import create_router
from tests.factories.documents import make_inspection_app
from tests.factories.server import Client, Server

EQUIPMENT = "/api/apps/inspection/entities/equipment/records"


def role(id: str, name: str, **more: Any) -> dict[str, Any]:
    right = {"entity": "ent_m1z5b8", "read": True, "create": True, "update": True}
    return {
        "schema": "tongdao/role/1", "id": id, "name": name, "label": {"zh": name, "en": name},
        "entities": [right], **more,
    }  # fmt: skip


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Any:
    opened = Server(database_url, tmp_path, [create_router])
    documents = make_inspection_app()
    app = documents["app.json"]["id"]
    documents["roles/designer.json"] = role(
        "rol_dsgn01", "designer", design=[{"document": app, "effect": "publish"}]
    )
    documents["roles/clerk.json"] = role("rol_clerk1", "clerk")
    documents["roles/boss.json"] = role("rol_boss01", "boss")
    opened.install(documents)
    opened.add_person("chen", (app, "rol_dsgn01"))
    opened.add_person("wang", (app, "rol_clerk1"))
    opened.add_person("zhao", (app, "rol_boss01"))
    yield opened
    opened.close()


def publish_approval(designer: Client) -> None:
    draft = designer.get("/api/design/inspection").json()
    params = {
        "entity": "ent_m1z5b8", "template": "approval",
        "approvers": [{"source": "role", "role": "rol_boss01"}],
    }  # fmt: skip
    edit = {"revision": draft["revision"], "kind": "add_flow", "params": params}
    edited = designer.post("/api/design/inspection/commands", json=edit)
    assert edited.status_code == 200, edited.text
    body = {"revision": edited.json()["revision"], "note": ""}
    published = designer.post("/api/design/inspection:publish", json=body)
    assert published.status_code == 200, published.text


def test_a_new_record_is_pending_and_nobody_approves_it_by_hand(server: Server) -> None:
    publish_approval(server.client().sign_in("chen"))
    clerk = server.client().sign_in("wang")

    made = clerk.post(EQUIPMENT, json={"name": "Press"}).json()
    forced = clerk.patch(
        f"{EQUIPMENT}/{made['id']}",
        json={"审批状态": "approved"},
        headers={"If-Match": f'"{made["version"]}"'},
    )

    assert made["审批状态"] == "pending"
    assert forced.status_code in (400, 403, 422), forced.text
    assert clerk.get(f"{EQUIPMENT}/{made['id']}").json()["审批状态"] == "pending"
