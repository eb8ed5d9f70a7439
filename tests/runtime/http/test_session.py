"""Signing in, staying signed in, and being signed out."""

from pathlib import Path

import pytest

from runtime.identity.people import change_person, set_roles
from tests.factories.definitions import make_role, make_sales_documents
from tests.factories.server import PASSWORD, Client, Server, codes

APP = "app_7kq2m4"


def is_signed_out(client: Client) -> bool:
    return client.get("/api/session").json()["user"] is None


def test_a_person_signs_in_and_is_known(server: Server) -> None:
    server.add_person("Li.Na")
    client = server.client().sign_in("li.na")

    answer = client.get("/api/session").json()

    assert answer["user"]["login"] == "Li.Na"
    assert answer["user"]["name"] == "Li.Na先生"
    assert answer["administer"] == []


@pytest.mark.parametrize(("login", "password"), [("li.na", "wrong password"), ("nobody", PASSWORD)])
def test_a_wrong_login_and_a_wrong_password_look_the_same(server: Server, login: str, password: str) -> None:
    server.add_person("li.na")

    answer = server.client().post("/api/session", json={"login": login, "password": password})

    assert answer.status_code == 401
    assert codes(answer) == ["session.login.wrong"]


def test_a_password_longer_than_we_hash_is_just_wrong(server: Server) -> None:
    server.add_person("li.na")

    answer = server.client().post("/api/session", json={"login": "li.na", "password": PASSWORD + "x" * 300})

    assert codes(answer) == ["session.login.wrong"]


def test_who_left_cannot_sign_in(server: Server) -> None:
    person = server.add_person("li.na")
    server.database.write(
        lambda connection: change_person(connection, person.id, {"active": False}, server.clock.now(), None)
    )

    answer = server.client().post("/api/session", json={"login": "li.na", "password": PASSWORD})

    assert codes(answer) == ["session.login.wrong"]


def test_nobody_is_signed_in_without_a_session(server: Server) -> None:
    answer = server.client().get("/api/session")

    assert answer.status_code == 200
    assert answer.json() == {"user": None, "demo": False}


def test_a_demo_says_so_before_anybody_is_signed_in(sqlite_url: str, tmp_path: Path) -> None:
    server = Server(sqlite_url, tmp_path, demo=True)

    assert server.client().get("/api/session").json() == {"user": None, "demo": True}
    server.close()


def test_the_cookie_is_out_of_reach_of_scripts(server: Server) -> None:
    server.add_person("li.na")

    answer = server.client().post("/api/session", json={"login": "li.na", "password": PASSWORD})

    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("sid=")
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    assert answer.json()["warning"] == "session.transport.plain"


def test_over_https_the_cookie_is_bound_to_the_host(sqlite_url: str, tmp_path: Path) -> None:
    server = Server(sqlite_url, tmp_path, base_url="https://127.0.0.1")
    server.add_person("li.na")

    answer = server.client().post("/api/session", json={"login": "li.na", "password": PASSWORD})

    assert answer.headers["set-cookie"].startswith("__Host-sid=")
    assert "Secure" in answer.headers["set-cookie"].split("; ")
    assert answer.headers["strict-transport-security"].startswith("max-age=")
    assert answer.json()["warning"] is None
    server.close()


def test_signing_in_again_ends_the_session_before(server: Server) -> None:
    server.add_person("li.na")
    client = server.client().sign_in("li.na")
    before = client.cookies["sid"]

    client.sign_in("li.na")

    assert client.cookies["sid"] != before
    stranger = server.client()
    stranger.cookies["sid"] = before
    assert is_signed_out(stranger)


def test_signing_out_ends_the_session_on_the_server(server: Server) -> None:
    server.add_person("li.na")
    client = server.client().sign_in("li.na")
    kept = client.cookies["sid"]

    assert client.delete("/api/session").status_code == 204

    client.cookies["sid"] = kept
    assert is_signed_out(client)


def test_a_session_ends_after_twelve_idle_hours(server: Server) -> None:
    server.add_person("li.na")
    client = server.client().sign_in("li.na")

    server.clock.go_on(hours=11)
    assert not is_signed_out(client)
    server.clock.go_on(hours=11)
    assert not is_signed_out(client)
    server.clock.go_on(hours=13)
    assert is_signed_out(client)


def test_a_session_ends_after_seven_days_however_busy(server: Server) -> None:
    server.add_person("li.na")
    client = server.client().sign_in("li.na")

    for _ in range(20):
        server.clock.go_on(hours=8)
        assert not is_signed_out(client)
    server.clock.go_on(hours=9)
    assert is_signed_out(client)


def test_another_password_ends_every_session(server: Server) -> None:
    person = server.add_person("li.na")
    client = server.client().sign_in("li.na")

    server.database.write(
        lambda connection: change_person(
            connection, person.id, {"password_hash": "x"}, server.clock.now(), None
        )
    )
    server.clock.go_on(seconds=1)

    assert is_signed_out(client)


def test_a_role_taken_away_is_gone_within_a_second(server: Server) -> None:
    boss = make_role("rol_boss01", "boss", administer=["people"])
    server.install(make_sales_documents() | {"roles/boss.json": boss})
    person = server.add_person("li.na", (APP, "rol_boss01"))
    client = server.client().sign_in("li.na")
    assert client.get("/api/session").json()["administer"] == ["people"]

    server.database.write(lambda connection: set_roles(connection, person.id, [], server.clock.now(), None))
    server.clock.go_on(seconds=1)

    assert client.get("/api/session").json()["administer"] == []


def test_preferences_are_kept(server: Server) -> None:
    server.add_person("li.na")
    client = server.client().sign_in("li.na")

    answer = client.patch("/api/session", json={"language": "en", "theme": "dark"})

    assert answer.json()["user"] | {"id": ""} == {
        "id": "", "login": "li.na", "name": "Mr li.na", "language": "en", "theme": "dark"
    }  # fmt: skip
    assert client.get("/api/session").json() == answer.json()


def test_an_eleventh_try_in_ten_minutes_waits(server: Server) -> None:
    server.add_person("li.na")
    client = server.client()
    for _ in range(10):
        client.post("/api/session", json={"login": "li.na", "password": "wrong"})

    answer = client.post("/api/session", json={"login": "LI.NA", "password": PASSWORD})

    assert answer.status_code == 429
    assert codes(answer) == ["session.tries.exhausted"]
    assert 0 < int(answer.headers["retry-after"]) <= 61
    server.clock.go_on(seconds=61)
    assert client.post("/api/session", json={"login": "li.na", "password": PASSWORD}).status_code == 200


def test_demo_routes_do_not_exist_without_the_demo(server: Server) -> None:
    server.add_person("li.na")

    assert server.client().get("/api/demo/people").status_code == 404
    assert server.client().post("/api/demo/session", json={"login": "li.na"}).status_code == 404


def test_the_demo_lets_its_people_in_with_one_click(sqlite_url: str, tmp_path: Path) -> None:
    server = Server(sqlite_url, tmp_path, demo=True)
    server.install(make_sales_documents() | {"roles/boss.json": make_role("rol_boss01", "boss")})
    server.add_person("li.na", (APP, "rol_boss01"))
    client = server.client()

    people = client.get("/api/demo/people").json()["items"]
    answer = client.post("/api/demo/session", json={"login": people[0]["login"]})

    assert people == [
        {
            "login": "li.na",
            "name": {"zh": "li.na先生", "en": "Mr li.na"},
            "roles": [{"zh": "boss", "en": "boss"}],
        }
    ]
    assert answer.json()["roles"] == ["boss"]
    assert not is_signed_out(client)
    server.close()
