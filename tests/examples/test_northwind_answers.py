"""Northwind, brought in by the importer, answers by configured reports what is known of it."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from engine.access.principal import SYSTEM
from engine.metadata.definition import Definition
from runtime.reports.reporting import Reporting
from runtime.storage.database import Database
from runtime.storage.repository import Repository
from runtime.storage.unit import Origin
from runtime.transfer.importing import Destination
from runtime.transfer.people import directory
from runtime.transfer.seeds import load_seed
from tests.factories.stores import make_store, publish

HERE = Path(__file__).parent
FOLDER = HERE / "northwind"
ANSWERS = json.loads((HERE / "northwind.answers.json").read_text(encoding="utf-8"), parse_float=Decimal)


class Answers:
    """The reports of the app over its seeds."""

    def __init__(self, database: Database) -> None:
        store = make_store(database)
        definition: Definition = publish(store, {
            path.relative_to(FOLDER).as_posix(): json.loads(path.read_text(encoding="utf-8"))
            for path in FOLDER.rglob("*.json")
        })  # fmt: skip
        repository = Repository(store, definition, SYSTEM, Origin("seed", by_hand=False))
        where = Destination(database, repository, definition, directory([]))
        for seed in definition.seeds.values():
            list(load_seed(where, seed, FOLDER, date(2026, 11, 23)))
        self._reports = {each.name: each for each in definition.reports.values()}
        self._reporting = Reporting(store, definition, SYSTEM)

    def __call__(self, name: str) -> Any:
        return self._reporting.ask(self._reports[name].query, "en")["rows"]


@pytest.fixture
def answers(database: Database) -> Answers:
    return Answers(database)


def is_to_the_cent(found: str, known: Decimal) -> bool:
    """Answers are rounded to cents; exact halves, such as 167357.225, they round as binary fractions do."""
    return abs(Decimal(found) - known) <= Decimal("0.005")


def test_every_known_answer_is_given(answers: Answers) -> None:
    [key] = answers("key_figures")
    assert key["net_sales"] == "1265793.0395"
    assert is_to_the_cent(key["net_sales"], ANSWERS["net_sales_total"])
    assert key["orders"] == ANSWERS["orders"]
    assert key["late"] == ANSWERS["late_orders"]
    assert key["low"] == ANSWERS["below_reorder_level"]

    for report, member in (("net_sales_by_country", "country"), ("net_sales_by_category", "category_title")):
        rows = answers(report)
        assert [row[member] for row in rows] == [name for name, _ in ANSWERS[report]]
        for row, (_, known) in zip(rows, ANSWERS[report], strict=True):
            assert is_to_the_cent(row["net_sales"], known), row

    employees = [[row["employee_title"], row["orders"]] for row in answers("orders_per_employee")]
    assert employees == ANSWERS["orders_per_employee"]
