"""Processes that buy the same goods at the same time, straight on the database; for tests of overselling.

On SQLite, whose file one server owns, they share it by BEGIN IMMEDIATE and remember nothing in between.
"""

from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Dialect, make_url

from engine.access.principal import SYSTEM
from engine.entities.stock import StockLine
from runtime.stock.holding import Holder
from runtime.stock.reserving import reserve
from runtime.storage.connect import open_database
from runtime.storage.database import Database, forget
from runtime.storage.repository import Repository, Store
from runtime.storage.sqlite import _engine
from runtime.storage.unit import Origin
from runtime.system import SystemClock, SystemIds
from tests.factories.definitions import load
from tests.factories.stock import ORDER, STOCK, make_stock_documents
from tests.factories.stores import make_store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Errand:
    """What one process tries: one piece at a time, so many times of each product, round after round."""

    url: str
    products: tuple[str, ...]
    warehouse: str
    order: str
    attempts: int


def buy_together(errands: list[Errand]) -> list[list[int]]:
    """Send a process for each errand, all at once; return how many pieces each got in each round."""
    context = get_context("spawn")
    barrier, results = context.Barrier(len(errands)), context.Queue()
    buyers = [context.Process(target=_buy, args=(each, barrier, results)) for each in errands]
    for each in buyers:
        each.start()
    got = [results.get(timeout=240) for _ in buyers]
    for each in buyers:
        each.join()
    return got


class _SharedFile:
    """A SQLite file that several processes write by turns."""

    def __init__(self, path: Path) -> None:
        self._engine = _engine(path, "BEGIN IMMEDIATE", ("synchronous = NORMAL", "busy_timeout = 60000"))

    @property
    def dialect(self) -> Dialect:
        return self._engine.dialect

    def write(self, work: Callable[[Connection], T]) -> T:
        with self._engine.begin() as connection:
            forget(connection)
            return work(connection)

    def close(self) -> None:
        self._engine.dispose()


def _buy(errand: Errand, barrier: Any, results: Any) -> None:
    url = make_url(errand.url)
    is_file = url.drivername == "sqlite"
    database: Any = _SharedFile(Path(str(url.database))) if is_file else open_database(errand.url)
    repository = _repository(database)
    got: list[int] = []
    for product in errand.products:
        barrier.wait(timeout=120)
        got.append(sum(_one(database, repository, errand, product) for _ in range(errand.attempts)))
    results.put(got)
    database.close()


def _repository(database: Database) -> Repository:
    base = make_store(database)
    store = Store(database=database, clock=SystemClock(), ids=SystemIds(), log=base.log)
    return Repository(store, load(make_stock_documents()), SYSTEM, Origin("flow", by_hand=False))


def _one(database: Any, repository: Repository, errand: Errand, product: str) -> bool:
    line = StockLine(line=SystemIds().record_id(), product=product, warehouse=errand.warehouse, quantity=1)
    holder = Holder(entity=ORDER, record=errand.order)
    return not database.write(
        lambda connection: reserve(repository.within(connection).unit, STOCK, holder, [line])
    )
