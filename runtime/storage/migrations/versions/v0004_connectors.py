"""Connectors: their settings, what came in from outside, and which record is which there."""

from alembic import op
from sqlalchemy import Column, PrimaryKeyConstraint, UniqueConstraint

from runtime.storage.sql_types import Bytes, Flag, Instant, Json, Key, Whole, Words

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
    _create_sys_connector()
    _create_sys_inbound_event()
    _create_sys_external_id()


def _create_sys_connector() -> None:
    op.create_table(
        "sys_connector",
        Column("id", Words(), nullable=False),
        Column("app", Words(), nullable=False),
        Column("address", Words(), nullable=False),
        Column("secrets", Json(), nullable=False),
        Column("settings", Json(), nullable=False),
        Column("enabled", Flag(), nullable=False),
        Column("cursor", Instant()),
        Column("next_at", Instant()),
        Column("failures", Whole(), nullable=False),
        Column("problem", Json()),
        Column("modified_at", Instant(), nullable=False),
        Column("modified_by", Key()),
        Column("version", Whole(), nullable=False),
        PrimaryKeyConstraint("id", name=op.f("pk_sys_connector")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sys_connector_next_at"), "sys_connector", ["next_at"], unique=False)


def _create_sys_inbound_event() -> None:
    op.create_table(
        "sys_inbound_event",
        Column("id", Key(), nullable=False),
        Column("connector_id", Words(), nullable=False),
        Column("event_id", Words(), nullable=False),
        Column("topic", Words(), nullable=False),
        Column("order_id", Words()),
        Column("order_no", Words()),
        Column("state", Words(), nullable=False),
        Column("verdict", Words(), nullable=False),
        Column("issues", Json()),
        Column("raw", Bytes(), nullable=False),
        Column("entity_id", Words()),
        Column("record_id", Key()),
        Column("received_at", Instant(), nullable=False),
        Column("done_at", Instant()),
        Column("attempts", Whole(), nullable=False),
        PrimaryKeyConstraint("id", name=op.f("pk_sys_inbound_event")),
        UniqueConstraint("connector_id", "event_id", name=op.f("uq_sys_inbound_event_connector_id")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sys_inbound_event_state", "sys_inbound_event", ["connector_id", "state", "id"])
    op.create_index("ix_sys_inbound_event_order_id", "sys_inbound_event", ["connector_id", "order_id", "id"])


def _create_sys_external_id() -> None:
    op.create_table(
        "sys_external_id",
        Column("connector_id", Words(), nullable=False),
        Column("entity_id", Words(), nullable=False),
        Column("external_id", Words(), nullable=False),
        Column("record_id", Key()),
        Column("number", Words()),
        Column("stage", Words()),
        Column("modified_at", Instant()),
        Column("digest", Words()),
        PrimaryKeyConstraint("connector_id", "entity_id", "external_id", name=op.f("pk_sys_external_id")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sys_external_id_record_id"), "sys_external_id", ["record_id"])
    op.create_index("ix_sys_external_id_number", "sys_external_id", ["connector_id", "entity_id", "number"])
