"""The tables of connectors: their settings, what came in from outside, and which record is which there.

Only their shape, like `system_tables`; a revision under `migrations/` makes them.
"""

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table, UniqueConstraint

from runtime.storage.sql_types import Bytes, Flag, Instant, Json, Key, Whole, Words
from runtime.storage.system_tables import METADATA


def _table(name: str, *parts: Column | PrimaryKeyConstraint | UniqueConstraint | Index) -> Table:  # type: ignore[type-arg]
    return Table(name, METADATA, *parts, sqlite_strict=True, sqlite_with_rowid=False)


sys_connector = _table(
    "sys_connector",
    Column("id", Words, primary_key=True),  # that of its document
    Column("app", Words, nullable=False),  # its name
    Column("address", Words, nullable=False),
    Column("secrets", Json, nullable=False),  # name -> sealed by the vault
    Column("settings", Json, nullable=False),
    Column("enabled", Flag, nullable=False),
    Column("cursor", Instant),  # the shop was asked for everything up to here
    Column("next_at", Instant, index=True),  # when it is asked again
    Column("failures", Whole, nullable=False, default=0),  # in a row
    Column("problem", Json),  # code and parameters of the last one
    Column("modified_at", Instant, nullable=False),
    Column("modified_by", Key),
    Column("version", Whole, nullable=False, default=1),
)

sys_inbound_event = _table(
    "sys_inbound_event",
    Column("id", Key, primary_key=True),
    Column("connector_id", Words, nullable=False),
    Column("event_id", Words, nullable=False),  # the other system's
    Column("topic", Words, nullable=False),
    Column("order_id", Words),
    Column("order_no", Words),
    Column("state", Words, nullable=False),  # done, parked, ignored, refused
    Column("verdict", Words, nullable=False),  # what it meant, or why it meant nothing
    Column("issues", Json),
    Column("raw", Bytes, nullable=False),
    Column("entity_id", Words),
    Column("record_id", Key),
    Column("received_at", Instant, nullable=False),
    Column("done_at", Instant),
    Column("attempts", Whole, nullable=False, default=1),
    UniqueConstraint("connector_id", "event_id"),
    Index("ix_sys_inbound_event_state", "connector_id", "state", "id"),
    Index("ix_sys_inbound_event_order_id", "connector_id", "order_id", "id"),
)

sys_external_id = _table(
    "sys_external_id",
    Column("connector_id", Words, nullable=False),
    Column("entity_id", Words, nullable=False),
    Column("external_id", Words, nullable=False),
    Column("record_id", Key, index=True),  # null for what was cancelled before it was known here
    Column("number", Words),  # what people call it there
    Column("stage", Words),
    Column("modified_at", Instant),  # by the other system's clock
    Column("digest", Words),
    PrimaryKeyConstraint("connector_id", "entity_id", "external_id"),
    Index("ix_sys_external_id_number", "connector_id", "entity_id", "number"),
)
