"""Groups of a list against the list itself, on both databases: the same rows, the same rights."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any, get_args

import orjson
import pytest

from engine.access.principal import Principal
from engine.kernel.errors import Invalid
from engine.metadata.definition import Definition
from engine.query.record_query import Condition, RecordQuery
from engine.reports.periods import Unit, begin_of, calendar_of
from runtime.storage.connect import open_database
from runtime.storage.grouping import MOST_GROUPS, Grouping
from runtime.storage.repository import Repository, Store
from tests.factories.documents import make_field, make_inspection_app
from tests.factories.stores import make_repository, make_store, publish

INSPECTION, EQUIPMENT = "ent_h3v6w9", "ent_m1z5b8"
INSPECTOR = Principal("i", "human", frozenset({"rol_i3n5s7"}))
LARGE = "999999999999999.99"


@pytest.fixture(params=["sqlite", "postgresql"])
def installed(request: pytest.FixtureRequest) -> Iterator[tuple[Store, Definition]]:
    documents = make_inspection_app()
    documents["entities/equipment.json"]["title"] = "fld_nm0002"
    fields = documents["entities/inspection.json"]["fields"]
    fields.append(make_field("fld_cost01", "cost", "money"))
    fields.append(make_field("fld_hours1", "hours", "integer"))
    fields.append(make_field("fld_day001", "day", "date"))
    fields.append(make_field("fld_at0001", "at", "datetime"))
    database = open_database(
        request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    )
    store = make_store(database)
    yield store, publish(store, documents)
    database.close()


@pytest.fixture
def records(installed: tuple[Store, Definition]) -> Repository:
    records = make_repository(*installed)
    pump, press = (records.create(EQUIPMENT, {"name": name}).id for name in ("pump", "press"))
    for equipment, status, cost, hours in (
        (pump, "open", "10.50", 1),
        (pump, "done", None, 2),
        (press, "open", LARGE, None),
        (press, None, LARGE, 4),
        (press, "open", LARGE, 5),
    ):
        values = {"equipment": equipment, "status": status, "cost": cost, "hours": hours}
        records.create(INSPECTION, {**values, "lines": [{"item": "x"}]})
    return records


def test_groups_count_and_add_up_what_the_list_shows(records: Repository) -> None:
    listed = [each.values for each in records.find(INSPECTION, RecordQuery()).records]

    groups = records.group_json(INSPECTION, RecordQuery(), Grouping("status", ("cost", "hours")))

    assert {each["value"]: each["count"] for each in groups.items} == Counter(
        each["status"] for each in listed
    )
    for each in groups.items:
        costs = [row["cost"] for row in listed if row["status"] == each["value"] and row["cost"] is not None]
        assert each["sums"]["cost"] == (format(sum(costs, Decimal(0)), "f") if costs else None)
    assert {each["value"]: each["sums"]["hours"] for each in groups.items} == {"open": 6, "done": 2, None: 4}
    assert (groups.groups, groups.total) == (3, 5)


def test_groups_of_a_link_have_titles_and_follow_the_conditions(records: Repository) -> None:
    query = RecordQuery(conditions=(Condition("status", "equals", "open"),), filter="hours > 0 OR cost > 0")

    groups = records.group_json(INSPECTION, query, Grouping("equipment"))

    assert [(each["value"]["title"], each["count"]) for each in groups.items] == [("press", 2), ("pump", 1)]


def test_only_rows_that_may_be_read_are_counted(records: Repository, installed: Any) -> None:
    seen = make_repository(*installed, INSPECTOR).group_json(INSPECTION, RecordQuery(), Grouping("status"))

    assert [(each["value"], each["count"]) for each in seen.items] == [("open", 3)]


@pytest.mark.parametrize("grain", [None, *get_args(Unit)])
def test_dates_and_instants_are_gathered_by_their_period(
    records: Repository, installed: tuple[Store, Definition], grain: Unit | None
) -> None:
    app, zone = installed[1].app, records.viewer.context.timezone
    (equipment,) = records.find(EQUIPMENT, RecordQuery(limit=1)).records
    for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 2), date(2026, 2, 2)):
        at = datetime.combine(day, time(0, 30), zone).astimezone(UTC)
        records.create(
            INSPECTION, {"equipment": equipment.id, "day": day, "at": at, "lines": [{"item": "x"}]}
        )
    listed = [each.values for each in records.find(INSPECTION, RecordQuery()).records]
    expected = Counter(
        each["day"] and begin_of(grain or "day", each["day"], calendar_of(app)).isoformat() for each in listed
    )

    for by in ("day", "at"):
        found = orjson.loads(
            orjson.dumps(records.group_json(INSPECTION, RecordQuery(), Grouping(by, (), grain)).items)
        )
        assert {each["value"]: each["count"] for each in found} == expected, by


def test_a_further_level_is_the_groups_within_a_group(records: Repository) -> None:
    for outer in records.group_json(INSPECTION, RecordQuery(), Grouping("status")).items:
        within = Condition("status", "is_empty" if outer["value"] is None else "equals", outer["value"])
        inner = records.group_json(INSPECTION, RecordQuery(conditions=(within,)), Grouping("equipment"))

        assert inner.total == outer["count"] == sum(each["count"] for each in inner.items)


def test_the_largest_groups_are_told_and_how_many_there_are(records: Repository) -> None:
    (equipment,) = records.find(EQUIPMENT, RecordQuery(limit=1)).records
    for hours in range(100, 100 + MOST_GROUPS):
        records.create(INSPECTION, {"equipment": equipment.id, "hours": hours, "lines": [{"item": "x"}]})

    groups = records.group_json(INSPECTION, RecordQuery(), Grouping("hours"))

    assert (len(groups.items), groups.groups, groups.total) == (MOST_GROUPS, MOST_GROUPS + 5, MOST_GROUPS + 5)


def test_of_no_records_there_are_no_groups(records: Repository) -> None:
    groups = records.group_json(INSPECTION, RecordQuery(filter="FALSE"), Grouping("status"))

    assert (groups.items, groups.groups, groups.total) == ([], 0, 0)


@pytest.mark.parametrize(
    ("by", "sums", "grain", "place"),
    [
        ("nothing", (), None, "by"),
        ("lines", (), None, "by"),
        ("status", ("no",), None, "sums"),
        ("status", ("gone",), None, "sums"),
        ("status", (), "month", "grain"),
    ],
)
def test_what_cannot_be_grouped_or_added_is_refused(
    records: Repository, by: str, sums: tuple[str, ...], grain: Unit | None, place: str
) -> None:
    with pytest.raises(Invalid) as refused:
        records.group_json(INSPECTION, RecordQuery(), Grouping(by, sums, grain))

    assert [issue.path[0] for issue in refused.value.issues] == [place]


def test_hidden_fields_make_no_groups(records: Repository, installed: tuple[Store, Definition]) -> None:
    store, definition = installed
    role = definition.roles["rol_i3n5s7"]
    (permission,) = role.entities
    hidden = replace(permission, read=True, fields={"fld_st1n5v": "hidden"})
    hiding = replace(definition, roles={role.id: replace(role, entities=(hidden,))})

    with pytest.raises(Invalid):
        make_repository(store, hiding, INSPECTOR).group_json(INSPECTION, RecordQuery(), Grouping("status"))
