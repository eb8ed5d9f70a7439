"""An expression in the making: what is wrong with it and where, and what it gives for a sample."""

from pathlib import Path
from typing import Any

import pytest

from builder.http.router import create_router
from tests.factories.definitions import make_role
from tests.factories.rules import CHANNEL, RULE, make_channel_documents, make_rule
from tests.factories.server import Client, Server

CHECK = "/api/design/inspection:check-expression"
DIRECTOR = make_role(
    "rol_dire01", "director", {"entity": CHANNEL, "read": True}, design=[{"document": RULE, "effect": "propose"}]
)  # fmt: skip
BLIND = make_role("rol_blind1", "blind", design=[{"document": RULE, "effect": "propose"}])
READER = make_role("rol_read01", "reader", {"entity": CHANNEL, "read": True})


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Any:
    opened = Server(database_url, tmp_path, [create_router])
    documents = make_channel_documents(make_rule(["share"], [([">= 25%"], ['"高"'])]))
    documents |= {"roles/director.json": DIRECTOR, "roles/reader.json": READER, "roles/blind.json": BLIND}
    opened.install(documents)
    app = documents["app.json"]["id"]
    for login, role in (("chen", "rol_dire01"), ("wang", "rol_read01"), ("luo", "rol_blind1")):
        opened.add_person(login, (app, role))
    yield opened
    opened.close()


@pytest.fixture
def director(server: Server) -> Client:
    return server.client().sign_in("chen")


def ask(client: Client, text: str, **more: Any) -> Any:
    answer = client.post(CHECK, json={"entity": CHANNEL, "text": text, **more})
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize(
    ("text", "values", "value"),
    [
        ("share * 2", {"share": "0.25"}, "0.50"),
        ('name & "!"', {"name": "天猫"}, "天猫!"),
        ("opened + 1", {"opened": "2026-02-28"}, "2026-03-01"),
        ("complexity > 3", {"complexity": 4}, True),
        ("YEAR(created_at)", {"created_at": "2026-01-01T08:00:00Z"}, 2026),
        ('kind = "shop"', {"kind": ["nested", ["deeper"]]}, None),
        ("ISBLANK(growth)", {}, True),
    ],
)
def test_the_value_for_a_sample_is_told(
    director: Client, text: str, values: dict[str, Any], value: Any
) -> None:
    answer = ask(director, text, values=values)

    assert answer["issues"] == []
    assert value is None or answer["value"] == value


def test_an_error_of_the_value_is_told_in_words(director: Client) -> None:
    answer = ask(director, "complexity / growth", values={"complexity": 1})

    assert answer["value"] is None
    assert answer["error"]["code"] == "#DIV/0!"
    assert answer["error"]["words"]["zh"]
    assert answer["error"]["words"]["en"]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("shar > 1", "expression.name.unknown", (0, 4)),
        ("share >", "expression.syntax.unfinished", (7, 7)),
        ("share + SUMM(1)", "expression.function.unknown", (8, 15)),
        ('share * "x"', "expression.text.as_number", (8, 11)),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    director: Client, text: str, code: str, place: tuple[int, int]
) -> None:
    [issue] = ask(director, text)["issues"]

    assert (issue["code"], (issue["start"], issue["end"])) == (code, place)
    assert issue["words"]["zh"]
    assert issue["words"]["en"]


def test_a_condition_must_be_true_or_false(director: Client) -> None:
    [issue] = ask(director, "opened", result="boolean")["issues"]

    assert issue["code"] == "expression.result.type"


def test_a_condition_over_candidates_knows_the_record_they_are_chosen_for(director: Client) -> None:
    right = ask(director, "share > record.share", record=CHANNEL, result="boolean")
    [wrong] = ask(director, "share > record.shar", record=CHANNEL)["issues"]

    assert right["issues"] == []
    assert wrong["code"] == "expression.name.unknown"


def test_only_designers_ask_and_only_about_what_they_see(server: Server) -> None:
    reader = server.client().sign_in("wang").post(CHECK, json={"entity": CHANNEL, "text": "share"})
    blind = server.client().sign_in("luo").post(CHECK, json={"entity": CHANNEL, "text": "share"})
    missing = server.client().sign_in("chen").post(CHECK, json={"entity": "ent_none00", "text": "share"})

    assert [reader.status_code, blind.status_code, missing.status_code] == [403, 404, 404]
