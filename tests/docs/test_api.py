"""The page about the REST interface keeps its word: its examples are sent, in their order, to a server."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import pytest

from engine.metadata.dump import dump_definition
from engine.metadata.model import ConditionOperator
from runtime.http.records.parameters import KNOWN
from tests.factories.app import channel_sales
from tests.factories.server import Client, Server

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
ANY = "…"


@dataclass(frozen=True, slots=True)
class Example:
    """One request as the page shows it, and the answer it promises."""

    line: str
    headers: dict[str, str]
    body: str
    status: int
    answer: str


def read_examples() -> Iterator[Example]:
    for block in re.findall(r"```http\n(.*?)```", PAGE, re.DOTALL):
        request, status, answer = re.split(r"^(\d{3}) ", block, maxsplit=1, flags=re.MULTILINE)
        head, _, body = request.strip().partition("\n\n")
        line, *headers = head.splitlines()
        yield Example(line, dict(each.split(": ", 1) for each in headers), body, int(status), answer)


class Story:
    """A program that goes through the examples and remembers the ids it was given."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._ids: dict[str, str] = {}

    def tell(self, example: Example) -> None:
        method, path = self._filled(example.line).split(" ", 1)
        headers = {"Content-Type": "application/json", **example.headers}
        answer = self._client.request(method, path, headers=headers, content=example.body.encode())
        assert answer.status_code == example.status, (example.line, answer.text)
        said = answer.json()
        if answer.status_code == 201:
            self._ids[path.split("/")[-2]] = said["id"]
        assert is_promised(json.loads(self._filled(example.answer)), said), (example.line, answer.text)

    def _filled(self, text: str) -> str:
        for entity, id in self._ids.items():
            text = text.replace(f"{{{entity}}}", id)
        return text


def is_promised(promised: Any, said: Any) -> bool:
    """Tell whether an answer has all that the page shows; it may have more fields."""
    if promised == ANY:
        return said is not None
    if isinstance(promised, dict):
        return isinstance(said, dict) and all(
            key in said and is_promised(value, said[key]) for key, value in promised.items()
        )
    if isinstance(promised, list):
        return len(promised) == len(said) and all(map(is_promised, promised, said))
    return bool(promised == said)


@pytest.fixture
def program(sqlite_url: str, tmp_path: Path) -> Iterator[Client]:
    server = Server(sqlite_url, tmp_path)
    definition = channel_sales()
    server.install(dump_definition(definition))
    role = next(each.id for each in definition.roles.values() if each.name == "administrator")
    server.add_person("chen", (definition.app.id, role))
    token = server.client().sign_in("chen").post("/api/tokens", json={"name": "docs"}).json()["token"]
    client = server.client()
    client.headers["Authorization"] = f"Bearer {token}"
    yield client
    server.close()


def test_every_example_is_answered_as_the_page_says(program: Client) -> None:
    story, examples = Story(program), list(read_examples())

    for example in examples:
        story.tell(example)

    assert len(examples) > 10


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_every_parameter_of_lists_is_explained(name: str) -> None:
    table = PAGE.partition("## Lists")[2].partition("```")[0]

    assert f"`{name}`" in table


@pytest.mark.parametrize("operator", get_args(ConditionOperator))
def test_every_operator_is_named(operator: str) -> None:
    assert f"`{operator}`" in PAGE
