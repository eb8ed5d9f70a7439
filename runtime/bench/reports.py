"""Six questions of a dashboard over generated order lines, against hand-written SQL on the same tables."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from sqlalchemy import Connection, Table, insert

from engine.access.principal import SYSTEM
from engine.metadata.definition import Definition
from runtime.bench.report import Line
from runtime.bench.report_documents import (
    CHANNELS,
    CUSTOMER_COUNT,
    CUSTOMERS,
    LINES,
    LINES_PER_ORDER,
    ORDERS,
    PRODUCT_COUNT,
    PRODUCTS,
    documents,
    questions,
)
from runtime.bench.reports_by_hand import by_hand
from runtime.reports.ask import snapshot
from runtime.reports.reporting import Reporting
from runtime.server.services import Services
from runtime.server.wiring import open_services
from runtime.settings import Settings
from runtime.storage.database import Database
from runtime.storage.physical import record_tables
from runtime.storage.sql_types import is_sqlite

BATCH = 5_000
TIMES = 5
_FIRST = date(2024, 1, 1)
_MADE = datetime(2026, 1, 1, tzinfo=UTC)


def measure_reports(url: str, lines: int) -> Iterator[Line]:
    """Fill an empty database and yield questions per second, the product's and those by hand."""
    with TemporaryDirectory(prefix="tongdao-bench-") as folder:
        settings = Settings(data=Path(folder), database=url.format(folder=folder))
        services = open_services(settings)
        try:
            services.install(documents())
            definition = services.apps.get("figures").definition
            fill(services, definition, lines)
            yield from _compare(services, definition)
        finally:
            services.close()


def fill(services: Services, definition: Definition, lines: int) -> None:
    """Put generated rows straight into the tables."""
    tables = record_tables(definition)
    orders = max(1, lines // LINES_PER_ORDER)
    parts: list[tuple[Table, Callable[[int], dict[str, Any]], int]] = [
        (tables[CUSTOMERS].table, _customer, CUSTOMER_COUNT),
        (tables[PRODUCTS].table, _product, PRODUCT_COUNT),
        (tables[ORDERS].table, _order, orders),
        (tables[ORDERS].lines[LINES].table, _line, orders * LINES_PER_ORDER),
    ]
    for target, make, count in parts:
        for first in range(0, count, BATCH):
            rows = [make(number) for number in range(first, min(first + BATCH, count))]
            services.database.write(partial(_insert, target=target, rows=rows))
    services.database.write(_analyse)


def _insert(connection: Connection, target: Table, rows: list[dict[str, Any]]) -> None:
    connection.execute(insert(target), rows)


def _analyse(connection: Connection) -> None:
    connection.exec_driver_sql("ANALYZE")


def _compare(services: Services, definition: Definition) -> Iterator[Line]:
    database = services.database
    reporting = Reporting(services.store, definition, SYSTEM)
    # SQLite works in this thread, whose own time other processes do not disturb.
    clock = time.thread_time if is_sqlite(database.dialect) else time.perf_counter
    hand = by_hand(on_sqlite=is_sqlite(database.dialect))
    for title, query in questions():
        ask, run = partial(reporting.ask, query, "en"), partial(_run, database, hand[title])
        ours, theirs = _milliseconds(clock, ask, run)
        yield Line(title, ours, theirs, "ms")


def _run(database: Database, statements: tuple[str, ...]) -> None:
    with snapshot(database) as connection:
        driver = cast(Any, connection.connection.driver_connection)
        for text in statements:
            driver.execute(text).fetchall()


def _milliseconds(clock: Callable[[], float], *works: Callable[[], object]) -> list[float]:
    """Return the best of a few runs of each, in turn, after one of each that warms up."""
    best = [float("inf") for _ in works]
    for run in range(TIMES + 1):
        for place, work in enumerate(works):
            begin = clock()
            work()
            if run:
                best[place] = min(best[place], clock() - begin)
    return [seconds * 1000 for seconds in best]


def _id(kind: int, number: int) -> str:
    return f"0192f7c4-{kind:04x}-7000-8000-{number:012x}"


def _system(kind: int, number: int) -> dict[str, Any]:
    return {"id": _id(kind, number), "created_at": _MADE, "modified_at": _MADE, "version": 1}


def _customer(number: int) -> dict[str, Any]:
    return {**_system(1, number), "f_cnam": f"Customer {number}", "f_cpro": f"Province {number % 31}"}


def _product(number: int) -> dict[str, Any]:
    return {**_system(2, number), "f_pnam": f"Product {number}", "f_pcat": f"Category {number % 12}"}


def _order(number: int) -> dict[str, Any]:
    return {
        **_system(3, number),
        "f_odat": _FIRST + timedelta(days=number % 900),
        "f_ochn": CHANNELS[number % len(CHANNELS)],
        "f_ocus": _id(1, number * 7919 % CUSTOMER_COUNT),
        "f_ofre": Decimal(number % 5_000) / 100,
    }


def _line(number: int) -> dict[str, Any]:
    return {
        "id": _id(4, number),
        "parent": _id(3, number // LINES_PER_ORDER),
        "position": number % LINES_PER_ORDER,
        "f_lpro": _id(2, number * 104_729 % PRODUCT_COUNT),
        "f_lqua": number % 9 + 1,
        "f_lamo": Decimal(number * 31 % 100_000) / 100,
    }
