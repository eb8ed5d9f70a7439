"""An expression that an analyst writes: checked and tried in names of what they may read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.factories.definitions import CUSTOMER, ORDER, make_role, make_sales_documents
from tests.factories.server import Client, Server, codes

CHECK = "/api/apps/inspection:check-expression"
READER = make_role(
    "rol_read01",
    "reader",
    {"entity": ORDER, "read": True, "fields": {"fld_olevel": "hidden"}},
)


@pytest.fixture
def reader(sqlite_url: str, tmp_path: Path) -> Iterator[Client]:
    server = Server(sqlite_url, tmp_path)
    documents = make_sales_documents() | {"roles/reader.json": READER}
    server.install(documents)
    server.add_person("reader", (documents["app.json"]["id"], "rol_read01"))
    yield server.client().sign_in("reader")
    server.close()


def _ask(client: Client, text: str, **more: Any) -> Any:
    answer = client.post(CHECK, json={"entity": ORDER, "text": text, **more})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_it_gives_a_value_for_what_a_record_holds(reader: Client) -> None:
    tried = _ask(reader, "total * 2", values={"total": "1.25"})

    assert (tried["issues"], tried["kind"], tried["value"]) == ([], "number", "2.50")


def test_what_is_wrong_is_said_with_its_place(reader: Client) -> None:
    [issue] = _ask(reader, "total + totl")["issues"]

    assert (issue["code"], issue["start"], issue["end"]) == ("expression.name.unknown", 8, 12)
    assert issue["words"]["zh"]


@pytest.mark.parametrize("name", ["level", "customer.name"])
def test_what_may_not_be_read_is_unknown(reader: Client, name: str) -> None:
    tried = _ask(reader, name, values={name: "secret"})

    assert [each["code"] for each in tried["issues"]] == ["expression.name.unknown"]
    assert tried["value"] is None


def test_an_entity_that_may_not_be_read_is_unknown(reader: Client) -> None:
    refused = reader.post(CHECK, json={"entity": CUSTOMER, "text": "1"})

    assert refused.status_code == 404
    assert codes(refused) == ["access.entity.unknown"]
