"""Formulas that the database works out for records of before are what writing these records would give."""

from typing import Any

import pytest

from engine.metadata.definition import Definition
from runtime.storage.database import Database
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
    formulas = outdated(None, definition, definition.entities[ITEM], frozenset())
    return computing(definition, store.database.dialect, formulas) is not None


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
