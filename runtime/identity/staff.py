"""People and departments from rows of a sheet that name each other: by code, and by login."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from engine.ports import Clock, IdSource
from runtime.identity.departments import add_department, change_department, list_departments
from runtime.identity.people import NewPerson, add_person, change_person, find_account

LANGUAGE = "zh-CN"
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Staff:
    """What adding needs: the clock, new ids, and the roles of the app by name."""

    clock: Clock
    ids: IdSource
    app: str
    roles: Mapping[str, str]


def add_staff(
    connection: Connection, staff: Staff, departments: Sequence[Row], people: Sequence[Row]
) -> None:
    """Add those that are not there yet; what they name of each other is filled in when all are there."""
    places = _departments(connection, staff, departments)
    new = [row for row in people if find_account(connection, row["login"]) is None]
    for row in new:
        _add_person(connection, staff, row, places)
    for row in new:
        superior = _person(connection, row.get("superior", ""))
        if superior is not None:
            id = _person(connection, row["login"]) or ""
            change_person(connection, id, {"superior": superior}, staff.clock.now(), None)
    for row in departments:
        head = _person(connection, row.get("head", ""))
        if head is not None:
            change_department(connection, places[row["code"]], {"head": head}, staff.clock)


def _departments(connection: Connection, staff: Staff, rows: Sequence[Row]) -> dict[str, str]:
    """Add departments, those above first; return their ids by code."""
    known = {each.name.get("zh", ""): each.id for each in list_departments(connection)}
    places: dict[str, str] = {}
    for row in rows:
        id = known.get(row["name_zh"])
        if id is None:
            name = {"zh": row["name_zh"], "en": row["name_en"]}
            values = {"name": name, "parent": places.get(row.get("parent", ""))}
            id = add_department(connection, values, staff.clock, staff.ids).id
        places[row["code"]] = id
    return places


def _add_person(connection: Connection, staff: Staff, row: Row, places: Mapping[str, str]) -> None:
    new = NewPerson(
        login=row["login"],
        name={"zh": row["name_zh"], "en": row["name_en"]},
        language=LANGUAGE,
        roles=tuple((staff.app, staff.roles[name]) for name in row["roles"].split()),
        email=row.get("email") or None,
        department=places.get(row.get("department", "")),
    )
    add_person(connection, new, staff.clock, staff.ids, None)


def _person(connection: Connection, login: str) -> str | None:
    account = find_account(connection, login) if login else None
    return account.person.id if account else None
