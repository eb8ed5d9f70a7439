"""The life of an installation on the command line: an app is put to work, people get in, it is backed up."""

import io
import json
import subprocess
import sys
import tarfile
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from runtime.cli import main
from runtime.commands import demo
from runtime.commands.import_app import read_documents
from runtime.demo import example
from runtime.seeding import is_loaded
from runtime.server.startup import check_start
from runtime.server.wiring import open_services
from runtime.settings import Settings
from tests.factories.definitions import make_role, make_sales_documents
from tests.factories.server import PASSWORD

ROLE = make_role("rol_boss01", "boss", administer=["people"])


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "en")
    monkeypatch.setenv("TONGDAO_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def app(tmp_path: Path) -> Path:
    for name, document in (make_sales_documents() | {"roles/boss.json": ROLE}).items():
        path = tmp_path / "app" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(document), encoding="utf-8")
    return tmp_path / "app"


def say_password(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text + "\n"))


def test_an_app_is_put_to_work_once(data: Path, app: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(app)]) == 0
    assert main(["import", str(app)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "inspection is at work as release 1.",
        "inspection is already at work as it is in this folder.",
    ]


def test_an_app_with_faults_is_not_put_to_work(data: Path, app: Path) -> None:
    (app / "roles" / "boss.json").write_text("{}", encoding="utf-8")

    assert main(["import", str(app)]) == 1
    assert not data.exists()


def test_what_is_exported_can_be_imported_again_unchanged(data: Path, app: Path, tmp_path: Path) -> None:
    main(["import", str(app)])

    assert main(["export", "inspection", str(tmp_path / "out")]) == 0

    assert read_documents(tmp_path / "out") == read_documents(app)
    assert main(["export", "nothing", str(tmp_path / "out")]) == 1


def test_the_first_person_gets_in(data: Path, app: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    main(["import", str(app)])
    say_password(monkeypatch, PASSWORD)

    assert main(["person", "li.na", "--name-en", "Li Na", "--role", "inspection/boss"]) == 0

    services = open_services(Settings(data=data))
    person = services.people.names([_id(services, "li.na")])
    assert list(person.values()) == [{"zh": "Li Na", "en": "Li Na"}]
    services.close()


@pytest.mark.parametrize(
    ("password", "role", "sentence"),
    [
        ("short", "inspection/boss", "/password: The password needs at least 15 characters."),
        (PASSWORD, "inspection/nobody", 'There is no role "inspection/nobody".'),
        (PASSWORD, "nothing/boss", 'There is no app named "nothing".'),
    ],
)
def test_a_person_who_cannot_be_is_refused(
    data: Path,
    app: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    password: str,
    role: str,
    sentence: str,
) -> None:
    main(["import", str(app)])
    capsys.readouterr()
    say_password(monkeypatch, password)

    assert main(["person", "li.na", "--role", role]) == 1
    assert capsys.readouterr().out == sentence + "\n"


def test_a_second_server_on_one_file_explains_and_stops(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    services = open_services(Settings(data=data))

    assert main(["serve"]) == 2

    told = capsys.readouterr().out
    assert "is already served by process" in told
    assert len(told.splitlines()) == 1
    services.close()


def test_the_demo_prepares_itself_once(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_small_demo(tmp_path / "demo")
    services = open_services(Settings(data=data, demo=True))

    demo.prepare(services, folder)
    first = capsys.readouterr().out.splitlines()
    demo.prepare(services, folder)

    assert first == ["Loading a year of data; this happens once.", "  warehouses.csv: 3 records"]
    assert capsys.readouterr().out == ""
    assert is_loaded(services, services.apps.get(example.APP))
    services.close()


def test_the_server_answers_at_the_address_it_prints(data: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "runtime.cli", "serve"]
    environment = {"TONGDAO_DATA": str(data), "PORT": "0", "LC_ALL": "en", "PATH": ""}
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root, env=environment, text=True) as server:
        assert server.stdout is not None
        try:
            address = server.stdout.readline().split()[-1]
            with urllib.request.urlopen(f"{address}/api/health", timeout=20) as answer:
                told = json.load(answer)
        finally:
            server.terminate()

    assert told == {"status": "ok"}


def test_a_backup_made_while_the_server_works_restores_all(
    data: Path, app: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["import", str(app)])
    (data / "files" / "ab").mkdir(parents=True)
    (data / "files" / "ab" / "abcd").write_bytes(b"content")
    services = open_services(Settings(data=data))
    archive = tmp_path / "backup.tar.gz"

    assert main(["backup", str(archive)]) == 0
    services.close()
    monkeypatch.setenv("TONGDAO_DATA", str(tmp_path / "again"))
    assert main(["restore", str(archive)]) == 0

    assert (tmp_path / "again" / "files" / "ab" / "abcd").read_bytes() == b"content"
    assert not (tmp_path / "again" / "master.key").exists()
    restored = open_services(Settings(data=tmp_path / "again"))
    assert restored.apps.get("inspection").release == 1
    restored.close()
    assert main(["restore", str(archive)]) == 1


def test_what_is_restored_waits_until_somebody_lets_it_go_on(
    data: Path,
    app: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["import", str(app)])
    main(["backup", str(tmp_path / "backup.tar.gz")])
    assert warnings(data) == []
    monkeypatch.setenv("TONGDAO_DATA", str(tmp_path / "again"))
    main(["restore", str(tmp_path / "backup.tar.gz")])
    paused = warnings(tmp_path / "again")
    capsys.readouterr()

    assert main(["resume"]) == main(["resume"]) == 0

    assert paused == ["start.work.paused"]
    assert warnings(tmp_path / "again") == []
    assert capsys.readouterr().out.splitlines()[1:] == ["Nothing was paused."]
    assert main(["pause"]) == 0
    assert warnings(tmp_path / "again") == ["start.work.paused"]


def test_a_damaged_backup_is_refused_whole(
    data: Path, app: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["import", str(app)])
    archive = tmp_path / "backup.tar.gz"
    main(["backup", str(archive)])
    rewrite(archive, "tongdao.sqlite", b"something else")
    monkeypatch.setenv("TONGDAO_DATA", str(tmp_path / "again"))

    assert main(["restore", str(archive)]) == 1
    assert list((tmp_path / "again").iterdir()) == []


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "files/../../outside", "master.key"])
def test_a_backup_that_names_other_places_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    archive = tmp_path / "evil.tar.gz"
    manifest = {"format": "tongdao/backup/1", "at": "", "members": {name: "0" * 64}}
    with tarfile.open(archive, "w:gz") as target:
        add(target, "manifest.json", json.dumps(manifest).encode())
        add(target, name, b"x")
    monkeypatch.setenv("TONGDAO_DATA", str(tmp_path / "inner" / "data"))

    assert main(["restore", str(archive)]) == 1
    assert not list(tmp_path.rglob("outside"))


def warnings(data: Path) -> list[str]:
    """Return what a server would tell when it starts, but for the disk."""
    services = open_services(Settings(data=data))
    codes = [issue.code for issue in check_start(services) if issue.code != "start.disk.low"]
    services.close()
    return codes


def add(target: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    target.addfile(entry, io.BytesIO(content))


def rewrite(archive: Path, name: str, content: bytes) -> None:
    """Replace one member of an archive."""
    with tarfile.open(archive, "r:gz") as source:
        members = {each.name: source.extractfile(each).read() for each in source}  # type: ignore[union-attr]
    with tarfile.open(archive, "w:gz") as target:
        for each, old in members.items():
            add(target, each, content if each == name else old)


def make_small_demo(folder: Path) -> Path:
    """Copy the documents of the demo with one small file of its data."""
    seed = json.loads((example.FOLDER / "seeds" / "current_year.json").read_text(encoding="utf-8"))
    seed["files"] = [each for each in seed["files"] if each["file"] == "seeds/warehouses.csv"]
    documents = {name: raw for name, raw in read_documents(example.FOLDER).items() if "seeds/" not in name}
    for name, document in {**documents, "seeds/current_year.json": seed}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(document), encoding="utf-8")
    for name in ("warehouses.csv", "people.csv", "departments.csv"):
        (folder / "seeds" / name).write_bytes((example.FOLDER / "seeds" / name).read_bytes())
    return folder


def _id(services: Any, login: str) -> str:
    with services.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT id FROM sys_user WHERE login = ?", (login,))
        return str(rows.scalar())
