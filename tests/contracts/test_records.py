from decimal import Decimal

import pytest

from engine.access.principal import Principal
from engine.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from engine.metadata.definition import Definition
from engine.query.record_query import Condition, Expand, RecordQuery, Sort
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


def test_a_created_record_is_read_back_with_its_lines(records: Repository) -> None:
    id = _inspection(records)

    record = records.get(INSPECTION, id)

    assert record.version == 1
    assert record.values["no"] == "XJ-202611-0001"
    assert record.values["status"] == "open"
    assert record.values["failed"] == 1
    (line,) = record.values["lines"]
    assert line.values["reading"] == Decimal("96.50")
    assert line.values["ok"] is False


def test_the_json_form_is_that_of_the_wire(records: Repository) -> None:
    id = _inspection(records)

    sent = records.get_json(INSPECTION, id, [Expand("equipment")])

    assert sent["equipment"] == {"id": sent["equipment"]["id"], "title": None}
    assert sent["created_at"] == "2026-11-23T02:11:05Z"
    assert sent["lines"][0]["reading"] == "96.50"
    assert sent["failed"] == 1


def test_a_list_is_in_the_order_asked_for_and_paged_by_key(records: Repository) -> None:
    for name in ("张", "李", None, "阿", "b", "A"):
        records.create(EQUIPMENT, {"name": name})
    query = RecordQuery(sort=(Sort("name"),), limit=2)

    seen: list[object] = []
    cursor: str | None = None
    while True:
        page = records.find(EQUIPMENT, RecordQuery(sort=query.sort, limit=2, cursor=cursor, count="exact"))
        seen += [record.values["name"] for record in page.records]
        cursor = page.next_cursor
        if cursor is None:
            break

    assert seen == [None, "A", "b", "张", "李", "阿"]
    assert page.total == 6


def test_an_update_needs_the_version_its_editor_saw(records: Repository) -> None:
    id = _equipment(records)
    records.update(EQUIPMENT, id, {"name": "一"}, 1)

    with pytest.raises(Conflict) as refused:
        records.update(EQUIPMENT, id, {"name": "二"}, 1)

    assert refused.value.issues[0].code == "record.version.stale"
    assert records.get(EQUIPMENT, id).values["name"] == "一"


def test_lines_are_changed_by_id_and_those_not_named_stay(records: Repository) -> None:
    lines = [{"item": each} for each in ("一", "二", "三")]
    id = _inspection(records, lines=lines)
    one, two, three = records.get(INSPECTION, id).values["lines"]

    records.update(
        INSPECTION,
        id,
        {"lines": [{"id": two.id, "_delete": True}, {"id": three.id, "item": "叁"}, {"item": "四"}]},
        1,
    )

    after = records.get(INSPECTION, id).values["lines"]
    assert [line.values["item"] for line in after] == ["一", "叁", "四"]
    assert [line.id for line in after][:2] == [one.id, three.id]


def test_every_bad_field_is_named_and_nothing_is_stored(records: Repository) -> None:
    with pytest.raises(Invalid) as refused:
        records.create(INSPECTION, {"status": "nonsense", "lines": [{"reading": "x"}]})

    assert {issue.pointer for issue in refused.value.issues} >= {"/equipment", "/status", "/lines/0/reading"}
    assert records.find(INSPECTION, RecordQuery(count="exact")).total == 0


def test_a_link_must_lead_somewhere(records: Repository) -> None:
    with pytest.raises(Invalid) as refused:
        _inspection(records, equipment="0192f7c4-0000-7000-8000-000000000001")

    assert [(issue.code, issue.pointer) for issue in refused.value.issues] == [
        ("record.link.absent", "/equipment")
    ]


def test_gapless_numbers_lose_none_to_a_refused_record(records: Repository) -> None:
    _inspection(records)
    with pytest.raises(Invalid):
        _inspection(records, equipment="0192f7c4-0000-7000-8000-000000000001")

    id = _inspection(records)

    assert records.get(INSPECTION, id).values["no"] == "XJ-202611-0002"


def test_the_trash_hides_a_record_until_it_is_restored(records: Repository) -> None:
    id = _equipment(records)

    records.delete(EQUIPMENT, id, 1)
    assert records.find(EQUIPMENT, RecordQuery()).records == ()
    assert [each.id for each in records.find(EQUIPMENT, RecordQuery(trash=True)).records] == [id]

    records.restore(EQUIPMENT, id)
    assert records.get(EQUIPMENT, id).version == 3


def test_a_linked_record_cannot_be_deleted(records: Repository) -> None:
    id = _inspection(records)
    equipment = records.get(INSPECTION, id).values["equipment"]

    with pytest.raises(Conflict) as refused:
        records.delete(EQUIPMENT, str(equipment), 1)

    assert refused.value.issues[0].code == "record.delete.in_use"


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


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Condition("name", "contains", "B"), {"abc", "xB%y"}),
        (Condition("name", "contains", "%"), {"xB%y"}),
        (Condition("name", "starts_with", "A"), {"abc"}),
        (Condition("name", "equals", "abc"), {"abc"}),
        (Condition("name", "not_equals", "abc"), {"xB%y", None}),
        (Condition("name", "is_empty"), {None}),
        (Condition("name", "in", ["abc", "other"]), {"abc"}),
        (Condition("name", "not_in", ["abc"]), {"xB%y", None}),
    ],
    ids=lambda each: getattr(each, "operator", None),
)
def test_conditions_have_their_plain_meaning(
    records: Repository, condition: Condition, expected: set[str | None]
) -> None:
    for name in ("abc", "xB%y", None):
        records.create(EQUIPMENT, {"name": name})

    page = records.find(EQUIPMENT, RecordQuery(conditions=(condition,)))

    assert {record.values["name"] for record in page.records} == expected


def test_an_expression_filters(records: Repository) -> None:
    id = _inspection(records)
    _inspection(records, lines=[{"item": "a", "reading": 1, "maximum": 2}])

    page = records.find(INSPECTION, RecordQuery(filter='failed > 0 AND equipment.name = "空压机"'))

    assert [record.id for record in page.records] == [id]


def test_an_unknown_name_is_refused_before_any_sql(records: Repository) -> None:
    with pytest.raises(Invalid) as refused:
        records.find(EQUIPMENT, RecordQuery(sort=(Sort("nocol"),), conditions=(Condition("x", "is_empty"),)))

    assert {issue.code for issue in refused.value.issues} == {"query.field.unknown"}


def test_a_row_rule_hides_and_forbids(store: Store, records: Repository, definition: Definition) -> None:
    mine, other = _inspection(records), _inspection(records, status="done")
    inspector = Principal("p", "human", frozenset({"rol_i3n5s7"}))
    limited = make_repository(store, definition, inspector)

    assert [each.id for each in limited.find(INSPECTION, RecordQuery()).records] == [mine]
    with pytest.raises(NotFound):
        limited.get(INSPECTION, other)
    with pytest.raises(Forbidden):
        limited.find(EQUIPMENT, RecordQuery())


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
