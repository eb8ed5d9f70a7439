"""Marks of a list on both databases: each is true of the records that a filter of the same words would find."""

from collections.abc import Iterator
from typing import Any

import pytest

from engine.access.principal import Principal
from engine.kernel.errors import Invalid
from engine.query.record_query import MARKS, RecordQuery, Sort
from runtime.storage.connect import open_database
from runtime.storage.repository import Repository
from tests.factories.documents import make_field, make_inspection_app
from tests.factories.stores import make_repository, make_store, publish

INSPECTION, EQUIPMENT = "ent_h3v6w9", "ent_m1z5b8"
INSPECTOR = Principal("i", "human", frozenset({"rol_i3n5s7"}))
RULES = ('status = "open"', "hours > 2", "TRUE", 'equipment.name = "pump"', "ISBLANK(hours)")
UNASKABLE = ("nothing > 1", "hours +", "lines.item")


@pytest.fixture(params=["sqlite", "postgresql"])
def repositories(request: pytest.FixtureRequest) -> Iterator[tuple[Repository, Repository]]:
    documents = make_inspection_app()
    documents["entities/inspection.json"]["fields"].append(make_field("fld_hours1", "hours", "integer"))
    documents["roles/inspector.json"]["entities"][0] |= {"read": True, "fields": {"fld_st1n5v": "hidden"}}
    database = open_database(
        request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    )
    store = make_store(database)
    definition = publish(store, documents)
    yield make_repository(store, definition), make_repository(store, definition, INSPECTOR)
    database.close()


@pytest.fixture
def records(repositories: tuple[Repository, Repository]) -> Repository:
    records = repositories[0]
    pump, press = (records.create(EQUIPMENT, {"name": name}).id for name in ("pump", "press"))
    for equipment, status, hours in (
        (pump, "open", 1),
        (press, "open", 3),
        (press, None, 4),
        (pump, "done", None),
    ):
        values: dict[str, Any] = {"equipment": equipment, "status": status, "hours": hours}
        records.create(INSPECTION, {**values, "lines": [{"item": "x"}]})
    return records


def test_a_mark_is_true_of_what_a_filter_finds(records: Repository) -> None:
    page = records.find_json(INSPECTION, RecordQuery(marks=RULES, sort=(Sort("hours"),)))

    for rule, met in zip(RULES, page.marked, strict=True):
        found = records.find_json(INSPECTION, RecordQuery(filter=rule)).items
        assert met is not None
        assert set(met) == {each["id"] for each in found}, rule


def test_marks_leave_the_pages_as_they_are(records: Repository) -> None:
    seen: list[str] = []
    cursor: str | None = None
    while True:
        query = RecordQuery(marks=RULES, sort=(Sort("hours", descending=True),), limit=1, cursor=cursor)
        page = records.find_json(INSPECTION, query)
        (item,) = page.items
        seen.append(item["id"])
        assert all(met in ([], [item["id"]]) for met in page.marked)
        cursor = page.next_cursor
        if cursor is None:
            break

    plain = records.find_json(INSPECTION, RecordQuery(sort=(Sort("hours", descending=True),)))
    assert seen == [each["id"] for each in plain.items]


def test_a_mark_that_cannot_be_asked_hides_nothing_of_the_others(records: Repository) -> None:
    page = records.find_json(INSPECTION, RecordQuery(marks=(*UNASKABLE, "hours = 4")))

    assert (len(page.items), page.marked[:-1]) == (4, (None,) * len(UNASKABLE))
    assert page.marked[-1] is not None
    assert len(page.marked[-1]) == 1


def test_a_mark_tells_nothing_of_a_field_that_may_not_be_read(
    records: Repository, repositories: tuple[Repository, Repository]
) -> None:
    page = repositories[1].find_json(INSPECTION, RecordQuery(marks=('status = "open"', "hours > 2")))

    assert page.marked[0] is None
    assert page.marked[1]


def test_of_an_empty_page_no_mark_is_true(records: Repository) -> None:
    page = records.find_json(INSPECTION, RecordQuery(filter="FALSE", marks=("TRUE", "nothing")))

    assert (page.items, page.marked) == ([], ([], None))


def test_too_many_marks_are_refused(records: Repository) -> None:
    with pytest.raises(Invalid):
        records.find_json(INSPECTION, RecordQuery(marks=("TRUE",) * (MARKS + 1)))
