"""People of the installation and the roles they hold.

Owns the rows of `sys_user` and `sys_user_role`. Knows nothing of sessions; every change of rights raises
the permission epoch in the same transaction, so that no process uses the old ones for longer than a second.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from engine.kernel.errors import Conflict, NotFound
from engine.kernel.issue import EMPTY, Issue
from engine.ports import Clock, IdSource
from runtime.identity.epoch import raise_epoch
from runtime.storage.system_tables import sys_user, sys_user_role

LANGUAGES = ("zh-CN", "en")
THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Person:
    """A user of the installation; `name` per language."""

    id: str
    login: str
    name: Mapping[str, str]
    language: str
    theme: str
    active: bool
    version: int
    email: str | None = None
    department: str | None = None
    superior: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """A person with what signing in needs."""

    person: Person
    password_hash: str | None
    session_epoch: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody to be added; roles as (app id, role id)."""

    login: str
    name: Mapping[str, str]
    language: str = "zh-CN"
    theme: str = "system"
    password_hash: str | None = None
    roles: tuple[tuple[str, str], ...] = ()
    email: str | None = None
    department: str | None = None
    superior: str | None = None


def find_account(connection: Connection, login: str) -> Account | None:
    """Return who signs in under a login, written in any case."""
    return _account(connection, sys_user.c.login_key == login_key(login))


def get_account(connection: Connection, id: str) -> Account | None:
    """Return the account of a person."""
    return _account(connection, sys_user.c.id == id)


def get_person(connection: Connection, id: str) -> Person:
    """Return a person; raise NotFound."""
    account = get_account(connection, id)
    if account is None:
        raise NotFound.of("identity.person.unknown")
    return account.person


def list_people(connection: Connection) -> Sequence[Person]:
    """Return everybody, in the order of logins."""
    rows = connection.execute(
        select(sys_user).where(sys_user.c.kind == "human").order_by(sys_user.c.login_key)
    )
    return [_person(row) for row in rows]


def roles_held(connection: Connection, user_id: str) -> frozenset[str]:
    """Return the ids of the roles a person holds, in all apps."""
    rows = connection.execute(select(sys_user_role.c.role_id).where(sys_user_role.c.user_id == user_id))
    return frozenset(row.role_id for row in rows)


def all_roles_held(connection: Connection) -> Mapping[str, list[str]]:
    """Return the role ids of everybody by user id."""
    held: dict[str, list[str]] = {}
    for row in connection.execute(select(sys_user_role).order_by(sys_user_role.c.role_id)):
        held.setdefault(row.user_id, []).append(row.role_id)
    return held


def add_person(connection: Connection, new: NewPerson, clock: Clock, ids: IdSource, by: str | None) -> Person:
    """Add somebody; raise Conflict where the login is taken."""
    id, now = ids.record_id(), clock.now()
    values = {
        **_columns({"login": new.login, "name": new.name, "language": new.language, "theme": new.theme}),
        **_columns({"email": new.email, "department": new.department, "superior": new.superior}),
        "id": id,
        "kind": "human",
        "password_hash": new.password_hash,
        "active": True,
        "created_at": now,
        "created_by": by,
        "modified_at": now,
        "modified_by": by,
    }
    try:
        connection.execute(insert(sys_user).values(values))
    except IntegrityError as error:
        raise Conflict([Issue("identity.login.taken", ("login",), {"login": new.login})]) from error
    set_roles(connection, id, new.roles, now, by)
    return get_person(connection, id)


def change_person(
    connection: Connection, id: str, changes: Mapping[str, Any], now: datetime, by: str | None
) -> Person:
    """Change what is named, as `Person` has it, or password_hash; rights follow at once."""
    columns = _columns(changes)
    ends_sessions = "password_hash" in changes or changes.get("active") is False
    if ends_sessions:
        columns["session_epoch"] = sys_user.c.session_epoch + 1
    columns |= {"modified_at": now, "modified_by": by, "version": sys_user.c.version + 1}
    try:
        found = connection.execute(update(sys_user).where(sys_user.c.id == id).values(columns)).rowcount
    except IntegrityError as error:
        raise Conflict([Issue("identity.login.taken", ("login",), EMPTY)]) from error
    if not found:
        raise NotFound.of("identity.person.unknown")
    raise_epoch(connection)
    return get_person(connection, id)


def renew_hash(connection: Connection, id: str, password_hash: str) -> None:
    """Store another hash of the same password; sessions go on."""
    connection.execute(update(sys_user).where(sys_user.c.id == id).values(password_hash=password_hash))


def set_roles(
    connection: Connection, id: str, roles: Iterable[tuple[str, str]], now: datetime, by: str | None
) -> None:
    """Let a person hold exactly these roles, given as (app id, role id)."""
    connection.execute(delete(sys_user_role).where(sys_user_role.c.user_id == id))
    rows = [
        {"user_id": id, "role_id": role, "app_id": app, "granted_at": now, "granted_by": by}
        for app, role in dict.fromkeys(roles)
    ]
    if rows:
        connection.execute(insert(sys_user_role), rows)
    raise_epoch(connection)


def set_role(
    connection: Connection, id: str, role: tuple[str, str], has: bool, now: datetime, by: str | None
) -> None:
    """Let a person hold one role more, given as (app id, role id), or one less."""
    held = sys_user_role.c
    connection.execute(delete(sys_user_role).where(held.user_id == id, held.role_id == role[1]))
    if has:
        row = {"user_id": id, "app_id": role[0], "role_id": role[1], "granted_at": now, "granted_by": by}
        connection.execute(insert(sys_user_role), row)
    raise_epoch(connection)


def login_key(login: str) -> str:
    """Return the form in which logins are compared."""
    return login.strip().casefold()


def _columns(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns that hold what is named."""
    columns: dict[str, Any] = {
        key: changes[key]
        for key in ("language", "theme", "active", "password_hash", "email")
        if key in changes
    }
    columns |= {f"{key}_id": changes[key] for key in ("department", "superior") if key in changes}
    if "login" in changes:
        columns |= {"login": changes["login"].strip(), "login_key": login_key(changes["login"])}
    if "name" in changes:
        names = changes["name"]
        columns |= {"name": names.get("zh") or names.get("en", ""), "names": dict(names)}
    return columns


def _account(connection: Connection, condition: Any) -> Account | None:
    row = connection.execute(select(sys_user).where(condition, sys_user.c.kind == "human")).one_or_none()
    return Account(_person(row), row.password_hash, row.session_epoch) if row is not None else None


def _person(row: Row[Any]) -> Person:
    names = row.names or {"zh": row.name, "en": row.name}
    language, theme = row.language or LANGUAGES[0], row.theme or THEMES[0]
    return Person(
        row.id,
        row.login,
        names,
        language,
        theme,
        row.active,
        row.version,
        row.email,
        row.department_id,
        row.superior_id,
    )
