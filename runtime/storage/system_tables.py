"""The tables of the installation itself: people, sessions, releases, drafts, history, counters.

Only their shape; entity tables are made from documents by `physical`. Changing a table here needs a
revision under `migrations/`; a test compares the two.
"""

from sqlalchemy import Column, ForeignKey, Index, MetaData, PrimaryKeyConstraint, Table, UniqueConstraint

from runtime.storage.sql_types import Bytes, Flag, Instant, Json, Key, Whole, Words

NAMING = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_name)s",
}
METADATA = MetaData(naming_convention=NAMING)

# The app id of changes that belong to the installation and not to one app.
SYSTEM_APP = "system"


def _table(name: str, *parts: Column | PrimaryKeyConstraint | UniqueConstraint | Index) -> Table:  # type: ignore[type-arg]
    return Table(name, METADATA, *parts, sqlite_strict=True, sqlite_with_rowid=False)


sys_user = _table(
    "sys_user",
    Column("id", Key, primary_key=True),
    Column("kind", Words, nullable=False),  # human, or system for the installation itself
    Column("login", Words, nullable=False),
    Column("login_key", Words, nullable=False, unique=True),  # the login without case, for looking up
    Column("name", Words, nullable=False),
    Column("names", Json),  # name per language, where a person has several
    Column("sort_key", Words),
    Column("email", Words),
    Column("phone", Words),
    Column("language", Words),
    Column("theme", Words),
    Column("timezone", Words),
    Column("department_id", Key, index=True),
    Column("superior_id", Key),
    Column("password_hash", Words),
    Column("must_change_password", Flag, nullable=False, default=False),
    Column("active", Flag, nullable=False, default=True),
    Column("session_epoch", Whole, nullable=False, default=0),
    Column("last_login_at", Instant),
    Column("created_at", Instant, nullable=False),
    Column("created_by", Key),
    Column("modified_at", Instant, nullable=False),
    Column("modified_by", Key),
    Column("version", Whole, nullable=False, default=1),
)

sys_user_role = _table(
    "sys_user_role",
    Column("user_id", Key, ForeignKey("sys_user.id", ondelete="CASCADE"), nullable=False),
    Column("role_id", Words, nullable=False),
    Column("app_id", Words, nullable=False),
    Column("granted_at", Instant, nullable=False),
    Column("granted_by", Key),
    PrimaryKeyConstraint("user_id", "role_id"),
    Index("ix_sys_user_role_role_id", "role_id"),
)

