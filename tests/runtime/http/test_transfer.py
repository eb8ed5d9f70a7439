"""Import and export over HTTP: what the wizard and the list rely on."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from runtime.http.features import FEATURES
from runtime.http.transfer import endpoints as transfer
from runtime.server.app import create_app
from tests.examples.seeding import documents
from tests.factories.app import channel_sales
from tests.factories.server import Client, Server, codes

BASE = "/api/apps/channel_sales/entities"
PRODUCTS = "SKU,产品名称,大类,标准售价,标准成本\n"
GOOD = PRODUCTS + "AA-1,订书机,办公用品,20,10\nAA-2,白板笔,办公用品,3.50,1\n"
THREE_BAD = GOOD + "AA-3,座椅,家俱,300,100\nAA-4,台灯,家具,很便宜,10\nAA-5,,技术,9,5\n"


def at_once(work: Any) -> None:
    work()


def in_line(services: Any) -> Any:
    return transfer.create_router(services, at_once)


@pytest.fixture
def clients(server: Server) -> Iterator[dict[str, Client]]:
    """The app with a client for each of some people; imports are done within the request."""
    server.install(documents())
    definition = channel_sales()
    roles = {role.name: (definition.app.id, role.id) for role in definition.roles.values()}
    features = [in_line, *(each for each in FEATURES if each is not transfer.create_router)]
    made = {}
    for login in ("administrator", "sales", "purchasing", "analyst", "dealer"):
        server.add_person(login, roles[login])
        app = create_app(server.services, features, server.settings.data / "web")
        made[login] = Client(app).sign_in(login)
    yield made
    for client in made.values():
        client.close()


@pytest.fixture
def client(clients: dict[str, Client]) -> Client:
    return clients["administrator"]


def upload(client: Client, entity: str, content: str | bytes, name: str = "表.csv") -> Any:
    body = content.encode() if isinstance(content, str) else content
    return client.post(f"{BASE}/{entity}/imports", params={"name": name}, content=body)


def begun(client: Client, entity: str, content: str | bytes, name: str = "表.csv") -> dict[str, Any]:
    answer = upload(client, entity, content, name)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def step(client: Client, id: str, name: str, **body: Any) -> dict[str, Any]:
    answer = client.post(f"/api/imports/{id}:{name}", json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def listed(client: Client, entity: str, **query: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = client.get(f"{BASE}/{entity}/records", params=query).json()["items"]
    return items


def test_a_file_is_proposed_with_its_columns_and_targets(client: Client) -> None:
    found = begun(client, "product", GOOD)

    assert (found["state"], found["rows"], found["encoding"], found["header_row"]) == (
        "proposed",
        2,
        "UTF-8",
        1,
    )
    assert found["columns"][1] == {"column": "产品名称", "samples": ["订书机", "白板笔"], "type": "text"}
    assert found["mapping"]["mode"] == "upsert"
    assert found["mapping"]["key"] == ["sku"]
    assert found["preview"][1][:2] == ["AA-1", "订书机"]
    target = next(each for each in found["targets"] if each["field"] == "category")
    assert (target["label"], target["required"]) == ({"zh": "大类", "en": "Category"}, False)


def test_checking_stores_nothing_and_names_each_bad_cell(client: Client) -> None:
    found = begun(client, "product", THREE_BAD)

    checked = step(client, found["id"], "check")

    report = checked["report"]
    assert checked["state"] == "checked"
    assert (report["created"], report["updated"], report["failed"]) == (2, 0, 3)
    assert [(each["row"], each["column"]) for each in report["rows"]] == [
        (4, "大类"),
        (5, "标准售价"),
        (6, "产品名称"),
    ]
    assert report["rows"][0]["issues"][0]["code"] == "field.choice.unknown"
    assert "家俱" in report["rows"][0]["issues"][0]["message"]
    assert listed(client, "product") == []


def test_good_records_are_kept_where_that_was_chosen(client: Client) -> None:
    found = begun(client, "product", THREE_BAD)
    step(client, found["id"], "check")

    done = step(client, found["id"], "run", partial=True)

    assert (done["state"], done["report"]["created"], done["report"]["failed"]) == ("done", 2, 3)
    assert {each["sku"] for each in listed(client, "product")} == {"AA-1", "AA-2"}


def test_nothing_is_kept_otherwise(client: Client) -> None:
    found = begun(client, "product", THREE_BAD)
    step(client, found["id"], "check")

    failed = step(client, found["id"], "run", partial=False)

    assert (failed["state"], failed["report"]["created"], failed["report"]["failed"]) == ("failed", 0, 3)
    assert listed(client, "product") == []


def test_importing_again_updates_by_key_and_history_says_import(client: Client) -> None:
    for content in (GOOD, GOOD.replace("20,10", "25,10")):
        found = begun(client, "product", content)
        step(client, found["id"], "check")
        done = step(client, found["id"], "run", partial=False)

    record = listed(client, "product", filter='sku = "AA-1"')[0]
    history = client.get(f"{BASE}/product/records/{record['id']}/history").json()["items"]

    assert (done["report"]["created"], done["report"]["updated"]) == (0, 2)
    assert (record["list_price"], record["version"]) == ("25.00", 2)
    assert {each["source"] for each in history} == {"import"}


def test_orders_with_lines_come_in_by_their_number_with_links_found(client: Client) -> None:
    for entity, content in (
        ("channel", "渠道编码,渠道名称,渠道类型\nC1,天猫旗舰店,第三方电商平台\n"),
        ("customer", "客户名称\n张三\n"),
        ("product", GOOD),
    ):
        found = begun(client, entity, content)
        step(client, found["id"], "check")
        assert step(client, found["id"], "run")["report"]["failed"] == 0
    head = "来源单号,下单日期,渠道,客户,SKU,数量,单价\n"
    rows = "T1,2026-11-02,天猫旗舰店,张三,AA-1,2,20\nT1,,,,AA-2,10,3.5\nT2,2026-11-03,天猫旗舰店,李四,AA-1,1,20\n"
    found = begun(client, "sales_order", head + rows)

    checked = step(client, found["id"], "check")
    done = step(client, found["id"], "run", partial=True)

    assert [(each["row"], each["column"]) for each in checked["report"]["rows"]] == [(4, "客户")]
    assert (done["report"]["created"], done["report"]["failed"]) == (1, 1)
    (order,) = listed(client, "sales_order", fields="source_no,total,quantity,sales_person")
    assert (order["source_no"], order["total"], order["quantity"]) == ("T1", "75.00", 12)


def test_a_missing_link_that_cannot_be_created_says_why(client: Client) -> None:
    found = begun(client, "customer", "客户名称,来源渠道\n甲公司,抖音小店\n乙公司,抖音小店\n")
    mapping = found["mapping"]
    mapping["columns"][1] |= {"create_missing": True}
    client.patch(f"/api/imports/{found['id']}", json={"mapping": mapping})

    checked = step(client, found["id"], "check")

    first = checked["report"]["rows"][0]
    assert checked["report"]["failed"] == 2
    assert (first["row"], first["column"], first["issues"][0]["code"]) == (2, "来源渠道", "value.required")


def test_a_missing_link_is_created_once(client: Client) -> None:
    found = begun(
        client,
        "lead",
        "公司或姓名,电话,来源,转为客户\n甲,13800000001,展会,丙公司\n乙,13800000002,展会,丙公司\n",
    )
    mapping = found["mapping"]
    for column in mapping["columns"]:
        column["create_missing"] = column["field"] == "customer"
    client.patch(f"/api/imports/{found['id']}", json={"mapping": mapping})

    checked = step(client, found["id"], "check")
    nobody = listed(client, "customer")
    done = step(client, found["id"], "run")

    assert (checked["report"]["created"], nobody) == (2, [])
    assert done["report"]["created"] == 2
    assert [each["name"] for each in listed(client, "customer")] == ["丙公司"]


def test_a_mapping_with_faults_is_kept_and_its_faults_are_told(client: Client) -> None:
    found = begun(client, "product", GOOD)
    mapping = {"mode": "upsert", "key": [], "columns": [{"column": "SKU", "field": "nothing"}]}

    changed = client.patch(f"/api/imports/{found['id']}", json={"mapping": mapping}).json()
    refused = client.post(f"/api/imports/{found['id']}:check", json={})

    assert [each["code"] for each in changed["issues"]] == [
        "transfer.mapping.field_unknown",
        "transfer.mapping.key_missing",
    ]
    assert refused.status_code == 422


def test_another_header_row_is_proposed_anew(client: Client) -> None:
    found = begun(client, "product", "本周新品,,\n" + "SKU,产品名称,标准售价\nAA-9,夹子,2\n")

    changed = client.patch(f"/api/imports/{found['id']}", json={"header_row": 1}).json()

    assert found["header_row"] == 2
    assert (changed["header_row"], changed["rows"]) == (1, 2)
    assert client.patch(f"/api/imports/{found['id']}", json={"header_row": 9}).status_code == 422


def test_a_file_that_cannot_be_read_is_refused_with_its_cause(client: Client) -> None:
    answer = upload(client, "product", b"PK\x03\x04 not a workbook", "坏.xlsx")

    assert answer.status_code == 422
    assert codes(answer) == ["transfer.archive.broken"]
    assert "坏.xlsx" in answer.json()["issues"][0]["message"]


def test_importing_needs_the_right_and_others_imports_are_absent(clients: dict[str, Client]) -> None:
    found = begun(clients["administrator"], "product", GOOD)

    assert upload(clients["analyst"], "product", GOOD).status_code == 403
    assert clients["purchasing"].get(f"/api/imports/{found['id']}").status_code == 404
    assert codes(clients["purchasing"].get("/api/imports/nothing")) == ["transfer.import.unknown"]


def test_running_before_checking_is_refused(client: Client) -> None:
    found = begun(client, "product", GOOD)

    assert codes(client.post(f"/api/imports/{found['id']}:run", json={})) == ["transfer.import.not_checked"]


def test_the_report_holds_the_bad_rows_as_they_were(client: Client) -> None:
    found = begun(client, "product", THREE_BAD)
    step(client, found["id"], "check")

    answer = client.get(f"/api/imports/{found['id']}/report", params={"format": "xlsx"})

    rows = [list(row) for row in openpyxl.load_workbook(BytesIO(answer.content)).active.values]
    assert rows[0][:3] == ["行", "SKU", "产品名称"]
    assert [row[0] for row in rows[1:]] == [4, 5, 6]
    assert rows[2][4] == "很便宜"
    assert "标准售价" in rows[2][-1]


@pytest.fixture
def products(client: Client) -> Client:
    found = begun(client, "product", GOOD + "AA-6,=1+1,技术,9.99,1\n")
    step(client, found["id"], "check")
    step(client, found["id"], "run")
    return client


def exported(client: Client, entity: str = "product", **query: Any) -> Any:
    return client.get(f"{BASE}/{entity}/records:export", params=query)


def test_a_list_is_exported_as_it_is_shown(products: Client) -> None:
    answer = exported(
        products, format="csv", fields="sku,category,list_price", sort="-sku", filter="list_price > 5"
    )

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines == ['"SKU","大类","标准售价"', '"AA-6","技术","9.99"', '"AA-1","办公用品","20.00"']
    assert "%E4%BA%A7%E5%93%81.csv" in answer.headers["content-disposition"]


def test_no_exported_text_is_a_formula(products: Client) -> None:
    csv = exported(products, format="csv", fields="name", filter='sku = "AA-6"').content.decode("utf-8-sig")
    book = openpyxl.load_workbook(BytesIO(exported(products, fields="name", filter='sku = "AA-6"').content))

    assert '"\'=1+1"' in csv
    assert book.active["A2"].data_type == "s"
    assert book.active["A2"].value == "=1+1"


def test_an_export_can_be_imported_again_without_change(products: Client) -> None:
    content = exported(products, format="csv").content

    found = begun(products, "product", content)
    step(products, found["id"], "check")
    done = step(products, found["id"], "run")

    assert (done["report"]["updated"], done["report"]["failed"]) == (3, 0)
    assert {each["version"] for each in listed(products, "product")} == {1}


def test_what_may_not_be_read_is_not_exported(products: Client, clients: dict[str, Client]) -> None:
    analyst = clients["analyst"]
    header = exported(analyst, "customer", format="csv").content.decode("utf-8-sig").splitlines()[0]

    assert "地址" not in header.split(",")
    assert exported(analyst, "customer", format="csv", fields="address").status_code == 422
    assert exported(clients["dealer"]).status_code == 403
    assert codes(exported(products, format="pdf")) == ["transfer.export.format"]


def test_lines_are_a_second_sheet(products: Client, tmp_path: Path) -> None:
    lists = "价格表,适用等级,生效日期,SKU,价格\n金牌价,金牌,2026-01-01,AA-1,18\n金牌价,,,AA-2,3\n"
    found = begun(products, "price_list", lists)
    step(products, found["id"], "check")
    step(products, found["id"], "run")

    book = openpyxl.load_workbook(
        BytesIO(exported(products, "price_list", fields="name,level,lines").content)
    )

    first, second = ([list(row) for row in sheet.values] for sheet in book.worksheets)
    assert first == [["名称", "适用等级"], ["金牌价", "金牌"]]
    assert second[0][:3] == ["名称", "产品", "起订量"]
    assert [row[:4] for row in second[1:]] == [["金牌价", "订书机", 1, 18], ["金牌价", "白板笔", 1, 3]]
