"""Numbers that run: the next of a series, without gaps, in the transaction that uses it."""

from functools import lru_cache

from sqlalchemy import Connection, Dialect, bindparam

from runtime.storage.inserting import inserting
from runtime.storage.sql_types import Words
from runtime.storage.statement import Statement, compile_statement, run
from runtime.storage.system_tables import sys_counter


def next_numbers(connection: Connection, series: str, period: str, count: int) -> range:
    """Take the next numbers; whoever comes second waits, and a rollback gives them back."""
    taken = run(connection, _taking(connection.dialect), {"series": series, "period": period, "count": count})
    last = int(taken[0][0])
    return range(last - count + 1, last + 1)


@lru_cache(maxsize=4)
def _taking(dialect: Dialect) -> Statement:
    names = {name: bindparam(name, type_=Words()) for name in ("series", "period")}
    count = bindparam("count", type_=sys_counter.c.value.type)
    first = inserting(dialect, sys_counter).values(**names, value=count)
    counted = first.on_conflict_do_update(
        index_elements=["series", "period"], set_={"value": sys_counter.c.value + first.excluded.value}
    )
    return compile_statement(counted.returning(sys_counter.c.value), dialect)
