"""The raw driver on the peer's database, in this process, without HTTP: what the database could give."""

import time
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from typing import Any

from sqlalchemy import Engine, Select, insert, select

from runtime.bench.documents import orders
from runtime.bench.plain import ORDER, open_engine, row_of

BATCH = 500


def measure_raw(url: str, ids: Sequence[str], seconds: float) -> dict[str, float]:
    """Return times per second by the title the same work has over HTTP."""
    engine = open_engine(url)
    try:
        return {
            "get one": _reading(engine, select(ORDER).where(ORDER.c.id == ids[0]), ids, seconds),
            "list 20": _reading(engine, select(ORDER).order_by(ORDER.c.no.desc()).limit(20), (), seconds),
            f"bulk create, {BATCH} a request": _inserting(engine, seconds) * BATCH,
        }
    finally:
        engine.dispose()


def _reading(engine: Engine, query: Select[Any], ids: Sequence[str], seconds: float) -> float:
    compiled = query.compile(engine)
    text, names = str(compiled), list(compiled.params)
    keys = cycle(ids or ("",))
    connection = engine.raw_connection()
    cursor = connection.cursor()

    def ask() -> None:
        key = next(keys)
        values = [compiled.params[name] if not ids else key for name in names]
        cursor.execute(text, _bound(engine, names, values))
        cursor.fetchall()

    try:
        return _per_second(ask, seconds)
    finally:
        connection.close()


def _bound(engine: Engine, names: list[str], values: list[object]) -> Sequence[Any] | Mapping[str, Any]:
    return tuple(values) if engine.dialect.paramstyle == "qmark" else dict(zip(names, values, strict=True))


def _inserting(engine: Engine, seconds: float) -> float:
    numbers = iter(range(50_000_000, 60_000_000, BATCH))

    def add() -> None:
        first = next(numbers)
        rows = [
            {"id": f"raw-{first + place}", "version": 1, **row_of(each)}
            for place, each in enumerate(orders(first, BATCH, ["c"]))
        ]
        with engine.begin() as connection:
            connection.execute(insert(ORDER), rows)

    return _per_second(add, seconds)


def _per_second(work: Callable[[], None], seconds: float) -> float:
    begin, times = time.perf_counter(), 0
    while time.perf_counter() - begin < seconds:
        work()
        times += 1
    return times / (time.perf_counter() - begin)
