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
    assert made.json() == {"app": "设备台账", "release": 1}
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
