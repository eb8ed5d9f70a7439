"""Stock: reservations, and a ledger of every change of a balance that is only ever added to."""

from alembic import op
from sqlalchemy import Column, PrimaryKeyConstraint, text

from runtime.storage.sql_types import Instant, Key, Whole, Words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables and keep the ledger from being rewritten."""
    _create_sys_reservation()
    _create_sys_stock_movement()
    for statement in _GUARDS_SQLITE if op.get_bind().dialect.name == "sqlite" else _GUARDS_POSTGRESQL:
        op.execute(statement)


def _create_sys_reservation() -> None:
    op.create_table(
        "sys_reservation",
        Column("id", Key(), nullable=False),
        Column("app_id", Words(), nullable=False),
        Column("stock_entity", Words(), nullable=False),
        Column("balance_id", Key(), nullable=False),
        Column("product_id", Key(), nullable=False),
        Column("warehouse_id", Key(), nullable=False),
        Column("entity_id", Words(), nullable=False),
        Column("record_id", Key(), nullable=False),
        Column("line_id", Key(), nullable=False),
        Column("quantity", Whole(), nullable=False),
        Column("shipped", Whole(), nullable=False),
        Column("state", Words(), nullable=False),
        Column("at", Instant(), nullable=False),
        Column("expires_at", Instant()),
        Column("closed_at", Instant()),
        PrimaryKeyConstraint("id", name=op.f("pk_sys_reservation")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sys_reservation_record_id", "sys_reservation", ["record_id"])
    op.create_index("ix_sys_reservation_balance_id", "sys_reservation", ["balance_id"])
    held = text("state = 'held'")
    op.create_index(
        "uq_sys_reservation_held", "sys_reservation", ["stock_entity", "line_id"],
        unique=True, sqlite_where=held, postgresql_where=held,
    )  # fmt: skip
    op.create_index(
        "ix_sys_reservation_expires_at", "sys_reservation", ["expires_at"],
        sqlite_where=held, postgresql_where=held,
    )  # fmt: skip


def _create_sys_stock_movement() -> None:
    op.create_table(
        "sys_stock_movement",
        Column("balance_id", Key(), nullable=False),
        Column("version", Whole(), nullable=False),
        Column("app_id", Words(), nullable=False),
        Column("stock_entity", Words(), nullable=False),
        Column("at", Instant(), nullable=False),
        Column("kind", Words(), nullable=False),
        Column("on_hand_change", Whole(), nullable=False),
        Column("reserved_change", Whole(), nullable=False),
        Column("on_hand", Whole(), nullable=False),
        Column("reserved", Whole(), nullable=False),
        Column("entity_id", Words()),
        Column("record_id", Key()),
        Column("line_id", Key()),
        Column("reservation_id", Key()),
        Column("principal_kind", Words(), nullable=False),
        Column("principal_id", Words(), nullable=False),
        Column("actor", Key()),
        Column("source", Words(), nullable=False),
        Column("reason", Words()),
        PrimaryKeyConstraint("balance_id", "version", name=op.f("pk_sys_stock_movement")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sys_stock_movement_record_id", "sys_stock_movement", ["record_id"])
    op.create_index("ix_sys_stock_movement_stock_entity", "sys_stock_movement", ["stock_entity"])


_GUARDS_SQLITE = (
    "CREATE TRIGGER sys_stock_movement_no_update BEFORE UPDATE ON sys_stock_movement "
    "BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END",
    "CREATE TRIGGER sys_stock_movement_no_delete BEFORE DELETE ON sys_stock_movement "
    "BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END",
)
_GUARDS_POSTGRESQL = (
    "CREATE TRIGGER sys_stock_movement_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON sys_stock_movement "
    "FOR EACH STATEMENT EXECUTE FUNCTION sys_change_guard()",
)
