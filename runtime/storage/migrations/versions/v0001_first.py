"""First revision: all system tables of release 0.1."""

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, UniqueConstraint

from runtime.storage.sql_types import Bytes, Flag, Instant, Json, Key, Whole, Words

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables and keep the history from being rewritten."""
    _create_sys_change()
    _create_sys_change_head()
    _create_sys_counter()
    _create_sys_draft()
    _create_sys_epoch()
    _create_sys_file()
    _create_sys_idempotency()
    _create_sys_rate()
    _create_sys_release()
    _create_sys_setting()
    _create_sys_user()
    _create_sys_draft_command()
    _create_sys_import()
    _create_sys_session()
    _create_sys_token()
    _create_sys_user_role()
    _protect_history()


def _create_sys_change() -> None:
    op.create_table(
        "sys_change",
        Column("app_id", Words(), nullable=False),
        Column("sequence", Whole(), nullable=False),
        Column("at", Instant(), nullable=False),
        Column("principal_kind", Words(), nullable=False),
        Column("principal_id", Words(), nullable=False),
        Column("actor", Key()),
        Column("action", Words(), nullable=False),
        Column("entity_id", Words()),
        Column("record_id", Words()),
        Column("version", Whole()),
        Column("source", Words(), nullable=False),
        Column("reason", Words()),
        Column("correlation", Words()),
        Column("changes", Words(), nullable=False),
        Column("chain", Words(), nullable=False),
        PrimaryKeyConstraint("app_id", "sequence", name=op.f("pk_sys_change")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sys_change_at", "sys_change", ["at"], unique=False)
    op.create_index(
        "ix_sys_change_record", "sys_change", ["entity_id", "record_id", "sequence"], unique=False
    )


def _create_sys_change_head() -> None:
    op.create_table(
        "sys_change_head",
        Column("app_id", Words(), nullable=False),
        Column("sequence", Whole(), nullable=False),
        Column("chain", Words(), nullable=False),
        PrimaryKeyConstraint("app_id", name=op.f("pk_sys_change_head")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _create_sys_counter() -> None:
    op.create_table(
        "sys_counter",
        Column("series", Words(), nullable=False),
        Column("period", Words(), nullable=False),
        Column("value", Whole(), nullable=False),
        PrimaryKeyConstraint("series", "period", name=op.f("pk_sys_counter")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _create_sys_draft() -> None:
    op.create_table(
        "sys_draft",
        Column("app", Words(), nullable=False),
        Column("base", Whole(), nullable=False),
        Column("revision", Whole(), nullable=False),
        Column("done", Whole(), nullable=False),
        Column("modified_at", Instant(), nullable=False),
        PrimaryKeyConstraint("app", name=op.f("pk_sys_draft")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _create_sys_epoch() -> None:
    op.create_table(
        "sys_epoch",
        Column("name", Words(), nullable=False),
        Column("value", Whole(), nullable=False),
        PrimaryKeyConstraint("name", name=op.f("pk_sys_epoch")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _create_sys_file() -> None:
    op.create_table(
        "sys_file",
        Column("id", Key(), nullable=False),
        Column("storage_key", Words(), nullable=False),
        Column("name", Words(), nullable=False),
        Column("content_type", Words(), nullable=False),
        Column("size", Whole(), nullable=False),
        Column("sha256", Words(), nullable=False),
        Column("purpose", Words(), nullable=False),
        Column("app_id", Words()),
        Column("entity_id", Words()),
        Column("field_id", Words()),
        Column("record_id", Key()),
        Column("created_at", Instant(), nullable=False),
        Column("created_by", Key()),
        Column("deleted_at", Instant()),
        PrimaryKeyConstraint("id", name=op.f("pk_sys_file")),
        UniqueConstraint("storage_key", name=op.f("uq_sys_file_storage_key")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sys_file_created_at"), "sys_file", ["created_at"], unique=False)


def _create_sys_idempotency() -> None:
    op.create_table(
        "sys_idempotency",
        Column("principal_id", Words(), nullable=False),
        Column("key", Words(), nullable=False),
        Column("body_hash", Words(), nullable=False),
        Column("status", Whole()),
        Column("headers", Json()),
        Column("answer", Bytes()),
        Column("created_at", Instant(), nullable=False),
        PrimaryKeyConstraint("principal_id", "key", name=op.f("pk_sys_idempotency")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sys_idempotency_created_at"), "sys_idempotency", ["created_at"], unique=False)


def _create_sys_rate() -> None:
    op.create_table(
        "sys_rate",
        Column("key", Words(), nullable=False),
        Column("tokens", Whole(), nullable=False),
        Column("refilled_at", Instant(), nullable=False),
        PrimaryKeyConstraint("key", name=op.f("pk_sys_rate")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _create_sys_release() -> None:
    op.create_table(
        "sys_release",
        Column("app_id", Words(), nullable=False),
        Column("number", Whole(), nullable=False),
        Column("app", Words(), nullable=False),
        Column("documents", Json(), nullable=False),
        Column("fingerprint", Words(), nullable=False),
        Column("note", Words(), nullable=False),
        Column("plan", Json()),
        Column("at", Instant(), nullable=False),
        Column("by", Words(), nullable=False),
        PrimaryKeyConstraint("app_id", "number", name=op.f("pk_sys_release")),
        UniqueConstraint("app", "number", name=op.f("uq_sys_release_app")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _create_sys_setting() -> None:
    op.create_table(
        "sys_setting",
        Column("key", Words(), nullable=False),
        Column("value", Json()),
        Column("modified_at", Instant(), nullable=False),
        Column("modified_by", Key()),
        PrimaryKeyConstraint("key", name=op.f("pk_sys_setting")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _create_sys_user() -> None:
    op.create_table(
        "sys_user",
        Column("id", Key(), nullable=False),
        Column("kind", Words(), nullable=False),
        Column("login", Words(), nullable=False),
        Column("login_key", Words(), nullable=False),
        Column("name", Words(), nullable=False),
        Column("names", Json()),
        Column("sort_key", Words()),
        Column("email", Words()),
        Column("phone", Words()),
        Column("language", Words()),
        Column("theme", Words()),
        Column("timezone", Words()),
        Column("password_hash", Words()),
        Column("must_change_password", Flag(), nullable=False),
        Column("active", Flag(), nullable=False),
        Column("session_epoch", Whole(), nullable=False),
        Column("last_login_at", Instant()),
        Column("created_at", Instant(), nullable=False),
        Column("created_by", Key()),
        Column("modified_at", Instant(), nullable=False),
        Column("modified_by", Key()),
        Column("version", Whole(), nullable=False),
        PrimaryKeyConstraint("id", name=op.f("pk_sys_user")),
        UniqueConstraint("login_key", name=op.f("uq_sys_user_login_key")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _create_sys_draft_command() -> None:
    op.create_table(
        "sys_draft_command",
        Column("app", Words(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("kind", Words(), nullable=False),
        Column("params", Json(), nullable=False),
        Column("by", Words(), nullable=False),
        Column("at", Instant(), nullable=False),
        ForeignKeyConstraint(
            ["app"], ["sys_draft.app"], name=op.f("fk_sys_draft_command_app"), ondelete="CASCADE"
        ),
        PrimaryKeyConstraint("app", "n", name=op.f("pk_sys_draft_command")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _create_sys_import() -> None:
    op.create_table(
        "sys_import",
        Column("id", Key(), nullable=False),
        Column("app_id", Words(), nullable=False),
        Column("entity_id", Words(), nullable=False),
        Column("state", Words(), nullable=False),
        Column("file_id", Key(), nullable=False),
        Column("file_name", Words(), nullable=False),
        Column("sheet", Words()),
        Column("header_row", Whole()),
        Column("encoding", Words()),
        Column("proposal", Json()),
        Column("mapping", Json()),
        Column("settings", Json()),
        Column("done", Whole(), nullable=False),
        Column("total", Whole()),
        Column("report", Json()),
        Column("report_file_id", Key()),
        Column("issues", Json()),
        Column("created_at", Instant(), nullable=False),
        Column("created_by", Key(), nullable=False),
        Column("modified_at", Instant(), nullable=False),
        Column("finished_at", Instant()),
        Column("version", Whole(), nullable=False),
        ForeignKeyConstraint(["file_id"], ["sys_file.id"], name=op.f("fk_sys_import_file_id")),
        PrimaryKeyConstraint("id", name=op.f("pk_sys_import")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sys_import_created_by", "sys_import", ["created_by", "created_at"], unique=False)


def _create_sys_session() -> None:
    op.create_table(
        "sys_session",
        Column("id", Key(), nullable=False),
        Column("token_hash", Words(), nullable=False),
        Column("user_id", Key(), nullable=False),
        Column("csrf_token", Words(), nullable=False),
        Column("epoch", Whole(), nullable=False),
        Column("created_at", Instant(), nullable=False),
        Column("seen_at", Instant(), nullable=False),
        Column("idle_until", Instant(), nullable=False),
        Column("expires_at", Instant(), nullable=False),
        Column("confirmed_at", Instant()),
        Column("address", Words()),
        Column("user_agent", Words()),
        ForeignKeyConstraint(
            ["user_id"], ["sys_user.id"], name=op.f("fk_sys_session_user_id"), ondelete="CASCADE"
        ),
        PrimaryKeyConstraint("id", name=op.f("pk_sys_session")),
        UniqueConstraint("token_hash", name=op.f("uq_sys_session_token_hash")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sys_session_expires_at"), "sys_session", ["expires_at"], unique=False)
    op.create_index(op.f("ix_sys_session_user_id"), "sys_session", ["user_id"], unique=False)


def _create_sys_token() -> None:
    op.create_table(
        "sys_token",
        Column("id", Key(), nullable=False),
        Column("user_id", Key(), nullable=False),
        Column("name", Words(), nullable=False),
        Column("prefix", Words(), nullable=False),
        Column("token_hash", Words(), nullable=False),
        Column("scopes", Json()),
        Column("roles", Json()),
        Column("created_at", Instant(), nullable=False),
        Column("created_by", Key()),
        Column("expires_at", Instant()),
        Column("used_at", Instant()),
        Column("revoked_at", Instant()),
        ForeignKeyConstraint(
            ["user_id"], ["sys_user.id"], name=op.f("fk_sys_token_user_id"), ondelete="CASCADE"
        ),
        PrimaryKeyConstraint("id", name=op.f("pk_sys_token")),
        UniqueConstraint("token_hash", name=op.f("uq_sys_token_token_hash")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sys_token_user_id"), "sys_token", ["user_id"], unique=False)


def _create_sys_user_role() -> None:
    op.create_table(
        "sys_user_role",
        Column("user_id", Key(), nullable=False),
        Column("role_id", Words(), nullable=False),
        Column("app_id", Words(), nullable=False),
        Column("granted_at", Instant(), nullable=False),
        Column("granted_by", Key()),
        ForeignKeyConstraint(
            ["user_id"], ["sys_user.id"], name=op.f("fk_sys_user_role_user_id"), ondelete="CASCADE"
        ),
        PrimaryKeyConstraint("user_id", "role_id", name=op.f("pk_sys_user_role")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sys_user_role_role_id", "sys_user_role", ["role_id"], unique=False)


def _protect_history() -> None:
    statements = _GUARDS_SQLITE if op.get_bind().dialect.name == "sqlite" else _GUARDS_POSTGRESQL
    for statement in statements:
        op.execute(statement)


_GUARDS_SQLITE = (
    "CREATE TRIGGER sys_change_no_update BEFORE UPDATE ON sys_change "
    "BEGIN SELECT RAISE(ABORT, 'history is append-only'); END",
    "CREATE TRIGGER sys_change_no_delete BEFORE DELETE ON sys_change "
    "BEGIN SELECT RAISE(ABORT, 'history is append-only'); END",
)
_GUARDS_POSTGRESQL = (
    "CREATE FUNCTION sys_change_guard() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'history is append-only'; END $$",
    "CREATE TRIGGER sys_change_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON sys_change "
    "FOR EACH STATEMENT EXECUTE FUNCTION sys_change_guard()",
)
