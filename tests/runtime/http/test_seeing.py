"""Seeing an app as somebody else: with their eyes, changing nothing, and written down."""

from pathlib import Path

import pytest

from runtime.http.features import FEATURES
from runtime.http.records.endpoints import COMPUTE
from runtime.server.app import create_app
from runtime.server.routes import collect
from tests.factories.definitions import CUSTOMER, make_role, make_sales_documents
from tests.factories.server import Client, Server, codes

APP = "app_7kq2m4"
ADMIN = make_role(
    "rol_admin1", "admin", {"entity": CUSTOMER, "read": True, "create": True, "fields": {"fld_climit": "hidden"}},
    administer=["people", "audit"],
)  # fmt: skip
SELLER = make_role(
    "rol_seller", "seller", {"entity": CUSTOMER, "read": "created_by = CURRENT_USER()", "create": True}
)
PUBLISHER = make_role("rol_publi1", "publisher", design=[{"document": APP, "effect": "publish"}])
RECORDS = "/api/apps/inspection/entities/customer/records"


class Stage:
    """A server with an administrator, a seller and a record of each."""

    def __init__(self, server: Server) -> None:
        self.server = server
        roles = {f"roles/{role['name']}.json": role for role in (ADMIN, SELLER, PUBLISHER)}
        server.install(make_sales_documents() | roles)
        server.add_person("admin", (APP, "rol_admin1"))
        self.seller = server.add_person("lina", (APP, "rol_seller"))
        server.add_person("wang", (APP, "rol_publi1"))
        self.admin = server.client().sign_in("admin")
        self.lina = server.client().sign_in("lina")
        self.admin.post(RECORDS, json={"name": "Hers not"})
        assert self.lina.post(RECORDS, json={"name": "Hers", "credit_limit": "100"}).status_code == 201

    def looking(self, client: Client | None = None) -> dict[str, str]:
        """Return the headers of who sees as the seller."""
        answer = (client or self.admin).post(
            "/api/seeing", json={"app": "inspection", "person": self.seller.id}
        )
        assert answer.status_code == 200, answer.text
        return {"X-See-As": answer.json()["token"]}


@pytest.fixture
def stage(server: Server) -> Stage:
    return Stage(server)


def names(answer: object) -> list[str]:
    return [each["name"] for each in answer.json()["items"]]  # type: ignore[attr-defined]


def test_records_are_those_of_the_person_without_what_the_administrator_may_not_read(stage: Stage) -> None:
    mine, hers = stage.admin.get(RECORDS), stage.admin.get(RECORDS, headers=stage.looking())

    assert sorted(names(mine)) == ["Hers", "Hers not"]
    assert names(hers) == ["Hers"]
    assert "credit_limit" in stage.lina.get(RECORDS).json()["items"][0]
    assert "credit_limit" not in hers.json()["items"][0]


def test_definition_and_session_are_those_of_the_person(stage: Stage) -> None:
    headers = stage.looking()
    definition = stage.admin.get("/api/apps/inspection/definition", headers=headers).json()
    session = stage.admin.get("/api/session", headers=headers).json()

    assert definition["rights"]["customer"]["export"] is False
    assert "credit_limit" not in definition["rights"]["customer"]["fields"]
    assert (session["user"]["login"], session["seen_by"]["login"]) == ("lina", "admin")
    assert session["administer"] == []
    assert stage.admin.get("/api/session").json()["seen_by"] is None


def test_nothing_can_be_changed_and_nothing_personal_is_opened(stage: Stage) -> None:
    headers = stage.looking()
    record = stage.lina.get(RECORDS).json()["items"][0]
    asked = [
        stage.admin.post(RECORDS, json={"name": "New"}, headers=headers),
        stage.admin.patch(
            f"{RECORDS}/{record['id']}", json={"name": "X"}, headers={**headers, "If-Match": '"1"'}
        ),
        stage.admin.delete(f"{RECORDS}/{record['id']}", headers={**headers, "If-Match": '"1"'}),
        stage.admin.get("/api/tasks", headers=headers),
        stage.admin.get("/api/notifications", headers=headers),
        stage.admin.get("/api/tokens", headers=headers),
        stage.admin.get("/api/people", headers=headers),
        stage.admin.patch("/api/session", json={"theme": "dark"}, headers=headers),
        stage.admin.post(
            "/api/seeing", json={"app": "inspection", "person": stage.seller.id}, headers=headers
        ),
    ]

    assert {(each.status_code, codes(each)[0]) for each in asked} == {(403, "seeing.not_here")}
    assert names(stage.lina.get(RECORDS)) == ["Hers"]


def test_only_declared_routes_are_open_and_those_that_post_only_ask(server: Server) -> None:
    routes = [each for each in collect(create_app(server.services, FEATURES).routes) if each.seeable]
    posting = {each.path for each in routes if each.methods != ("GET",) and each.methods != ("GET", "HEAD")}
    query = "/api/apps/{app}/query"

    check = "/api/apps/{app}:check-expression"
    assert posting == {query, f"{query}:drill", f"{query}:members", check, COMPUTE}
    assert {str(each.policy) for each in routes} <= {"public", "session", "record:read"}


