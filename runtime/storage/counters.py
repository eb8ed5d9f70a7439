"""Numbers that run: the next of a series, without gaps, in the transaction that uses it."""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Dialect, bindparam
from sqlalchemy.dialects.postgresql import insert as insert_on_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_on_sqlite

from engine.entities.field_types.sequence import period, render
from engine.metadata.model import SequenceOptions
from runtime.storage.sql_types import Words, is_sqlite
from runtime.storage.statement import Statement, compile_statement, run
from runtime.storage.system_tables import sys_counter


def next_number(connection: Connection, series: str, period: str) -> int:
    """Take the next number; whoever comes second waits, and a rollback gives it back."""
    taken = run(connection, _taking(connection.dialect), {"series": series, "period": period})
    return int(taken[0][0])


@lru_cache(maxsize=4)
def _taking(dialect: Dialect) -> Statement:
    inserting = insert_on_sqlite if is_sqlite(dialect) else insert_on_postgresql
    names = {name: bindparam(name, type_=Words()) for name in ("series", "period")}
    first = inserting(sys_counter).values(**names, value=1)
    counted = first.on_conflict_do_update(
        index_elements=["series", "period"], set_={"value": sys_counter.c.value + 1}
    )
    return compile_statement(counted.returning(sys_counter.c.value), dialect)


def sequence_value(
    connection: Connection, series: str, options: SequenceOptions, now: datetime, zone: ZoneInfo
) -> str:
    """Return the next formatted number of a sequence field."""
    today = now.astimezone(zone).date()
    number = next_number(connection, series, period(options, today))
    return render(options, number, today)
