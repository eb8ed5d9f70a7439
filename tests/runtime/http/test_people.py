"""Administering people: who is there, what they may, and that somebody stays in charge."""

import pytest

from tests.factories.definitions import CUSTOMER, make_role, make_sales_documents
from tests.factories.documents import make_entity, make_field
from tests.factories.server import PASSWORD, Client, Server, codes

APP = "app_7kq2m4"
IN_CHARGE = make_role("rol_boss01", "boss", administer=["people", "tokens"])
READS_CUSTOMERS = make_role("rol_read01", "reader", {"entity": CUSTOMER, "read": True})
NEW = {"login": "wang", "name": {"zh": "王伟", "en": "Wang Wei"}, "password": "nine lives of a cat"}


@pytest.fixture
def boss(server: Server) -> Client:
    roles = {f"roles/{role['name']}.json": role for role in (IN_CHARGE, READS_CUSTOMERS)}
    server.install(make_sales_documents() | roles)
    server.add_person("boss", (APP, "rol_boss01"))
    return server.client().sign_in("boss")


def test_who_does_not_administer_people_is_refused(server: Server, boss: Client) -> None:
    server.add_person("li.na")

    answer = server.client().sign_in("li.na").get("/api/people")

    assert answer.status_code == 403
    assert codes(answer) == ["access.administer.denied"]


def test_a_person_is_added_and_signs_in(server: Server, boss: Client) -> None:
    answer = boss.post("/api/people", json={**NEW, "roles": ["rol_read01"]})

    assert answer.status_code == 201
    assert answer.json()["roles"] == ["rol_read01"]
    assert server.client().sign_in("wang", NEW["password"]).get("/api/session").json()["roles"] == ["reader"]


@pytest.mark.parametrize(
    ("changes", "code", "pointer"),
    [
        ({"password": "short"}, "identity.password.short", "/password"),
        ({"password": "Sunshine"}, "identity.password.common", "/password"),
        ({"password": "x" * 300}, "identity.password.long", "/password"),
        ({"password": "fourteen chars", "roles": ["rol_boss01"]}, "identity.password.short", "/password"),
        ({"roles": ["rol_nobody"]}, "identity.role.unknown", "/roles/0"),
        ({"name": {"zh": "王"}}, "request.value.missing", "/name/en"),
        ({"age": 3}, "request.value.unknown", "/age"),
    ],
)
def test_what_is_wrong_is_named(boss: Client, changes: dict[str, object], code: str, pointer: str) -> None:
    answer = boss.post("/api/people", json={**NEW, **changes})

    assert answer.status_code == 422
    assert [(issue["code"], issue["pointer"]) for issue in answer.json()["issues"]] == [(code, pointer)]


def test_a_login_is_taken_in_any_case(boss: Client) -> None:
    boss.post("/api/people", json=NEW)

    answer = boss.post("/api/people", json={**NEW, "login": "WANG"})

    assert answer.status_code == 409
    assert codes(answer) == ["identity.login.taken"]


def test_who_is_switched_off_is_out_at_once(server: Server, boss: Client) -> None:
    id = boss.post("/api/people", json=NEW).json()["id"]
    wang = server.client().sign_in("wang", NEW["password"])

    assert boss.patch(f"/api/people/{id}", json={"active": False}).json()["active"] is False

    assert wang.get("/api/apps").status_code == 401


def test_the_last_one_in_charge_cannot_give_it_up(boss: Client) -> None:
    me = boss.get("/api/session").json()["user"]["id"]

    for changes in ({"roles": []}, {"active": False}):
        answer = boss.patch(f"/api/people/{me}", json=changes)
        assert answer.status_code == 409
        assert codes(answer) == ["identity.person.last_in_charge"]


def test_roles_are_listed_with_their_app(boss: Client) -> None:
    roles = boss.get("/api/roles").json()["items"]

    assert [(role["app"], role["name"], role["administer"]) for role in roles] == [
        ("inspection", "boss", ["people", "tokens"]),
        ("inspection", "reader", []),
    ]


