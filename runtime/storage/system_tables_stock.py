"""The tables of stock: what is held for whom, and every change of a balance.

Only their shape, like `system_tables`; a revision under `migrations/` makes them.
"""

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table

from runtime.storage.sql_types import Instant, Key, Whole, Words
from runtime.storage.system_tables import METADATA

HELD = "held"

sys_reservation = Table(
    "sys_reservation",
    METADATA,
    Column("id", Key, primary_key=True),
    Column("app_id", Words, nullable=False),
    Column("stock_entity", Words, nullable=False),
    Column("balance_id", Key, nullable=False),
    Column("product_id", Key, nullable=False),
    Column("warehouse_id", Key, nullable=False),
    Column("entity_id", Words, nullable=False),  # of the record that holds, such as an order
    Column("record_id", Key, nullable=False),
    Column("line_id", Key, nullable=False),
    Column("quantity", Whole, nullable=False),
    Column("shipped", Whole, nullable=False),
    Column("state", Words, nullable=False),  # held, released, shipped, expired
    Column("at", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("closed_at", Instant),
    Index("ix_sys_reservation_record_id", "record_id"),
    Index("ix_sys_reservation_balance_id", "balance_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
_IS_HELD = sys_reservation.c.state == HELD
Index(
    "uq_sys_reservation_held",
    sys_reservation.c.stock_entity,
    sys_reservation.c.line_id,
    unique=True,
    sqlite_where=_IS_HELD,
    postgresql_where=_IS_HELD,
)
Index(
    "ix_sys_reservation_expires_at",
    sys_reservation.c.expires_at,
    sqlite_where=_IS_HELD,
    postgresql_where=_IS_HELD,
)

sys_stock_movement = Table(
    "sys_stock_movement",
    METADATA,
    Column("balance_id", Key, nullable=False),
    Column("version", Whole, nullable=False),  # of the balance after it; 0 before the ledger
    Column("app_id", Words, nullable=False),
    Column("stock_entity", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("kind", Words, nullable=False),  # opening, edit, import, reserve, release, ship, expire, remove
    Column("on_hand_change", Whole, nullable=False),
    Column("reserved_change", Whole, nullable=False),
    Column("on_hand", Whole, nullable=False),
    Column("reserved", Whole, nullable=False),
    Column("entity_id", Words),  # of the record it was for
    Column("record_id", Key),
    Column("line_id", Key),
    Column("reservation_id", Key),
    Column("principal_kind", Words, nullable=False),
    Column("principal_id", Words, nullable=False),
    Column("actor", Key),
    Column("source", Words, nullable=False),
    Column("reason", Words),
    PrimaryKeyConstraint("balance_id", "version"),
    Index("ix_sys_stock_movement_record_id", "record_id"),
    Index("ix_sys_stock_movement_stock_entity", "stock_entity"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
