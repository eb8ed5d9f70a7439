"""Whether the figure of a record is beyond its limit: kept, so that a flow starts once per crossing."""

from datetime import datetime
from functools import lru_cache

from sqlalchemy import Connection, Dialect, bindparam, select, update

from runtime.storage.inserting import inserting
from runtime.storage.statement import Statement, compile_statement, run, run_one
from runtime.storage.system_tables_flows import sys_threshold

WITHIN, BEYOND = "within", "beyond"
_rows = sys_threshold.c


def is_beyond(connection: Connection, flow: str, record: str, now: datetime) -> bool:
    """Tell how a record stood last; its row is nobody else's until this unit of work has ended."""
    whose = {"flow_id": flow, "record_id": record}
    begin, ask = _asking(connection.dialect)
    run_one(connection, begin, {**whose, "state": WITHIN, "modified_at": now})
    [[state]] = run(connection, ask, whose)
    return bool(state == BEYOND)


def keep_beyond(connection: Connection, flow: str, record: str, now: datetime, *, beyond: bool) -> None:
    """Keep how a record stands now."""
    mine = update(sys_threshold).where(_rows.flow_id == flow, _rows.record_id == record)
    connection.execute(mine.values(state=BEYOND if beyond else WITHIN, modified_at=now))


@lru_cache(maxsize=4)
def _asking(dialect: Dialect) -> tuple[Statement, Statement]:
    """Return what adds a row where there is none, and what reads and locks it: asked at every write."""
    row = {column.name: bindparam(column.name, type_=column.type) for column in sys_threshold.columns}
    begin = inserting(dialect, sys_threshold).values(row).on_conflict_do_nothing()
    mine = select(_rows.state).where(_rows.flow_id == row["flow_id"], _rows.record_id == row["record_id"])
    return compile_statement(begin, dialect), compile_statement(mine.with_for_update(), dialect)
