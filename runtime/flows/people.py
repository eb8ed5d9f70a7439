"""Who is meant by a source of people: active persons only, each with the reason why it is them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from engine.flows.instance import Reason
from engine.metadata.definition import Definition
from engine.metadata.model import Who
from runtime.storage.system_tables import sys_user, sys_user_role
from runtime.storage.system_tables_flows import sys_department

_MOST_STEPS = 20  # up a chain that an administrator may have closed to a circle

Found = tuple[str, Reason]


@dataclass(frozen=True, slots=True)
class Asked:
    """Sources of people, and of whom they are asked: the submitter, and persons in fields by field id."""

    who: Sequence[Who]
    submitter: str | None
    fields: Mapping[str, str | None]


def find_people(connection: Connection, definition: Definition, asked: Asked) -> tuple[Found, ...]:
    """Return who is meant, each person once, in the order of the sources."""
    found: dict[str, Reason] = {}
    for who in asked.who:
        for person, reason in _SOURCES[who.source](_Search(connection, definition, asked), who):
            found.setdefault(person, reason)
    return tuple(found.items())


@dataclass(frozen=True, slots=True)
class _Search:
    connection: Connection
    definition: Definition
    asked: Asked


def _named(search: _Search, who: Who) -> Iterator[Found]:
    login = (who.person or "").strip().casefold()
    person = _first(search, sys_user.c.login_key == login)
    if person is not None:
        yield person.id, Reason(code="flow.person.named", params={"person": _names(person)})


def _holders(search: _Search, who: Who) -> Iterator[Found]:
    role = search.definition.roles.get(who.role or "")
    held = sys_user_role.c.role_id == (who.role or "")
    holding = select(sys_user).join(sys_user_role, sys_user_role.c.user_id == sys_user.c.id)
    holding = holding.where(held, sys_user.c.active, sys_user.c.kind == "human")
    label = dict(role.label) if role else {}
    for person in search.connection.execute(holding.order_by(sys_user.c.login_key)):
        yield person.id, Reason(code="flow.person.role", params={"role": label})


def _in_field(search: _Search, who: Who) -> Iterator[Found]:
    place = search.definition.field(who.field or "")
    person = _active(search, search.asked.fields.get(who.field or ""))
    if person is not None and place is not None:
        yield person.id, Reason(code="flow.person.field", params={"field": dict(place.field.label)})


def _submitter(search: _Search, _who: Who) -> Iterator[Found]:
    person = _active(search, search.asked.submitter)
    if person is not None:
        yield person.id, Reason(code="flow.person.submitter")


def _superior(search: _Search, who: Who) -> Iterator[Found]:
    person = _row(search, search.asked.submitter)
    for _ in range(who.levels):
        person = _superior_of(search, person) if person is not None else None
    if person is not None:
        yield person.id, Reason(code="flow.person.superior", params={"levels": who.levels})


def _head(search: _Search, who: Who) -> Iterator[Found]:
    person = _row(search, search.asked.submitter)
    department = _department(search, person.department_id) if person is not None else None
    for _ in range(who.levels - 1):
        department = _department(search, department.parent_id) if department is not None else None
    head, of = _first_head(search, department)
    if head is not None:
        yield head.id, Reason(code="flow.person.department_head", params={"department": dict(of.names)})


def _superior_of(search: _Search, person: Any) -> Any:
    """Return the active superior: the one a person has, or else the head of their department or one above.

    Of an inactive superior the superior's superior stands in.
    """
    seen = {person.id}
    for _ in range(_MOST_STEPS):
        above = _row(search, person.superior_id) or _head_above(search, person)
        if above is None or above.id in seen:
            return None
        if above.active:
            return above
        seen.add(above.id)
        person = above
    return None


def _head_above(search: _Search, person: Any) -> Any:
    """Return the head of the first department upwards whose head is somebody else."""
    department = _department(search, person.department_id)
    for _ in range(_MOST_STEPS):
        if department is None:
            return None
        if department.head_id not in (None, person.id):
            return _row(search, department.head_id)
        department = _department(search, department.parent_id)
    return None


def _first_head(search: _Search, department: Any) -> tuple[Any, Any]:
    """Return the first active head upwards, with the department."""
    for _ in range(_MOST_STEPS):
        if department is None:
            return None, None
        head = _active(search, department.head_id)
        if head is not None:
            return head, department
        department = _department(search, department.parent_id)
    return None, None


def _department(search: _Search, id: str | None) -> Any:
    if id is None:
        return None
    return search.connection.execute(select(sys_department).where(sys_department.c.id == id)).first()


def _active(search: _Search, id: str | None) -> Any:
    return _first(search, sys_user.c.id == id) if id else None


def _first(search: _Search, condition: Any) -> Any:
    active = select(sys_user).where(condition, sys_user.c.active, sys_user.c.kind == "human")
    return search.connection.execute(active).first()


def _row(search: _Search, id: str | None) -> Any:
    return search.connection.execute(select(sys_user).where(sys_user.c.id == id)).first() if id else None


def _names(person: Any) -> Mapping[str, str]:
    return dict(person.names or {"zh": person.name, "en": person.name})


_SOURCES = {
    "person": _named,
    "role": _holders,
    "field": _in_field,
    "submitter": _submitter,
    "superior": _superior,
    "department_head": _head,
}
