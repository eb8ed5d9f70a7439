"""Who has a role: given and taken one by one by those who may, and always written down."""

import pytest

from engine.kernel.errors import Conflict
from tests.factories.definitions import CUSTOMER, make_role, make_sales_documents
from tests.factories.server import Client, Server, codes

APP = "app_7kq2m4"
BOSS = make_role("rol_boss01", "boss", administer=["people", "audit"])
PUBLISHER = make_role("rol_publi1", "publisher", design=[{"document": APP, "effect": "publish"}])
READER = make_role("rol_read01", "reader", {"entity": CUSTOMER, "read": True})
HOME = "/api/apps/inspection"


class Stage:
    """A server with somebody who runs people, somebody who publishes the app, and somebody else."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.documents = make_sales_documents() | {
            f"roles/{role['name']}.json": role for role in (BOSS, PUBLISHER, READER)
        }
        server.install(self.documents)
        server.add_person("boss", (APP, "rol_boss01"))
        server.add_person("publisher", (APP, "rol_publi1"))
        self.lina = server.add_person("li.na")

    def client(self, login: str) -> Client:
        return self.server.client().sign_in(login)

    def path(self, role: str, person: str | None = None) -> str:
        return f"{HOME}/roles/{role}/people/{person or self.lina.id}"


@pytest.fixture
def stage(server: Server) -> Stage:
    return Stage(server)


def logins(answer: object) -> list[str]:
    return [each["login"] for each in answer.json()["items"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize("login", ["boss", "publisher"])
def test_a_role_is_given_and_taken_and_holds_at_once(stage: Stage, login: str) -> None:
    giver, lina = stage.client(login), stage.client("li.na")
    records = f"{HOME}/entities/customer/records"
    assert lina.get(records).status_code == 404

    given = giver.request("PUT", stage.path("rol_read01"))
    assert (logins(given), given.json()["may_change"]) == (["li.na"], True)
    assert lina.get(records).status_code == 200
    assert logins(giver.get(f"{HOME}/roles/rol_read01/people")) == ["li.na"]

    assert logins(giver.delete(stage.path("rol_read01"))) == []
    assert lina.get(records).status_code == 404


def test_giving_twice_is_one_entry_of_the_trail(stage: Stage) -> None:
    boss = stage.client("boss")
    boss.request("PUT", stage.path("rol_read01"))
    boss.request("PUT", stage.path("rol_read01"))

    entries = boss.get("/api/audit?entity=sys_user&action=update").json()["items"]

    assert [(each["record"], each["fields"]) for each in entries] == [(stage.lina.id, ["roles"])]


def test_who_publishes_an_app_makes_nobody_an_administrator(stage: Stage) -> None:
    publisher = stage.client("publisher")

    assert publisher.get(f"{HOME}/roles/rol_boss01/people").json()["may_change"] is False
    answer = publisher.request("PUT", stage.path("rol_boss01"))
    assert (answer.status_code, codes(answer)) == (403, ["identity.role.not_yours"])
    assert codes(publisher.delete(stage.path("rol_boss01"))) == ["identity.role.not_yours"]


def test_others_do_not_even_see_who_has_a_role(stage: Stage) -> None:
    lina = stage.client("li.na")

    for path in (
        f"{HOME}/roles/rol_read01/people",
        f"{HOME}/staff",
        f"{HOME}/explain?person=x&entity=customer",
    ):
        assert codes(lina.get(path)) == ["access.oversee.denied"]
    assert codes(lina.request("PUT", stage.path("rol_boss01"))) == ["access.oversee.denied"]


def test_the_last_one_in_charge_keeps_the_role(stage: Stage) -> None:
    boss = stage.client("boss")
    me = boss.get("/api/session").json()["user"]["id"]

    assert codes(boss.delete(stage.path("rol_boss01", me))) == ["identity.person.last_in_charge"]


def test_what_does_not_exist_is_unknown(stage: Stage) -> None:
    boss = stage.client("boss")

    assert codes(boss.get(f"{HOME}/roles/rol_none01/people")) == ["identity.role.unknown"]
    assert codes(boss.request("PUT", stage.path("rol_read01", "nobody"))) == ["identity.person.unknown"]


def test_people_are_found_by_name_or_login_with_their_roles(stage: Stage) -> None:
    boss = stage.client("boss")
    boss.request("PUT", stage.path("rol_read01"))

    found = boss.get(f"{HOME}/staff?search=LI.N").json()["items"]

    assert [(each["login"], each["roles"]) for each in found] == [("li.na", ["rol_read01"])]
    assert logins(boss.get(f"{HOME}/staff")) == ["boss", "li.na", "publisher"]


def test_a_removed_role_is_nobodys_until_it_is_back(stage: Stage) -> None:
    boss = stage.client("boss")
    boss.request("PUT", stage.path("rol_read01"))
    stage.server.install(
        {path: each for path, each in stage.documents.items() if path != "roles/reader.json"}
    )

    def roles() -> list[str]:
        return next(each for each in boss.get("/api/people").json()["items"] if each["login"] == "li.na")[
            "roles"
        ]

    assert roles() == []
    changed = boss.patch(f"/api/people/{stage.lina.id}", json={"language": "en"})
    assert (changed.status_code, changed.json()["roles"]) == (200, [])
    stage.server.install(stage.documents)
    assert roles() == ["rol_read01"]


def test_no_release_leaves_nobody_in_charge_of_people(stage: Stage) -> None:
    without = {path: each for path, each in stage.documents.items() if path != "roles/boss.json"}

    with pytest.raises(Conflict) as refused:
        stage.server.install(without)
    assert [each.code for each in refused.value.issues] == ["identity.person.last_in_charge"]

    second = make_role("rol_boss02", "second", administer=["people"])
    stage.server.install(stage.documents | {"roles/second.json": second})
    stage.client("boss").request("PUT", stage.path("rol_boss02"))
    stage.server.install(without | {"roles/second.json": second})
