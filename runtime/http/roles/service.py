"""Giving and taking roles one by one: who may, what is written down, and that somebody stays in charge."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection
from starlette.requests import Request

from engine.access.principal import Principal
from engine.kernel.errors import Forbidden, NotFound
from engine.metadata.model import Role
from runtime.http.people.service import PEOPLE, require_somebody_in_charge
from runtime.identity.people import Person, all_roles_held, get_person, list_people, set_role
from runtime.identity.trail import Event, tell
from runtime.server.apps import InstalledApp
from runtime.server.authority import administered, app_publisher
from runtime.server.services import Services

MOST = 50
Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RoleAsked:
    """A role of an installed app."""

    installed: InstalledApp
    role: Role


def role_of(services: Services, app: str, role: str) -> RoleAsked:
    """Return a published role; raise NotFound."""
    installed = services.apps.get(app)
    found = installed.definition.roles.get(role)
    if found is None:
        raise NotFound.of("identity.role.unknown", (), role=role[:40])
    return RoleAsked(installed, found)


def staff(services: Services, installed: InstalledApp, search: str) -> list[Answer]:
    """Return active people whose name or login contains a text, and the roles of an app they hold."""
    with services.database.read() as connection:
        people, held = list_people(connection), all_roles_held(connection)
    wanted = search.casefold()
    found = [each for each in people if each.active and _is_called(each, wanted)]
    return [_member(installed, each, held.get(each.id, [])) for each in found[:MOST]]


def holders(services: Services, asked: RoleAsked, principal: Principal) -> Answer:
    """Return the active people who have a role, and whether somebody may change that."""
    with services.database.read() as connection:
        people, held = list_people(connection), all_roles_held(connection)
    having = [each for each in people if each.active and asked.role.id in held.get(each.id, [])]
    return {
        "items": [_member(asked.installed, each, held[each.id]) for each in having],
        "may_change": may_give(services, asked, principal),
    }


def may_give(services: Services, asked: RoleAsked, principal: Principal) -> bool:
    """Tell whether a person may give and take a role.

    Who runs people may give any. Who publishes the whole app may give its roles, as far as these run nothing
    of the installation that the person does not run as well.
    """
    runs = administered(principal, services.apps)
    if "people" in runs:
        return True
    return app_publisher(principal, asked.installed.definition) and set(asked.role.administer) <= set(runs)


async def change(services: Services, request: Request, asked: RoleAsked, person: str, has: bool) -> Answer:
    """Give or take a role; rights follow within a second, everywhere."""
    principal, by = request.state.principal, request.state.person.id
    if not may_give(services, asked, principal):
        raise Forbidden.of("identity.role.not_yours")

    def work(connection: Connection) -> None:
        get_person(connection, person)
        held, now = all_roles_held(connection).get(person, []), services.clock.now()
        if (asked.role.id in held) == has:
            return
        set_role(connection, person, (asked.installed.definition.app.id, asked.role.id), has, now, by)
        require_somebody_in_charge(connection, services)
        after = sorted({*held, asked.role.id} if has else set(held) - {asked.role.id})
        tell(
            services.change_log,
            connection,
            now,
            Event("update", PEOPLE, person, by, {"roles": [held, after]}),
        )

    await services.write(work)
    services.callers.forget()
    return holders(services, asked, principal)


def _is_called(person: Person, wanted: str) -> bool:
    return any(wanted in each.casefold() for each in (person.login, *person.name.values()))


def _member(installed: InstalledApp, person: Person, held: list[str]) -> Answer:
    own = [role for role in held if role in installed.definition.roles]
    return {"id": person.id, "login": person.login, "name": dict(person.name), "roles": own}
