"""Formulas that the database works out for records of before are what writing these records would give."""

from typing import Any

import pytest
from sqlalchemy import Connection

from engine.kernel.errors import Conflict
from engine.metadata.definition import Definition, FieldPlace
from engine.ports import NewRelease
from engine.query.record_query import RecordQuery
from runtime.storage.ahead import compute_since, work_ahead
from runtime.storage.database import Database
from runtime.storage.definition_store import StoredDefinitions
from runtime.storage.planner import Planner, loaded
from runtime.storage.recompute import outdated
from runtime.storage.recompute_in_sql import computing
from runtime.storage.repository import Store
from tests.factories.documents import make_app, make_entity, make_field
from tests.factories.stores import make_repository, make_store, publish

ITEM = "ent_item001"
FIELDS = [
    make_field("fld_name001", "name"),
    make_field("fld_amnt001", "amount", "money"),
    make_field("fld_rate001", "rate", "percent"),
    make_field("fld_pces001", "pieces", "integer"),
    make_field("fld_day0001", "day", "date"),
    make_field("fld_at00001", "at", "datetime"),
    make_field("fld_urgt001", "urgent", "switch"),
]
ROWS: list[dict[str, Any]] = [
    {},
    {"name": "张三", "amount": "12.34", "rate": "0.5", "pieces": 3, "day": "2026-02-28", "urgent": True},
    {"name": "  Ab ", "amount": "-0.05", "rate": "0.3333", "pieces": 0, "at": "2026-03-01T18:30:00Z"},
    {"name": "%_'", "amount": "9999999999999999", "rate": "1", "pieces": 99999999999999},
    {"name": "a", "amount": "0", "rate": "0", "pieces": -7, "day": "2024-02-29", "urgent": False},
]
FORMULAS = [
    ("money", "amount * (1 - rate)"),
    ("money", "amount * amount"),
    ("decimal", "amount / pieces"),
    ("integer", "pieces * pieces"),
    ("integer", "ROUND(amount, 0)"),
    ("percent", "amount / 100"),
    ("text", 'name & "/" & UPPER(name)'),
    ("text", 'IF(urgent, name, "")'),
    ("text", "TRIM(name)"),
    ("boolean", "amount > 0"),
    ("boolean", "AND(urgent, pieces > 1)"),
    ("date", "day + 30"),
    ("integer", "YEAR(day) - MONTH(day)"),
]


def _documents(*more: dict[str, Any]) -> dict[str, Any]:
    fields = [*FIELDS, *more]
    return {"app.json": make_app(), "entities/item.json": make_entity(ITEM, "item", fields)}


@pytest.fixture
def store(database: Database) -> Store:
    return make_store(database)


def _formula(result: str, expression: str, id: str = "fld_made001") -> dict[str, Any]:
    return make_field(id, "made", "formula", options={"expression": expression, "result": result})


def test_formulas_of_old_records_are_what_writing_them_gives(store: Store) -> None:
    records = make_repository(store, publish(store, _documents()))
    ids = [records.create(ITEM, row).id for row in ROWS]

    for number, (result, expression) in enumerate(FORMULAS):
        field = _formula(result, expression, f"fld_made{number:03d}")
        definition = publish(store, _documents(field))
        written = make_repository(store, definition)
        kept = [written.get(ITEM, id).values["made"] for id in ids]
        anew = [written.get(ITEM, written.create(ITEM, row).id).values["made"] for row in ROWS]

        assert kept == anew, expression
        assert _is_said(definition, store), expression


def _is_said(definition: Definition, store: Store) -> bool:
    return computing(definition, store.database.dialect, _formulas(definition)) is not None


def _formulas(definition: Definition) -> tuple[FieldPlace, ...]:
    return outdated(None, definition, definition.entities[ITEM], frozenset())


def test_only_formulas_that_changed_and_those_that_read_them_are_worked_out_again(store: Store) -> None:
    first = _formula("money", "amount * 2")
    second = make_field(
        "fld_scnd001", "second", "formula", options={"expression": "made + 1", "result": "money"}
    )
    third = make_field(
        "fld_thrd001", "third", "formula", options={"expression": "pieces + 1", "result": "integer"}
    )
    old = publish(store, _documents(first, second, third))
    new = publish(store, _documents(_formula("money", "amount * 3"), second, third))

    found = outdated(old, new, new.entities[ITEM], frozenset())

    assert [place.field.name for place in found] == ["made", "second"]
    assert [
        place.field.name for place in outdated(new, new, new.entities[ITEM], frozenset({"fld_pces001"}))
    ] == ["third"]


def test_formulas_worked_out_ahead_in_batches_are_the_same(store: Store) -> None:
    records = make_repository(store, publish(store, _documents()))
    ids = [records.create(ITEM, row).id for row in ROWS]
    documents = _documents(_formula("money", "amount * 2"), _formula_of_it())

    definition = _publish_in_batches(store, documents, batch=2)

    written = make_repository(store, definition)
    kept = [written.get(ITEM, id).values["second"] for id in ids]
    anew = [written.get(ITEM, written.create(ITEM, row).id).values["second"] for row in ROWS]
    assert kept == anew


def test_what_is_written_while_formulas_are_worked_out_is_worked_out_at_publishing(store: Store) -> None:
    old = publish(store, _documents())
    records = make_repository(store, old)
    ids = [records.create(ITEM, row).id for row in ROWS]
    new = loaded(_documents(_formula("integer", "pieces + 1")))
    begun = work_ahead(store.database, store.clock, (old, new), lambda _: None, batch=2)
    records.update(ITEM, ids[1], {"pieces": 10}, 1)
    records.create(ITEM, {"pieces": 20})

    store.database.write(lambda connection: compute_since(connection, new, _formulas(new), begun[ITEM]))

    written = make_repository(store, publish(store, _documents(_formula("integer", "pieces + 1"))))
    made = written.find(ITEM, RecordQuery(fields=("made",), limit=50)).records
    assert sorted(each.values["made"] for each in made) == [-6, 1, 1, 11, 21, 100000000000000]


def test_working_ahead_stops_where_another_release_came_in_between(store: Store) -> None:
    old = publish(store, _documents())
    records = make_repository(store, old)
    for row in ROWS:
        records.create(ITEM, row)

    def guard(connection: Connection) -> None:
        raise Conflict.of("release.base.stale", base=1, newest=2)

    with pytest.raises(Conflict):
        work_ahead(
            store.database, store.clock, (old, loaded(_documents(_formula("integer", "pieces")))), guard, 2
        )


def _formula_of_it() -> dict[str, Any]:
    return make_field(
        "fld_scnd001", "second", "formula", options={"expression": "made + 1", "result": "money"}
    )


def _publish_in_batches(store: Store, documents: dict[str, Any], batch: int) -> Definition:
    planner = Planner(store.database, store.clock, store.log, batch=batch)
    newest = StoredDefinitions(store.database).newest("inspection")
    assert newest is not None
    planner.publish(NewRelease("inspection", newest.number, documents, "", ""))
    return loaded(documents)
