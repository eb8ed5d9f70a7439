"""Figures that cross a limit: the state of each record, so that a flow starts once per crossing."""

from decimal import Decimal

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.postgresql import insert as insert_on_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_on_sqlite

from engine.kernel.values import Value
from engine.metadata.model import ThresholdTrigger
from runtime.flows.firing import Happening, does_fire
from runtime.storage.sql_types import is_sqlite
from runtime.storage.system_tables_flows import sys_threshold

ARMED, FIRED = "armed", "fired"
_rows = sys_threshold.c


def crosses(connection: Connection, happening: Happening, record: str) -> bool:
    """Tell whether a figure crosses its limit now, and keep that it did; errors and blanks cross nothing."""
    trigger = happening.plan.flow.trigger
    assert isinstance(trigger, ThresholdTrigger)
    value, limit = _number(happening.value("trigger", "value")), _number(happening.value("trigger", "limit"))
    reset = _number(happening.value("trigger", "reset")) if trigger.reset else limit
    if value is None or limit is None or reset is None:
        return False
    state = _state(connection, happening, record)
    beyond, back = _sides(trigger, value, limit, reset)
    if state == FIRED and back:
        _keep(connection, happening, record, ARMED)
    if state != ARMED or not beyond or not does_fire(happening):
        return False
    _keep(connection, happening, record, FIRED)
    return True


def _sides(trigger: ThresholdTrigger, value: Decimal, limit: Decimal, reset: Decimal) -> tuple[bool, bool]:
    if trigger.direction == "below":
        return value < limit, value >= reset
    return value > limit, value <= reset


def _state(connection: Connection, happening: Happening, record: str) -> str:
    """Return the state of a record, of which there is one row from now on that nobody else changes."""
    flow = happening.plan.flow.id
    inserting = insert_on_sqlite if is_sqlite(connection.dialect) else insert_on_postgresql
    row = {"flow_id": flow, "record_id": record, "state": ARMED, "modified_at": happening.context.now}
    connection.execute(inserting(sys_threshold).values(row).on_conflict_do_nothing())
    mine = select(_rows.state).where(_rows.flow_id == flow, _rows.record_id == record)
    return str(connection.execute(mine.with_for_update()).scalar_one())


def _keep(connection: Connection, happening: Happening, record: str, state: str) -> None:
    mine = update(sys_threshold).where(_rows.flow_id == happening.plan.flow.id, _rows.record_id == record)
    connection.execute(mine.values(state=state, modified_at=happening.context.now))


def _number(value: Value) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return Decimal(value)
