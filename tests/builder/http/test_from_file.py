"""An app from a file of tables in the real server: proposed, corrected, made, its rows imported."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.http.router import create_router
from engine.metadata.dump import dump_definition
from runtime.http.transfer.bringing_in import BringingIn
from runtime.http.transfer.service import ImportService
from runtime.transfer.jobs import Jobs
from tests.builder.importing.books import two_tables, write_book
from tests.factories.app import channel_sales
from tests.factories.server import Client, Server, codes

SPREADSHEETS = Path(__file__).parents[2] / "conformance" / "spreadsheets"
TABLES = sorted(path for path in SPREADSHEETS.iterdir() if path.suffix in (".csv", ".xlsx", ".ods"))


def _at_once(work: Callable[[], None]) -> None:
    work()


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Iterator[Server]:
    made = Server(database_url, tmp_path / "data", [create_router])
    made.install(dump_definition(channel_sales()))
    yield made
    made.close()


@pytest.fixture
def client(server: Server) -> Client:
    definition = channel_sales()
    held = next(each.id for each in definition.roles.values() if each.name == "designer")
    server.add_person("xujing", (definition.app.id, held))
    client = server.client().sign_in("xujing")
    imports = ImportService(server.services, Jobs(_at_once))
    server.services.workbooks.import_by(BringingIn(server.services, imports, _at_once))
    return client


def _bring(client: Client, path: Path) -> Any:
    answer = client.post(f"/api/workbooks?name={path.name}", content=path.read_bytes())
    assert answer.status_code == 201, answer.text
    return client.post(f"/api/workbooks/{answer.json()['id']}:propose", json={}).json()


def _plan(proposal: Any) -> list[Any]:
    keys = ("sheet", "use", "label", "header_row", "key", "title")
    columns = ("index", "label", "use", "type", "target")
    return [
        {
            **{key: table[key] for key in keys},
            "columns": [{key: column[key] for key in columns} for column in table["columns"]],
        }
        for table in proposal["tables"]
    ]


def _make(client: Client, proposal: Any, label: str) -> Any:
    workbook = {"id": proposal["id"], "tables": _plan(proposal)}
    body = {"label": {"zh": label}, "languages": ["zh"], "workbook": workbook}
    return client.post("/api/design/apps", json=body)


def test_tables_become_linked_entities_with_their_rows(client: Client, tmp_path: Path) -> None:
    proposal = _bring(client, write_book(tmp_path / "销售.xlsx", two_tables()))

    made = _make(client, proposal, "销售")

    assert made.status_code == 201, made.text
    imports = [client.get(f"/api/imports/{each['import']}").json() for each in made.json()["imports"]]
    assert [(each["sheet"], each["state"]) for each in imports] == [("客户", "done"), ("订单", "done")]
    assert [each["report"]["failed"] for each in imports] == [0, 0]
    orders = client.get("/api/apps/销售/entities/订单/records?expand=*&sort=订单号").json()["items"]
    assert orders[0]["客户编号"]["title"] == "北京好邻居商贸"
    assert orders[0]["金额"] == "120.50"
    assert orders[0]["下单日期"] == "2026-01-05"
    board = client.get("/api/apps/销售/dashboards/overview").json()
    for report in board["reports"]:
        figures = client.post("/api/apps/销售/query", json={"query": report["query"]})
        assert figures.status_code == 200, figures.text
    draft = client.get("/api/design/销售").json()
    assert draft["issues"] == []


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_every_file_becomes_an_app_or_is_refused_with_its_reason(client: Client, path: Path) -> None:
    answer = client.post(f"/api/workbooks?name={path.name}", content=path.read_bytes())
    if answer.status_code != 201:
        assert answer.status_code == 422
        assert all(path.name in issue["message"] for issue in answer.json()["issues"])
        return
    proposal = client.post(f"/api/workbooks/{answer.json()['id']}:propose", json={}).json()

    made = _make(client, proposal, "应用")

    if made.status_code != 201:
        assert set(codes(made)) <= {"import.tables.none", "import.title.missing", "import.columns.none"}
        return
    for each in made.json()["imports"]:
        done = client.get(f"/api/imports/{each['import']}").json()
        report = done["report"]
        assert report["created"] + report["failed"] == done["rows"]


def test_a_corrected_plan_is_checked_against_the_values(client: Client, tmp_path: Path) -> None:
    proposal = _bring(client, write_book(tmp_path / "销售.xlsx", two_tables()))
    tables = _plan(proposal)
    names = next(each for each in tables[0]["columns"] if each["label"] == "客户名称")
    names["type"] = "integer"

    checked = client.post(f"/api/workbooks/{proposal['id']}:check", json={"tables": tables}).json()

    found = next(each for each in checked["misfits"] if each["index"] == names["index"])
    assert (found["sheet"], found["count"], found["row"]) == ("客户", 6, 2)
    assert "北京好邻居商贸" in found["words"]["zh"]


def test_links_in_a_circle_and_tables_without_a_name_are_refused_with_their_place(
    client: Client, tmp_path: Path
) -> None:
    proposal = _bring(client, write_book(tmp_path / "销售.xlsx", two_tables()))
    for table in proposal["tables"]:
        table["label"] = " "

    refused = _make(client, proposal, "销售")

    assert refused.status_code == 422
    issues = refused.json()["issues"]
    assert [issue["pointer"] for issue in issues] == ["/workbook/tables/0/label", "/workbook/tables/1/label"]
    customers, orders = proposal["tables"]
    customers["label"], orders["label"] = "客户", "订单"
    customers["columns"][2] |= {"type": "link", "target": "订单"}
    assert codes(_make(client, proposal, "销售")) == ["import.link.circle", "import.link.circle"]


def test_a_file_is_there_only_for_whoever_brought_it(server: Server, client: Client, tmp_path: Path) -> None:
    proposal = _bring(client, write_book(tmp_path / "销售.xlsx", two_tables()))
    definition = channel_sales()
    held = next(each.id for each in definition.roles.values() if each.name == "administrator")
    server.add_person("admin", (definition.app.id, held))
    other = server.client().sign_in("admin")

    assert other.post(f"/api/workbooks/{proposal['id']}:propose", json={}).status_code == 404


def test_who_may_not_make_apps_brings_no_files(server: Server) -> None:
    definition = channel_sales()
    held = next(each.id for each in definition.roles.values() if each.name == "sales")
    server.add_person("lina", (definition.app.id, held))

    assert (
        server.client().sign_in("lina").post("/api/workbooks?name=a.csv", content=b"a,b\n1,2").status_code
        == 403
    )
