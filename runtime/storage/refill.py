"""Fills columns of tables that already have rows: converted values, sort keys; in batches, by key."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, select, update

from engine.kernel.issue import Issue

BATCH = 1_000
SAMPLES = 5

Row = Sequence[Any]
Change = Callable[[Any], Any]


def batches(connection: Connection, table: Table, *columns: Column[Any]) -> Iterator[list[Row]]:
    """Yield the ids and columns of all rows, a batch at a time, whatever is written in between."""
    last = None
    while True:
        found = select(table.c.id, *columns).order_by(table.c.id).limit(BATCH)
        rows = connection.execute(found if last is None else found.where(table.c.id > last)).all()
        if not rows:
            return
        yield list(rows)
        last = rows[-1][0]


def refill(
    connection: Connection, table: Table, source: Column[Any], target: Column[Any], change: Change
) -> None:
    """Set a column to what becomes of another one; blanks stay blank."""
    same = table.c.id == bindparam("row_id")
    statement = update(table).where(same).values({target.name: bindparam("filled", type_=target.type)})
    for rows in batches(connection, table, source):
        filled = [{"row_id": id, "filled": change(value)} for id, value in rows if value is not None]
        if filled:
            connection.execute(statement, filled)


def judged(
    connection: Connection, table: Table, source: Column[Any], change: Change, *more: Column[Any]
) -> Iterator[tuple[Row, Issue | None]]:
    """Yield every row that has a value, its id first, with why the value cannot be changed if it cannot."""
    for rows in batches(connection, table, source, *more):
        for row in rows:
            if row[1] is not None:
                changed = change(row[1])
                yield row, changed if isinstance(changed, Issue) else None


def refused_values(
    connection: Connection, table: Table, source: Column[Any], change: Change
) -> tuple[int, list[str]]:
    """Return how many values cannot be changed, and some of them."""
    count, samples = 0, list[str]()
    for (_, value), reason in judged(connection, table, source, change):
        if reason is not None:
            count += 1
            samples += [str(value)[:40]] if len(samples) < SAMPLES else []
    return count, samples
