"""Whether the figure of a record is beyond its limit: kept, so that a flow starts once per crossing."""

from datetime import datetime

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.postgresql import insert as insert_on_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_on_sqlite

from runtime.storage.sql_types import is_sqlite
from runtime.storage.system_tables_flows import sys_threshold

WITHIN, BEYOND = "within", "beyond"
_rows = sys_threshold.c


def is_beyond(connection: Connection, flow: str, record: str, now: datetime) -> bool:
    """Tell how a record stood last; its row is nobody else's until this unit of work has ended."""
    inserting = insert_on_sqlite if is_sqlite(connection.dialect) else insert_on_postgresql
    row = {"flow_id": flow, "record_id": record, "state": WITHIN, "modified_at": now}
    connection.execute(inserting(sys_threshold).values(row).on_conflict_do_nothing())
    mine = select(_rows.state).where(_rows.flow_id == flow, _rows.record_id == record)
    return bool(connection.execute(mine.with_for_update()).scalar_one() == BEYOND)


def keep_beyond(connection: Connection, flow: str, record: str, now: datetime, *, beyond: bool) -> None:
    """Keep how a record stands now."""
    mine = update(sys_threshold).where(_rows.flow_id == flow, _rows.record_id == record)
    connection.execute(mine.values(state=BEYOND if beyond else WITHIN, modified_at=now))
