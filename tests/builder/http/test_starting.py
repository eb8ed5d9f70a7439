"""Beginning an app in the real server: who may, what there is at once, and who may use it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.http.router import create_router
from engine.metadata.dump import dump_definition
from runtime.identity.people import find_account, roles_held
from tests.factories.app import channel_sales
from tests.factories.server import Client, Server, codes

APPS = "/api/design/apps"
BODY = {"label": {"zh": "设备台账", "en": ""}, "languages": ["zh", "en"]}


@pytest.fixture
def server(sqlite_url: str, tmp_path: Path) -> Iterator[Server]:
    made = Server(sqlite_url, tmp_path, [create_router])
    made.install(dump_definition(channel_sales()))
    yield made
    made.close()


def _person(server: Server, login: str, role: str) -> Any:
    definition = channel_sales()
    held = next(each.id for each in definition.roles.values() if each.name == role)
    return server.add_person(login, (definition.app.id, held))


def _client(server: Server, role: str) -> Client:
    _person(server, "somebody", role)
    return server.client().sign_in("somebody")


def test_a_blank_app_is_at_work_at_once_and_belongs_to_its_maker(server: Server) -> None:
    client = _client(server, "designer")

    made = client.post(APPS, json=BODY)

    assert made.status_code == 201, made.text
    assert made.json() == {"app": "设备台账", "release": 1, "imports": []}
    draft = client.get("/api/design/设备台账").json()
    assert set(draft["effect"].values()) == {"publish"}
    assert {each["name"] for each in draft["documents"].values()} == {"设备台账", "designer", "member"}
    assert [each for each in draft["issues"] if each["severity"] == "error"] == []


def test_two_apps_of_one_name_get_names_of_their_own(server: Server) -> None:
    client = _client(server, "designer")

    names = [client.post(APPS, json=BODY).json()["app"] for _ in range(2)]

    assert names == ["设备台账", "设备台账_2"]


def test_an_app_is_never_called_like_an_address(server: Server) -> None:
    client = _client(server, "administrator")

    assert client.post(APPS, json={"label": {"en": "New"}}).json()["app"] == "new_2"


def test_an_app_without_a_name_is_refused(server: Server) -> None:
    client = _client(server, "designer")

    refused = client.post(APPS, json={"label": {"zh": " "}})

    assert refused.status_code == 422
    assert codes(refused) == ["app.label.missing"]


@pytest.mark.parametrize("role", ["sales", "analyst", "dealer"])
def test_who_may_not_make_apps_is_refused(server: Server, role: str) -> None:
    assert _client(server, role).post(APPS, json=BODY).status_code == 403


def test_everybody_or_chosen_people_hold_the_role_of_members_at_once(server: Server) -> None:
    client = _client(server, "designer")
    other = _person(server, "other", "sales")
    third = _person(server, "third", "sales")

    client.post(APPS, json={**BODY, "audience": "everybody"})
    client.post(APPS, json={**BODY, "audience": [other.id]})

    assert len(_members(server, "设备台账", other.id)) == 1
    assert len(_members(server, "设备台账", third.id)) == 1
    assert len(_members(server, "设备台账_2", other.id)) == 1
    assert _members(server, "设备台账_2", third.id) == set()


def test_an_unknown_person_is_refused_and_nothing_remains(server: Server) -> None:
    client = _client(server, "designer")

    refused = client.post(APPS, json={**BODY, "audience": ["nobody-at-all"]})

    assert codes(refused) == ["identity.person.unknown"]
    assert server.services.definitions.names() == ["channel_sales"]
    assert len(_roles(server, "somebody")) == 1


def _roles(server: Server, login: str) -> frozenset[str]:
    with server.database.read() as connection:
        account = find_account(connection, login)
        return roles_held(connection, account.person.id) if account else frozenset()


def _members(server: Server, app: str, person: str) -> set[str]:
    """Return the roles of an app that a person holds."""
    release = server.services.definitions.newest(app)
    assert release is not None
    own = {document["id"] for path, document in release.documents.items() if path.startswith("roles/")}
    with server.database.read() as connection:
        return own & roles_held(connection, person)


def test_starters_are_shown_with_what_is_in_them(server: Server) -> None:
    found = _client(server, "designer").get("/api/starters").json()["items"]

    sales = next(each for each in found if each["key"] == "channel_sales")
    assert {"zh": "销售订单", "en": "Sales order"} in sales["entities"]
    assert sales["has_samples"]


def test_an_app_from_a_starter_stands_beside_the_one_it_is_like(server: Server) -> None:
    client = _client(server, "designer")
    label = {"zh": "渠道销售", "en": "Channel sales"}

    made = client.post(APPS, json={"label": label, "starter": "channel_sales"})

    assert made.status_code == 201, made.text
    app = made.json()["app"]
    assert app == "渠道销售"
    first, second = (server.services.definitions.newest(each) for each in ("channel_sales", app))
    assert first is not None
    assert second is not None
    assert not {each["id"] for each in first.documents.values()} & {
        each["id"] for each in second.documents.values()
    }
    draft = client.get(f"/api/design/{app}").json()
    assert [each for each in draft["issues"] if each["severity"] == "error"] == []
    assert client.get(f"/api/apps/{app}/entities/sales_order/records").status_code == 200


def test_roles_of_a_starter_run_no_part_of_the_installation(server: Server) -> None:
    client = _client(server, "designer")

    client.post(APPS, json={**BODY, "starter": "channel_sales"})

    assert client.get("/api/session").json()["administer"] == ["apps"]


def test_an_unknown_starter_is_refused(server: Server) -> None:
    refused = _client(server, "designer").post(APPS, json={**BODY, "starter": "none"})

    assert refused.status_code == 404
    assert codes(refused) == ["app.starter.unknown"]
