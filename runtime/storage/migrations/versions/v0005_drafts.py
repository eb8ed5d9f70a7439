"""Drafts of several people: each command says whether it is taken back; edit ids; who is designing."""

from alembic import op
from sqlalchemy import Column, PrimaryKeyConstraint, select, text, update
from sqlalchemy.sql import column, table

from runtime.storage.sql_types import Flag, Instant, Whole, Words

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_DRAFT = table("sys_draft", column("app", Words()), column("done", Whole()))
_COMMAND = table("sys_draft_command", column("app", Words()), column("n", Whole()), column("undone", Flag()))


def upgrade() -> None:
    """Turn the count of commands that hold into a mark on each, and add the tables."""
    op.add_column("sys_draft_command", Column("edit", Words(), nullable=False, server_default=""))
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    no = text("0") if is_sqlite else text("false")
    op.add_column("sys_draft_command", Column("undone", Flag(), nullable=False, server_default=no))
    _mark_what_is_undone()
    op.drop_column("sys_draft", "done")
    if not is_sqlite:
        op.alter_column("sys_draft_command", "edit", server_default=None)
        op.alter_column("sys_draft_command", "undone", server_default=None)
    _create_sys_draft_edit()
    _create_sys_present()


def _mark_what_is_undone() -> None:
    connection = op.get_bind()
    for app, done in connection.execute(select(_DRAFT.c.app, _DRAFT.c.done)).all():
        undone = update(_COMMAND).where(_COMMAND.c.app == app, _COMMAND.c.n >= done)
        connection.execute(undone.values(undone=True))


def _create_sys_draft_edit() -> None:
    op.create_table(
        "sys_draft_edit",
        Column("app", Words(), nullable=False),
        Column("by", Words(), nullable=False),
        Column("edit", Words(), nullable=False),
        Column("at", Instant(), nullable=False),
        PrimaryKeyConstraint("app", "by", "edit", name=op.f("pk_sys_draft_edit")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sys_draft_edit_at"), "sys_draft_edit", ["at"], unique=False)


def _create_sys_present() -> None:
    op.create_table(
        "sys_present",
        Column("app", Words(), nullable=False),
        Column("person", Words(), nullable=False),
        Column("file", Words(), nullable=False),
        Column("at", Instant(), nullable=False),
        PrimaryKeyConstraint("app", "person", name=op.f("pk_sys_present")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
