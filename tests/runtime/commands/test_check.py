"""`tongdao check`: every fault at once, with its file, its place and a sentence."""

import json
from pathlib import Path
from typing import Any

import pytest

from runtime.cli import main
from tests.factories.definitions import ORDER, make_role, make_sales_documents


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "en")
    monkeypatch.setenv("TONGDAO_DATA", str(tmp_path / "data"))
    write(tmp_path / "app", make_sales_documents())
    return tmp_path / "app"


def write(folder: Path, documents: dict[str, Any]) -> None:
    for name, document in documents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(document), encoding="utf-8")


def test_a_sound_app_is_called_sound(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out == f"{folder} is sound.\n"


def test_every_fault_is_told_with_file_and_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order = json.loads((folder / "entities" / "order.json").read_text(encoding="utf-8"))
    del order["fields"][0]["label"]
    order["colour"] = "red"
    write(folder, {"entities/order.json": order})

    assert main(["check", str(folder)]) == 1

    assert sorted(capsys.readouterr().out.splitlines()) == [
        "2 faults.",
        'entities/order.json /colour: "colour" is not known here.',
        'entities/order.json /fields/0: "label" is missing.',
    ]


def test_formulas_and_roles_are_checked_where_the_documents_can_be_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = json.loads((folder / "entities" / "order.json").read_text(encoding="utf-8"))
    total = next(each for each in order["fields"] if each["name"] == "total")
    total["options"]["expression"] = "SUM(lines.amuont)"
    right = {"entity": ORDER, "read": "customer + 1", "fields": {"fld_cname1": "hidden"}}
    write(folder, {"entities/order.json": order, "roles/clerk.json": make_role("rol_clerk1", "clerk", right)})

    assert main(["check", str(folder)]) == 1

    *found, last = capsys.readouterr().out.splitlines()
    places = [line.partition(": ")[0] for line in found]
    assert f"entities/order.json /fields/{order['fields'].index(total)}/options/expression" in places
    assert "roles/clerk.json /entities/0/read" in places
    assert "roles/clerk.json /entities/0/fields/fld_cname1" in places
    assert last == f"{len(found)} faults."


def test_a_report_over_a_field_that_is_gone_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figure = {"id": "total", "home": ORDER, "aggregate": "sum", "field": "fld_gone01"}
    report = {
        "schema": "tongdao/report/1",
        "id": "rpt_total1",
        "name": "total",
        "label": {"en": "Total"},
        "query": {"measures": [figure]},
        "chart": {"kind": "number", "value": "total"},
    }
    write(folder, {"reports/total.json": report})

    assert main(["check", str(folder)]) == 1

    [found, _] = capsys.readouterr().out.splitlines()
    assert found.startswith("reports/total.json /query/measures/0/field: ")


def test_a_warning_is_told_and_leaves_the_app_sound(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right = {"entity": ORDER, "read": True, "other_fields": "hidden", "fields": {"fld_ototal": "read"}}
    write(folder, {"roles/clerk.json": make_role("rol_clerk1", "clerk", right)})

    assert main(["check", str(folder)]) == 0

    *warnings, last = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in warnings] == [
        "roles/clerk.json /entities/0/fields/fld_ototal"
    ]
    assert last == f"{folder} is sound."


def test_files_that_cannot_be_read_are_told_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "entities" / "order.json").write_text('{"id": ', encoding="utf-8")
    (folder / "options" / "level.json").write_bytes(b"\xff\xfe")

    assert main(["check", str(folder)]) == 1

    assert capsys.readouterr().out.splitlines() == [
        "options/level.json: The file does not contain a document in UTF-8.",
        "entities/order.json: The file is not valid JSON (line 1, column 8).",
        "2 faults.",
    ]


def test_a_folder_without_an_app_says_so(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nothing")]) == 1
    assert "app.json" in capsys.readouterr().out


def test_faults_are_told_in_chinese_where_that_is_spoken(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    main(["check", str(folder)])

    assert capsys.readouterr().out == f"{folder} 没有问题。\n"


def test_wrong_settings_are_told_and_nothing_is_done(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORT", "many")

    assert main(["migrate"]) == 1
    assert capsys.readouterr().out == '/port: The setting "port" cannot be "many".\n'
