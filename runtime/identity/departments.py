"""Departments, each below another or none, with a head; and where people stand in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.exc import IntegrityError

from engine.kernel.errors import Conflict, Invalid, NotFound
from engine.kernel.issue import Issue
from engine.ports import Clock, IdSource
from runtime.storage.record_ids import is_record_id
from runtime.storage.system_tables import sys_user
from runtime.storage.system_tables_flows import sys_department

_rows = sys_department.c
_MOST_STEPS = 100


@dataclass(frozen=True, slots=True)
class Department:
    """A department; `name` per language."""

    id: str
    name: Mapping[str, str]
    parent: str | None
    head: str | None
    version: int


def list_departments(connection: Connection) -> Sequence[Department]:
    """Return all departments in the order of names."""
    return [
        _department(row) for row in connection.execute(select(sys_department).order_by(_rows.name, _rows.id))
    ]


def add_department(
    connection: Connection, values: Mapping[str, Any], clock: Clock, ids: IdSource
) -> Department:
    """Add a department; raise Conflict where the name is taken."""
    id, now = ids.record_id(), clock.now()
    _require_sound(connection, id, values)
    row = {**_columns(values), "id": id, "created_at": now, "modified_at": now, "version": 1}
    try:
        connection.execute(insert(sys_department).values(row))
    except IntegrityError as problem:
        raise Conflict.of("flow.department.name", ("name",)) from problem
    return _get(connection, id)


def change_department(connection: Connection, id: str, values: Mapping[str, Any], clock: Clock) -> Department:
    """Change what is named; raise NotFound."""
    _get(connection, id)
    _require_sound(connection, id, values)
    columns = {**_columns(values), "modified_at": clock.now(), "version": _rows.version + 1}
    try:
        connection.execute(update(sys_department).where(_rows.id == id).values(columns))
    except IntegrityError as problem:
        raise Conflict.of("flow.department.name", ("name",)) from problem
    return _get(connection, id)


def require_place(
    connection: Connection, person: str | None, department: str | None, superior: str | None
) -> None:
    """Refuse a department or superior that does not exist, and a person above themselves."""
    issues = []
    if department is not None and not _is_known(connection, sys_department.c.id, department):
        issues.append(Issue("flow.department.unknown", ("department",)))
    if superior is not None and not _is_known(connection, sys_user.c.id, superior):
        issues.append(Issue("identity.person.unknown", ("superior",)))
    if not issues and superior is not None and person is not None:
        above = {
            row.id: row.superior_id
            for row in connection.execute(select(sys_user.c.id, sys_user.c.superior_id))
        }
        if _leads_back(above, superior, person):
            issues.append(Issue("flow.superior.circle", ("superior",)))
    if issues:
        raise Invalid(issues)


def _require_sound(connection: Connection, id: str, values: Mapping[str, Any]) -> None:
    issues = []
    parent, head = values.get("parent"), values.get("head")
    if head is not None and not _is_known(connection, sys_user.c.id, head):
        issues.append(Issue("identity.person.unknown", ("head",)))
    if parent is not None and not _is_known(connection, _rows.id, parent):
        issues.append(Issue("flow.department.unknown", ("parent",)))
    elif parent is not None:
        above = {row.id: row.parent_id for row in connection.execute(select(_rows.id, _rows.parent_id))}
        if _leads_back(above, parent, id):
            issues.append(Issue("flow.department.circle", ("parent",)))
    if issues:
        raise Invalid(issues)


def _leads_back(above: Mapping[str, str | None], start: str, to: str) -> bool:
    here: str | None = start
    for _ in range(_MOST_STEPS):
        if here is None or here == to:
            return here == to
        here = above.get(here)
    return True


def _is_known(connection: Connection, column: Any, id: str) -> bool:
    return is_record_id(id) and connection.execute(select(column).where(column == id)).first() is not None


def _columns(values: Mapping[str, Any]) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    if "name" in values:
        names = dict(values["name"])
        columns |= {"name": names.get("zh") or names.get("en", ""), "names": names}
    columns |= {f"{key}_id": values[key] for key in ("parent", "head") if key in values}
    return columns


def _get(connection: Connection, id: str) -> Department:
    found = select(sys_department).where(_rows.id == id)
    row = connection.execute(found).first() if is_record_id(id) else None
    if row is None:
        raise NotFound.of("flow.department.unknown")
    return _department(row)


def _department(row: Row[Any]) -> Department:
    return Department(row.id, row.names, row.parent_id, row.head_id, row.version)
