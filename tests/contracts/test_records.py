from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from engine.access.principal import SYSTEM, Principal
from engine.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from engine.query.record_query import Condition, RecordQuery, Sort
from runtime.storage.connect import open_database
from runtime.storage.memory import MemoryRepository, MemoryStore
from runtime.storage.planner import loaded
from runtime.storage.repository import Repository
from tests.factories.documents import make_inspection_app
from tests.factories.stores import CountedIds, StillClock, make_repository, make_store, publish

Records = Repository | MemoryRepository
Install = Callable[[Principal], Records]

INSPECTION, EQUIPMENT = "ent_h3v6w9", "ent_m1z5b8"


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def as_principal(request: pytest.FixtureRequest) -> Iterator[Install]:
    """How a principal gets at the records of one installation, of each kind in turn."""
    documents = make_inspection_app()
    documents["entities/inspection.json"]["fields"][1]["options"]["filter"] = 'name <> "报废"'
    if request.param == "memory":
        shared, definition = MemoryStore(StillClock(), CountedIds()), loaded(documents)
        yield lambda principal: MemoryRepository(shared, definition, principal)
        return
    url = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    database = open_database(url)
    store = make_store(database)
    published = publish(store, documents)
    yield lambda principal: make_repository(store, published, principal)
    database.close()


@pytest.fixture
def records(as_principal: Install) -> Records:
    return as_principal(SYSTEM)


def _equipment(records: Records, name: str = "空压机") -> str:
    return records.create(EQUIPMENT, {"name": name}).id


def _inspection(records: Records, **more: object) -> str:
    line = {"item": "排气温度", "reading": "96.50", "maximum": "95.00"}
    values = {"equipment": _equipment(records), "lines": [line], **more}
    return records.create(INSPECTION, values).id


def test_a_created_record_is_read_back_with_its_lines(records: Records) -> None:
    id = _inspection(records)

    record = records.get(INSPECTION, id)

    assert record.version == 1
    assert record.values["no"] == "XJ-202611-0001"
    assert record.values["status"] == "open"
    assert record.values["failed"] == 1
    (line,) = record.values["lines"]
    assert line.values["reading"] == Decimal("96.50")
    assert line.values["ok"] is False


def test_a_list_is_in_the_order_asked_for_and_paged_by_key(records: Records) -> None:
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


def test_an_update_needs_the_version_its_editor_saw(records: Records) -> None:
    id = _equipment(records)
    records.update(EQUIPMENT, id, {"name": "一"}, 1)

    with pytest.raises(Conflict) as refused:
        records.update(EQUIPMENT, id, {"name": "二"}, 1)

    assert refused.value.issues[0].code == "record.version.stale"
    assert records.get(EQUIPMENT, id).values["name"] == "一"


def test_lines_are_changed_by_id_and_those_not_named_stay(records: Records) -> None:
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


def test_every_bad_field_is_named_and_nothing_is_stored(records: Records) -> None:
    with pytest.raises(Invalid) as refused:
        records.create(INSPECTION, {"status": "nonsense", "lines": [{"reading": "x"}]})

    assert {issue.pointer for issue in refused.value.issues} >= {"/equipment", "/status", "/lines/0/reading"}
    assert records.find(INSPECTION, RecordQuery(count="exact")).total == 0


def test_a_link_must_lead_somewhere(records: Records) -> None:
    with pytest.raises(Invalid) as refused:
        _inspection(records, equipment="0192f7c4-0000-7000-8000-000000000001")

    assert [(issue.code, issue.pointer) for issue in refused.value.issues] == [
        ("record.link.absent", "/equipment")
    ]


def test_a_link_takes_what_its_filter_offers_and_keeps_what_it_has(records: Records) -> None:
    id = _inspection(records)
    pump = records.get(INSPECTION, id).values["equipment"]
    records.update(EQUIPMENT, str(pump), {"name": "报废"}, 1)

    with pytest.raises(Invalid) as refused:
        _inspection(records, equipment=pump)
    records.update(INSPECTION, id, {"equipment": pump, "status": "done"}, 1)

    assert [issue.code for issue in refused.value.issues] == ["record.link.absent"]
    assert records.get(INSPECTION, id).values["status"] == "done"


def test_gapless_numbers_lose_none_to_a_refused_record(records: Records) -> None:
    _inspection(records)
    with pytest.raises(Invalid):
        _inspection(records, equipment="0192f7c4-0000-7000-8000-000000000001")

    id = _inspection(records)

    assert records.get(INSPECTION, id).values["no"] == "XJ-202611-0002"


def test_the_trash_hides_a_record_until_it_is_restored(records: Records) -> None:
    id = _equipment(records)

    records.delete(EQUIPMENT, id, 1)
    assert records.find(EQUIPMENT, RecordQuery()).records == ()
    assert [each.id for each in records.find(EQUIPMENT, RecordQuery(trash=True)).records] == [id]

    records.restore(EQUIPMENT, id)
    assert records.get(EQUIPMENT, id).version == 3


def test_a_linked_record_cannot_be_deleted(records: Records) -> None:
    id = _inspection(records)
    equipment = records.get(INSPECTION, id).values["equipment"]

    with pytest.raises(Conflict) as refused:
        records.delete(EQUIPMENT, str(equipment), 1)

    assert refused.value.issues[0].code == "record.delete.in_use"


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
    records: Records, condition: Condition, expected: set[str | None]
) -> None:
    for name in ("abc", "xB%y", None):
        records.create(EQUIPMENT, {"name": name})

    page = records.find(EQUIPMENT, RecordQuery(conditions=(condition,)))

    assert {record.values["name"] for record in page.records} == expected


def test_an_expression_filters(records: Records) -> None:
    id = _inspection(records)
    _inspection(records, lines=[{"item": "a", "reading": 1, "maximum": 2}])

    page = records.find(INSPECTION, RecordQuery(filter='failed > 0 AND equipment.name = "空压机"'))

    assert [record.id for record in page.records] == [id]


def test_an_unknown_name_is_refused_before_any_sql(records: Records) -> None:
    with pytest.raises(Invalid) as refused:
        records.find(EQUIPMENT, RecordQuery(sort=(Sort("nocol"),), conditions=(Condition("x", "is_empty"),)))

    assert {issue.code for issue in refused.value.issues} == {"query.field.unknown"}


def test_a_row_rule_hides_and_forbids(as_principal: Install, records: Records) -> None:
    mine, other = _inspection(records), _inspection(records, status="done")
    inspector = Principal("p", "human", frozenset({"rol_i3n5s7"}))
    limited = as_principal(inspector)

    assert [each.id for each in limited.find(INSPECTION, RecordQuery()).records] == [mine]
    with pytest.raises(NotFound):
        limited.get(INSPECTION, other)
    with pytest.raises(Forbidden):
        limited.find(EQUIPMENT, RecordQuery())
