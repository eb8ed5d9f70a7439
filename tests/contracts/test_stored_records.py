import pytest

from engine.kernel.errors import Invalid, NotFound
from engine.metadata.definition import Definition
from engine.query.record_query import Expand, RecordQuery
from runtime.storage.database import Database
from runtime.storage.repository import Repository, Store
from tests.factories.documents import make_inspection_app
from tests.factories.stores import make_repository, make_store, publish

INSPECTION, EQUIPMENT = "ent_h3v6w9", "ent_m1z5b8"


@pytest.fixture
def store(database: Database) -> Store:
    return make_store(database)


@pytest.fixture
def definition(store: Store) -> Definition:
    return publish(store, make_inspection_app())


@pytest.fixture
def records(store: Store, definition: Definition) -> Repository:
    return make_repository(store, definition)


def _equipment(records: Repository, name: str = "空压机") -> str:
    return records.create(EQUIPMENT, {"name": name}).id


def _inspection(records: Repository, **more: object) -> str:
    line = {"item": "排气温度", "reading": "96.50", "maximum": "95.00"}
    values = {"equipment": _equipment(records), "lines": [line], **more}
    return records.create(INSPECTION, values).id


def test_the_json_form_is_that_of_the_wire(records: Repository) -> None:
    id = _inspection(records)

    sent = records.get_json(INSPECTION, id, [Expand("equipment")])

    assert sent["equipment"] == {"id": sent["equipment"]["id"], "title": None}
    assert sent["created_at"] == "2026-11-23T02:11:05Z"
    assert sent["lines"][0]["reading"] == "96.50"
    assert sent["failed"] == 1


def test_a_purged_record_is_gone_and_its_history_stays(records: Repository, store: Store) -> None:
    id = _inspection(records)
    records.delete(INSPECTION, id, 1)

    records.purge(INSPECTION, id)

    with pytest.raises(NotFound):
        records.get(INSPECTION, id)
    with store.database.read() as connection:
        assert store.log.verify(connection, "app_7kq2m4") is None


def test_the_history_tells_fields_before_and_after(records: Repository) -> None:
    id = _equipment(records, "旧")
    records.update(EQUIPMENT, id, {"name": "新"}, 1)

    newest, first = records.history(EQUIPMENT, id).items

    assert newest["changes"] == [{"field": "name", "before": "旧", "after": "新"}]
    assert first["action"] == "create"


def test_the_history_tells_computed_values_as_the_record_does(records: Repository) -> None:
    id = _inspection(records)

    [first] = records.history(INSPECTION, id).items

    told = {each["field"]: each["after"] for each in first["changes"] if "after" in each}
    sent = records.get_json(INSPECTION, id)
    assert told["failed"] == sent["failed"] == 1
    assert type(told["failed"]) is type(sent["failed"])


def test_bulk_keeps_the_good_rows_when_asked_to(records: Repository) -> None:
    rows = [{"name": "一"}, {"name": "二"}, {"nonsense": 1}]

    results = records.bulk(EQUIPMENT, "create", (), rows, partial=True)

    assert [bool(each.id) for each in results] == [True, True, False]
    with pytest.raises(Invalid):
        records.bulk(EQUIPMENT, "create", (), rows, partial=False)
    assert records.find(EQUIPMENT, RecordQuery(count="exact")).total == 2


def test_bulk_upsert_finds_records_by_key(records: Repository) -> None:
    id = _equipment(records, "一")

    results = records.bulk(EQUIPMENT, "upsert", ("name",), [{"name": "一"}, {"name": "二"}], partial=False)

    assert [each.is_new for each in results] == [False, True]
    assert results[0].id == id