sys_session = _table(
    "sys_session",
    Column("id", Key, primary_key=True),
    Column("token_hash", Words, nullable=False, unique=True),
    Column("user_id", Key, ForeignKey("sys_user.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("csrf_token", Words, nullable=False),
    Column("epoch", Whole, nullable=False, default=0),
    Column("created_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("idle_until", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
    Column("confirmed_at", Instant),  # last time the password was given again
    Column("address", Words),
    Column("user_agent", Words),
)

sys_token = _table(
    "sys_token",
    Column("id", Key, primary_key=True),
    Column("user_id", Key, ForeignKey("sys_user.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", Words, nullable=False),
    Column("prefix", Words, nullable=False),
    Column("token_hash", Words, nullable=False, unique=True),
    Column("scopes", Json),
    Column("roles", Json),  # role ids it is limited to; null for all roles of its person
    Column("created_at", Instant, nullable=False),
    Column("created_by", Key),
    Column("expires_at", Instant),
    Column("used_at", Instant),
    Column("revoked_at", Instant),
)

sys_file = _table(
    "sys_file",
    Column("id", Key, primary_key=True),
    Column("storage_key", Words, nullable=False, unique=True),
    Column("name", Words, nullable=False),
    Column("content_type", Words, nullable=False),
    Column("size", Whole, nullable=False),
    Column("sha256", Words, nullable=False),
    Column("purpose", Words, nullable=False),  # attachment, import, report
    Column("app_id", Words),
    Column("entity_id", Words),
    Column("field_id", Words),
    Column("record_id", Key),  # null until a record that names it is saved
    Column("created_at", Instant, nullable=False, index=True),
    Column("created_by", Key),
    Column("deleted_at", Instant),
)

sys_release = _table(
    "sys_release",
    Column("app_id", Words, nullable=False),
    Column("number", Whole, nullable=False),
    Column("app", Words, nullable=False),  # its name
    Column("documents", Json, nullable=False),  # relative path -> document
    Column("fingerprint", Words, nullable=False),
    Column("note", Words, nullable=False),
    Column("plan", Json),
    Column("at", Instant, nullable=False),
    Column("by", Words, nullable=False),  # user id, or empty
    PrimaryKeyConstraint("app_id", "number"),
    UniqueConstraint("app", "number"),
)

sys_draft = _table(
    "sys_draft",
    Column("app", Words, primary_key=True),  # name of the app
    Column("base", Whole, nullable=False),
    Column("revision", Whole, nullable=False),
    Column("modified_at", Instant, nullable=False),
)

sys_draft_command = _table(
    "sys_draft_command",
    Column("app", Words, ForeignKey("sys_draft.app", ondelete="CASCADE"), nullable=False),
    Column("n", Whole, nullable=False),
    Column("kind", Words, nullable=False),
    Column("params", Json, nullable=False),
    Column("by", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("edit", Words, nullable=False),  # the editor's own id of it, or empty
    Column("undone", Flag, nullable=False),
    PrimaryKeyConstraint("app", "n"),
)

# Edit ids outlive their commands, so that an edit sent again after publishing is known.
sys_draft_edit = _table(
    "sys_draft_edit",
    Column("app", Words, nullable=False),
    Column("by", Words, nullable=False),
    Column("edit", Words, nullable=False),
    Column("at", Instant, nullable=False, index=True),
    PrimaryKeyConstraint("app", "by", "edit"),
)

sys_present = _table(
    "sys_present",
    Column("app", Words, nullable=False),
    Column("person", Words, nullable=False),
    Column("file", Words, nullable=False),  # what they have open, or empty
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("app", "person"),
)

sys_change = _table(
    "sys_change",
    Column("app_id", Words, nullable=False),
    Column("sequence", Whole, nullable=False),
    Column("at", Instant, nullable=False),
    Column("principal_kind", Words, nullable=False),
    Column("principal_id", Words, nullable=False),
    Column("actor", Key),  # the person behind the principal, if any
    Column("action", Words, nullable=False),
    Column("entity_id", Words),  # or the name of a system table
    Column("record_id", Words),
    Column("version", Whole),
    Column("source", Words, nullable=False),  # ui, api, import, seed, publish, system
    Column("reason", Words),
    Column("correlation", Words),
    Column("changes", Words, nullable=False),  # canonical JSON: field id -> [before, after]
    Column("chain", Words, nullable=False),  # HMAC over the previous link and this row
    PrimaryKeyConstraint("app_id", "sequence"),
    Index("ix_sys_change_record", "entity_id", "record_id", "sequence"),
    Index("ix_sys_change_at", "at"),
)

sys_change_head = _table(
    "sys_change_head",
    Column("app_id", Words, primary_key=True),
    Column("sequence", Whole, nullable=False),
    Column("chain", Words, nullable=False),
)

sys_counter = _table(
    "sys_counter",
    Column("series", Words, nullable=False),
    Column("period", Words, nullable=False),
    Column("value", Whole, nullable=False),
    PrimaryKeyConstraint("series", "period"),
)

sys_idempotency = _table(
    "sys_idempotency",
    Column("principal_id", Words, nullable=False),
    Column("key", Words, nullable=False),
    Column("body_hash", Words, nullable=False),
    Column("status", Whole),
    Column("headers", Json),
    Column("answer", Bytes),
    Column("created_at", Instant, nullable=False, index=True),
    PrimaryKeyConstraint("principal_id", "key"),
)

sys_setting = _table(
    "sys_setting",
    Column("key", Words, primary_key=True),
    Column("value", Json),
    Column("modified_at", Instant, nullable=False),
    Column("modified_by", Key),
)

sys_rate = _table(
    "sys_rate",
    Column("key", Words, primary_key=True),
    Column("tokens", Whole, nullable=False),  # thousandths
    Column("refilled_at", Instant, nullable=False),
)

sys_import = _table(
    "sys_import",
    Column("id", Key, primary_key=True),
    Column("app_id", Words, nullable=False),
    Column("entity_id", Words, nullable=False),
    Column("state", Words, nullable=False),  # proposed, checking, checked, running, done, failed, cancelled
    Column("file_id", Key, ForeignKey("sys_file.id"), nullable=False),
    Column("file_name", Words, nullable=False),
    Column("sheet", Words),
    Column("header_row", Whole),
    Column("encoding", Words),
    Column("proposal", Json),
    Column("mapping", Json),
    Column("settings", Json),
    Column("done", Whole, nullable=False, default=0),
    Column("total", Whole),
    Column("report", Json),
    Column("report_file_id", Key),
    Column("issues", Json),
    Column("created_at", Instant, nullable=False),
    Column("created_by", Key, nullable=False),
    Column("modified_at", Instant, nullable=False),
    Column("finished_at", Instant),
    Column("version", Whole, nullable=False, default=1),
    Index("ix_sys_import_created_by", "created_by", "created_at"),
)

sys_epoch = _table(
    "sys_epoch",
    Column("name", Words, primary_key=True),
    Column("value", Whole, nullable=False),
)
