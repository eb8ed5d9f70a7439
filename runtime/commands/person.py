"""`tongdao person LOGIN`: adds somebody, or gives them another password; how the first one gets in."""

import getpass
import sys
from argparse import ArgumentParser, Namespace

from sqlalchemy import Connection

from engine.kernel.errors import Invalid, NotFound
from engine.text.catalog import say
from runtime.commands.command import DONE, Command, locale, tell
from runtime.identity.passwords import LEAST, LEAST_OF_ADMINISTRATORS, check_password, hash_password
from runtime.identity.people import NewPerson, add_person, change_person, find_account, set_roles
from runtime.server.services import Services
from runtime.server.wiring import open_services
from runtime.settings import Settings


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("login")
    parser.add_argument("--name-zh", default="", help="name in Chinese")
    parser.add_argument("--name-en", default="", help="name in English")
    parser.add_argument("--role", action="append", default=[], metavar="APP/ROLE", help="may be given often")


def _run(arguments: Namespace, settings: Settings) -> int:
    services = open_services(settings)
    try:
        roles, least = _roles(services, arguments.role)
        password = _read_password(arguments.login)
        issues = check_password(password, arguments.login, least=least)
        if issues:
            raise Invalid(issues)
        name = {
            "zh": arguments.name_zh or arguments.name_en or arguments.login,
            "en": arguments.name_en or arguments.name_zh or arguments.login,
        }
        new = NewPerson(login=arguments.login, name=name, password_hash=hash_password(password), roles=roles)
        services.database.write(lambda connection: _save(connection, services, new))
    finally:
        services.close()
    tell("command.person.done", login=arguments.login)
    return DONE


def _roles(services: Services, wanted: list[str]) -> tuple[tuple[tuple[str, str], ...], int]:
    """Return roles as (app id, role id), and how long a password they ask for."""
    found, least = [], LEAST
    for text in wanted:
        app, _, name = text.partition("/")
        definition = services.apps.get(app).definition
        role = next((role for role in definition.roles.values() if role.name == name), None)
        if role is None:
            raise NotFound.of("identity.role.unknown", (), role=text)
        found.append((definition.app.id, role.id))
        least = LEAST_OF_ADMINISTRATORS if role.administer else least
    return tuple(found), least


def _read_password(login: str) -> str:
    """Ask on a terminal; read a line where there is none."""
    if sys.stdin.isatty():
        return getpass.getpass(say("command.person.password", locale(), {"login": login}))
    return sys.stdin.readline().rstrip("\n")


def _save(connection: Connection, services: Services, new: NewPerson) -> None:
    account = find_account(connection, new.login)
    if account is None:
        add_person(connection, new, services.clock, services.ids, None)
        return
    now, id = services.clock.now(), account.person.id
    changes = {"password_hash": new.password_hash, "active": True}
    change_person(connection, id, changes, now, None)
    if new.roles:
        set_roles(connection, id, new.roles, now, None)


COMMAND = Command("add somebody, or change their password and roles", _add_arguments, _run)
