"""SQL answers what memory answers, for generated records and questions; every column gives back what it got."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from engine.access.principal import SYSTEM
from engine.query.record_query import Condition, RecordQuery, Sort
from runtime.storage.connect import open_database
from runtime.storage.memory import MemoryRepository, MemoryStore
from runtime.storage.planner import loaded
from runtime.storage.repository import Repository
from tests.factories.every_type import COLORS, GROUP, THING, make_every_type_app
from tests.factories.stores import CountedIds, StillClock, make_repository, make_store, publish

MONTH = datetime(2026, 11, 1, tzinfo=UTC)
TEXTS = st.sampled_from(["a", "A", "b%c", "b_c", "张三", "李四", "阿 a", "é", "10", "/"])
DECIMALS = {
    scale: st.decimals(-99999, 99999, places=scale, allow_nan=False, allow_infinity=False).map(
        lambda n: n + 0
    )
    for scale in (2, 3, 4)
}
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": TEXTS,
    "long": TEXTS,
    "whole": st.integers(-5, 5),
    "exact": DECIMALS[3],
    "money": DECIMALS[2],
    "share": DECIMALS[4],
    "open": st.booleans(),
    "color": st.sampled_from(COLORS),
    "day": st.dates(date(2026, 10, 1), date(2026, 12, 31)),
    "moment": st.integers(0, 30 * 86_400).map(lambda second: MONTH + timedelta(seconds=second)),
    "mail": st.sampled_from(["a@b.cn", "B@b.cn"]),
}
ORDERED = ("whole", "exact", "money", "share", "day", "moment", "group_rank", "total", "score")
COMPARED = {**VALUES, "group_rank": st.integers(-3, 3), "total": DECIMALS[2], "score": st.integers(-8, 8)}
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking whole databases takes minutes
Both = tuple[Repository, MemoryRepository]


def _things(groups: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    line = st.fixed_dictionaries({"qty": st.integers(0, 9), "price": DECIMALS[2]})
    optional = {
        **VALUES,
        "colors": st.lists(st.sampled_from(COLORS), unique=True),
        "group": st.sampled_from(groups),
        "lines": st.lists(line, max_size=2),
    }
    return st.lists(st.fixed_dictionaries({}, optional=optional), min_size=1, max_size=8)


def _conditions() -> st.SearchStrategy[Condition]:
    def of(name: str) -> st.SearchStrategy[Condition]:
        value = COMPARED[name]
        compared = ["equals", "not_equals"] + (
            ["less", "less_or_equal", "greater", "greater_or_equal"] if name in ORDERED else []
        )
        textual = (
            ["contains", "not_contains", "starts_with", "ends_with"]
            if name in ("text", "long", "mail")
            else []
        )
        listed = [] if name == "open" else ["in", "not_in"]
        return st.one_of(
            st.builds(Condition, st.just(name), st.sampled_from(compared + textual), value),
            st.builds(Condition, st.just(name), st.sampled_from(["is_empty", "is_not_empty"])),
            *[st.builds(Condition, st.just(name), st.sampled_from(listed), st.lists(value, max_size=3))]
            * bool(listed),
        )

    dated = st.builds(
        Condition,
        st.sampled_from(["day", "moment"]),
        st.sampled_from(["in_last_days", "in_next_days"]),
        st.integers(0, 40),
    )
    month = st.builds(
        Condition, st.sampled_from(["day", "moment"]), st.sampled_from(["this_month", "this_year"])
    )
    member = st.builds(
        Condition, st.just("colors"), st.sampled_from(["contains", "not_contains"]), st.sampled_from(COLORS)
    )
    return st.one_of(st.sampled_from(sorted(COMPARED)).flatmap(of), dated, month, member)


FILTERS = st.sampled_from(
    [None, "whole > 0", 'text = "A"', "group.rank >= 0 AND open", "score > 1", "ISBLANK(money)", "total * 2 > whole",
     'OR(color = "red", day < TODAY())', "1 / whole > 0"]
)  # fmt: skip
QUERIES = st.builds(
    RecordQuery,
    conditions=st.lists(_conditions(), max_size=3).map(tuple),
    filter=FILTERS,
    search=st.sampled_from(["", "", "a", "%", "三"]),
    sort=st.lists(
        st.builds(Sort, st.sampled_from([*ORDERED, "text", "color", "open"]), st.booleans()), max_size=2
    ).map(tuple),
    limit=st.integers(1, 5),
    count=st.just("exact"),
)


@pytest.fixture(params=["sqlite", "postgresql"])
def both(request: pytest.FixtureRequest) -> Iterator[Both]:
    """The same empty app in a database and in memory; ids run alike in both."""
    documents = make_every_type_app()
    url = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    database = open_database(url)
    store = make_store(database)
    stored = make_repository(store, publish(store, documents))
    yield stored, MemoryRepository(MemoryStore(StillClock(), CountedIds()), loaded(documents), SYSTEM)
    database.close()


def _create(both: Both, entity: str, values: dict[str, Any]) -> str:
    one, other = (each.create(entity, values).id for each in both)
    assert one == other
    return one


def _empty(both: Both) -> None:
    for repository in both:
        for entity in (THING, GROUP):
            while records := repository.find(entity, RecordQuery(limit=500)).records:
                for each in records:
                    repository.delete(entity, each.id, each.version)
                    repository.purge(entity, each.id)


def _pages(repository: Any, query: RecordQuery) -> list[Any]:
    found: list[Any] = []
    cursor: str | None = None
    while True:
        page = repository.find(THING, RecordQuery(
            conditions=query.conditions, filter=query.filter, search=query.search, sort=query.sort,
            limit=query.limit, cursor=cursor, count="exact",
        ))  # fmt: skip
        found += page.records
        assert page.total is not None
        assert len(found) <= page.total
        cursor = page.next_cursor
        if cursor is None:
            assert len(found) == page.total
            return found


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(data=st.data())
def test_a_database_answers_what_memory_answers(both: Both, data: st.DataObject) -> None:
    _empty(both)
    groups = [_create(both, GROUP, {"name": f"g{rank}", "rank": rank}) for rank in (-2, 0, None)]
    for values in data.draw(_things(groups)):
        _create(both, THING, values)

    for query in data.draw(st.lists(QUERIES, min_size=3, max_size=6)):
        stored, remembered = (_pages(each, query) for each in both)
        assert [each.id for each in stored] == [each.id for each in remembered]
        assert [each.values for each in stored] == [each.values for each in remembered]

    stored, remembered = (each.find(GROUP, RecordQuery()).records for each in both)
    assert [each.values for each in stored] == [each.values for each in remembered]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(data=st.data())
def test_every_column_gives_back_what_it_got(both: Both, data: st.DataObject) -> None:
    stored, _ = both
    values = data.draw(st.fixed_dictionaries(VALUES))

    read = stored.get(THING, stored.create(THING, values).id).values

    assert {name: read[name] for name in values} == values
    assert all(type(read[name]) is type(value) for name, value in values.items())


def test_the_largest_decimals_are_exact(both: Both) -> None:
    stored, _ = both
    largest = Decimal("9999999999999999.99")

    ids = [stored.create(THING, {"money": each}).id for each in (largest, -largest)]

    assert [stored.get(THING, id).values["money"] for id in ids] == [largest, -largest]
    assert stored.get_json(THING, ids[1])["money"] == "-9999999999999999.99"
