"""Brings in the company that comes with an app: its people, its departments, and who stands above whom.

Runs once or again: whoever is there already is left as they are.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from runtime.identity.departments import add_department, change_department, list_departments
from runtime.identity.people import NewPerson, add_person, change_person, find_account
from runtime.server.apps import InstalledApp
from runtime.server.services import Services

LANGUAGE = "zh-CN"
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Company:
    """Rows of the files an app brings."""

    people: tuple[Row, ...]
    departments: tuple[Row, ...]


def add_company_of(services: Services, installed: InstalledApp, folder: Path) -> None:
    """Add departments and people that seeds name; people have no password, so only the demo lets them in."""
    company = _Company(
        tuple(_rows(folder, (seed.people for seed in installed.definition.seeds.values()))),
        tuple(_rows(folder, (seed.departments for seed in installed.definition.seeds.values()))),
    )

    def work(connection: Connection) -> None:
        departments = _add_departments(services, connection, company.departments)
        added = _add_people(services, installed, connection, company.people, departments)
        _place(services, connection, company, departments, added)

    services.database.write(work)
    services.callers.forget()


def _rows(folder: Path, files: Iterator[str | None]) -> Iterator[Row]:
    for name in files:
        if name:
            with (folder / name).open(encoding="utf-8", newline="") as file:
                yield from csv.DictReader(file)


def _add_departments(services: Services, connection: Connection, rows: tuple[Row, ...]) -> Mapping[str, str]:
    """Return the ids of departments by code; those above come first in the file."""
    known = {each.name.get("zh"): each.id for each in list_departments(connection)}
    ids: dict[str, str] = {}
    for row in rows:
        name = {"zh": row["name_zh"], "en": row["name_en"]}
        values = {"name": name, "parent": ids.get(row["parent"])}
        found = known.get(name["zh"])
        ids[row["code"]] = found or add_department(connection, values, services.clock, services.ids).id
    return ids


def _add_people(
    services: Services,
    installed: InstalledApp,
    connection: Connection,
    rows: tuple[Row, ...],
    departments: Mapping[str, str],
) -> list[Row]:
    """Return those who were not there before."""
    app = installed.definition.app.id
    roles = {role.name: role.id for role in installed.definition.roles.values()}
    new = [row for row in rows if find_account(connection, row["login"]) is None]
    for row in new:
        person = NewPerson(
            login=row["login"],
            name={"zh": row["name_zh"], "en": row["name_en"]},
            language=LANGUAGE,
            roles=tuple((app, roles[name]) for name in row["roles"].split()),
            email=row.get("email") or None,
            department=departments.get(row.get("department") or ""),
        )
        add_person(connection, person, services.clock, services.ids, None)
    return new


def _place(
    services: Services,
    connection: Connection,
    company: _Company,
    departments: Mapping[str, str],
    added: list[Row],
) -> None:
    """Say who is above whom, once everybody is there."""
    now = services.clock.now()
    for row in added:
        superior = _id_of(connection, row.get("superior"))
        person = _id_of(connection, row["login"])
        if superior and person:
            change_person(connection, person, {"superior": superior}, now, None)
    for row in company.departments:
        head = _id_of(connection, row["head"])
        if head:
            change_department(connection, departments[row["code"]], {"head": head}, services.clock)


def _id_of(connection: Connection, login: str | None) -> str | None:
    account = find_account(connection, login) if login else None
    return account.person.id if account else None
