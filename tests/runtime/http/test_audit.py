"""The audit trail: who changed what in the installation, and whether the trail still holds."""

import pytest
from sqlalchemy import Connection

from tests.factories.definitions import make_role, make_sales_documents
from tests.factories.server import Client, Server, codes

APP = "app_7kq2m4"
NEW = {"login": "wang", "name": {"zh": "王伟", "en": "Wang Wei"}, "password": "nine lives of a cat"}


def tamper(connection: Connection) -> None:
    """Do what only somebody with the file in hand can do: triggers forbid it to the server."""
    triggers = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'sys_change'"
    for (name,) in connection.exec_driver_sql(triggers).all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    connection.exec_driver_sql("UPDATE sys_change SET action = 'x' WHERE app_id = 'system' AND sequence = 2")


@pytest.fixture
def auditor(server: Server) -> Client:
    role = make_role("rol_audit1", "auditor", administer=["people", "audit"])
    server.install(make_sales_documents() | {"roles/auditor.json": role})
    server.add_person("chen", (APP, "rol_audit1"))
    return server.client().sign_in("chen")


def test_the_trail_tells_who_did_what_without_values(server: Server, auditor: Client) -> None:
    server.clock.go_on(seconds=1)
    id = auditor.post("/api/people", json=NEW).json()["id"]
    server.clock.go_on(seconds=1)
    auditor.patch(f"/api/people/{id}", json={"password": "another quiet morning", "active": False})

    answer = auditor.get("/api/audit?app=system")

    told = [(e["action"], e["entity"], e["by_name"], e["fields"]) for e in answer.json()["items"]]
    assert told == [
        ("update", "sys_user", "chen先生", ["active", "password"]),
        ("create", "sys_user", "chen先生", ["login", "roles"]),
        ("sign_in", "sys_session", "chen先生", []),
    ]
    assert "wang" not in answer.text


def test_the_trail_is_read_in_pages(server: Server, auditor: Client) -> None:
    for number in range(4):
        server.clock.go_on(seconds=1)
        auditor.post("/api/people", json={**NEW, "login": f"wang{number}"})

    seen, cursor = [], None
    while True:
        page = auditor.get(
            "/api/audit", params={"app": "system", "limit": 2, **({"cursor": cursor} if cursor else {})}
        ).json()
        seen += [entry["sequence"] for entry in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break

    assert seen == [5, 4, 3, 2, 1]


def test_the_trail_is_narrowed(auditor: Client) -> None:
    auditor.post("/api/people", json=NEW)

    items = auditor.get("/api/audit?action=create").json()["items"]

    assert [entry["action"] for entry in items] == ["create"]
    assert [entry["app"] for entry in auditor.get("/api/audit?app=inspection").json()["items"]] == [
        "inspection"
    ]


def test_a_changed_entry_is_found(server: Server, auditor: Client) -> None:
    auditor.post("/api/people", json=NEW)
    assert all(each["holds"] for each in auditor.post("/api/audit:verify").json()["items"])

    server.database.write(tamper)

    chains = {each["app"]: each for each in auditor.post("/api/audit:verify").json()["items"]}
    assert (chains["system"]["holds"], bool(chains["system"]["message"])) == (False, True)
    assert chains["app_7kq2m4"]["holds"]


def test_a_cursor_nobody_gave_out_is_refused(auditor: Client) -> None:
    assert codes(auditor.get("/api/audit?cursor=x")) == ["query.cursor.unreadable"]


def test_only_auditors_read_it(server: Server, auditor: Client) -> None:
    server.add_person("li.na")

    assert codes(server.client().sign_in("li.na").get("/api/audit")) == ["access.administer.denied"]
