"""What a form needs of a record: titles in detail lines and names of files, without asking once per line."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from sqlalchemy import insert

from engine.query.record_query import Expand
from runtime.storage.connect import open_database
from runtime.storage.repository import Repository
from runtime.storage.system_tables import sys_file
from tests.factories.documents import make_field, make_inspection_app
from tests.factories.stores import make_repository, make_store, publish

INSPECTION, EQUIPMENT = "ent_h3v6w9", "ent_m1z5b8"
FILE = "01935000-0000-7000-8000-000000000001"
EVERYTHING = (Expand("*"),)


@pytest.fixture
def records(sqlite_url: str) -> Iterator[Repository]:
    documents = make_inspection_app()
    equipment = documents["entities/equipment.json"]
    equipment["title"] = equipment["fields"][0]["id"]
    fields = documents["entities/inspection.json"]["fields"]
    columns = next(each for each in fields if each["type"] == "lines")["options"]["fields"]
    columns.append(make_field("fld_pt4a1b", "part", "link", options={"entity": EQUIPMENT}))
    columns.append(make_field("fld_ph0t0s", "photos", "attachment"))
    database = open_database(sqlite_url)
    store = make_store(database)
    repository = make_repository(store, publish(store, documents))
    database.write(lambda connection: connection.execute(insert(sys_file).values(_file(store.clock.now()))))
    yield repository
    database.close()


def _file(at: datetime) -> dict[str, object]:
    return {
        "id": FILE,
        "storage_key": "k",
        "name": "gauge.png",
        "content_type": "image/png",
        "size": 2048,
        "sha256": "",
        "purpose": "attachment",
        "created_at": at,
    }


def _inspection(records: Repository) -> str:
    pump = records.create(EQUIPMENT, {"name": "pump"}).id
    lines = [{"item": "a", "part": pump, "photos": [FILE]}, {"item": "b"}]
    return records.create(INSPECTION, {"equipment": pump, "lines": lines}).id


def test_everything_includes_links_and_files_in_lines(records: Repository) -> None:
    id = _inspection(records)

    first, second = records.get_json(INSPECTION, id, EVERYTHING)["lines"]

    assert first["part"]["title"] == "pump"
    assert first["photos"] == [{"id": FILE, "name": "gauge.png", "size": 2048, "type": "image/png"}]
    assert (second["part"], second["photos"]) == (None, None)


def test_without_asking_lines_keep_ids(records: Repository) -> None:
    id = _inspection(records)

    first, _ = records.get_json(INSPECTION, id, ())["lines"]

    assert first["photos"] == [FILE]
    assert isinstance(first["part"], str)