def test_people_are_found_only_by_who_sees_a_person_field(server: Server, boss: Client) -> None:
    fields = [make_field("fld_cname1", "name"), make_field("fld_owner1", "owner", "person")]
    with_owner = make_entity(CUSTOMER, "customer", fields, title="fld_cname1")
    blind = make_role(
        "rol_blind1", "blind", {"entity": CUSTOMER, "read": True, "fields": {"fld_owner1": "hidden"}}
    )
    documents = make_sales_documents()
    for path in ("entities/order.json", "options/state.json", "options/level.json"):
        del documents[path]
    documents |= {"entities/customer.json": with_owner, "roles/blind.json": blind}
    documents |= {"roles/reader.json": READS_CUSTOMERS, "roles/boss.json": IN_CHARGE}
    server.install(documents)
    server.add_person("reader", (APP, "rol_read01"))
    server.add_person("blind", (APP, "rol_blind1"))

    path = "/api/apps/inspection/people?search=BLI"

    found = server.client().sign_in("reader").get(path).json()["items"]
    assert [person["title"] for person in found] == ["blind先生"]
    assert server.client().sign_in("blind").get(path).json()["items"] == []

    gone = server.add_person("gone").id
    assert boss.patch(f"/api/people/{gone}", json={"active": False}).status_code == 200
    named = f"/api/apps/inspection/people?ids={gone},nobody,0192f7c4-8a3e-7cc1-9d2e-000000000001"
    assert server.client().sign_in("reader").get(named).json()["items"] == [{"id": gone, "title": "gone先生"}]
    assert server.client().sign_in("blind").get(named).json()["items"] == []


def test_a_token_is_shown_once_and_works_without_cookie_and_csrf(server: Server, boss: Client) -> None:
    made = boss.post("/api/tokens", json={"name": "sync", "scopes": ["read"]}).json()
    program = server.client()
    program.headers["Authorization"] = f"Bearer {made['token']}"

    assert made["token"].startswith("tongdao_")
    assert program.get("/api/session").json()["user"]["login"] == "boss"
    assert "token" not in boss.get("/api/tokens").json()["items"][0]


def test_a_token_administers_nothing_and_makes_no_tokens(server: Server, boss: Client) -> None:
    made = boss.post("/api/tokens", json={"name": "sync"}).json()
    program = server.client()
    program.headers["Authorization"] = f"Bearer {made['token']}"

    assert codes(program.get("/api/people")) == ["access.administer.denied"]
    assert codes(program.post("/api/tokens", json={"name": "more"})) == ["identity.token.not_by_token"]


def test_a_revoked_token_is_dead_at_once(server: Server, boss: Client) -> None:
    made = boss.post("/api/tokens", json={"name": "sync"}).json()
    program = server.client()
    program.headers["Authorization"] = f"Bearer {made['token']}"
    assert program.get("/api/apps").status_code == 200

    assert boss.delete(f"/api/tokens/{made['id']}").status_code == 204

    assert program.get("/api/apps").status_code == 401


def test_a_token_ends_with_its_day(server: Server, boss: Client) -> None:
    made = boss.post("/api/tokens", json={"name": "sync", "days": 1}).json()
    program = server.client()
    program.headers["Authorization"] = f"Bearer {made['token']}"

    server.clock.go_on(hours=25)

    assert program.get("/api/apps").status_code == 401


def test_one_ends_only_ones_own_tokens(server: Server, boss: Client) -> None:
    server.add_person("li.na")
    made = boss.post("/api/tokens", json={"name": "sync"}).json()
    li_na = server.client().sign_in("li.na")

    assert li_na.get("/api/tokens").json()["items"] == []
    assert li_na.delete(f"/api/tokens/{made['id']}").status_code == 404


def test_a_scope_must_be_one(boss: Client) -> None:
    answer = boss.post("/api/tokens", json={"name": "sync", "scopes": ["read", "everything"]})

    assert [(issue["code"], issue["pointer"]) for issue in answer.json()["issues"]] == [
        ("identity.scope.unknown", "/scopes/1")
    ]


def test_a_stored_token_and_session_cannot_be_used(server: Server, boss: Client) -> None:
    made = boss.post("/api/tokens", json={"name": "sync"}).json()
    with server.database.read() as connection:
        dump = [
            str(row)
            for table in ("sys_token", "sys_session", "sys_user")
            for row in connection.exec_driver_sql(f"SELECT * FROM {table}")
        ]

    for secret in (made["token"], boss.cookies["sid"], PASSWORD):
        assert not any(secret in row for row in dump)
