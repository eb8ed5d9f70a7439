"""The tables of flows: departments, runs, tasks, what waits to be done, incidents, notifications.

Only their shape, like `system_tables`; a revision under `migrations/` makes them.
"""

from sqlalchemy import Column, ForeignKey, Index, PrimaryKeyConstraint, Table, UniqueConstraint

from runtime.storage.sql_types import Instant, Json, Key, Whole, Words
from runtime.storage.system_tables import METADATA


def _table(name: str, *parts: Column | PrimaryKeyConstraint | UniqueConstraint | Index) -> Table:  # type: ignore[type-arg]
    return Table(name, METADATA, *parts, sqlite_strict=True, sqlite_with_rowid=False)


sys_department = _table(
    "sys_department",
    Column("id", Key, primary_key=True),
    Column("name", Words, nullable=False, unique=True),
    Column("names", Json, nullable=False),  # name per language
    Column("parent_id", Key, index=True),
    Column("head_id", Key),
    Column("created_at", Instant, nullable=False),
    Column("modified_at", Instant, nullable=False),
    Column("version", Whole, nullable=False, default=1),
)

sys_flow_instance = _table(
    "sys_flow_instance",
    Column("id", Key, primary_key=True),
    Column("app_id", Words, nullable=False),
    Column("flow_id", Words, nullable=False),
    Column("release", Whole, nullable=False),
    Column("entity_id", Words, nullable=False),
    Column("record_id", Key, nullable=False),
    Column("submitter", Key),
    Column("state", Words, nullable=False),  # running, completed, rejected, withdrawn, cancelled
    Column("document", Json, nullable=False),
    Column("version", Whole, nullable=False, default=1),
    Column("started_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("chain", Words, nullable=False),  # the run everything began with
    Column("depth", Whole, nullable=False, default=0),
    Column("parent", Key),
    Index("ix_sys_flow_instance_record", "record_id", "started_at"),
    Index("ix_sys_flow_instance_submitter", "submitter", "id"),
    Index("ix_sys_flow_instance_chain", "chain"),
)

sys_task = _table(
    "sys_task",
    Column("id", Key, primary_key=True),
    Column("instance_id", Key, ForeignKey("sys_flow_instance.id", ondelete="CASCADE"), nullable=False),
    Column("number", Whole, nullable=False),
    Column("app_id", Words, nullable=False),
    Column("flow_id", Words, nullable=False),
    Column("node_id", Words, nullable=False),
    Column("entity_id", Words, nullable=False),
    Column("record_id", Key, nullable=False),
    Column("kind", Words, nullable=False),  # approval, fill_in, resubmit
    Column("state", Words, nullable=False),
    Column("person", Key, nullable=False),
    Column("submitter", Key),
    Column("since", Instant, nullable=False),
    Column("due", Instant),
    Column("decided_at", Instant),
    Column("decided_by", Key),
    Column("opinion", Words, nullable=False, default=""),
    Column("version", Whole, nullable=False, default=1),
    UniqueConstraint("instance_id", "number"),
    Index("ix_sys_task_person", "person", "state", "id"),
    Index("ix_sys_task_decided_by", "decided_by", "decided_at"),
    Index("ix_sys_task_record", "record_id", "person", "state"),
)

sys_outbox = _table(
    "sys_outbox",
    Column("id", Key, primary_key=True),
    Column("kind", Words, nullable=False),  # start, advance, timer, schedule, upkeep; call, letter
    Column("app_id", Words, nullable=False),
    Column("instance_id", Key, index=True),
    Column("effect_key", Words, nullable=False, unique=True),
    Column("payload", Json, nullable=False),
    Column("state", Words, nullable=False),  # ready, leased, done, parked
    Column("run_at", Instant, nullable=False),
    Column("attempt", Whole, nullable=False, default=0),
    Column("lease_owner", Words),
    Column("lease_until", Instant),
    Column("fence", Whole, nullable=False, default=0),
    Column("order_key", Words),  # rows of one key are done in the order in which they came
    Column("created_at", Instant, nullable=False),
    Index("ix_sys_outbox_due", "state", "run_at"),
    Index("ix_sys_outbox_order", "order_key", "id"),
)

sys_incident = _table(
    "sys_incident",
    Column("id", Key, primary_key=True),
    Column("app_id", Words, nullable=False),
    Column("flow_id", Words),
    Column("node_id", Words),
    Column("instance_id", Key, index=True),
    Column("entity_id", Words),
    Column("record_id", Key),
    Column("kind", Words, nullable=False),  # step, call, inbound, loop, stock
    Column("code", Words, nullable=False),
    Column("params", Json, nullable=False),
    Column("subject", Words, nullable=False, unique=True),  # what went wrong; one open incident each
    Column("token", Whole),
    Column("effect", Json),  # what was being done, to do it again or otherwise
    Column("outbox_id", Key),
    Column("at", Instant, nullable=False),
    Column("attempts", Whole, nullable=False, default=1),
    Column("state", Words, nullable=False),  # open, closed
    Column("closed_at", Instant),
    Column("closed_by", Key),
    Column("closed_how", Words),
    Column("version", Whole, nullable=False, default=1),
    Index("ix_sys_incident_state", "state", "id"),
)

sys_notification = _table(
    "sys_notification",
    Column("id", Key, primary_key=True),
    Column("user_id", Key, ForeignKey("sys_user.id", ondelete="CASCADE"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("read_at", Instant),
    Column("subject", Words, nullable=False),
    Column("body", Words, nullable=False),
    Column("app_id", Words, nullable=False),
    Column("entity_id", Words),
    Column("record_id", Key),
    Column("task_id", Key),
    Index("ix_sys_notification_user_id", "user_id", "id"),
)

sys_threshold = _table(
    "sys_threshold",
    Column("flow_id", Words, nullable=False),
    Column("record_id", Key, nullable=False),
    Column("state", Words, nullable=False),  # armed, fired
    Column("modified_at", Instant, nullable=False),
    PrimaryKeyConstraint("flow_id", "record_id"),
)
