"""Records of the trade app: made by chance from a seed, put into a database, and as plain records."""

import random
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from engine.query.record_query import RecordQuery
from engine.reports.execute import Record
from runtime.storage.repository import Repository
from tests.factories.trade import COST, COUNT, CUSTOMER, EVERY, ORDER, PRODUCT

CITIES = ("北京", "上海", "X", None, "a", "A")
STATES = ("draft", "paid", "shipped", None)
FIRST = date(2025, 12, 20)


def fill(repository: Repository, seed: int, orders: int = 40) -> None:
    """Create records; the same seed makes the same records, in the same order."""
    chance = random.Random(seed)
    customers = [repository.create(CUSTOMER, _customer(chance, n)).id for n in range(7)]
    products = [repository.create(PRODUCT, _product(chance, n)).id for n in range(5)]
    for n in range(orders):
        made = repository.create(ORDER, _order(chance, n, customers, products))
        if n % 9 == 0:
            repository.delete(ORDER, made.id, 1)
    for n in range(20):
        repository.create(COST, _some(chance, {
            "name": f"k{n}", "spent_on": _day(chance), "customer": chance.choice(customers), "amount": _money(chance),
        }))  # fmt: skip
        repository.create(COUNT, _some(chance, {
            "name": f"s{n}", "day": _day(chance), "product": chance.choice(products),
            "quantity": str(Decimal(chance.randint(-9999, 9999)) / 1000),
        }))  # fmt: skip


def plain_records(repository: Repository) -> Mapping[str, Mapping[str, Record]]:
    """Return all records, those in the trash among them, as the oracle takes them."""
    return {entity: {each["id"]: each for each in _all(repository, entity)} for entity in EVERY}


def _all(repository: Repository, entity: str) -> Iterator[dict[str, Any]]:
    for trash in (False, True):
        for found in repository.find(entity, RecordQuery(limit=500, trash=trash)).records:
            each = repository.get(entity, found.id)
            lines = {
                name: [{"id": line.id, **line.values} for line in value]
                for name, value in each.values.items()
                if name == "lines" and isinstance(value, tuple)
            }
            system = {"id": each.id, "created_at": each.created_at, "deleted_at": each.deleted_at}
            yield {**system, "created_by": each.created_by, "version": each.version, **each.values, **lines}


def _customer(chance: random.Random, n: int) -> dict[str, Any]:
    more = {
        "city": chance.choice(CITIES),
        "level": chance.choice(["normal", "gold"]),
        "credit": _money(chance),
    }
    return {"name": f"c{n}", **_some(chance, more)}


def _product(chance: random.Random, n: int) -> dict[str, Any]:
    more = {"category": chance.choice(["tools", "food", "茶"]), "cost": _money(chance)}
    return {"name": f"p{n}", **_some(chance, more)}


def _order(chance: random.Random, n: int, customers: list[str], products: list[str]) -> dict[str, Any]:
    lines = [
        _some(chance, {
            "product": chance.choice(products), "quantity": chance.randint(-2, 9), "price": _money(chance),
        })
        for _ in range(chance.randint(0, 4))
    ]  # fmt: skip
    moment = datetime(2026, 10, 1, tzinfo=UTC) + timedelta(minutes=chance.randint(0, 90 * 24 * 60))
    more = {
        "date": _day(chance), "paid_on": _day(chance), "placed_at": moment.isoformat(),
        "customer": chance.choice(customers), "status": chance.choice(STATES), "freight": _money(chance),
        "secret": chance.choice("st"), "urgent": chance.choice([True, False]),
    }  # fmt: skip
    return {"no": f"n{n}", **_some(chance, more), "lines": lines}


def _some(chance: random.Random, values: dict[str, Any]) -> dict[str, Any]:
    """Leave some values out."""
    return {name: value for name, value in values.items() if value is not None and chance.random() > 0.12}


def _day(chance: random.Random) -> str:
    return (FIRST + timedelta(days=chance.choice([0, 12, 40, 300, 330, 338, 345, 380, 400]))).isoformat()


def _money(chance: random.Random) -> str:
    return str(Decimal(chance.randint(-500, 99_999)) / 100)
