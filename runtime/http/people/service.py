"""Adding and changing people: passwords are checked, roles must exist, and somebody must stay in charge."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from engine.kernel.errors import Conflict, Invalid
from engine.kernel.issue import Issue
from engine.metadata.model import Role
from runtime.http.people.schemas import (
    NewPersonBody,
    PeopleAnswer,
    PersonAnswer,
    PersonChangesBody,
    RoleAnswer,
    RolesAnswer,
)
from runtime.identity.departments import require_place
from runtime.identity.passwords import LEAST, LEAST_OF_ADMINISTRATORS, check_password
from runtime.identity.people import (
    NewPerson,
    Person,
    add_person,
    all_roles_held,
    change_person,
    get_person,
    list_people,
    roles_held,
    set_roles,
)
from runtime.identity.trail import Event, tell
from runtime.server.apps import InstalledApp
from runtime.server.services import Services

PEOPLE = "sys_user"
_CLEARABLE = ("email", "department", "superior")


def everybody(services: Services) -> PeopleAnswer:
    """Return all people with the roles they hold."""
    with services.database.read() as connection:
        people, held = list_people(connection), all_roles_held(connection)
    return PeopleAnswer(
        items=[person_answer(person, _published(services, held.get(person.id, ()))) for person in people]
    )


def all_roles(services: Services) -> RolesAnswer:
    """Return the roles of all installed apps."""
    return RolesAnswer(items=[_role_answer(installed, role) for installed, role in _roles(services)])


async def add(services: Services, body: NewPersonBody, by: str) -> PersonAnswer:
    """Add somebody."""
    roles = _known_roles(services, body.roles)
    _require_good_password(services, body.password, body.login, body.roles)
    new = NewPerson(
        login=body.login,
        name=body.name.model_dump(),
        language=body.language,
        password_hash=await services.hashing.hash(body.password),
        roles=roles,
        email=body.email,
        department=body.department,
        superior=body.superior,
    )

    def work(connection: Connection) -> Person:
        require_place(connection, None, body.department, body.superior)
        person = add_person(connection, new, services.clock, services.ids, by)
        changes = {"login": [None, new.login], "roles": [[], sorted(body.roles)]}
        event = Event("create", PEOPLE, person.id, by, changes)
        tell(services.change_log, connection, services.clock.now(), event)
        return person

    person = await services.write(work)
    services.callers.forget()
    return person_answer(person, body.roles)


async def change(services: Services, id: str, body: PersonChangesBody, by: str) -> PersonAnswer:
    """Change a person; rights and sessions follow within a second, everywhere."""
    with services.database.read() as connection:
        person, held = get_person(connection, id), roles_held(connection, id)
    roles = None if body.roles is None else _known_roles(services, body.roles)
    changes: dict[str, Any] = body.model_dump(exclude_none=True, exclude={"password", "roles"})
    changes |= {name: getattr(body, name) for name in _CLEARABLE if name in body.model_fields_set}
    if body.password is not None:
        login = body.login or person.login
        _require_good_password(services, body.password, login, held if body.roles is None else body.roles)
        changes["password_hash"] = await services.hashing.hash(body.password)
    told = _told(person, held, body)

    def work(connection: Connection) -> PersonAnswer:
        now = services.clock.now()
        if roles is not None:
            set_roles(connection, id, roles, now, by)
        require_place(connection, id, changes.get("department"), changes.get("superior"))
        changed = change_person(connection, id, changes, now, by)
        require_somebody_in_charge(connection, services)
        tell(services.change_log, connection, now, Event("update", PEOPLE, id, by, told))
        return person_answer(changed, sorted(_published(services, roles_held(connection, id))))

    answer = await services.write(work)
    services.callers.forget()
    return answer


def _told(person: Person, held: frozenset[str], body: PersonChangesBody) -> dict[str, Any]:
    """Return what the trail says of a change: before and after, and of a password only that it is another."""
    wished = body.model_dump(exclude_none=True)
    wished |= {name: getattr(body, name) for name in _CLEARABLE if name in body.model_fields_set}
    before = {
        "login": person.login,
        "name": dict(person.name),
        "language": person.language,
        "active": person.active,
        "email": person.email,
        "department": person.department,
        "superior": person.superior,
        "roles": sorted(held),
    }
    different = [name for name in before if wished.get(name, before[name]) != before[name]]
    told: dict[str, Any] = {name: [before[name], wished[name]] for name in different}
    return told | ({"password": [None, None]} if "password" in wished else {})


def person_answer(person: Person, roles: Iterable[str]) -> PersonAnswer:
    """Describe a person to an administrator."""
    return PersonAnswer(
        id=person.id,
        login=person.login,
        name=dict(person.name),
        language=person.language,
        active=person.active,
        email=person.email,
        department=person.department,
        superior=person.superior,
        roles=list(roles),
        version=person.version,
    )


def _roles(services: Services) -> Iterator[tuple[InstalledApp, Role]]:
    for installed in services.apps.all():
        yield from ((installed, role) for role in installed.definition.roles.values())


def _published(services: Services, held: Iterable[str]) -> list[str]:
    """Return held roles that a release has: one that was removed means nothing until it is back."""
    known = {role.id for _, role in _roles(services)}
    return [role for role in held if role in known]


def _known_roles(services: Services, wanted: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return roles as (app id, role id); raise Invalid where one does not exist."""
    homes = {role.id: installed.definition.app.id for installed, role in _roles(services)}
    wanted = list(dict.fromkeys(wanted))
    issues = [
        Issue("identity.role.unknown", ("roles", place), {"role": role})
        for place, role in enumerate(wanted)
        if role not in homes
    ]
    if issues:
        raise Invalid(issues)
    return tuple((homes[role], role) for role in wanted)


def _require_good_password(services: Services, password: str, login: str, roles: Iterable[str]) -> None:
    administering = {role.id for _, role in _roles(services) if role.administer}
    least = LEAST if administering.isdisjoint(roles) else LEAST_OF_ADMINISTRATORS
    issues = check_password(password, login, least=least)
    if issues:
        raise Invalid(issues)


def require_somebody_in_charge(connection: Connection, services: Services) -> None:
    """Refuse a change after which nobody could undo it."""
    in_charge = {role.id for _, role in _roles(services) if "people" in role.administer}
    held = all_roles_held(connection)
    if not any(
        person.active and not in_charge.isdisjoint(held.get(person.id, ()))
        for person in list_people(connection)
    ):
        raise Conflict.of("identity.person.last_in_charge")


def _role_answer(installed: InstalledApp, role: Role) -> RoleAnswer:
    return RoleAnswer(
        id=role.id,
        app=installed.name,
        app_label=dict(installed.definition.app.label),
        name=role.name,
        label=dict(role.label),
        description=dict(role.description) if role.description else None,
        administer=list(role.administer),
    )
