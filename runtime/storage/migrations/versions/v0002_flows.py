"""Flows: departments, runs, tasks, the outbox, incidents, notifications; people know their department."""

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, UniqueConstraint

from runtime.storage.sql_types import Instant, Json, Key, Whole, Words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
    op.add_column("sys_user", Column("department_id", Key()))
    op.add_column("sys_user", Column("superior_id", Key()))
    op.create_index("ix_sys_user_department_id", "sys_user", ["department_id"], unique=False)
    _create_sys_department()
    _create_sys_flow_instance()
    _create_sys_task()
    _create_sys_outbox()
    _create_sys_incident()
    _create_sys_notification()
    _create_sys_threshold()


def _create_sys_department() -> None:
    op.create_table(
        "sys_department",
        Column("id", Key(), nullable=False),
        Column("name", Words(), nullable=False),
        Column("names", Json(), nullable=False),
        Column("parent_id", Key()),
        Column("head_id", Key()),
        Column("created_at", Instant(), nullable=False),
        Column("modified_at", Instant(), nullable=False),
        Column("version", Whole(), nullable=False),
        UniqueConstraint("name", name=op.f("uq_sys_department_name")),
        PrimaryKeyConstraint("id", name=op.f("pk_sys_department")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sys_department_parent_id", "sys_department", ["parent_id"], unique=False)


def _create_sys_flow_instance() -> None:
    op.create_table(
        "sys_flow_instance",
        Column("id", Key(), nullable=False),
        Column("app_id", Words(), nullable=False),
        Column("flow_id", Words(), nullable=False),
        Column("release", Whole(), nullable=False),
        Column("entity_id", Words(), nullable=False),
        Column("record_id", Key(), nullable=False),
        Column("submitter", Key()),
        Column("state", Words(), nullable=False),
        Column("document", Json(), nullable=False),
        Column("version", Whole(), nullable=False),
        Column("started_at", Instant(), nullable=False),
        Column("ended_at", Instant()),
        Column("chain", Words(), nullable=False),
        Column("depth", Whole(), nullable=False),
        Column("parent", Key()),
        PrimaryKeyConstraint("id", name=op.f("pk_sys_flow_instance")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_sys_flow_instance_record", "sys_flow_instance", ["record_id", "started_at"], unique=False
    )
    op.create_index("ix_sys_flow_instance_submitter", "sys_flow_instance", ["submitter", "id"], unique=False)
    op.create_index("ix_sys_flow_instance_chain", "sys_flow_instance", ["chain"], unique=False)


def _create_sys_task() -> None:
    op.create_table(
        "sys_task",
        Column("id", Key(), nullable=False),
        Column("instance_id", Key(), nullable=False),
        Column("number", Whole(), nullable=False),
        Column("app_id", Words(), nullable=False),
        Column("flow_id", Words(), nullable=False),
        Column("node_id", Words(), nullable=False),
        Column("entity_id", Words(), nullable=False),
        Column("record_id", Key(), nullable=False),
        Column("kind", Words(), nullable=False),
        Column("state", Words(), nullable=False),
        Column("person", Key(), nullable=False),
        Column("submitter", Key()),
        Column("since", Instant(), nullable=False),
        Column("due", Instant()),
        Column("decided_at", Instant()),
        Column("decided_by", Key()),
        Column("opinion", Words(), nullable=False),
        Column("version", Whole(), nullable=False),
        ForeignKeyConstraint(
            ["instance_id"],
            ["sys_flow_instance.id"],
            name=op.f("fk_sys_task_instance_id"),
            ondelete="CASCADE",
        ),
        UniqueConstraint("instance_id", "number", name=op.f("uq_sys_task_instance_id")),
        PrimaryKeyConstraint("id", name=op.f("pk_sys_task")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sys_task_person", "sys_task", ["person", "state", "id"], unique=False)
    op.create_index("ix_sys_task_decided_by", "sys_task", ["decided_by", "decided_at"], unique=False)
    op.create_index("ix_sys_task_record", "sys_task", ["record_id", "person", "state"], unique=False)


def _create_sys_outbox() -> None:
    op.create_table(
        "sys_outbox",
        Column("id", Key(), nullable=False),
        Column("kind", Words(), nullable=False),
        Column("app_id", Words(), nullable=False),
        Column("instance_id", Key()),
        Column("effect_key", Words(), nullable=False),
        Column("payload", Json(), nullable=False),
        Column("state", Words(), nullable=False),
        Column("run_at", Instant(), nullable=False),
        Column("attempt", Whole(), nullable=False),
        Column("lease_owner", Words()),
        Column("lease_until", Instant()),
        Column("fence", Whole(), nullable=False),
        Column("order_key", Words()),
        Column("created_at", Instant(), nullable=False),
        UniqueConstraint("effect_key", name=op.f("uq_sys_outbox_effect_key")),
        PrimaryKeyConstraint("id", name=op.f("pk_sys_outbox")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sys_outbox_instance_id", "sys_outbox", ["instance_id"], unique=False)
    op.create_index("ix_sys_outbox_due", "sys_outbox", ["state", "run_at"], unique=False)
    op.create_index("ix_sys_outbox_order", "sys_outbox", ["order_key", "id"], unique=False)


def _create_sys_incident() -> None:
    op.create_table(
        "sys_incident",
        Column("id", Key(), nullable=False),
        Column("app_id", Words(), nullable=False),
        Column("flow_id", Words()),
        Column("node_id", Words()),
        Column("instance_id", Key()),
        Column("entity_id", Words()),
        Column("record_id", Key()),
        Column("kind", Words(), nullable=False),
        Column("code", Words(), nullable=False),
        Column("params", Json(), nullable=False),
        Column("subject", Words(), nullable=False),
        Column("token", Whole()),
        Column("effect", Json()),
        Column("outbox_id", Key()),
        Column("at", Instant(), nullable=False),
        Column("attempts", Whole(), nullable=False),
        Column("state", Words(), nullable=False),
        Column("closed_at", Instant()),
        Column("closed_by", Key()),
        Column("closed_how", Words()),
        Column("version", Whole(), nullable=False),
        UniqueConstraint("subject", name=op.f("uq_sys_incident_subject")),
        PrimaryKeyConstraint("id", name=op.f("pk_sys_incident")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sys_incident_instance_id", "sys_incident", ["instance_id"], unique=False)
    op.create_index("ix_sys_incident_state", "sys_incident", ["state", "id"], unique=False)


def _create_sys_notification() -> None:
    op.create_table(
        "sys_notification",
        Column("id", Key(), nullable=False),
        Column("user_id", Key(), nullable=False),
        Column("at", Instant(), nullable=False),
        Column("read_at", Instant()),
        Column("subject", Words(), nullable=False),
        Column("body", Words(), nullable=False),
        Column("app_id", Words(), nullable=False),
        Column("entity_id", Words()),
        Column("record_id", Key()),
        Column("task_id", Key()),
        ForeignKeyConstraint(
            ["user_id"], ["sys_user.id"], name=op.f("fk_sys_notification_user_id"), ondelete="CASCADE"
        ),
        PrimaryKeyConstraint("id", name=op.f("pk_sys_notification")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sys_notification_user_id", "sys_notification", ["user_id", "id"], unique=False)


def _create_sys_threshold() -> None:
    op.create_table(
        "sys_threshold",
        Column("flow_id", Words(), nullable=False),
        Column("record_id", Key(), nullable=False),
        Column("state", Words(), nullable=False),
        Column("modified_at", Instant(), nullable=False),
        PrimaryKeyConstraint("flow_id", "record_id", name=op.f("pk_sys_threshold")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