def test_each_beginning_is_written_to_the_audit_trail(stage: Stage) -> None:
    stage.looking()

    [entry] = stage.admin.get("/api/audit?action=see_as").json()["items"]

    assert (entry["by_name"], entry["entity"], entry["record"]) == ("admin先生", "sys_user", stage.seller.id)
    assert entry["fields"] == ["app"]


def test_who_may_not_oversee_the_app_may_not_look(stage: Stage) -> None:
    answer = stage.lina.post("/api/seeing", json={"app": "inspection", "person": stage.seller.id})

    assert (answer.status_code, codes(answer)) == (403, ["seeing.denied"])


def test_who_publishes_the_whole_app_looks_and_sees_only_what_they_may_read(stage: Stage) -> None:
    wang = stage.server.client().sign_in("wang")

    headers = stage.looking(wang)

    assert wang.get("/api/session", headers=headers).json()["user"]["login"] == "lina"
    assert wang.get(RECORDS, headers=headers).status_code == 404


def test_a_pass_is_of_one_session_and_cannot_be_changed(stage: Stage) -> None:
    headers = stage.looking()
    again = stage.server.client().sign_in("admin")
    text = headers["X-See-As"]

    for forged in (text[:-2] + "AA", "x" + text, "a.b.c", "", text.replace(".", ".9", 1)):
        answer = stage.admin.get(RECORDS, headers={"X-See-As": forged})
        assert (answer.status_code, codes(answer)) == (403, ["seeing.ended"])
    assert codes(again.get(RECORDS, headers=headers)) == ["seeing.ended"]


def test_it_ends_after_an_hour_and_when_the_right_is_gone(stage: Stage) -> None:
    headers = stage.looking()
    stage.server.add_person("boss", (APP, "rol_admin1"))
    boss = stage.server.client().sign_in("boss")
    boss.delete(
        f"/api/apps/inspection/roles/rol_admin1/people/{stage.admin.get('/api/session').json()['user']['id']}"
    )
    assert codes(stage.admin.get(RECORDS, headers=headers)) == ["seeing.denied"]

    later = stage.looking(boss)
    stage.server.clock.go_on(minutes=61)
    assert codes(boss.get(RECORDS, headers=later)) == ["seeing.ended"]


def test_a_person_who_is_switched_off_is_not_seen_any_more(stage: Stage) -> None:
    headers = stage.looking()
    stage.admin.patch(f"/api/people/{stage.seller.id}", json={"active": False})

    assert codes(stage.admin.get(RECORDS, headers=headers)) == ["seeing.ended"]
    answer = stage.admin.post("/api/seeing", json={"app": "inspection", "person": stage.seller.id})
    assert codes(answer) == ["identity.person.unknown"]


def test_tokens_do_not_look(stage: Stage) -> None:
    headers = stage.looking()
    made = stage.lina.post("/api/tokens", json={"name": "t", "scopes": ["read"]})
    assert made.status_code == 201, made.text
    program = stage.server.client()
    program.headers["Authorization"] = f"Bearer {made.json()['token']}"

    assert codes(program.get(RECORDS, headers=headers)) == ["seeing.by_token"]
    assert codes(program.post("/api/seeing", json={"app": "inspection", "person": stage.seller.id})) == [
        "seeing.by_token"
    ]


def test_the_rule_of_who_looks_holds_on_both_databases(database_url: str, tmp_path: Path) -> None:
    own = {"entity": CUSTOMER, "read": 'OR(created_by = CURRENT_USER(), HAS_ROLE("boss"))', "create": True}
    looker = make_role("rol_look01", "looker", own, administer=["people"], explore=True)
    boss = make_role("rol_boss01", "boss", {"entity": CUSTOMER, "read": True, "create": True}, explore=True)
    server = Server(database_url, tmp_path)
    try:
        server.install(make_sales_documents() | {"roles/looker.json": looker, "roles/boss.json": boss})
        server.add_person("looker", (APP, "rol_look01"))
        seen = server.add_person("boss", (APP, "rol_boss01"))
        eyes, chief = server.client().sign_in("looker"), server.client().sign_in("boss")
        for client, name in ((eyes, "Own"), (chief, "Other")):
            assert client.post(RECORDS, json={"name": name}).status_code == 201
        token = eyes.post("/api/seeing", json={"app": "inspection", "person": seen.id}).json()["token"]
        headers = {"X-See-As": token}

        assert sorted(names(chief.get(RECORDS))) == ["Other", "Own"]
        assert names(eyes.get(RECORDS, headers=headers)) == ["Own"]
        query = {"measures": [{"id": "n", "home": CUSTOMER, "aggregate": "count"}]}
        asked = {"path": "/api/apps/inspection/query", "json": {"query": query}}
        assert chief.post(**asked).json()["rows"] == [{"n": 2}]
        assert eyes.post(**asked, headers=headers).json()["rows"] == [{"n": 1}]
        assert names(eyes.get(RECORDS, headers=headers, params={"search": "Other"})) == []
        assert names(chief.get(RECORDS)) != names(eyes.get(RECORDS, headers=headers))
    finally:
        server.close()
