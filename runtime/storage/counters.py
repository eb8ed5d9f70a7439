"""Numbers that run: the next of a series, without gaps, in the transaction that uses it."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import insert as insert_on_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_on_sqlite

from engine.metadata.model import SequenceOptions
from runtime.storage.sql_types import is_sqlite
from runtime.storage.system_tables import sys_counter

_PART = re.compile(r"\{(yyyyMMdd|yyyyMM|yyyy|0+)\}")
_PERIODS = {"never": "", "year": "%Y", "month": "%Y%m", "day": "%Y%m%d"}
_DATES = {"yyyy": "%Y", "yyyyMM": "%Y%m", "yyyyMMdd": "%Y%m%d"}


def next_number(connection: Connection, series: str, period: str) -> int:
    """Take the next number; whoever comes second waits, and a rollback gives it back."""
    inserting = insert_on_sqlite if is_sqlite(connection.dialect) else insert_on_postgresql
    taken = inserting(sys_counter).values(series=series, period=period, value=1)
    counted = taken.on_conflict_do_update(
        index_elements=["series", "period"], set_={"value": sys_counter.c.value + 1}
    )
    return int(connection.execute(counted.returning(sys_counter.c.value)).scalar_one())


def sequence_value(
    connection: Connection, series: str, options: SequenceOptions, now: datetime, zone: ZoneInfo
) -> str:
    """Return the next formatted number of a sequence field."""
    today = now.astimezone(zone)
    number = next_number(connection, series, today.strftime(_PERIODS[options.reset]))

    def part(found: re.Match[str]) -> str:
        kind = found[1]
        return today.strftime(_DATES[kind]) if kind in _DATES else str(number).zfill(len(kind))

    return _PART.sub(part, options.format)
